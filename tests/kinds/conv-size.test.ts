import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('conv-size'))!;
const conv = (await loadKind('conv'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('the first layer of AlexNet: 227×227×3, 96 filters 11×11, stride 4', () => {
  expect(solve({ input: [227, 227, 3], kernel: 11, filters: 96, stride: 4 })).toEqual({
    size: [55, 55, 96],
    padding: [0, 0, 0, 0],
    fits: true,
    parameters: 34_944,
    multiplications: 105_415_200,
  });
});

test('the layers of CapsNet: 9×9 at stride 1, then 9×9 at stride 2', () => {
  expect(solve({ input: [28, 28, 1], kernel: 9, filters: 256 })).toMatchObject({
    size: [20, 20, 256],
    parameters: 20_992,
  });
  expect(solve({ input: [20, 20, 256], kernel: 9, filters: 256, stride: 2 })).toMatchObject({
    size: [6, 6, 256],
    fits: false,
    parameters: 5_308_672,
  });
});

test('the odd zero of same goes to the end, of same-lower to the beginning', () => {
  expect(solve({ input: [5, 5], kernel: 2, mode: 'same' }).padding).toEqual([0, 1, 0, 1]);
  expect(solve({ input: [5, 5], kernel: 2, mode: 'same-lower' }).padding).toEqual([1, 0, 1, 0]);
  expect(solve({ input: [5], kernel: 4, mode: 'same' })).toMatchObject({ size: [5], padding: [1, 2] });
});

test('full of a dilated kernel pads its span − 1', () => {
  expect(solve({ input: [5], kernel: 3, dilation: 2, mode: 'full' })).toMatchObject({ size: [9], padding: [4, 4] });
});

test('agrees with the convolution itself, whatever the options', () => {
  const small = fc.integer({ min: 1, max: 3 });
  const options = fc.record({
    height: fc.integer({ min: 3, max: 7 }),
    width: fc.integer({ min: 3, max: 7 }),
    kernel: fc.tuple(small, small),
    stride: fc.tuple(small, small),
    dilation: fc.tuple(small, small),
    mode: fc.constantFrom('valid', 'same', 'same-lower', 'full'),
  });
  fc.assert(
    fc.property(options, ({ height, width, kernel, stride, dilation, mode }) => {
      fc.pre(mode !== 'valid' || (dilation[0] * (kernel[0] - 1) < height && dilation[1] * (kernel[1] - 1) < width));
      const zeros = (rows: number, columns: number): number[][] =>
        Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
      const { size } = conv.solve(
        conv.read({ input: zeros(height, width), kernel: zeros(...kernel), stride, dilation, mode }),
      );
      expect(solve({ input: [height, width], kernel, stride, dilation, mode }).size).toEqual(size);
    }),
    { numRuns: 300 },
  );
});
