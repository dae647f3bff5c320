import { activate, type ScalarActivation, slopeAt } from '../../math/network.ts';
import { rankOf } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';
import { mapValue, numbersOf, type Value } from '../../problem/value.ts';
import type { Scope, Work } from '../../problem/work.ts';
import { activationFormula } from './network-steps.ts';

/** The activation functions: what they are called, and how f and f′ are worked at one number and over many. */

export const activationNames: Readonly<Record<ScalarActivation, Text>> = {
  sigmoid: { en: 'the sigmoid', zh: 'sigmoid 函数' },
  tanh: { en: 'tanh', zh: 'tanh 函数' },
  relu: { en: 'ReLU', zh: 'ReLU 函数' },
  'leaky-relu': { en: 'the leaky ReLU', zh: 'leaky ReLU（带泄露的 ReLU）' },
  step: { en: 'the step function', zh: '阶跃函数' },
  linear: { en: 'linear (the identity)', zh: '线性函数（恒等函数）' },
};

interface Formula {
  readonly formula: string;
  readonly scope: Scope;
}

/** f at one number that formulas call `name`; of the leaky ReLU only the side that x is on, of the step nothing. */
export const valueFormula = (f: ScalarActivation, name: string, x: number, slope = 0.01): Partial<Formula> => {
  if (f === 'step') return {};
  if (f === 'leaky-relu' && x <= 0) return { formula: `α*${name}`, scope: { α: slope, [name]: x } };
  return { formula: f === 'leaky-relu' ? name : activationFormula(f, name), scope: { [name]: x } };
};

/** The step at one number; mathjs takes what is this near to 0 for 0, so there its sign is asked. */
export const stepFormula = (name: string, x: number): Formula => ({
  formula: x !== 0 && Math.abs(x) < 1e-9 ? `max(0, sign(sign(${name}) + 0.5))` : activationFormula('step', name),
  scope: { [name]: x },
});

/** f over a list or a matrix, as one formula in x and α. */
const valueFormulaOfAll = (f: ScalarActivation, scope: Scope): Partial<Formula> => {
  if (f === 'step') return {};
  if (f === 'linear') return { formula: 'x', scope };
  return {
    formula: `map(x, f(t) = ${f === 'leaky-relu' ? 'max(0, t) + α*min(0, t)' : activationFormula(f, 't')})`,
    scope,
  };
};

/** f′ at one number from its output, which formulas call `name`. */
const slopeFormula = (f: ScalarActivation, name: string, x: number, y: number, slope: number): Formula => {
  switch (f) {
    case 'sigmoid':
      return { formula: `${name}*(1 - ${name})`, scope: { [name]: y } };
    case 'tanh':
      return { formula: `1 - ${name}^2`, scope: { [name]: y } };
    case 'leaky-relu':
      return x > 0 ? { formula: '1', scope: {} } : { formula: 'α', scope: { α: slope } };
    case 'relu':
      return { formula: x > 0 ? '1' : '0', scope: {} };
    case 'step':
      return { formula: '0', scope: {} };
    case 'linear':
      return { formula: '1', scope: {} };
  }
};

/** f′ over a list or a matrix, in x, y and α. */
const slopeFormulaOfAll = (f: ScalarActivation): string =>
  ({
    sigmoid: 'y .* (1 - y)',
    tanh: '1 - y .^ 2',
    relu: 'map(x, f(t) = max(0, sign(t)))',
    'leaky-relu': 'map(x, f(t) = α + (1 - α)*max(0, sign(t)))',
    step: 'map(x, f(t) = 0)',
    linear: 'map(x, f(t) = 1)',
  })[f];

const valueTitles: Readonly<Record<ScalarActivation, Text>> = {
  sigmoid: { en: 'The value y = f(x)', zh: '函数值 y = f(x)' },
  tanh: { en: 'The value y = f(x)', zh: '函数值 y = f(x)' },
  relu: { en: 'The value y: x where x > 0, else 0', zh: '函数值 y：x > 0 时为 x，否则为 0' },
  'leaky-relu': { en: 'The value y: x where x > 0, else αx', zh: '函数值 y：x > 0 时为 x，否则为 αx' },
  step: { en: 'The value y: 1 where x ≥ 0, else 0', zh: '函数值 y：x ≥ 0 时为 1，否则为 0' },
  linear: { en: 'The value y = x', zh: '函数值 y = x' },
};

const slopeTitles: Readonly<Record<ScalarActivation, Text>> = {
  sigmoid: { en: 'The derivative: y·(1 − y)', zh: '导数：y·(1 − y)' },
  tanh: { en: 'The derivative: 1 − y²', zh: '导数：1 − y²' },
  relu: { en: 'The derivative: 1 where x > 0, else 0', zh: '导数：x > 0 时为 1，否则为 0' },
  'leaky-relu': { en: 'The derivative: 1 where x > 0, else α', zh: '导数：x > 0 时为 1，否则为 α' },
  step: { en: 'The derivative: 0 on both sides of the jump', zh: '导数：跳变点两侧均为 0' },
  linear: { en: 'The derivative: 1 everywhere', zh: '导数：处处为 1' },
};

const kinkNote: Text = {
  en: 'ReLU and leaky ReLU have a kink at x = 0: the derivative from the left is taken there, as libraries do.',
  zh: 'ReLU 与 leaky ReLU 在 x = 0 处不可导：按深度学习库的约定取左导数。',
};
const jumpNote: Text = {
  en: 'At the jump x = 0 there is no derivative, and 0 is the convention: no gradient passes a step.',
  zh: '在跳变点 x = 0 处不可导，约定取 0：梯度无法通过阶跃函数传播。',
};
const notesAtZero: Partial<Record<ScalarActivation, Text>> = {
  relu: kinkNote,
  'leaky-relu': kinkNote,
  step: jumpNote,
};

/** An activation, where it is taken, and the slope α of a leaky ReLU. */
interface Given {
  readonly function: ScalarActivation;
  readonly x: Value;
  readonly slope: number;
}

interface Solved {
  readonly value: Value;
  readonly derivative: Value;
}

const noteOf = ({ function: f, x }: Given): { note?: Text } => {
  const note = numbersOf(x).includes(0) ? notesAtZero[f] : undefined;
  return note ? { note } : {};
};

/** f′(x) from the y that is carried on; from x, without loss of digits, where y is not rounded. */
const slopeOf = (f: ScalarActivation, x: number, y: number, slope: number): number => {
  if (f === 'sigmoid' && y !== activate(f, x)) return y * (1 - y);
  if (f === 'tanh' && y !== activate(f, x)) return 1 - y ** 2;
  return slopeAt(f, x, slope);
};

/** Lists of at most this many numbers are worked one by one. */
const namedEntries = 8;

/** All values, then all derivatives; `index` is what the names of number i end in. */
const stepsOneByOne = (given: Given, x: readonly number[], index: (i: number) => string, work: Work) => {
  const { function: f, slope } = given;
  const value = x.map((xi, i) =>
    work.step(`y${index(i)}`, activate(f, xi, slope), () => ({
      title: valueTitles[f],
      symbol: `y${index(i)}`,
      ...valueFormula(f, `x${index(i)}`, xi, slope),
    })),
  );
  const derivative = x.map((xi, i) =>
    work.step(`slope${index(i)}`, slopeOf(f, xi, value[i]!, slope), () => ({
      title: slopeTitles[f],
      symbol: `f′(x${index(i)})`,
      ...slopeFormula(f, `y${index(i)}`, xi, value[i]!, slope),
      ...(i === x.length - 1 ? noteOf(given) : {}),
    })),
  );
  return { value, derivative };
};

const zip = (a: Value, b: Value, f: (a: number, b: number) => number): Value =>
  typeof a === 'number' ? f(a, b as number) : a.map((part, i) => zip(part, (b as readonly Value[])[i]!, f));

const stepsAtOnce = (given: Given, work: Work): Solved => {
  const { function: f, x, slope } = given;
  const scope: Scope = f === 'leaky-relu' ? { x, α: slope } : { x };
  const value = work.step(
    'y',
    mapValue(x, xi => activate(f, xi, slope)),
    () => ({ title: valueTitles[f], symbol: 'y', ...valueFormulaOfAll(f, scope) }),
  );
  const derivative = work.step(
    'slope',
    zip(x, value, (xi, y) => slopeOf(f, xi, y, slope)),
    () => ({
      title: slopeTitles[f],
      symbol: 'f′(x)',
      formula: slopeFormulaOfAll(f),
      scope: f === 'sigmoid' || f === 'tanh' ? { y: value } : scope,
      ...noteOf(given),
    }),
  );
  return { value, derivative };
};

/** f and f′ of a number, of a short list number by number, of longer ones and matrices at once. The derivative comes last. */
export const activationSteps = (given: Given, work: Work): Solved => {
  const { x } = given;
  if (typeof x === 'number') {
    const { value, derivative } = stepsOneByOne(given, [x], () => '', work);
    return { value: value[0]!, derivative: derivative[0]! };
  }
  if (rankOf(x) > 1 || x.length > namedEntries) return stepsAtOnce(given, work);
  const { value, derivative } = stepsOneByOne(given, x as number[], i => `_${i + 1}`, work);
  const all = work.step('derivative', derivative, () => ({
    title: { en: 'All derivatives', zh: '全部导数' },
    symbol: 'f′(x)',
  }));
  return { value, derivative: all };
};

/** f′ at the net input of layer i, through f where f′ is written with it. Returns f′(u_i), which formulas call s_i. */
export const slopeSteps = (f: ScalarActivation, u: number, i: number, work: Work): number => {
  const bends = f === 'sigmoid' || f === 'tanh';
  const [uName, yName] = [`u_${i}`, `y_${i}`];
  const y = bends
    ? work.step(yName, activate(f, u), () => ({
        title: { en: `Layer ${i}: the activation and its slope`, zh: `第 ${i} 层：激活值及其导数` },
        symbol: yName,
        ...valueFormula(f, uName, u),
      }))
    : activate(f, u);
  return work.step(`s_${i}`, slopeOf(f, u, y, 0.01), () => ({
    title: { en: `Layer ${i}: the activation and its slope`, zh: `第 ${i} 层：激活值及其导数` },
    symbol: `s_${i}`,
    ...slopeFormula(f, yName, u, y, 0.01),
  }));
};
