import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('lstm'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

const one = {
  inputs: [[1]],
  hidden: [0.5],
  cell: [0.8],
  Wf: [[0.5, 0.2]],
  Wi: [[0.3, -0.4]],
  Wc: [[0.6, 0.8]],
  Wo: [[-0.2, 0.5]],
};
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

test('one unit, one step, by hand', () => {
  const [f, i, o] = [sigmoid(0.45), sigmoid(-0.25), sigmoid(0.4)];
  const cell = f * 0.8 + i * Math.tanh(1.1);
  const answer = solve(one) as { cell: number[]; hidden: number[] };
  expect(answer.cell[0]).toBeCloseTo(cell, 14);
  expect(answer.hidden[0]).toBeCloseTo(o * Math.tanh(cell), 14);
});

test('an open forget gate and a shut input gate remember', () => {
  const { cell } = solve({ ...one, inputs: [[1], [-2], [3]], bf: [1000], bi: [-1000] }) as { cell: number[] };
  expect(cell).toEqual([0.8]);
});
