import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('softmax-cross-entropy'))!;
const solve = (params: unknown) => {
  const work = recording();
  const answer = kind.solve(kind.read(params), work);
  for (const step of work.steps) {
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
  }
  return answer as { probabilities: number[]; loss: number; gradient: number[] };
};

test('CS231n’s example: only the true class is pulled up', () => {
  const { loss, gradient } = solve({ logits: ['ln(0.2)', 'ln(0.3)', 'ln(0.5)'], target: 1 });
  expect(loss).toBeCloseTo(-Math.log(0.3), 14);
  for (const [k, g] of [0.2, -0.7, 0.5].entries()) expect(gradient[k]).toBeCloseTo(g, 14);
});

test('a class is the same as its one-hot distribution', () => {
  expect(solve({ logits: [1, 2, 4], target: 2 })).toEqual(solve({ logits: [1, 2, 4], target: [0, 0, 1] }));
});

test('a soft target that the softmax already meets has no gradient, and the loss is its entropy', () => {
  const { loss, gradient } = solve({ logits: [3, 3], target: [0.5, 0.5] });
  expect(gradient).toEqual([0, 0]);
  expect(loss).toBeCloseTo(Math.LN2, 14);
});

test('a target that sums to 1 only nearly weighs the probabilities with its sum', () => {
  const { gradient } = solve({ logits: [0, 1, 3], target: [0.333333, 0.333333, 0.333333] });
  expect(Math.abs(gradient.reduce((a, b) => a + b, 0))).toBeLessThan(1e-15);
});

test.each([
  [[1000, 0, -1000], 2, 2000],
  [[1000, 0, -1000], 0, 0],
  [[-1000, -1000], 1, Math.LN2],
  [[-1000, 1000, 3], [0.5, 0.25, 0.25], 0.5 * 2000 + 0.25 * 997],
])('%j with target %j has the finite loss', (logits, target, expected) => {
  expect(solve({ logits, target }).loss).toBeCloseTo(expected, 9);
});

test('the loss of a probability next to 1 keeps its digits', () => {
  expect(solve({ logits: [40, 0], target: 0 }).loss / Math.exp(-40)).toBeCloseTo(1, 12);
});

test('many classes are worked as vectors', () => {
  const logits = Array.from({ length: 8 }, (_, k) => k - 3);
  solve({ logits, target: 7 });
  solve({ logits, target: logits.map(() => 1 / 8) });
  solve({ logits: logits.map(z => 400 * z), target: logits.map(() => 1 / 8) });
});

test('logits so far apart that their difference overflows have no finite loss', () => {
  expect(() => solve({ logits: [1e308, -1e308], target: 1 })).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'loss' }),
  );
});

test.each([
  [{ logits: [1, 2], target: 2 }, 'target'],
  [{ logits: [1, 2], target: -1 }, 'target'],
  [{ logits: [1, 2], target: 0.5 }, 'target'],
  [{ logits: [1, 2], target: [0.5, 0.4] }, 'target'],
  [{ logits: [1, 2], target: [0.5, 0.25, 0.25] }, 'target'],
  [{ logits: [1, 2] }, 'target'],
])('%j is refused at %s', (params, path) => {
  expect(() => kind.read(params)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
});
