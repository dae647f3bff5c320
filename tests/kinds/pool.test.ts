import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('pool'))!;
const solve = (params: unknown) => kind.solve(kind.read(params)) as { output: unknown; size: number[] };
const output = (params: unknown): unknown => solve(params).output;

const nine = [
  [0, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
];

describe('worked examples', () => {
  test('Dive into Deep Learning, section 7.5: 3×3, window 2, stride 1', () => {
    const params = { input: nine, window: 2, stride: 1 };
    expect(output(params)).toEqual([
      [4, 5],
      [7, 8],
    ]);
    expect(output({ ...params, operation: 'average' })).toEqual([
      [2, 3],
      [5, 6],
    ]);
  });

  test('the stride is the window unless told, and is filled in', () => {
    expect(kind.read({ input: nine, window: [1, 2] }).stride).toEqual([1, 2]);
    expect(solve({ input: [1, 5, 2, 4, 9], window: 2 })).toEqual({ output: [5, 4], size: [2] });
  });

  test('channels are pooled one by one', () => {
    expect(solve({ input: [[[1, 2]], [[-3, -4]]], window: [1, 2] })).toEqual({
      output: [[[2]], [[-3]]],
      size: [2, 1, 1],
    });
  });

  test('one channel stays a list of matrices', () => {
    expect(solve({ input: [nine], window: 3 })).toEqual({ output: [[[8]]], size: [1, 1, 1] });
  });
});

describe('padding', () => {
  test('is never the maximum', () => {
    expect(output({ input: [-3, -5, -2], window: 3, stride: 2, padding: 1 })).toEqual([-3, -2]);
  });

  test('is left out of a mean unless it is counted', () => {
    const params = { input: [3, 6, 9], window: 3, stride: 2, padding: 1, operation: 'average' };
    expect(output(params)).toEqual([4.5, 7.5]);
    expect(output({ ...params, countPadding: true })).toEqual([3, 5]);
  });

  test('of same goes to the end, of same-lower to the beginning', () => {
    const params = { input: [1, 2, 3], window: 2, stride: 2 };
    expect(output({ ...params, mode: 'same' })).toEqual([2, 3]);
    expect(output({ ...params, mode: 'same-lower' })).toEqual([1, 3]);
  });

  test('may be larger than half the window where zeros count', () => {
    const params = { input: [4], window: 2, stride: 1, padding: 2, operation: 'average', countPadding: true };
    expect(output(params)).toEqual([0, 2, 2, 0]);
  });

  test('alone has no maximum and no mean', () => {
    for (const operation of ['max', 'average']) {
      const params = { input: [[4, 1]], window: [1, 2], stride: 1, padding: [0, 2], operation };
      expect(() => solve(params)).toThrow(expect.objectContaining({ code: 'not-finite', path: 'output[0][0]' }));
    }
  });

  test('may lie under every tap of a dilated window', () => {
    const params = { input: [7], window: 2, dilation: 2, padding: 1 };
    expect(() => solve(params)).toThrow(expect.objectContaining({ code: 'not-finite', path: 'output[0]' }));
  });
});

describe('ceil', () => {
  test('keeps the window that hangs over', () => {
    expect(output({ input: [3, 1, 4, 1, 5], window: 2 })).toEqual([3, 4]);
    expect(output({ input: [3, 1, 4, 1, 5], window: 2, ceil: true })).toEqual([3, 4, 5]);
  });

  test('never counts the overhang in a mean', () => {
    const params = { input: [2, 4, 6, 8], window: 3, stride: 3, padding: 1, operation: 'average', ceil: true };
    expect(output(params)).toEqual([3, 7]);
    expect(output({ ...params, countPadding: true })).toEqual([2, 14 / 3]);
    expect(output({ ...params, input: [2, 4, 6], countPadding: true })).toEqual([2, 3]);
  });

  test('drops a window that would start in the end padding', () => {
    expect(output({ input: [1, 2, 3], window: 2, stride: 2, padding: 1, ceil: true })).toEqual([1, 3]);
    expect(output({ input: [1, 2], window: 1, stride: 2, ceil: true })).toEqual([1]);
  });
});

test('means of numbers whose sum is too large, and steps that evaluate', () => {
  const params = kind.read({ input: [1.5e308, 1.5e308, -1e308, 1e-300], window: 2, operation: 'average' });
  const work = recording();
  expect(kind.solve(params, work).output).toEqual([1.5e308, -5e307]);
  for (const step of work.steps.filter(({ formula }) => formula !== undefined))
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
});

test('many cells are shortened', () => {
  const work = recording();
  const input = Array.from({ length: 40 }, (_, i) => Array.from({ length: 40 }, (_, j) => i - j));
  kind.solve(kind.read({ input, window: 2 }), work);
  expect(work.steps.length).toBeLessThan(70);
});

test.each([
  [{ input: [1, 2], window: 3 }, 'invalid-params', 'window'],
  [{ input: [1, 2], window: 3, ceil: true }, 'invalid-params', 'window'],
  [{ input: [1, 2], window: [1, 2] }, 'invalid-params', 'window'],
  [{ input: [1, 2], window: 0 }, 'invalid-params', 'window'],
  [{ input: [1, 2], window: 1, stride: [1, 1] }, 'invalid-params', 'stride'],
  [{ input: [1, 2], window: 1, mode: 'full' }, 'invalid-params', 'mode'],
  [{ input: [1, 2], window: 1, mode: 'same', padding: 1 }, 'invalid-params', 'padding'],
  [{ input: [1, 2], window: 1, operation: 'sum' }, 'invalid-params', 'operation'],
  [{ input: 3, window: 1 }, 'invalid-params', 'input'],
  [{ input: [1], window: 1e12, stride: 1, padding: 1e12 }, 'too-large', undefined],
])('%j: %s at %s', (params, code, path) => {
  expect(() => kind.read(params)).toThrow(expect.objectContaining({ code, path }));
});
