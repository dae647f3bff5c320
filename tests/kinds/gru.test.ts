import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('gru'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

const one = { inputs: [[1]], hidden: [0.5], Wz: [[0.5, -0.2]], Wr: [[0.3, 0.4]], Wh: [[0.8, 0.6]] };
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const z = sigmoid(0.5 * 0.5 - 0.2);
const r = sigmoid(0.3 * 0.5 + 0.4);
const before = Math.tanh(0.8 * r * 0.5 + 0.6);

test('one unit, one step, by the equations of the course', () => {
  const { hidden, steps } = solve(one) as {
    hidden: number[];
    steps: { z: number[]; r: number[]; candidate: number[] }[];
  };
  expect(steps[0]!.z[0]).toBeCloseTo(z, 14);
  expect(steps[0]!.r[0]).toBeCloseTo(r, 14);
  expect(steps[0]!.candidate[0]).toBeCloseTo(before, 14);
  expect(hidden[0]).toBeCloseTo((1 - z) * 0.5 + z * before, 14);
});

test('the conventions turn z round, and PyTorch resets after the product', () => {
  const hidden = (convention: string, more: object = {}) =>
    (solve({ ...one, ...more, convention }).hidden as number[])[0];
  expect(hidden('onnx')).toBeCloseTo(z * 0.5 + (1 - z) * before, 14);
  // Without biases and with one unit, resetting before or after the product is the same.
  expect(hidden('pytorch')).toBeCloseTo(hidden('onnx')!, 14);
  const after = Math.tanh(0.6 + r * (0.8 * 0.5 + 0.3));
  expect(hidden('pytorch', { bhh: [0.3] })).toBeCloseTo(z * 0.5 + (1 - z) * after, 14);
});

test('z = 0 keeps the state, z = 1 takes the candidate', () => {
  const shut = solve({ ...one, bz: [-1000] }) as { hidden: number[] };
  const open = solve({ ...one, bz: [1000] }) as { hidden: number[] };
  expect(shut.hidden).toEqual([0.5]);
  expect(open.hidden[0]).toBeCloseTo(before, 14);
});
