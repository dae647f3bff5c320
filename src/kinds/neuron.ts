/**
 * One neuron: the net input u = Σ w_i·x_i + b − θ, and the output y = f(u).
 *
 * Convention: the bias is added and the threshold subtracted, so b = −θ says the same; the step fires (y = 1) at u ≥ 0, that
 * is as soon as Σ w·x + b reaches θ. A sum that is 0 but for the binary rounding of decimals is 0: 0.7 + 0.1 − 0.8 fires.
 * Leaky ReLU has the slope 0.01. Source: McCulloch & Pitts 1943, "A logical calculus of the ideas immanent in nervous
 * activity"; Rosenblatt 1958, "The perceptron"; Goodfellow, Bengio & Courville 2016, "Deep Learning", section 6.3.
 */
import { dot, norm } from '../math/matrix.ts';
import { activate, activations, netInput, type ScalarActivation, sigmoid } from '../math/network.ts';
import { activateAnotherWay } from '../math/second-way.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { choice, number, optional, type ParamsOf, vector } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import type { Scope } from '../problem/work.ts';
import { activationNames, stepFormula, valueFormula } from './shared/activation-steps.ts';
import { wrongLength } from './shared/layers.ts';

const params = {
  inputs: vector({ en: 'the inputs x', zh: '输入 x' }),
  weights: vector({ en: 'the weights w, one per input', zh: '权重 w，每个输入一个' }),
  bias: optional(number({ en: 'the bias b, which is added', zh: '偏置 b（加上）' }), 0),
  threshold: optional(number({ en: 'the threshold θ, which is subtracted', zh: '阈值 θ（减去）' }), 0),
  activation: optional(choice({ en: 'the activation function', zh: '激活函数' }, activations), 'step'),
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly net: number;
  readonly output: number;
}

const solved = ({ inputs, weights, bias, threshold, activation }: Params): Solved => {
  const net = netInput(weights, inputs, bias, threshold);
  return { net, output: activate(activation, net) };
};

/** Sums of at most this many products are written out with a name for every factor. */
const namedTerms = 6;

const netFormula = ({ inputs, weights, bias, threshold }: Params): { formula: string; scope: Scope } => {
  const names = inputs.map((_, i) => [`w_${i + 1}`, `x_${i + 1}`] as const);
  const isShort = inputs.length <= namedTerms;
  const sum = isShort ? names.map(([w, x]) => `${w}*${x}`).join(' + ') : 'sum(w .* x)';
  const scope = isShort
    ? Object.fromEntries(names.flatMap(([w, x], i) => [[w, weights[i]!] as const, [x, inputs[i]!] as const]))
    : { w: weights, x: inputs };
  return {
    formula: sum + (bias === 0 ? '' : ' + b') + (threshold === 0 ? '' : ' - θ'),
    scope: { ...scope, ...(bias === 0 ? {} : { b: bias }), ...(threshold === 0 ? {} : { θ: threshold }) },
  };
};

/** What a wrong neuron gives, without the fields that come out right all the same; undefined where nothing changes. */
const changed = (given: Params, { net, output }: Solved): Partial<Solved> | undefined => {
  const right = solved(given);
  const different = { ...(net !== right.net && { net }), ...(output !== right.output && { output }) };
  return Object.keys(different).length > 0 ? different : undefined;
};

/** The right method on another neuron. */
const withNeuron = (change: (given: Params) => Partial<Params>) => (given: Params) =>
  changed(given, solved({ ...given, ...change(given) }));

/** Another output of the right net input; undefined where this cannot happen. */
const withOutput = (output: (net: number, activation: ScalarActivation) => number | undefined) => (given: Params) => {
  const { net } = solved(given);
  const wrong = output(net, given.activation);
  return wrong === undefined ? undefined : changed(given, { net, output: wrong });
};

/** What the prompt says of an activation that has more than one convention. */
const conventions: Partial<Record<ScalarActivation, Text>> = {
  step: { en: ' (it fires at u ≥ 0)', zh: '（u ≥ 0 时激活）' },
  'leaky-relu': { en: ' (slope 0.01 for u < 0)', zh: '（u < 0 时斜率为 0.01）' },
};

const thresholdNote: Text = {
  en: 'The threshold is subtracted: a bias b = −θ would be the same neuron.',
  zh: '阈值要减去：取偏置 b = −θ 得到的是同一个神经元。',
};
const fires: Text = { en: 'u ≥ 0, so the neuron fires: y = 1.', zh: 'u ≥ 0，神经元激活：y = 1。' };
const staysSilent: Text = { en: 'u < 0, so the neuron does not fire: y = 0.', zh: 'u < 0，神经元不激活：y = 0。' };

export const neuron = defineKind({
  id: 'neuron',
  topic: 'mlp',
  title: { en: 'Output of one neuron', zh: '单个神经元的输出' },
  params,
  answer: {
    net: field<number>('number', 'u', { en: 'the net input u', zh: '净输入 u' }),
    output: field<number>('number', 'y', { en: 'the output y', zh: '输出 y' }),
  },
  ask: 'output',
  examples: [
    "'[1 0]' '[1 1]' --threshold 1.5",
    "'[0.05 0.1]' '[0.15 0.2]' --bias 0.35 --activation sigmoid",
    "'[1 -2 3]' '[0.4 0.3 -0.1]' --bias 0.5 --activation relu",
  ],
  settle: given => {
    const { inputs, weights } = given;
    if (weights.length !== inputs.length) {
      throw wrongLength('weights', inputs.length, { en: 'one per input', zh: '每个输入一个' }, weights.length);
    }
    return given;
  },
  headline: ({ activation }) =>
    activation === 'step' ? { en: 'the step fires at u ≥ 0', zh: 'u ≥ 0 时激活' } : same(activation),
  prompt: ({ activation }) => {
    const { en, zh } = activationNames[activation];
    const { en: sideEn, zh: sideZh } = conventions[activation] ?? same('');
    return {
      en: `A neuron with inputs x and weights w (a bias b is added, a threshold θ subtracted); the activation is ${en}${sideEn}.`,
      zh: `神经元的输入为 x，权重为 w（偏置 b 加上，阈值 θ 减去），激活函数：${zh}${sideZh}。`,
    };
  },
  given: ({ inputs, weights, bias, threshold }) => [
    [
      'x = ',
      ...draw(inputs),
      ',  w = ',
      ...draw(weights),
      ...(bias === 0 ? [] : [`,  b = ${bias}`]),
      ...(threshold === 0 ? [] : [`,  θ = ${threshold}`]),
    ],
  ],
  generate: (random, level) => {
    const tenth = (): number => random.nonZero(-9, 9) / 10;
    if (level === 1) {
      const inputs = random.shuffle([1, 1, random.integer(0, 1)]);
      const weights = random.vector(3, () => random.nonZero(-2, 3));
      // Often the sum just reaches the threshold; else it stays half a step away from it.
      const threshold = random.oneIn(3) ? dot(weights, inputs) : random.pick([0.5, 1.5, 2.5]);
      return { inputs, weights, bias: 0, threshold, activation: 'step' as const };
    }
    const inputs = random.vector(level, () => random.nonZero(-2, 3));
    const weights = random.vector(level, tenth);
    if (level === 2) {
      return {
        inputs,
        weights,
        bias: tenth(),
        threshold: 0,
        activation: random.pick(['sigmoid', 'sigmoid', 'tanh', 'relu']),
      };
    }
    const activation = random.pick(['sigmoid', 'tanh', 'leaky-relu'] as const);
    return { inputs, weights, bias: tenth(), threshold: random.decimal(0.1, 0.9, 1), activation };
  },
  solve: (given, work) => {
    const { activation } = given;
    const net = work.step('u', solved(given).net, () => ({
      title: { en: 'Net input: the weighted sum', zh: '净输入：加权和' },
      symbol: 'u',
      ...netFormula(given),
      ...(given.threshold === 0 ? {} : { note: thresholdNote }),
    }));
    const output = work.step('y', activate(activation, net), () => ({
      title: { en: 'Output: the activation of the net input', zh: '输出：净输入经激活函数' },
      symbol: 'y',
      ...(activation === 'step'
        ? { ...stepFormula('u', net), note: net >= 0 ? fires : staysSilent }
        : valueFormula(activation, 'u', net)),
    }));
    return { net, output };
  },
  mistakes: {
    'threshold-added': {
      tell: {
        en: 'The threshold was added: it is what the weighted sum must reach, so it is subtracted, u = Σ w·x + b − θ.',
        zh: '把阈值加上了：阈值是加权和要达到的值，应减去，u = Σ w·x + b − θ。',
      },
      answer: withNeuron(({ threshold }) => ({ threshold: -threshold })),
    },
    'threshold-forgotten': {
      tell: {
        en: 'The threshold is missing: u = Σ w·x + b − θ.',
        zh: '漏减了阈值：u = Σ w·x + b − θ。',
      },
      answer: withNeuron(() => ({ threshold: 0 })),
    },
    'bias-forgotten': {
      tell: {
        en: 'The bias is missing: u = Σ w·x + b, as if one more input were always 1.',
        zh: '漏加了偏置：u = Σ w·x + b，相当于多一个恒为 1 的输入。',
      },
      answer: withNeuron(() => ({ bias: 0 })),
    },
    'bias-subtracted': {
      tell: {
        en: 'The bias was subtracted: a bias is added; only a threshold is subtracted.',
        zh: '把偏置减去了：偏置是加上的，阈值才是减去的。',
      },
      answer: withNeuron(({ bias }) => ({ bias: -bias })),
    },
    'weights-forgotten': {
      tell: {
        en: 'The inputs were added up without their weights: every input is multiplied by its weight first.',
        zh: '直接把输入相加，没有乘权重：每个输入要先乘以它的权重。',
      },
      answer: withNeuron(({ weights }) => ({ weights: weights.map(() => 1) })),
    },
    'activation-forgotten': {
      tell: {
        en: 'That is the net input u: the output is f(u), its activation.',
        zh: '这是净输入 u：输出是经过激活函数的 f(u)。',
      },
      answer: withOutput((net, activation) => (activation === 'step' && net === 0 ? undefined : net)),
    },
    'strict-step': {
      tell: {
        en: 'The net input is exactly 0, the sum just reaches the threshold: the step fires at u ≥ 0, so the output is 1.',
        zh: '净输入恰为 0，加权和正好达到阈值：u ≥ 0 时激活，输出应为 1。',
      },
      answer: withOutput((net, activation) => (activation === 'step' && net === 0 ? 0 : undefined)),
    },
    'step-for-sigmoid': {
      tell: {
        en: 'A step was used: the sigmoid does not decide 0 or 1, it gives the number 1/(1 + e^−u) between them.',
        zh: '用了阶跃函数：sigmoid 不是直接取 0 或 1，而是输出二者之间的 1/(1 + e^−u)。',
      },
      answer: withOutput((net, activation) => (activation === 'sigmoid' ? activate('step', net) : undefined)),
    },
    'exponent-sign': {
      tell: {
        en: 'The exponent has the wrong sign: 1/(1 + e^−u) rises with u and is above ½ for u > 0.',
        zh: '指数的符号错了：应为 1/(1 + e^−u)，随 u 递增，u > 0 时大于 ½。',
      },
      answer: withOutput((net, activation) => (activation === 'sigmoid' ? sigmoid(-net) : undefined)),
    },
  },
  verify: ({ inputs, weights, bias, threshold, activation }, { net, output }) => {
    // w·x = (‖w + x‖² − ‖w − x‖²)/4
    const squared = (sign: number): number => norm(weights.map((w, i) => w + sign * inputs[i]!)) ** 2;
    return [
      {
        claim: 'the net input, w·x from the lengths of w + x and w − x',
        left: net,
        right: bias - threshold + (squared(1) - squared(-1)) / 4,
      },
      {
        claim: 'the output, by another form of the activation',
        left: [output],
        right: activateAnotherWay(activation, [net]),
      },
    ];
  },
});
