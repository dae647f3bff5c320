import fc from 'fast-check';
import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('transposed-conv-size'))!;
const ordinary = (await loadKind('conv-size'))!;
const size = (params: unknown) => kind.solve(kind.read(params)).size as number[];

test('the generator of a DCGAN: 4, 8, 16, 32, 64', () => {
  expect(size({ input: [1, 1], kernel: 4 })).toEqual([4, 4]);
  for (const n of [4, 8, 16, 32])
    expect(size({ input: [n, n], kernel: 4, stride: 2, padding: 1 })).toEqual([2 * n, 2 * n]);
});

test('Dumoulin & Visin 2016, figures 4.1 to 4.7', () => {
  expect(size({ input: [2, 2], kernel: 3 })).toEqual([4, 4]);
  expect(size({ input: [6, 6], kernel: 4, padding: 2 })).toEqual([5, 5]);
  expect(size({ input: [5, 5], kernel: 3, padding: 1 })).toEqual([5, 5]);
  expect(size({ input: [7, 7], kernel: 3, padding: 2 })).toEqual([5, 5]);
  expect(size({ input: [2, 2], kernel: 3, stride: 2 })).toEqual([5, 5]);
  expect(size({ input: [3, 3], kernel: 3, stride: 2, padding: 1 })).toEqual([5, 5]);
  expect(size({ input: [3, 3], kernel: 3, stride: 2, padding: 1, outputPadding: 1 })).toEqual([6, 6]);
});

test('a dilated kernel spans more', () => {
  expect(size({ input: [3, 3], kernel: 2, dilation: 2 })).toEqual([5, 5]);
});

test('the ordinary convolution leads back, whatever the output padding', () => {
  const numbers = fc.record({
    n: fc.integer({ min: 1, max: 30 }),
    kernel: fc.integer({ min: 1, max: 7 }),
    stride: fc.integer({ min: 1, max: 5 }),
    padding: fc.integer({ min: 0, max: 3 }),
    dilation: fc.integer({ min: 1, max: 3 }),
    rest: fc.nat(4),
  });
  fc.assert(
    fc.property(numbers, ({ n, rest, ...shape }) => {
      const outputPadding = rest % shape.stride;
      const length =
        shape.stride * (n - 1) + shape.dilation * (shape.kernel - 1) + 1 - 2 * shape.padding + outputPadding;
      fc.pre(length >= 1);
      const input = size({ input: [n], ...shape, outputPadding });
      expect(ordinary.solve(ordinary.read({ input, ...shape }))).toMatchObject({
        size: [n],
        fits: outputPadding === 0,
      });
    }),
  );
});

test('the output padding may reach the dilation where that is larger than the stride', () => {
  expect(size({ input: [3], kernel: 2, dilation: 3, outputPadding: 2 })).toEqual([8]);
});

test.each([
  [{ input: [3], kernel: 3, stride: 2, outputPadding: 2 }, 'invalid-params', 'outputPadding'],
  [{ input: [3], kernel: 3, outputPadding: 1 }, 'invalid-params', 'outputPadding'],
  [{ input: [3, 3], kernel: 3, stride: [2, 1], outputPadding: 1 }, 'invalid-params', 'outputPadding'],
  [{ input: [1], kernel: 2, padding: 1 }, 'invalid-params', 'padding'],
  [{ input: [3], kernel: [3, 3] }, 'invalid-params', 'kernel'],
  [{ input: [3, 3, 3], kernel: 3 }, 'invalid-params', 'input'],
  [{ input: [3], kernel: 0 }, 'invalid-params', 'kernel'],
  [{ input: [1e15], kernel: 3, stride: 1000 }, 'too-large', undefined],
])('%j: %s at %s', (params, code, path) => {
  expect(() => kind.read(params)).toThrow(expect.objectContaining({ code, path }));
});
