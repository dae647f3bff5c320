import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('iou'))!;
const solve = (a: unknown, b: unknown) => kind.solve(kind.read({ a, b }));

test('two boxes that overlap in part', () => {
  expect(solve([2, 1, 8, 5], [4, 3, 10, 7])).toEqual({ intersection: 8, union: 40, iou: 0.2 });
});

test('apart along both axes, and touching at a side: nothing is shared', () => {
  expect(solve([1, 2, 4, 5], [6, 6, 9, 10])).toEqual({ intersection: 0, union: 21, iou: 0 });
  expect(solve([0, 0, 2, 2], [2, 0, 4, 2])).toMatchObject({ intersection: 0, iou: 0 });
});

test('a box in another, the same box twice', () => {
  expect(solve([0, 0, 4, 4], [1, 1, 3, 3])).toEqual({ intersection: 4, union: 16, iou: 0.25 });
  expect(solve([-3, -2, -1, 1], [-3, -2, -1, 1])).toMatchObject({ iou: 1 });
});

test('without area: the IoU is 0, and the work says so', () => {
  expect(solve([1, 1, 1, 3], [0, 0, 4, 4])).toEqual({ intersection: 0, union: 16, iou: 0 });
  const work = recording();
  expect(kind.solve(kind.read({ a: [1, 1, 1, 3], b: [1, 1, 1, 3] }), work)).toEqual({
    intersection: 0,
    union: 0,
    iou: 0,
  });
  expect(work.steps.at(-1)).toMatchObject({ id: 'iou', result: 0, note: { en: expect.stringContaining('Neither') } });
});

test('tiny boxes keep their IoU, whose formula holds; sides of 1e200 have no finite area', () => {
  const work = recording();
  const tiny = { a: [0, 0, 2e-200, 2e-200], b: [1e-200, 1e-200, 3e-200, 3e-200] };
  expect(kind.solve(kind.read(tiny), work).iou).toBeCloseTo(1 / 7, 12);
  expect(difference(evaluateStep(work.steps.at(-1)!), work.steps.at(-1)!.result, 1e-9, 1e-12)).toBeUndefined();
  expect(() => solve([0, 0, 1e200, 1e200], [0, 0, 1e200, 1e200])).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'intersection' }),
  );
});

test('corners the wrong way round and boxes of another length are refused', () => {
  const refused = (a: unknown, path: string) =>
    expect(() => solve(a, [0, 0, 1, 1])).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
  refused([3, 0, 1, 1], 'a[2]');
  refused([0, 3, 1, 1], 'a[3]');
  refused([0, 0, 1], 'a');
  refused([0, 0, 1, 'x'], 'a[3]');
  refused(undefined, 'a');
});

test('mistakes about the union leave the intersection as it is', () => {
  const params = kind.read({ a: [2, 1, 8, 5], b: [4, 3, 10, 7] });
  expect(kind.mistakes['sum-of-areas']!.answer(params)).toEqual({ intersection: 8, union: 48, iou: 1 / 6 });
  expect(kind.mistakes['overlap-not-clipped']!.answer(params)).toBeUndefined();
});
