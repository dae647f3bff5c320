import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { askedValue } from '../../src/problem/kind.ts';
import { solveWithSteps } from '../../src/problem/solution.ts';

const bp = (await loadKind('bp'))!;
const net = {
  inputs: [1, 0],
  targets: [1],
  learningRate: 0.5,
  layers: [
    {
      weights: [
        [0.3, -0.2],
        [0.5, 0.1],
      ],
      activation: 'sigmoid',
    },
    { weights: [[0.4, -0.6]], activation: 'sigmoid' },
  ],
};
const solve = (params: unknown) => bp.solve(bp.read(params));
const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

describe('one hidden layer and one output, by the formulas of the course', () => {
  const z = [sigmoid(0.3), sigmoid(0.5)];
  const y = sigmoid(0.4 * z[0]! - 0.6 * z[1]!);
  const delta = (1 - y) * y * (1 - y);
  const params = bp.read(net);
  const answer = bp.solve(params);
  const asked = (name: string): number[] => [askedValue(bp, name, answer, params)].flat(3) as number[];

  test.each([
    ['output', [y]],
    ['loss', [(1 - y) ** 2 / 2]],
    ['hiddenOutputs', z],
    ['outputDeltas', [delta]],
    ['hiddenDeltas', [delta * 0.4 * z[0]! * (1 - z[0]!), delta * -0.6 * z[1]! * (1 - z[1]!)]],
    ['outputWeightChanges', [0.5 * delta * z[0]!, 0.5 * delta * z[1]!]],
    ['hiddenWeightChanges', [0.5 * delta * 0.4 * z[0]! * (1 - z[0]!), 0, 0.5 * delta * -0.6 * z[1]! * (1 - z[1]!), 0]],
  ])('%s', (name, expected) => {
    const got = asked(name);
    expect(got).toHaveLength(expected.length);
    got.forEach((x, i) => {
      expect(x).toBeCloseTo(expected[i]!, 14);
    });
  });

  test('the error falls', () => {
    expect(answer.updatedLoss).toBeLessThan(answer.loss as number);
  });
});

test('deltas of the answer are ∂E/∂net: the course’s with the other sign', () => {
  const { deltas } = solve(net) as { deltas: number[][] };
  expect(deltas[1]![0]).toBeLessThan(0);
});

test('softmax with cross-entropy: the delta is y − r', () => {
  const layers = [{ weights: [[1], [0], [-1]], activation: 'softmax' }];
  const { deltas, output } = solve({
    inputs: [1],
    targets: [0, 1, 0],
    layers,
    loss: 'cross-entropy',
    learningRate: 1,
  }) as {
    deltas: number[][];
    output: number[];
  };
  expect(deltas[0]).toEqual([output[0], output[1]! - 1, output[2]]);
});

test('a saturated output still has a finite loss', () => {
  const layers = [{ weights: [[1000], [-1000]], activation: 'softmax' }];
  expect(solve({ inputs: [1], targets: [0, 1], layers, loss: 'cross-entropy', learningRate: 1 }).loss).toBe(2000);
  const sigmoidLayer = [{ weights: [[1000]], activation: 'sigmoid' }];
  expect(solve({ inputs: [1], targets: [0], layers: sigmoidLayer, loss: 'cross-entropy', learningRate: 1 }).loss).toBe(
    1000,
  );
});

test('a batch is the mean of its samples', () => {
  const one = (inputs: number[], targets: number[]) =>
    solve({ ...net, inputs, targets }) as { loss: number; gradients: { weights: number[][] }[] };
  const [a, b] = [one([1, 0], [1]), one([0, 2], [0])];
  const batch = solve({
    ...net,
    inputs: [
      [1, 0],
      [0, 2],
    ],
    targets: [[1], [0]],
  }) as typeof a & { output: number[][] };
  expect(batch.output).toHaveLength(2);
  expect(batch.loss).toBeCloseTo((a.loss + b.loss) / 2, 14);
  expect(batch.gradients[0]!.weights[1]![1]).toBeCloseTo(
    (a.gradients[0]!.weights[1]![1]! + b.gradients[0]!.weights[1]![1]!) / 2,
    14,
  );
});

test('regularisation shrinks the weights and leaves the losses as they are', () => {
  const layers = [{ weights: [[2, -3]], bias: [1], activation: 'linear' }];
  const still = { inputs: [0, 0], targets: [1], layers, learningRate: 0.1 };
  const l2 = solve({ ...still, regularization: { type: 'l2', lambda: 0.5 } }) as {
    loss: number;
    updated: { weights: number[][]; bias: number[] }[];
  };
  expect(l2.updated[0]!.weights[0]![0]).toBeCloseTo(1.9, 14);
  expect(l2.updated[0]!.weights[0]![1]).toBeCloseTo(-2.85, 14);
  expect(l2.updated[0]!.bias).toEqual([1]);
  expect(l2.loss).toBe(0);
  const l1 = solve({ ...still, regularization: { type: 'l1', lambda: 0.5 } }) as typeof l2;
  expect(l1.updated[0]!.weights[0]![0]).toBeCloseTo(1.95, 14);
  expect(l1.updated[0]!.weights[0]![1]).toBeCloseTo(-2.95, 14);
});

test('a penalty that was forgotten, turned round or of the other norm is told apart', () => {
  // u = 0, so y = ½ and δ = ⅛: Δw = ½(δx − λw) by hand.
  const weights = [0.5, -0.25];
  const params = bp.read({
    inputs: [1, 2],
    targets: [1],
    layers: [{ weights: [weights], activation: 'sigmoid' }],
    learningRate: 0.5,
    regularization: { type: 'l2', lambda: 0.1 },
  });
  const changes = (answer: unknown): number[] => {
    const { updated } = answer as { updated: { weights: number[][] }[] };
    return updated[0]!.weights[0]!.map((w, i) => Number((w - weights[i]!).toFixed(10)));
  };
  const by = (mistake: string): number[] => changes(bp.mistakes[mistake]!.answer(params));
  expect(changes(bp.solve(params))).toEqual([0.0375, 0.1375]);
  expect(by('penalty-forgotten')).toEqual([0.0625, 0.125]);
  expect(by('penalty-sign-turned')).toEqual([0.0875, 0.1125]);
  expect(by('other-norm')).toEqual([0.0125, 0.175]);
  expect(bp.headline!(params)!.zh).toContain('L2 正则项 λ = 0.1');
  expect(bp.prompt(params).en).toContain('L2 penalty (λ/2)Σw² of all weights (not of biases), λ = 0.1');
  expect(bp.prompt(params).zh).toContain('L2 正则项 (λ/2)Σw²，λ = 0.1');
});

test('biases move unless they are frozen; several updates go on from the last', () => {
  const layers = [{ weights: [[0.5]], bias: [0.1], activation: 'tanh' }];
  const params = { inputs: [2], targets: [1], layers, learningRate: 0.3 };
  const [free, frozen] = [solve(params), solve({ ...params, freezeBias: true })] as {
    updated: { weights: number[][]; bias: number[] }[];
  }[];
  expect(free!.updated[0]!.bias[0]).not.toBe(0.1);
  expect(frozen!.updated[0]!.bias[0]).toBe(0.1);
  const twice = solve({ ...params, updates: 2 }).updated;
  const once = solve(params).updated as typeof layers;
  expect(solve({ ...params, layers: [{ ...layers[0], ...once[0] }] }).updated).toEqual(twice);
});

test('the work shows forward pass, error, deltas, every change, and the error after the update', () => {
  const { steps } = solveWithSteps(bp, bp.read(net));
  const ids = steps.map(step => step.id);
  for (const id of [
    'u1_1',
    'z_1',
    'u2',
    'y',
    'loss',
    'δ2',
    'δ1_1',
    'δ1_2',
    'Δw2_11',
    'Δw2_21',
    'Δw1_11',
    'Δw1_21',
    'Δw1_12',
    'Δw1_22',
  ]) {
    expect(ids).toContain(id);
  }
  expect(ids.at(-1)).toBe('updatedLoss');
  expect(steps.find(step => step.id === 'δ1_1')!.formula).toBe('(δ2*w2_11)*z_1*(1 - z_1)');
});
