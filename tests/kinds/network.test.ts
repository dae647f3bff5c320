import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('network'))!;
const solve = (input: unknown, layers: unknown) =>
  kind.solve(kind.read({ input, layers })) as {
    layers: { size: number[]; parameters: number; receptiveField: number[] | null }[];
    parameters: number;
  };

test('CapsNet (Sabour, Frosst & Hinton 2017, section 4)', () => {
  const { layers, parameters } = solve(
    [28, 28, 1],
    [
      { conv: { kernel: 9, filters: 256 } },
      { capsules: { kernel: 9, channels: 32, dimension: 8, stride: 2 } },
      { capsuleDense: { count: 10, dimension: 16 } },
      { dense: { units: 512 } },
    ],
  );
  expect(layers.map(layer => layer.size)).toEqual([[20, 20, 256], [6, 6, 32, 8], [10, 16], [512]]);
  expect(layers.map(layer => layer.parameters)).toEqual([20_992, 5_308_672, 1_474_560, 82_432]);
  expect(layers.map(layer => layer.receptiveField)).toEqual([[9, 9], [17, 17], null, null]);
  expect(parameters).toBe(20_992 + 5_308_672 + 1_474_560 + 82_432);
});

test('LeNet-5’s dense part, a flatten written or not', () => {
  const stack = [{ conv: { kernel: 5, filters: 6 } }, { pool: { window: 2 } }];
  const dense = { dense: { units: 120 } };
  expect(solve([32, 32, 1], [...stack, { flatten: {} }, dense]).parameters).toBe(
    solve([32, 32, 1], [...stack, dense]).parameters,
  );
});

test('axes of their own: kernel, stride and padding per axis', () => {
  const { layers } = solve(
    [10, 20, 3],
    [{ conv: { kernel: [3, 5], filters: 4, stride: [1, 2], padding: [1, 0], dilation: [2, 1], bias: false } }],
  );
  expect(layers).toEqual([{ size: [8, 8, 4], parameters: 180, receptiveField: [5, 5] }]);
});

test('a pooling that rounds up has one place more', () => {
  const sizes = (ceil: boolean) => solve([7, 7, 1], [{ pool: { window: 2, ceil } }]).layers[0]!.size;
  expect([sizes(false), sizes(true)]).toEqual([
    [3, 3, 1],
    [4, 4, 1],
  ]);
});

describe('what cannot be built is refused with its place', () => {
  test.each([
    ['a kernel larger than its input', [4, 4, 1], [{ conv: { kernel: 5, filters: 1 } }], 'layers[0].conv.kernel'],
    ['a convolution of a vector', [10], [{ conv: { kernel: 3, filters: 1 } }], 'layers[0].conv'],
    ['capsules of no capsules', [10, 10, 1], [{ capsuleDense: { count: 1, dimension: 2 } }], 'layers[0].capsuleDense'],
    ['two layers in one', [4, 4, 1], [{ flatten: {}, dense: { units: 1 } }], 'layers[0]'],
    ['an unknown layer', [4, 4, 1], [{ attention: {} }], 'layers[0]'],
    ['a size of two numbers', [4, 4], [{ flatten: {} }], 'input'],
    [
      'padding and mode',
      [4, 4, 1],
      [{ pool: { window: 2 } }, { conv: { kernel: 1, filters: 1, padding: 1, mode: 'same' } }],
      'layers[1].conv.padding',
    ],
    ['an unknown key', [4, 4, 1], [{ dense: { unit: 3 } }], 'layers[0].dense.unit'],
  ])('%s', (_what, input, layers, path) => {
    expect(() => solve(input, layers)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
  });

  test('more parameters than can be counted', () => {
    expect(() => solve([1_000_000_000], [{ dense: { units: 1_000_000_000 } }])).toThrow(
      expect.objectContaining({ code: 'too-large' }),
    );
  });
});
