import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { askedValue } from '../../src/problem/kind.ts';

const kind = (await loadKind('yolo-output'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('the network of the paper: 7×7×30', () => {
  const params = kind.read({ grid: 7, boxes: 2, classes: 20 });
  const answer = kind.solve(params);
  expect(answer).toEqual({ size: [7, 7, 30], values: 1470, predictions: 98 });
  expect(askedValue(kind, 'depth', answer, params)).toBe(30);
});

test('one cell, one box, one class', () => {
  expect(solve({ grid: 1, boxes: 1, classes: 1 })).toEqual({ size: [1, 1, 6], values: 6, predictions: 1 });
});

test('with one box a cell, classes per box or per cell are the same', () => {
  const params = kind.read({ grid: 4, boxes: 1, classes: 3 });
  expect(kind.mistakes['classes-per-box']!.answer(params)).toBeUndefined();
  expect(kind.mistakes['confidence-forgotten']!.answer(params)).toEqual({ size: [4, 4, 7], values: 112 });
});

test.each(['grid', 'boxes', 'classes'])('%s is a whole number from 1 on', name => {
  for (const value of [0, -1, 2.5, 'x', undefined]) {
    expect(() => solve({ grid: 7, boxes: 2, classes: 20, [name]: value })).toThrow(
      expect.objectContaining({ code: 'invalid-params', path: name }),
    );
  }
});
