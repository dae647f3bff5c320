import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { activations } from '../../src/math/network.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('neuron'))!;
const solve = (params: unknown) => kind.solve(kind.read(params)) as { net: number; output: number };
const wrong = (mistake: string, params: unknown) => kind.mistakes[mistake]!.answer(kind.read(params));

const corners = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];
const table = (neuron: object): number[] => corners.map(inputs => solve({ inputs, ...neuron }).output);

describe('McCulloch and Pitts', () => {
  test('AND, OR, NAND by a threshold or by a bias', () => {
    expect(table({ weights: [1, 1], threshold: 1.5 })).toEqual([0, 0, 0, 1]);
    expect(table({ weights: [1, 1], bias: -0.5 })).toEqual([0, 1, 1, 1]);
    expect(table({ weights: [-1, -1], threshold: -1.5 })).toEqual([1, 1, 1, 0]);
  });

  test('a sum that just reaches the threshold fires', () => {
    expect(table({ weights: [1, 1], threshold: 2 })).toEqual([0, 0, 0, 1]);
  });

  test('also where only binary rounding keeps decimals off the threshold', () => {
    expect(0.7 + 0.1 - 0.8).toBeLessThan(0);
    expect(solve({ inputs: [1, 1], weights: [0.7, 0.1], threshold: 0.8 })).toEqual({ net: 0, output: 1 });
    expect(solve({ inputs: [1], weights: [-1e-20] })).toEqual({ net: -1e-20, output: 0 });
  });
});

test('bias and threshold together, and a graded output', () => {
  const { net, output } = solve({ inputs: [2, -1], weights: [0.5, 1], bias: 0.8, threshold: 0.3, activation: 'tanh' });
  expect(net).toBeCloseTo(0.5, 14);
  expect(output).toBeCloseTo(0.46211715726, 10);
});

test.each(activations)('%s: every step evaluates, few inputs and many, saturated or not', activation => {
  for (const count of [1, 3, 7, 40]) {
    for (const size of [0.1, 1000]) {
      const weights = Array.from({ length: count }, (_, i) => (i % 3 === 0 ? -size : size * 0.7));
      const work = recording();
      kind.solve(kind.read({ inputs: weights.map(() => 1), weights, bias: 0.3, threshold: -0.2, activation }), work);
      for (const step of work.steps) {
        if (step.formula === undefined) continue;
        expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
      }
    }
  }
});

test('mistakes give only what comes out wrong', () => {
  const gate = { inputs: [1, 0], weights: [1, 1], threshold: 1.5 };
  expect(wrong('threshold-added', gate)).toEqual({ net: 2.5, output: 1 });
  expect(wrong('threshold-forgotten', gate)).toEqual({ net: 1, output: 1 });
  expect(wrong('bias-forgotten', gate)).toBeUndefined();
  expect(wrong('strict-step', gate)).toBeUndefined();
  expect(wrong('threshold-forgotten', { ...gate, inputs: [1, 1] })).toEqual({ net: 2 });
  expect(wrong('strict-step', { ...gate, threshold: 1 })).toEqual({ output: 0 });
});

test('weights that are not one per input, and a sum too large, are refused', () => {
  const refused = (params: unknown, code: string, path: string) =>
    expect(() => solve(params)).toThrow(expect.objectContaining({ code, path }));
  refused({ inputs: [1, 2], weights: [1] }, 'invalid-params', 'weights');
  refused({ inputs: [1], weights: [1], activation: 'softmax' }, 'invalid-params', 'activation');
  refused({ inputs: [1e200], weights: [1e200], activation: 'sigmoid' }, 'not-finite', 'net');
});
