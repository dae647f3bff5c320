import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('contrastive-divergence'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

const weights = [
  [0.4, -0.3],
  [0.2, 0.5],
];
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

test('one step with given draws, by hand', () => {
  const answer = solve({ weights, visible: [1, 0], learningRate: 0.5, uniform: [0.3, 0.7] }) as {
    reconstruction: number[];
    positive: number[][];
    updated: { weights: number[][]; visibleBias: number[] };
  };
  // p(h|v0) = (σ(0.4), σ(0.2)) = (0.5987, 0.5498): on, off.
  const v1 = [sigmoid(0.4), sigmoid(-0.3)];
  expect(answer.reconstruction[0]).toBeCloseTo(v1[0]!, 14);
  expect(answer.reconstruction[1]).toBeCloseTo(v1[1]!, 14);
  expect(answer.positive[0]).toEqual([sigmoid(0.4), 0]);
  const q1 = sigmoid(0.4 * v1[0]! - 0.3 * v1[1]!);
  expect(answer.updated.weights[0]![0]).toBeCloseTo(0.4 + 0.5 * (sigmoid(0.4) - q1 * v1[0]!), 14);
  expect(answer.updated.visibleBias[0]).toBeCloseTo(0.5 * (1 - v1[0]!), 14);
});

test('one draw per hidden unit', () => {
  expect(() => kind.read({ weights, visible: [1, 0], learningRate: 1, uniform: [0.5] })).toThrow(
    expect.objectContaining({ path: 'uniform' }),
  );
});
