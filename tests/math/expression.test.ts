import fc from 'fast-check';
import { all, create } from 'mathjs';
import { describe, expect, test } from 'vitest';
import { constant, ExpressionError, parseExpression } from '../../src/math/expression.ts';

// Predictable: roots of negative numbers are NaN, not complex.
const math = create(all!, { predictable: true });

describe('constant', () => {
  test.each([
    ['1/3', 1 / 3],
    ['sqrt(2)/2', Math.SQRT1_2],
    ['-2^2', -4],
    ['2^-1', 0.5],
    ['2^3^2', 512],
    ['1 - 2 - 3', -4],
    ['12/3/2', 2],
    ['-(1 + 2)*3', -9],
    ['pi', Math.PI],
    ['e^2', Math.E ** 2],
    ['log(e)', 1],
    ['log2(8) + log10(100)', 5],
    ['abs(-3)', 3],
    ['.5e1', 5],
  ])('%s', (source, value) => {
    expect(constant(source)).toBeCloseTo(value, 12);
  });

  test.each([
    '',
    '1 2',
    '2x',
    'x',
    'ones(2)',
    '1:9',
    'sqrt()',
    'sqrt(1, 2)',
    '[1]',
    "2'",
    '1 = 1',
    '(1',
    '1)',
    'a.b',
    'constructor',
    '__proto__',
    'toString()',
    '1 > 0 ? 2 : 3',
    '"1"',
    '1;2',
  ])('refuses %s', source => {
    expect(() => constant(source)).toThrow(ExpressionError);
  });

  test('refuses what is too long or too deep', () => {
    expect(() => constant('1+'.repeat(150) + 1)).toThrow('200 characters');
    expect(() => parseExpression('('.repeat(5000) + 1 + ')'.repeat(5000))).toThrow('too deeply');
    expect(() => constant('-'.repeat(190) + 1)).toThrow('too deeply');
  });

  test('agrees with mathjs on random expressions', () => {
    const { tree } = fc.letrec(tie => ({
      leaf: fc.oneof(fc.integer({ min: 0, max: 20 }).map(String), fc.constantFrom('pi', 'e', '0.5', '1.25e-2')),
      tree: fc.oneof(
        { maxDepth: 4 },
        tie('leaf'),
        fc.tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/', '^'), tie('tree')).map(([a, o, b]) => `${a}${o}${b}`),
        tie('tree').map(a => `(${a})`),
        tie('tree').map(a => `-${a}`),
        fc.tuple(fc.constantFrom('sqrt', 'abs', 'exp', 'tanh'), tie('tree')).map(([f, a]) => `${f}(${a})`),
      ),
    }));
    fc.assert(
      fc.property(tree, source => {
        const text = source as string;
        fc.pre(text.length <= 200);
        const theirs: unknown = math.evaluate(text);
        fc.pre(typeof theirs === 'number' && Number.isFinite(theirs));
        const ours = constant(text);
        expect(Math.abs(ours - (theirs as number))).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(theirs as number)));
      }),
      { numRuns: 500 },
    );
  });
});
