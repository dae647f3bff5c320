import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';

const kind = (await loadKind('bias-variance'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('one point, by hand', () => {
  expect(solve({ predictions: [[2], [4], [3], [3]], truth: [2.5] })).toEqual({
    biasSquared: 0.25,
    variance: 0.5,
    expectedError: 0.75,
  });
});

test('biases of opposite sign do not cancel', () => {
  const predictions = [
    [1, 5],
    [3, 3],
  ];
  expect(solve({ predictions, truth: [1, 5] })).toEqual({ biasSquared: 1, variance: 1, expectedError: 2 });
  const averaged = kind.mistakes['averaged-before-squaring']!;
  expect(averaged.answer(kind.read({ predictions, truth: [1, 5] }))).toMatchObject({ biasSquared: 0 });
});

test('the noise is a variance already', () => {
  expect(solve({ predictions: [[1], [3]], truth: [2], noise: 0.5 }).expectedError).toBe(1.5);
});

test('a single model has no variance, models far from zero keep theirs', () => {
  expect(solve({ predictions: [[1, 2]], truth: [0, 0] })).toEqual({
    biasSquared: 2.5,
    variance: 0,
    expectedError: 2.5,
  });
  expect(solve({ predictions: [[1e9], [1e9 + 1]], truth: [1e9] }).variance).toBe(0.25);
});

test('of many points the first two are worked', () => {
  const work = recording();
  const answer = kind.solve(
    kind.read({
      predictions: [
        [1, 2, 3, 4, 5],
        [2, 2, 2, 2, 2],
      ],
      truth: [1, 1, 1, 1, 1],
    }),
    work,
  );
  expect(work.steps.map(step => step.id)).toEqual([
    'mean1',
    'mean2',
    'bias1',
    'bias2',
    'variance1',
    'variance2',
    'biasSquared',
    'variance',
    'expectedError',
  ]);
  expect(work.steps.at(-1)!.result).toBe(answer.expectedError);
});

test('errors name what is wrong', () => {
  for (const [params, path] of [
    [{ predictions: [[1, 2]], truth: [1] }, 'truth'],
    [{ predictions: [[1, 2], [1]], truth: [1, 2] }, 'predictions[1]'],
    [{ predictions: [[1]], truth: [1], noise: -0.1 }, 'noise'],
  ] as const) {
    expect(() => kind.read(params)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
  }
  expect(() => solve({ predictions: [[1e200]], truth: [0] })).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'biasSquared' }),
  );
});
