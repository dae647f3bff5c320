import fc from 'fast-check';
import Fraction from 'fraction.js';
import { expect, test } from 'vitest';
import { constant } from '../../src/math/expression.ts';
import {
  integerRoot,
  overRoot,
  printSurd,
  rationalOf,
  rootOf,
  type Surd,
  surdExpression,
  surdValue,
} from '../../src/math/surd.ts';

const cases: readonly [Surd, string, string][] = [
  [rootOf(new Fraction(45n)), '3√5', '3*sqrt(5)'],
  [rootOf(new Fraction(5n)), '√5', 'sqrt(5)'],
  [rootOf(new Fraction(49n)), '7', '7'],
  [rootOf(new Fraction(9n, 4n)), '3/2', '3/2'],
  [rootOf(new Fraction(2n, 5n)), '√10/5', 'sqrt(10)/5'],
  [rootOf(new Fraction(0n)), '0', '0'],
  [overRoot(1n, 2n), '1/√2', '1/sqrt(2)'],
  [overRoot(-1n, 2n), '-1/√2', '-1/sqrt(2)'],
  [overRoot(3n, 10n), '3/√10', '3/sqrt(10)'],
  [overRoot(-4n, 18n), '-2√2/3', '-2*sqrt(2)/3'],
  [overRoot(1n, 18n), '√2/6', 'sqrt(2)/6'],
  [overRoot(-2n, 9n), '-2/3', '-2/3'],
  [overRoot(0n, 7n), '0', '0'],
];

test.each(cases)('%# is written %s', (surd, printed, expression) => {
  expect(printSurd(surd)).toBe(printed);
  expect(surdExpression(surd)).toBe(expression);
});

test('an expression has the value of its surd, and the square of the value is rational', () => {
  const nonZero = fc.bigInt({ min: -10_000n, max: 10_000n });
  fc.assert(
    fc.property(nonZero, fc.bigInt({ min: 1n, max: 10_000_000n }), (a, n) => {
      const surd = overRoot(a, n);
      const value = Number(a) / Math.sqrt(Number(n));
      expect(Math.abs(surdValue(surd) - value)).toBeLessThanOrEqual(4e-16 * Math.abs(value));
      expect(Math.abs(constant(surdExpression(surd)) - value)).toBeLessThanOrEqual(1e-15 * Math.abs(value));
      const { coefficient, radicand } = surd;
      expect(
        coefficient
          .mul(coefficient)
          .mul(radicand)
          .equals(new Fraction(a * a, n)),
      ).toBe(true);
    }),
  );
});

test('values beyond the doubles on the way', () => {
  const huge = 10n ** 400n;
  expect(surdValue(overRoot(huge, huge * huge * 2n))).toBeCloseTo(Math.SQRT1_2, 15);
});

test('whole roots', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 60n }), n => {
      const root = integerRoot(n);
      expect(root * root <= n && n < (root + 1n) * (root + 1n)).toBe(true);
    }),
  );
});

test('rationals are told from the doubles that stand for them', () => {
  const read = (x: number) => rationalOf(x)?.toFraction();
  expect([0, -3, 0.5, 0.1, -0.125, 1e-7, 3e-9, 1e20, 123456.789].map(read)).toEqual([
    '0',
    '-3',
    '1/2',
    '1/10',
    '-1/8',
    '1/10000000',
    '3/1000000000',
    '100000000000000000000',
    '123456789/1000',
  ]);
  expect([1 / 3, -2 / 7, 22 / 7, 1 / 997, 100 + 1 / 3].map(read)).toEqual(['1/3', '-2/7', '22/7', '1/997', '301/3']);
  expect([Math.SQRT2, Math.SQRT1_2, Math.PI, 1 / 1009, 1e300, 5e-324, 0.1 + 0.2].map(read)).toEqual(
    new Array(7).fill(undefined),
  );
});
