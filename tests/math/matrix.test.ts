import { expect, test } from 'vitest';
import {
  addScaled,
  apply,
  dot,
  identity,
  multiply,
  norm,
  powerOfTwoNear,
  transpose,
  zeros,
} from '../../src/math/matrix.ts';

test('products and transposes of matrices that are not square', () => {
  const a = [
    [1, 2, 3],
    [4, 5, 6],
  ];
  expect(transpose(a)).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
  expect(multiply(a, transpose(a))).toEqual([
    [14, 32],
    [32, 77],
  ]);
  expect(multiply(a, identity(3))).toEqual(a);
  expect(apply(a, [1, 0, -1])).toEqual([-2, -2]);
  expect(zeros(2, 1)).toEqual([[0], [0]]);
});

test('dot and addScaled', () => {
  expect(dot([1, 2, 3], [4, 5, 6])).toBe(32);
  expect(addScaled([1, 1], [2, 3], -2)).toEqual([-3, -5]);
});

test('the length of a vector neither overflows nor vanishes', () => {
  expect(norm([3, 4])).toBe(5);
  expect(norm([])).toBe(0);
  expect(norm([0, -0])).toBe(0);
  expect(norm([3e200, 4e200]) / 5e200).toBeCloseTo(1, 14);
  expect(norm([3e-200, 4e-200]) / 5e-200).toBeCloseTo(1, 14);
  expect(norm([5e-324])).toBe(5e-324);
  expect(norm([1e308, 1e308])).toBeCloseTo(Math.SQRT2 * 1e308, -295);
  expect(norm(new Array(200_000).fill(1))).toBeCloseTo(Math.sqrt(200_000), 10);
});

test('powers of two near a number', () => {
  for (const x of [1, 3, 0.3, 1e300, 1e-300, 5e-324]) {
    const unit = powerOfTwoNear(x);
    expect(Number.isInteger(Math.log2(unit))).toBe(true);
    if (x > 1e-300) expect(x / unit).toBeLessThan(2);
  }
});
