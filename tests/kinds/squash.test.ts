import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const squash = (await loadKind('squash'))!;
const solve = (vector: unknown) => squash.solve(squash.read({ vector }));

test('(3, 4): length 5, squashed to 25/26 in the same direction', () => {
  const { vector, norm, length } = solve([3, 4]) as { vector: number[]; norm: number; length: number };
  expect(norm).toBe(5);
  expect(length).toBeCloseTo(25 / 26, 14);
  expect(vector[0]).toBeCloseTo((25 / 26) * 0.6, 14);
  expect(vector[1]).toBeCloseTo((25 / 26) * 0.8, 14);
});

test('a unit vector is halved, the zero vector stays zero', () => {
  expect(solve([1, 0])).toEqual({ vector: [0.5, 0], norm: 1, length: 0.5 });
  expect(solve([0, 0, 0])).toEqual({ vector: [0, 0, 0], norm: 0, length: 0 });
});

test('a list of vectors gives lists', () => {
  expect(
    solve([
      [1, 0],
      [0, 0],
    ]),
  ).toEqual({
    vector: [
      [0.5, 0],
      [0, 0],
    ],
    norm: [1, 0],
    length: [0.5, 0],
  });
});

test('the shortest and the longest vectors stay finite', () => {
  expect(solve([1e200, 0])).toMatchObject({ vector: [1, 0], length: 1 });
  expect(solve([1e-200, 0])).toMatchObject({ norm: 1e-200 });
});
