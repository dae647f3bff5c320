import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('clip-gradient'))!;
const solve = (params: unknown) => kind.solve(kind.read(params)) as { norm: number; clipped: unknown };

test('by the norm: as long as allowed, the same direction', () => {
  expect(solve({ gradient: [6, -8], maxNorm: 5 })).toEqual({ norm: 10, clipped: [3, -4] });
});

test('by the value: component by component', () => {
  expect(solve({ gradient: [1, -4, 8], maxValue: 3 })).toEqual({ norm: 9, clipped: [1, -3, 3] });
});

test('within the limit, on it, and zero: unchanged', () => {
  expect(solve({ gradient: [0.3, -0.4], maxNorm: 1 }).clipped).toEqual([0.3, -0.4]);
  expect(solve({ gradient: [3, 4], maxNorm: 5 }).clipped).toEqual([3, 4]);
  expect(solve({ gradient: [0, 0], maxNorm: 5 })).toEqual({ norm: 0, clipped: [0, 0] });
});

test('the norm of a matrix is over all of its entries', () => {
  const matrix = [
    [1, 2],
    [2, 4],
  ];
  expect(solve({ gradient: matrix, maxNorm: 2.5 }).clipped).toEqual([
    [0.5, 1],
    [1, 2],
  ]);
});

test('components whose squares overflow', () => {
  const { norm, clipped } = solve({ gradient: [3e200, 4e200], maxNorm: 5 }) as { norm: number; clipped: number[] };
  expect(norm).toBeCloseTo(5e200, -190);
  expect(clipped[0]).toBeCloseTo(3, 12);
});

test.each([[{}], [{ maxNorm: 1, maxValue: 1 }]])('either limit, not %j', limits => {
  expect(() => kind.read({ gradient: [1], ...limits })).toThrow(expect.objectContaining({ code: 'invalid-params' }));
});

test.each([['maxNorm'], ['maxValue']])('%s must be above 0', name => {
  expect(() => kind.read({ gradient: [1], [name]: 0 })).toThrow(expect.objectContaining({ path: name }));
});

test('a wrong norm is told by the norm and by what is clipped with it', () => {
  const wrong = (id: string, params: unknown) => kind.mistakes[id]!.answer(kind.read(params));
  expect(wrong('sum-for-norm', { gradient: [3, 5], maxNorm: 4 })).toEqual({ norm: 8, clipped: [1.5, 2.5] });
  expect(wrong('squared-norm', { gradient: [3, -4], maxNorm: 6.25 })).toEqual({ norm: 25, clipped: [0.75, -1] });
  expect(wrong('squared-norm', { gradient: [3, -4], maxValue: 3 })).toEqual({ norm: 25 });
  expect(wrong('sum-for-norm', { gradient: [0, -4], maxNorm: 1 })).toBeUndefined();
});
