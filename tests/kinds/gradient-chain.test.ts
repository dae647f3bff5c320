import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { following } from '../../src/problem/work.ts';

const kind = (await loadKind('gradient-chain'))!;
const solve = (params: unknown) => kind.solve(kind.read(params)) as { factors: number[]; product: number };

test('ten sigmoids at their steepest leave less than a millionth', () => {
  const ones = Array.from({ length: 10 }, () => 1);
  const { factors, product } = solve({ weights: ones, net: ones.map(() => 0) });
  expect(new Set(factors)).toEqual(new Set([0.25]));
  expect(product).toBeCloseTo(0.25 ** 10, 18);
});

test('a shortcut keeps the gradient where the weights are 0', () => {
  expect(solve({ weights: [0, 0, 0], net: [1, 2, 3], skip: true }).product).toBe(1);
  expect(solve({ weights: [0, 0, 0], net: [1, 2, 3] }).product).toBe(0);
});

test('ReLU passes all or nothing', () => {
  expect(solve({ weights: [2, 3], net: [1, 5], activation: 'relu' }).product).toBe(6);
  expect(solve({ weights: [2, 3], net: [1, -5], activation: 'relu' }).product).toBe(0);
});

test('saturated far out the factors are 0, not NaN', () => {
  expect(solve({ weights: [1, 1], net: [1000, -1000] }).product).toBe(0);
});

test('one net input per weight', () => {
  expect(() => kind.read({ weights: [1, 2], net: [1] })).toThrow(
    expect.objectContaining({ code: 'invalid-params', path: 'net' }),
  );
});

test('a slope near saturation keeps its digits', () => {
  const slope = 1 / Math.cosh(12) ** 2;
  const { factors } = solve({ weights: [1e6], net: [12], activation: 'tanh' });
  expect(factors[0]! / (1e6 * slope)).toBeCloseTo(1, 12);
});

test('a slip in y carries on into the slope', () => {
  const given = kind.read({ weights: [2], net: [0] });
  expect(kind.solve(given, following(new Map([['y_1', 0.2]]))).product).toBeCloseTo(0.32, 12);
});
