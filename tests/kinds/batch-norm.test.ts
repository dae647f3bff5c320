import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('batch-norm'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));
const wrong = (mistake: string, params: unknown) => kind.mistakes[mistake]!.answer(kind.read(params));

test('one feature, by hand', () => {
  expect(solve({ x: [3, 5, 5, 11], gamma: 3, beta: -1, epsilon: 0 })).toEqual({
    mean: 6,
    variance: 9,
    normalized: [-1, -1 / 3, -1 / 3, 5 / 3],
    output: [-4, -2, -2, 4],
  });
});

test('epsilon stands under the root', () => {
  expect(solve({ x: [-4, -2, 0, 2, 4], epsilon: 1 }).normalized).toEqual([-4 / 3, -2 / 3, 0, 2 / 3, 4 / 3]);
});

test('rows are samples, columns features, and γ, β belong to features', () => {
  expect(
    solve({
      x: [
        [1, 10],
        [5, 30],
      ],
      gamma: [1, 2],
      beta: [0, 1],
      epsilon: 0,
    }),
  ).toEqual({
    mean: [3, 20],
    variance: [4, 100],
    normalized: [
      [-1, -1],
      [1, 1],
    ],
    output: [
      [-1, -1],
      [1, 3],
    ],
  });
});

test('a mean that is large leaves the variance exact', () => {
  expect(solve({ x: [1e9 + 1, 1e9 + 2, 1e9 + 3], epsilon: 0 }).variance).toBeCloseTo(2 / 3, 14);
});

test('a constant feature becomes β, even where its mean rounds', () => {
  expect(solve({ x: [0.1, 0.1, 0.1], beta: 2 })).toMatchObject({ mean: 0.1, variance: 0, output: [2, 2, 2] });
  expect(solve({ x: [[4, -1]] })).toMatchObject({ variance: [0, 0], output: [[0, 0]] });
});

test('no spread and ε = 0 is an error that names the feature', () => {
  expect(() => solve({ x: [0.1, 0.1, 0.1], epsilon: 0 })).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'normalized' }),
  );
  expect(() =>
    solve({
      x: [
        [1, 7],
        [2, 7],
      ],
      epsilon: 0,
    }),
  ).toThrow(/feature 2/);
  expect(() => solve({ x: [1e200, -1e200] })).toThrow(expect.objectContaining({ code: 'not-finite' }));
});

test('errors of the parameters', () => {
  for (const [params, path] of [
    [{ x: [[1, 2], [3]] }, 'x[1]'],
    [{ x: [1, 2], gamma: [1, 2] }, 'gamma'],
    [{ x: [[1, 2]], beta: [1, 2, 3] }, 'beta'],
    [{ x: [1, 2], epsilon: -1 }, 'epsilon'],
  ] as const) {
    expect(() => kind.read(params)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
  }
});

test('of many features the first two are worked, and all are answered', () => {
  const x = [0, 1, 2].map(i => Array.from({ length: 7 }, (_, j) => i * j + i * i));
  const work = recording();
  const answer = kind.solve(kind.read({ x }), work);
  expect(work.steps).toHaveLength(13);
  expect(work.steps.at(-1)!.result).toEqual(answer.output);
  for (const step of work.steps.slice(0, -1))
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12)).toBeUndefined();
});

test('mistakes that cannot be made are not', () => {
  expect(wrong('epsilon-outside-root', { x: [1, 2, 3] })).toBeUndefined();
  expect(wrong('unbiased-variance', { x: [1] })).toBeUndefined();
  expect(wrong('over-the-features', { x: [1, 2] })).toBeUndefined();
  expect(
    wrong('over-the-features', {
      x: [
        [1, 1],
        [2, 3],
      ],
      epsilon: 0,
    }),
  ).toBeUndefined();
  expect(wrong('unbiased-variance', { x: [1, 2, 3], epsilon: 0 })).toMatchObject({
    variance: 1,
    normalized: [-1, 0, 1],
  });
});
