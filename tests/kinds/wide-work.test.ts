import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

/** Problems larger or more extreme than the generators draw: their work is shortened, or its formulas take another form. */

const filled = (value: number, ...shape: number[]): unknown => {
  const [first, ...rest] = shape;
  return first === undefined ? value : Array.from({ length: first }, () => filled(value, ...rest));
};

const capsules = [
  [
    [1e150, 0],
    [0, 1e150],
  ],
  [
    [1e150, 1e150],
    [-1e150, 1],
  ],
];

const problems: [string, string, Record<string, unknown>][] = [
  ['rnn', 'seven moments of five units', { inputs: filled(0.5, 7, 2), Wx: filled(0.1, 5, 2), Wh: filled(-0.2, 5, 5) }],
  ['rnn', 'a step at almost 0', { inputs: [[-1e-150]], Wx: [[1]], Wh: [[1]], activation: 'step' }],
  ['rnn', 'a saturated sigmoid', { inputs: [[-1000]], Wx: [[1]], Wh: [[1]], activation: 'sigmoid' }],
  ...(['notes', 'onnx', 'pytorch'] as const).map((convention): [string, string, Record<string, unknown>] => [
    'gru',
    `six moments of five units, ${convention}`,
    {
      inputs: filled(0.5, 6, 2),
      Wz: filled(0.1, 5, 7),
      Wr: filled(-0.2, 5, 7),
      Wh: filled(0.3, 5, 7),
      bz: filled(0.1, 5),
      ...(convention === 'pytorch' ? { bhh: filled(0.2, 5) } : {}),
      convention,
    },
  ]),
  [
    'lstm',
    'six moments of five units',
    { inputs: filled(1, 6, 1), Wf: filled(1, 5, 6), Wi: filled(-1, 5, 6), Wc: filled(0.1, 5, 6), Wo: filled(0, 5, 6) },
  ],
  ['routing', 'many capsules, many iterations', { predictions: filled(0.3, 9, 5, 3), iterations: 7 }],
  ['routing', 'long predictions', { predictions: capsules, iterations: 3 }],
  [
    'routing',
    'logits of ±1000',
    {
      predictions: filled(0.3, 2, 2, 2),
      logits: [
        [1000, -1000],
        [0, 1000],
      ],
    },
  ],
  ['routing', 'nothing predicted', { predictions: filled(0, 2, 2, 2), iterations: 2 }],
  [
    'mlp',
    'fourteen hidden units and a softmax over thirteen',
    {
      inputs: [0.5, -1],
      layers: [
        { weights: filled(0.1, 14, 2), bias: filled(0.2, 14), activation: 'sigmoid' },
        { weights: filled(-0.1, 13, 14), activation: 'softmax' },
      ],
    },
  ],
  ['margin-loss', 'fourteen classes', { lengths: filled(0.4, 14), target: 3 }],
  [
    'margin-loss',
    'long capsules',
    {
      capsules: [
        [1e120, 1e120],
        [0.5, 0],
      ],
      target: 0,
    },
  ],
  [
    'gan-loss',
    'nine scores, some of them extreme',
    { real: [1e-300, ...(filled(0.5, 8) as number[])], fake: filled(1e-17, 9) },
  ],
  ['gan-cls', 'nine scores', { realMatch: filled(0.9, 9), realMismatch: filled(0.2, 9), fakeMatch: filled(1e-9, 9) }],
  ['gan-optimum', 'eight outcomes', { data: filled(0.125, 8), generator: [0.5, 0.5, ...(filled(0, 6) as number[])] }],
  ['gan-optimum', 'outcomes that almost never happen', { data: [1e-17, 1], generator: [1, 5e-324] }],
  ['rbm', 'seven units', { weights: filled(100, 7, 8), visible: filled(1, 8), hidden: filled(1, 7) }],
  ['contrastive-divergence', 'seven units', { weights: filled(-0.5, 7, 8), visible: filled(1, 8), learningRate: 0.1 }],
];

test.each(problems)('%s: %s', async (id, _name, raw) => {
  const kind = (await loadKind(id))!;
  const params = kind.read(raw);
  const work = recording();
  const answer = kind.solve(params, work);
  expect(answer).toEqual(kind.solve(params));
  const ids = work.steps.map(step => step.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(work.steps.length).toBeLessThan(120);
  for (const step of work.steps) {
    if (step.formula === undefined) continue;
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), `${step.id}: ${step.formula}`).toBeUndefined();
  }
});

test('the divergence of almost disjoint distributions is ln 2', async () => {
  const kind = (await loadKind('gan-optimum'))!;
  const { jensenShannon } = kind.solve(kind.read({ data: [1e-17, 1], generator: [1, 1e-17] }));
  expect(jensenShannon).toBeCloseTo(Math.LN2, 14);
});

test.each([
  ['rnn', { inputs: [[1e308, 1e308]], Wx: [[1, 1]], Wh: [[1]] }],
  ['rbm', { weights: [[1e308, 1e308]], visible: [1, 1] }],
  ['routing', { predictions: [[[1.7e308, 1.7e308]]], iterations: 1 }],
  ['gan-cls', { realMatch: 0, realMismatch: 0.5, fakeMatch: 0.5 }],
])('%s says what is not finite', async (id, raw) => {
  const kind = (await loadKind(id))!;
  expect(() => kind.solve(kind.read(raw))).toThrow(expect.objectContaining({ code: 'not-finite' }));
});

test.each([
  ['gru', { inputs: [[1]], Wz: [[1, 1]], Wr: [[1, 1]], Wh: [[1, 1]], bhh: [1] }, 'bhh'],
  ['gru', { inputs: [[1]], Wz: [[1, 1]], Wr: [[1, 1, 1]], Wh: [[1, 1]] }, 'Wr[0]'],
  ['lstm', { inputs: [[1]], Wf: [[1, 1]], Wi: [[1, 1]], Wc: [[1, 1]], Wo: [[1, 1]], cell: [1, 2] }, 'cell'],
  ['routing', { predictions: [[[1, 2]], [[1, 2, 3]]] }, 'predictions[1][0]'],
  ['routing', { predictions: [[[1, 2]]], inputs: [[1]] }, 'inputs'],
  ['routing', { inputs: [[1]], weights: [[[[1, 2]]]] }, 'inputs[0]'],
  ['routing', { predictions: [[[1, 2]]], logits: [[1, 2]] }, 'logits'],
  ['margin-loss', { lengths: [0.5], capsules: [[0.5]], target: 0 }, 'capsules'],
  ['margin-loss', { lengths: [0.5, 0.5], target: [1, 2] }, 'target'],
  ['gan-optimum', { data: [0.5, 0.5], generator: [1] }, 'generator'],
  ['rbm', { weights: [[1, 2]], visible: [1, 0], hiddenBias: [1, 2] }, 'hiddenBias'],
])('%s refuses %j at %s', async (id, raw, path) => {
  const kind = (await loadKind(id))!;
  expect(() => kind.read(raw)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
});
