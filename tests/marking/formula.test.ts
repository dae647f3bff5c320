import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findFormula, readFormula } from '../../src/marking/formula.ts';
import { markText } from '../../src/marking/key-points.ts';
import { normalise } from '../../src/marking/normalise.ts';

const isIn = (formula: string, answer: string): boolean =>
  findFormula(readFormula(formula)!, normalise(answer).text).length > 0;

const update = 'Δw = α (r - y) y (1 - y) z';
const state = 'h_t = (1 - z_t) h_{t-1} + z_t h~_t';
const squash = 'v = ‖s‖^2/(1 + ‖s‖^2) s/‖s‖';

describe('a formula in any order, spelling and notation', () => {
  test.each([
    [update, 'Δw = α(r-y)y(1-y)z'],
    [update, 'Δw=αz(1-y)y(r-y)'],
    [update, 'delta w = eta*(r - y)*y*(1-y)*z'],
    [update, 'dw = lr (t-o) o(1-o) z'],
    [update, '$\\Delta w = \\alpha (r-y) y (1-y) z_j$'],
    [update, '权重调整为 Δw2_j1 = α·（r−y）·y·（1−y）·z_j，其中 α 是学习率'],
    [update, 'Δw = -α(y-r)y(1-y)z'],
    [state, 'h_t=(1-z)*h+z*h~'],
    [state, 'ht = zt*h~t + (1-zt)*ht-1'],
    [state, 'h_t = (1 − z_t)⊙h_{t−1} + z_t⊙h̃_t'],
    [state, '\\(h_t=(1-z_t)\\odot h_{t-1}+z_t\\odot\\tilde{h}_t\\)'],
    [state, 'h(t)=(1-z(t))h(t-1)+z(t)h~(t)'],
    [state, 'h = h_prev - z*h_prev + z*c'],
    [squash, 'v = ‖s‖²/(1+‖s‖²) · s/‖s‖'],
    [squash, 'v=\\frac{||s||^2}{1+||s||^2} \\frac{s}{||s||}'],
    ['p - y', 'the gradient by the logits is p − y'],
    ['-Σ p log q', 'H(P,Q) = -sum p(x) log q(x)'],
    ['y (1 - y)', "σ' = (1-y)*y"],
    ['A v / σ', 'u = A v_i divided by sigma_i'],
    ['A v / σ', 'A v 除以 σ'],
    ['A v / σ', 'A v over σ'],
    ['1 / (1 + exp(-x))', '1/(1+e^{-x})'],
    ['y (1 - y)', 'y times (1 minus y)'],
    ['p - y', '梯度就是p-y，与误差成正比'],
    ['p - y', '梯度为 p 减 y'],
    ['a^2 + b', 'a squared plus b'],
  ])('%s in %s', (formula, answer) => expect(isIn(formula, answer)).toBe(true));
});

describe('another formula is not it', () => {
  test.each([
    [update, 'Δw = α(y-r)y(1-y)z'],
    [update, 'Δw = α(r-y)yz'],
    [update, 'Δw = α(r-y)y(1-y)zx'],
    [state, 'h_t = z h_{t-1} + (1-z) h~'],
    [state, 'h_t = (1-z)*h~ + h'],
    [squash, 'v = ‖s‖²/(1+‖s‖²) · s/‖s‖²'],
    ['p - y', 'y - p'],
    ['p - y', 'p - y - 1'],
    ['p - y', '2 乘p-y'],
    ['y (1 - y)', 'nothing of the kind, and no y either'],
    ['y (1 - y)', ''],
  ])('%s in %s', (formula, answer) => expect(isIn(formula, answer)).toBe(false));
});

test('any order of the factors', () => {
  const factors = ['α', '(r - y)', 'y', '(1 - y)', 'z'];
  fc.assert(
    fc.property(fc.shuffledSubarray(factors, { minLength: 5 }), fc.constantFrom('', '*', ' · ', '×'), (order, sign) => {
      expect(isIn(update, `Δw = ${order.join(sign)}`)).toBe(true);
    }),
  );
});

test('whatever is typed, looking for a formula never throws', () => {
  fc.assert(fc.property(fc.string({ maxLength: 200 }), text => void isIn(state, text)));
  expect(isIn(state, '('.repeat(5000))).toBe(false);
});

test('a group of a key point may be a formula; words around it and denials count', () => {
  const met = (answer: string): boolean =>
    markText(answer, [
      {
        id: 'p',
        marks: 1,
        text: { en: 'p', zh: 'p' },
        accept: [['gradient|梯度', '$p - y$|$-(y - p)$']],
        contradict: [],
      },
    ]).points[0]!.met;
  expect(met('the gradient is p - y')).toBe(true);
  expect(met('梯度为 p−y')).toBe(true);
  expect(met('the loss is p - y')).toBe(false);
  expect(met('the gradient is not p - y')).toBe(false);
  expect(met('the gradient is y - p')).toBe(false);
});

test.each(['$$', '$α (r$', '$=$'])('%s is refused where the rubric is read', written => {
  const point = { id: 'p', marks: 1, text: { en: 'p', zh: 'p' }, accept: [[written]], contradict: [] };
  expect(() => markText('x', [point])).toThrow(/formula between dollar signs/);
});
