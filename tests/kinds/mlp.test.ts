import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('mlp'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

/** XOR with two rectified units: Goodfellow, Bengio & Courville 2016, section 6.1. */
const xor = [
  {
    weights: [
      [1, 1],
      [1, 1],
    ],
    bias: [0, -1],
    activation: 'relu',
  },
  { weights: [[1, -2]], activation: 'linear' },
];

test.each([
  [[0, 0], 0],
  [[0, 1], 1],
  [[1, 0], 1],
  [[1, 1], 0],
])('the XOR network of %j gives %d', (inputs, expected) => {
  expect(solve({ inputs, layers: xor }).output).toEqual([expected]);
});

test('net inputs and outputs of every layer', () => {
  expect(solve({ inputs: [1, 1], layers: xor }).layers).toEqual([
    { net: [2, 1], output: [2, 1] },
    { net: [0], output: [0] },
  ]);
});

test('a softmax of logits ±1000, and its step, stay finite', () => {
  const work = recording();
  const { output } = kind.solve(
    kind.read({ inputs: [1], layers: [{ weights: [[1000], [-1000], [1000]], activation: 'softmax' }] }),
    work,
  );
  expect(output).toEqual([0.5, 0, 0.5]);
  for (const step of work.steps) {
    if (step.formula) expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12)).toBeUndefined();
  }
});

test('layers that do not fit together are refused with their place', () => {
  expect(() =>
    kind.read({
      inputs: [1, 2],
      layers: [
        { weights: [[1, 2]], activation: 'relu' },
        { weights: [[1, 2]], activation: 'linear' },
      ],
    }),
  ).toThrow(expect.objectContaining({ code: 'invalid-params', path: 'layers[1].weights[0]' }));
});
