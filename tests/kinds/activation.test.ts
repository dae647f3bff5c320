import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { parseExpression } from '../../src/math/expression.ts';
import { activations } from '../../src/math/network.ts';
import { recording, rounding } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('activation'))!;
const solve = (params: unknown) => kind.solve(kind.read(params)) as { value: unknown; derivative: unknown };
const wrong = (mistake: string, params: unknown) => kind.mistakes[mistake]!.answer(kind.read(params));

describe('by hand', () => {
  test('sigmoid and tanh at ln 3 are fractions', () => {
    const sigmoid = solve({ function: 'sigmoid', x: Math.log(3) });
    expect(sigmoid.value).toBeCloseTo(3 / 4, 14);
    expect(sigmoid.derivative).toBeCloseTo(3 / 16, 14);
    const tanh = solve({ function: 'tanh', x: Math.log(3) });
    expect(tanh.value).toBeCloseTo(4 / 5, 14);
    expect(tanh.derivative).toBeCloseTo(9 / 25, 14);
  });

  test('the steepest points: ¼ and 1 at 0', () => {
    expect(solve({ function: 'sigmoid', x: 0 })).toEqual({ value: 0.5, derivative: 0.25 });
    expect(solve({ function: 'tanh', x: [0] })).toEqual({ value: [0], derivative: [1] });
  });

  test('leaky ReLU with its usual slope and with another', () => {
    expect(solve({ function: 'leaky-relu', x: [-2, 3] })).toEqual({ value: [-0.02, 3], derivative: [0.01, 1] });
    expect(solve({ function: 'leaky-relu', x: -2, slope: 0.25 })).toEqual({ value: -0.5, derivative: 0.25 });
  });
});

test('at the kink the derivative from the left, at the jump 0', () => {
  expect(solve({ function: 'relu', x: 0 })).toEqual({ value: 0, derivative: 0 });
  expect(solve({ function: 'leaky-relu', x: 0, slope: 0.2 })).toEqual({ value: 0, derivative: 0.2 });
  expect(solve({ function: 'step', x: [-1, 0, 1] })).toEqual({ value: [0, 1, 1], derivative: [0, 0, 0] });
});

test('the answer has the shape of x', () => {
  expect(solve({ function: 'relu', x: [[[1, -1]], [[0, 2]]] })).toEqual({
    value: [[[1, 0]], [[0, 2]]],
    derivative: [[[1, 0]], [[0, 1]]],
  });
});

test.each(activations)('%s: every step evaluates at extremes, one by one and at once', f => {
  const extremes = [1000, -1000, 745, -745, 40, -40, 1e-300, -1e-300, 0, 1e150, -1e150];
  for (const x of [...extremes, extremes.slice(0, 5), extremes, [extremes, extremes]]) {
    const work = recording();
    kind.solve(kind.read({ function: f, x, slope: 1.5 }), work);
    for (const step of work.steps) {
      if (step.formula === undefined) continue;
      expect(() => parseExpression(step.formula!)).not.toThrow();
      expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
    }
  }
});

test('small derivatives keep their digits', () => {
  expect((solve({ function: 'sigmoid', x: 30 }).derivative as number) / Math.exp(-30)).toBeCloseTo(1, 12);
});

test('a rounded output is what the derivative goes on with', () => {
  const params = kind.read({ function: 'sigmoid', x: 0.5 });
  expect(kind.solve(params, rounding(2))).toEqual({ value: 0.62, derivative: 0.24 });
});

test('mistakes by hand', () => {
  const sigmoid = { function: 'sigmoid', x: Math.log(3) };
  expect(wrong('output-for-derivative', sigmoid)).toEqual({ derivative: expect.closeTo(3 / 4, 12) });
  expect(wrong('rules-exchanged', sigmoid)).toEqual({ derivative: expect.closeTo(7 / 16, 12) });
  expect(wrong('exponent-sign', sigmoid)).toEqual({ value: expect.closeTo(1 / 4, 12) });
  expect(wrong('functions-confused', sigmoid)).toEqual({
    value: expect.closeTo(4 / 5, 12),
    derivative: expect.closeTo(9 / 25, 12),
  });
  const tanh = { function: 'tanh', x: Math.log(3) };
  expect(wrong('one-minus-output', tanh)).toEqual({ derivative: expect.closeTo(1 / 5, 12) });
  expect(wrong('exponent-not-doubled', tanh)).toMatchObject({ value: expect.closeTo(1 / 2, 12) });
  expect(wrong('derivative-at-output', { function: 'relu', x: 1 })).toBeUndefined();
  expect(wrong('kink-from-the-right', { function: 'relu', x: [1, -1] })).toBeUndefined();
});

test('an unknown function, a ragged list and a result that is too large are refused', () => {
  const refused = (params: unknown, code: string, path: string) =>
    expect(() => solve(params)).toThrow(expect.objectContaining({ code, path }));
  refused({ function: 'gelu', x: 1 }, 'invalid-params', 'function');
  refused({ function: 'relu' }, 'invalid-params', 'x');
  refused({ function: 'relu', x: [[1, 2], [3]] }, 'invalid-params', 'x[1]');
  refused({ function: 'leaky-relu', x: [1, -1e200], slope: 1e200 }, 'not-finite', 'value[1]');
});
