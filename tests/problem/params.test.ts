import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { ProblemError } from '../../src/problem/error.ts';

const conv = (await loadKind('conv'))!;
const convSize = (await loadKind('conv-size'))!;
const bp = (await loadKind('bp'))!;
const squash = (await loadKind('squash'))!;

const layer = { weights: [[0.1, 0.2]], activation: 'sigmoid' };
const net = { inputs: [1, 0], targets: [1], layers: [layer], learningRate: 0.5 };
const image = [
  [1, 2, 3],
  [4, 5, 6],
  [7, 8, 9],
];

/** Wrong inputs of every sort: what is wrong, and the path the error must lead to. */
const wrong: readonly (readonly [string, typeof conv, unknown, string])[] = [
  ['no object', conv, [1, 2], ''],
  ['nothing', conv, {}, 'input'],
  ['an empty matrix', conv, { input: [], kernel: [1] }, 'input'],
  ['an empty row', conv, { input: [[]], kernel: [[1]] }, 'input[0]'],
  ['a ragged matrix', conv, { input: [[1, 2], [3]], kernel: [[1]] }, 'input[1]'],
  [
    'text for a number',
    conv,
    {
      input: [
        [1, 'two'],
        [3, 4],
      ],
      kernel: [[1]],
    },
    'input[0][1]',
  ],
  ['NaN', conv, { input: [[1, Number.NaN]], kernel: [[1]] }, 'input[0][1]'],
  ['infinity from an expression', conv, { input: [['1/0']], kernel: [[1]] }, 'input[0][0]'],
  ['null in a matrix', conv, { input: [[1, null]], kernel: [[1]] }, 'input[0][1]'],
  ['a nest deeper than a volume', conv, { input: [[[[1]]]], kernel: [[1]] }, 'input'],
  ['a kernel of another rank', conv, { input: image, kernel: [1, 2] }, 'kernel'],
  ['a kernel of another depth', conv, { input: [image, image], kernel: [[[1]]] }, 'kernel'],
  [
    'a kernel larger than the input',
    conv,
    {
      input: [[1]],
      kernel: [
        [1, 2],
        [3, 4],
      ],
    },
    'kernel',
  ],
  ['stride 0', conv, { input: image, kernel: [[1]], stride: 0 }, 'stride'],
  ['half a stride', conv, { input: image, kernel: [[1]], stride: 1.5 }, 'stride'],
  ['two strides for a vector', conv, { input: [1, 2], kernel: [1], stride: [1, 2] }, 'stride'],
  ['negative padding', conv, { input: image, kernel: [[1]], padding: -1 }, 'padding'],
  ['three paddings', conv, { input: image, kernel: [[1]], padding: [1, 2, 3] }, 'padding'],
  ['padding and mode', conv, { input: image, kernel: [[1]], padding: 1, mode: 'same' }, 'padding'],
  ['an unknown mode', conv, { input: image, kernel: [[1]], mode: 'vaild' }, 'mode'],
  ['a misspelt parameter', conv, { input: image, kernal: [[1]] }, 'kernal'],
  ['too few biases', conv, { input: [image], kernel: [[[[1]]], [[[1]]]], bias: [1] }, 'bias'],
  ['dilation 0', conv, { input: image, kernel: [[1]], dilation: 0 }, 'dilation'],
  ['a flag that is text', conv, { input: image, kernel: [[1]], flip: 'yes' }, 'flip'],
  ['a size of four axes', convSize, { input: [1, 2, 3, 4], kernel: 3 }, 'input'],
  ['a size of 0', convSize, { input: [0, 5], kernel: 3 }, 'input[0]'],
  ['filters 0', convSize, { input: [5, 5], kernel: 3, filters: 0 }, 'filters'],
  ['a kernel with too many axes', convSize, { input: [5], kernel: [3, 3] }, 'kernel'],
  ['a window that does not fit', convSize, { input: [4, 4], kernel: 5 }, 'kernel'],
  ['no layers', bp, { ...net, layers: [] }, 'layers'],
  ['a layer without weights', bp, { ...net, layers: [{ activation: 'sigmoid' }] }, 'layers[0].weights'],
  ['an unknown activation', bp, { ...net, layers: [{ ...layer, activation: 'swish' }] }, 'layers[0].activation'],
  ['weights of another width', bp, { ...net, inputs: [1, 2, 3] }, 'layers[0].weights[0]'],
  ['a bias of another length', bp, { ...net, layers: [{ ...layer, bias: [1, 2] }] }, 'layers[0].bias'],
  ['a target of another length', bp, { ...net, targets: [1, 2] }, 'targets'],
  [
    'samples without targets',
    bp,
    {
      ...net,
      inputs: [
        [1, 0],
        [0, 1],
      ],
      targets: [[1]],
    },
    'targets',
  ],
  ['a sample of another length', bp, { ...net, inputs: [[1, 0], [0]], targets: [[1], [0]] }, 'inputs[1]'],
  ['no learning rate', bp, { ...net, learningRate: undefined }, 'learningRate'],
  [
    'cross-entropy on a linear output',
    bp,
    { ...net, loss: 'cross-entropy', layers: [{ ...layer, activation: 'linear' }] },
    'loss',
  ],
  ['updates 0', bp, { ...net, updates: 0 }, 'updates'],
  ['an unknown key in a layer', bp, { ...net, layers: [{ ...layer, weight: 1 }] }, 'layers[0].weight'],
  ['a lone number for a vector', squash, { vector: 3 }, 'vector'],
  ['an expression with a name', squash, { vector: ['x'] }, 'vector[0]'],
  ['an expression that calls', squash, { vector: ['ones(10)'] }, 'vector[0]'],
];

describe('wrong parameters are refused with the path and both languages', () => {
  test.each(wrong)('%s', (_what, kind, raw, path) => {
    let error: unknown;
    try {
      kind.read(raw);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ProblemError);
    const { code, text, path: found } = error as ProblemError;
    expect(code).toBe('invalid-params');
    expect(found ?? '').toBe(path);
    expect(text.en).not.toBe('');
    expect(text.zh).toMatch(/[\u4e00-\u9fff]/);
  });
});

test('a misspelt parameter is answered with a guess', () => {
  expect(() => conv.read({ input: image, kernal: [[1]] })).toThrow('did you mean “kernel”');
});

test('sizes are bounded before memory is taken', () => {
  const read = (): unknown => conv.read({ input: image, kernel: [[1]], padding: 1_000_000 });
  expect(read).toThrow(expect.objectContaining({ code: 'too-large' }));
  expect(read).toThrow('--limit');
});

test('numbers that overflow are refused by the name of the quantity', () => {
  const params = conv.read({ input: [1e308, 1e308], kernel: [10, 10] });
  expect(() => conv.solve(params)).toThrow(expect.objectContaining({ code: 'not-finite', path: 'output[0]' }));
});

test('expressions stand for numbers', () => {
  expect(squash.read({ vector: ['1/2', 'sqrt(2)/2', '-2^2', 'pi', 'ln(e)', '1e-3'] })).toEqual({
    vector: [0.5, Math.SQRT1_2, -4, Math.PI, 1, 0.001],
  });
});

test('defaults are filled in', () => {
  expect(conv.read({ input: [1, 2], kernel: [1] })).toEqual({
    input: [1, 2],
    kernel: [1],
    mode: 'valid',
    stride: 1,
    dilation: 1,
    flip: false,
    bias: 0,
  });
});
