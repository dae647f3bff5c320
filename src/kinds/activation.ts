/**
 * An activation function and its derivative: σ(x) = 1/(1 + e^−x) with σ′ = σ(1 − σ); tanh with tanh′ = 1 − tanh²;
 * ReLU max(0, x); leaky ReLU, αx for x < 0; the step, 1 for x ≥ 0; the linear f(x) = x.
 *
 * Convention: at the kink x = 0 the derivative from the left is taken, as libraries do: 0 for ReLU, α for leaky ReLU. The
 * step's derivative is 0 everywhere. Source: Goodfellow, Bengio & Courville 2016, "Deep Learning", sections 3.10 and 6.3;
 * Maas, Hannun & Ng 2013, "Rectifier nonlinearities improve neural network acoustic models", section 2 (leaky ReLU).
 */
import { activate, activations, type ScalarActivation, slopeAt } from '../math/network.ts';
import { activateAnotherWay, slopeAnotherWay } from '../math/second-way.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { choice, number, optional, type ParamsOf, tensor } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import { mapValue, numbersOf, type Value } from '../problem/value.ts';
import { activationNames, activationSteps } from './shared/activation-steps.ts';

const params = {
  function: choice({ en: 'the activation function f', zh: '激活函数 f' }, activations),
  x: tensor<Value>({ en: 'the input x: a number, or any list of numbers', zh: '输入 x：一个数，或数的列表' }, [0, 4]),
  slope: optional(
    number({ en: 'α, the slope of the leaky ReLU for x < 0', zh: 'α，leaky ReLU 在 x < 0 时的斜率' }),
    0.01,
  ),
};
type Params = ParamsOf<typeof params>;

const headlines: Readonly<Record<ScalarActivation, (slope: number) => Text>> = {
  sigmoid: () => same('f(x) = 1/(1 + e^−x)'),
  tanh: () => same('f(x) = (e^x − e^−x)/(e^x + e^−x)'),
  relu: () => same('f(x) = max(0, x)'),
  'leaky-relu': slope => ({ en: `f(x) = αx for x < 0, α = ${slope}`, zh: `x < 0 时 f(x) = αx，α = ${slope}` }),
  step: () => ({ en: 'f(x) = 1 for x ≥ 0, else 0', zh: 'x ≥ 0 时 f(x) = 1，否则为 0' }),
  linear: () => same('f(x) = x'),
};

type Entry = (x: number, slope: number) => number;

/** A wrong value, a wrong derivative or both, for the functions where this mistake is made. */
const byRules =
  (rules: Partial<Record<ScalarActivation, { value?: Entry; derivative?: Entry }>>) =>
  ({ function: f, x, slope }: Params): Partial<{ value: Value; derivative: Value }> | undefined => {
    const rule = rules[f];
    if (!rule) return undefined;
    const over = (entry: Entry): Value => mapValue(x, xi => entry(xi, slope));
    return {
      ...(rule.value && { value: over(rule.value) }),
      ...(rule.derivative && { derivative: over(rule.derivative) }),
    };
  };

/** The same mistake's rule for several functions. */
const forAll = (
  rule: (f: ScalarActivation) => { value?: Entry; derivative?: Entry },
  fs: readonly ScalarActivation[],
) => byRules(Object.fromEntries(fs.map(f => [f, rule(f)])));

const functionOf =
  (f: ScalarActivation): Entry =>
  (x, slope) =>
    activate(f, x, slope);
const derivativeOf =
  (f: ScalarActivation): Entry =>
  (x, slope) =>
    slopeAt(f, x, slope);
const wholeOf = (f: ScalarActivation) => ({ value: functionOf(f), derivative: derivativeOf(f) });

/** Those that have a rule in their output y. */
const curved = ['sigmoid', 'tanh'] as const;

export const activation = defineKind({
  id: 'activation',
  topic: 'activation',
  title: { en: 'Activation function and its derivative', zh: '激活函数及其导数' },
  params,
  answer: {
    value: field<Value>('tensor', 'f(x)', { en: 'the value f(x)', zh: '函数值 f(x)' }),
    derivative: field<Value>('tensor', 'f′(x)', { en: 'the derivative f′(x)', zh: '导数 f′(x)' }),
  },
  ask: 'derivative',
  examples: ['sigmoid 0.5', "tanh '[-1 0 1]'", "leaky-relu '[-2 3]' --slope 0.1"],
  headline: ({ function: f, slope }) => headlines[f](slope),
  prompt: ({ function: f, slope }) => {
    const { en, zh } = activationNames[f];
    return f === 'leaky-relu'
      ? {
          en: `The activation f is ${en}, with the slope α = ${slope} for x < 0.`,
          zh: `激活函数 f：${zh}，x < 0 时的斜率 α = ${slope}。`,
        }
      : { en: `The activation f is ${en}.`, zh: `激活函数 f：${zh}。` };
  },
  given: ({ x }) => [typeof x === 'number' ? [`x = ${x}`] : ['x = ', ...draw(x)]],
  generate: (random, level) => {
    const tenths = (most: number) => (): number => random.nonZero(-10 * most, 10 * most) / 10;
    const problem = (f: ScalarActivation, x: Value, slope = 0.01) => ({ function: f, x, slope });
    /** Both signs, and one more number of either. */
    const bothSigns = (high: number, parts: number, ...more: number[]): number[] => {
      const size = (): number => random.integer(1, high) / parts;
      return random.shuffle([size(), -size(), random.pick([size(), -size()]), ...more]);
    };
    if (level === 1) {
      if (random.oneIn(2)) return problem('sigmoid', tenths(2)());
      return random.oneIn(2) ? problem('relu', bothSigns(6, 1)) : problem('leaky-relu', bothSigns(6, 1), 0.1);
    }
    if (level === 2) {
      if (random.oneIn(4)) return problem('leaky-relu', bothSigns(40, 10), random.pick([0.01, 0.1, 0.2]));
      return problem(random.pick(curved), random.vector(2, tenths(2)));
    }
    if (random.oneIn(4)) {
      const f = random.pick(['relu', 'leaky-relu'] as const);
      return problem(f, bothSigns(40, 10, 0), f === 'relu' ? undefined : random.pick([0.05, 0.2, 0.25]));
    }
    return problem(
      random.pick(curved),
      random.vector(3, () => random.decimal(-2.5, 2.5, 2)),
    );
  },
  solve: activationSteps,
  mistakes: {
    'output-for-derivative': {
      tell: {
        en: 'That is the value f(x) itself. The derivative is its slope: y·(1 − y) for the sigmoid, 1 − y² for tanh, and for a piecewise linear f the slope of the piece that x lies on.',
        zh: '这是函数值 f(x) 本身。导数是斜率：sigmoid 为 y·(1 − y)，tanh 为 1 − y²，分段线性函数为 x 所在那一段的斜率。',
      },
      answer: forAll(f => ({ derivative: functionOf(f) }), activations),
    },
    'derivative-at-output': {
      tell: {
        en: 'The derivative was taken at y = f(x) instead of at x: y·(1 − y) and 1 − y² already use y, so f is not applied once more.',
        zh: '导数取在了 y = f(x) 处，而不是 x 处：y·(1 − y) 与 1 − y² 中的 y 已经是 f(x)，不要再作用一次 f。',
      },
      answer: forAll(f => ({ derivative: x => slopeAt(f, activate(f, x)) }), curved),
    },
    'input-for-output': {
      tell: {
        en: 'x was put into the rule where y belongs: it is y·(1 − y) or 1 − y² with y = f(x), not x·(1 − x) or 1 − x².',
        zh: '把 x 代入了本应代入 y 的公式：应为 y·(1 − y) 或 1 − y²（其中 y = f(x)），而不是 x·(1 − x) 或 1 − x²。',
      },
      answer: byRules({ sigmoid: { derivative: x => x * (1 - x) }, tanh: { derivative: x => 1 - x * x } }),
    },
    'one-minus-output': {
      tell: {
        en: '1 − y alone is not the derivative: the sigmoid has y·(1 − y), with the factor y, and tanh 1 − y², with the square.',
        zh: '1 − y 还不是导数：sigmoid 为 y·(1 − y)，漏了因子 y；tanh 为 1 − y²，漏了平方。',
      },
      answer: forAll(f => ({ derivative: x => 1 - activate(f, x) }), curved),
    },
    'rules-exchanged': {
      tell: {
        en: 'The rule of the other function was used: y·(1 − y) belongs to the sigmoid, 1 − y² to tanh.',
        zh: '用了另一个函数的求导公式：y·(1 − y) 是 sigmoid 的导数，1 − y² 是 tanh 的导数。',
      },
      answer: byRules({
        sigmoid: { derivative: x => 1 - activate('sigmoid', x) ** 2 },
        tanh: { derivative: x => Math.tanh(x) * (1 - Math.tanh(x)) },
      }),
    },
    'functions-confused': {
      tell: {
        en: 'Sigmoid and tanh were confused: the sigmoid 1/(1 + e^−x) lies between 0 and 1, tanh between −1 and 1.',
        zh: '混淆了 sigmoid 与 tanh：sigmoid 为 1/(1 + e^−x)，取值在 0 与 1 之间；tanh 取值在 −1 与 1 之间。',
      },
      answer: byRules({ sigmoid: wholeOf('tanh'), tanh: wholeOf('sigmoid') }),
    },
    'exponent-sign': {
      tell: {
        en: 'The exponent has the wrong sign: σ(x) = 1/(1 + e^−x), which rises with x and is above ½ for x > 0.',
        zh: '指数的符号错了：σ(x) = 1/(1 + e^−x)，随 x 递增，x > 0 时大于 ½。',
      },
      answer: byRules({ sigmoid: { value: x => activate('sigmoid', -x) } }),
    },
    'exponent-not-doubled': {
      tell: {
        en: 'That is (1 − e^−x)/(1 + e^−x) = tanh(x/2): tanh x = (e^x − e^−x)/(e^x + e^−x) = (1 − e^−2x)/(1 + e^−2x).',
        zh: '这是 (1 − e^−x)/(1 + e^−x) = tanh(x/2)：tanh x = (e^x − e^−x)/(e^x + e^−x) = (1 − e^−2x)/(1 + e^−2x)。',
      },
      answer: byRules({ tanh: { value: x => Math.tanh(x / 2), derivative: x => slopeAt('tanh', x / 2) } }),
    },
    'leak-forgotten': {
      tell: {
        en: 'That is the plain ReLU: the leaky ReLU keeps αx for x < 0, with the derivative α there, so that the unit does not die.',
        zh: '这是普通的 ReLU：leaky ReLU 在 x < 0 时取 αx，导数为 α，以免神经元“死亡”。',
      },
      answer: byRules({ 'leaky-relu': wholeOf('relu') }),
    },
    'negative-side-kept': {
      tell: {
        en: 'Negative inputs were passed on unchanged: for x < 0 the ReLU gives 0 and the leaky ReLU αx, with the derivatives 0 and α.',
        zh: '负的输入被原样输出了：x < 0 时 ReLU 输出 0（导数 0），leaky ReLU 输出 αx（导数 α）。',
      },
      answer: given =>
        numbersOf(given.x).some(x => x < 0)
          ? byRules({
              relu: { value: x => x, derivative: x => Number(x !== 0) },
              'leaky-relu': { value: x => x, derivative: (x, slope) => (x === 0 ? slope : 1) },
            })(given)
          : undefined,
    },
    'kink-from-the-right': {
      tell: {
        en: 'At x = 0 the derivative from the right was taken: by convention it is the one from the left, 0 for ReLU and α for leaky ReLU.',
        zh: '在 x = 0 处取了右导数：约定取左导数，ReLU 为 0，leaky ReLU 为 α。',
      },
      answer: given =>
        numbersOf(given.x).includes(0)
          ? byRules({
              relu: { derivative: x => Number(x >= 0) },
              'leaky-relu': { derivative: (x, slope) => (x >= 0 ? 1 : slope) },
            })(given)
          : undefined,
    },
  },
  verify: ({ function: f, x, slope }, { value, derivative }) => {
    const inputs = numbersOf(x);
    return [
      {
        claim: 'the values, by another form of the function',
        left: numbersOf(value),
        right: activateAnotherWay(f, inputs, slope),
      },
      {
        claim: 'the derivatives, from x alone',
        left: numbersOf(derivative),
        right: inputs.map(xi => slopeAnotherWay(f, xi, slope)),
      },
    ];
  },
});
