import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('attention'))!;
const solve = (params: unknown) =>
  kind.solve(kind.read(params)) as { scores: number[]; weights: number[]; context: number[] };

test('by hand: scores 1 and 0 give e/(e + 1) and 1/(e + 1), and the keys stand in for the values', () => {
  const { scores, weights, context } = solve({
    query: [1, 0],
    keys: [
      [1, 0],
      [0, 1],
    ],
  });
  expect(scores).toEqual([1, 0]);
  expect(weights[0]).toBeCloseTo(Math.E / (Math.E + 1), 14);
  expect(context).toEqual(weights);
});

test('the scale divides by the root of the dimension, and the scores are what the softmax gets', () => {
  const keys = [
    [1, 1, 1, 1],
    [0, 0, 0, 1],
  ];
  const { scores, weights, context } = solve({ query: [2, 2, 2, 2], keys, values: [[1], [0]], scale: true });
  expect(scores).toEqual([4, 1]);
  expect(context[0]).toBeCloseTo(1 / (1 + Math.exp(-3)), 14);
  expect(weights[0]! + weights[1]!).toBeCloseTo(1, 14);
});

test('equal scores give the mean of the values; one key gives its value', () => {
  expect(
    solve({
      query: [0, 0],
      keys: [
        [1, 2],
        [3, 4],
      ],
      values: [[2], [4]],
    }).context,
  ).toEqual([3]);
  expect(solve({ query: [5], keys: [[-7]], values: [[1, 2, 3]] }).context).toEqual([1, 2, 3]);
});

test('scores of ±1000 are finite, and every step evaluates to what it shows', () => {
  const many = Array.from({ length: 9 }, (_, i) => [i - 4, 3 - i]);
  for (const params of [
    {
      query: [1000, 0],
      keys: [
        [1, 0],
        [-1, 0],
        [0.999, 5],
      ],
    },
    { query: [500, 500], keys: many, scale: true },
    { query: [0.5, 0.25], keys: many, values: many.map(([a]) => [a! ** 2]) },
  ]) {
    const work = recording();
    const { weights } = kind.solve(kind.read(params), work) as { weights: number[] };
    expect(weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    for (const step of work.steps)
      expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.id).toBeUndefined();
  }
});

test('a product that overflows is named', () => {
  expect(() => solve({ query: [1e200], keys: [[0], [1e200]] })).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'scores[1]' }),
  );
});

test('keys of another length, and values that are too few, are refused', () => {
  expect(() => kind.read({ query: [1, 2], keys: [[1, 2, 3]] })).toThrow(
    expect.objectContaining({ code: 'invalid-params', path: 'keys[0]' }),
  );
  expect(() => kind.read({ query: [1], keys: [[1], [2]], values: [[1]] })).toThrow(
    expect.objectContaining({ code: 'invalid-params', path: 'values' }),
  );
});
