import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('routing'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

const predictions = [
  [
    [1, 0],
    [0, 1],
  ],
  [
    [1, 1],
    [0, -1],
  ],
];

test('the first iteration couples equally', () => {
  const { coupling, outputs } = solve({ predictions, iterations: 1 }) as { coupling: number[][]; outputs: number[][] };
  expect(coupling).toEqual([
    [0.5, 0.5],
    [0.5, 0.5],
  ]);
  // s_1 = (1, 0.5): squashed by 1.25/2.25 along itself; s_2 = 0 stays 0.
  expect(outputs[0]![0]).toBeCloseTo((1.25 / 2.25) * (1 / Math.sqrt(1.25)), 14);
  expect(outputs[1]).toEqual([0, 0]);
});

test('agreement draws a capsule to its parent, and every child gives itself away whole', () => {
  const { coupling } = solve({ predictions, iterations: 3 }) as { coupling: number[][] };
  for (const row of coupling) expect(row[0]! + row[1]!).toBeCloseTo(1, 14);
  expect(coupling[0]![0]).toBeGreaterThan(0.5);
});

test('predictions come from inputs and weights: û = W u', () => {
  const inputs = [[1, 2]];
  const weights = [
    [
      [
        [1, 0],
        [0, 1],
      ],
      [
        [0, 1],
        [1, 0],
      ],
    ],
  ];
  expect(solve({ inputs, weights, iterations: 1 }).predictions).toEqual([
    [
      [1, 2],
      [2, 1],
    ],
  ]);
});
