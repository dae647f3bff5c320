import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('rbm'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

const weights = [
  [0.5, -0.2, 0.1],
  [-0.3, 0.4, 0.6],
];
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

test('both directions and the energy, by hand', () => {
  const { hiddenProbabilities } = solve({ weights, visible: [1, 0, 1], hiddenBias: [0.2, -0.2] }) as {
    hiddenProbabilities: number[];
  };
  expect(hiddenProbabilities[0]).toBeCloseTo(sigmoid(0.8), 14);
  expect(hiddenProbabilities[1]).toBeCloseTo(sigmoid(0.1), 14);
  const { visibleProbabilities } = solve({ weights, hidden: [1, 0] }) as { visibleProbabilities: number[] };
  expect(visibleProbabilities.map(p => Number(p.toFixed(10)))).toEqual(
    [0.5, -0.2, 0.1].map(x => Number(sigmoid(x).toFixed(10))),
  );
  expect(solve({ weights, visible: [1, 0, 1], hidden: [1, 0] }).energy).toBeCloseTo(-0.6, 14);
});

test('without any state there is nothing to ask', () => {
  expect(() => kind.read({ weights })).toThrow(expect.objectContaining({ code: 'invalid-params' }));
});

test('extreme weights saturate without overflow', () => {
  expect(solve({ weights: [[1000], [-1000]], visible: [1] }).hiddenProbabilities).toEqual([1, 0]);
});
