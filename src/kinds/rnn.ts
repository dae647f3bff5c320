/**
 * The simple recurrent network: h_t = f(Wx·x_t + Wh·h_(t−1) + b), the same weights at every moment, h_0 = 0 unless given.
 *
 * Convention: a layer's matrix has one row per unit, so Wx[j][i] joins input i to unit j and Wh[j][k] the state k to unit j;
 * one bias (libraries with two, on x and on h, add them). Source: Elman 1990, "Finding structure in time"; PyTorch `nn.RNN`.
 */
import { apply, transpose, zeros } from '../math/matrix.ts';
import { activate, activations } from '../math/network.ts';
import { sigmoidByTanh, tanhBySigmoid } from '../math/second-way.ts';
import { defineKind, field } from '../problem/kind.ts';
import { checkOperations } from '../problem/limits.ts';
import { choice, matrix, optional, type ParamsOf, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';
import { hiddenParam, inputsParam, requireShape, requireUnits } from './shared/recurrent-params.ts';
import { drawInputs, drawWeights, layerSteps, signal, unroll } from './shared/recurrent-steps.ts';

const params = {
  inputs: inputsParam,
  Wx: matrix({ en: 'the weights of the input, one row per unit', zh: '输入权重，每个单元一行' }),
  Wh: matrix({ en: 'the weights of the state before, one row per unit', zh: '上一时刻状态的权重，每个单元一行' }),
  b: optional(vector({ en: 'the biases, one per unit', zh: '偏置，每个单元一个' })),
  hidden: hiddenParam,
  activation: optional(choice({ en: 'the activation function', zh: '激活函数' }, activations), 'tanh'),
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly states: number[][];
  readonly hidden: number[];
}

/** `remembers`: whether the state is carried on. */
const solve = ({ inputs, Wx, Wh, b, hidden, activation }: Params, work: Work, remembers = true): Solved => {
  const start = hidden ?? zeros(1, Wx.length)[0]!;
  const title = { en: 'the state h', zh: '状态 h' };
  const states = unroll<{ h: number[] }>(
    inputs.length,
    Wx.length,
    (before, moment) => {
      const h = signal('h', moment.t - 1, (remembers ? before?.h : undefined) ?? start);
      const parts = [
        { name: 'Wx', weights: Wx, column: 'x', on: [signal('x', moment.t, inputs[moment.t - 1]!)] },
        { name: 'Wh', weights: Wh, column: 'h', on: [h] },
      ];
      return { h: layerSteps(moment, 'h', title, parts, { name: 'b', values: b }, activation) };
    },
    { h: 'h' },
    work,
  ).map(state => state.h);
  const last = work.step('hidden', states.at(-1)!, () => ({
    title: { en: 'The state after the last input', zh: '最后一个输入之后的状态' },
    symbol: 'h',
  }));
  return { states: [...states.slice(0, -1), last], hidden: last };
};

const isSquare = ({ Wx }: Params): boolean => Wx.length === Wx[0]!.length;
const hasPast = ({ inputs, hidden }: Params): boolean => inputs.length > 1 || (hidden ?? []).some(h => h !== 0);

export const rnn = defineKind({
  id: 'rnn',
  topic: 'rnn',
  title: { en: 'Simple recurrent network', zh: '简单循环神经网络' },
  params,
  answer: {
    states: field<number[][]>('matrix', 'H', {
      en: 'the state at every moment, row by row',
      zh: '各时刻的状态（每行一个）',
    }),
    hidden: field<number[]>('vector', 'h', { en: 'the state after the last input', zh: '最后一个输入之后的状态' }),
  },
  ask: 'hidden',
  examples: [
    "--inputs '[1; 2]' --Wx '[[0.5]]' --Wh '[[0.4]]' --b '[0.1]'",
    "'[1 0; 0 1]' '[0.5 -0.2; 0.1 0.3]' '[0.2 0.4; -0.3 0.1]' --hidden '[1 -1]'",
    "'[[1, 2], [0, 1], [3, 1]]' '[1 -1; 0 1]' '[0 1; 1 0]' --activation relu --steps brief",
  ],
  settle: given => {
    const units = given.Wx.length;
    requireShape(units, given.inputs[0]!.length, { Wx: given.Wx }, { en: 'one per input', zh: '每个输入一个' });
    requireShape(units, units, { Wh: given.Wh }, { en: 'one per unit', zh: '每个单元一个' });
    requireUnits(units, { b: given.b, hidden: given.hidden });
    checkOperations(given.inputs.length * units * (units + given.inputs[0]!.length));
    return { ...given, hidden: given.hidden ?? zeros(1, units)[0]! };
  },
  headline: ({ activation, b }) =>
    same(`h_t = ${activation === 'linear' ? '' : activation}(Wx·x_t + Wh·h_(t−1)${b ? ' + b' : ''})`),
  prompt: ({ inputs, activation, b }) => ({
    en: `A simple recurrent network, h_t = f(Wx·x_t + Wh·h_(t−1)${b ? ' + b' : ''}) with f = ${activation}, reads ${inputs.length} input${inputs.length === 1 ? '' : 's'}.`,
    zh: `简单循环神经网络 h_t = f(Wx·x_t + Wh·h_(t−1)${b ? ' + b' : ''})，f 为 ${activation}，依次读入 ${inputs.length} 个输入。`,
  }),
  given: ({ inputs, Wx, Wh, b, hidden }) => [...drawInputs(inputs, { h: hidden }), ...drawWeights({ Wx, Wh }, { b })],
  generate: (random, level) => {
    const weight = (): number => random.nonZero(-8, 8) / 10;
    const units = level === 1 ? 1 : 2;
    const length = level === 3 ? 3 : 2;
    const width = level === 1 ? 1 : level === 2 ? random.integer(1, 2) : 2;
    return {
      inputs: random.matrix(length, width, () => random.nonZero(-2, 2)),
      Wx: random.matrix(units, width, weight),
      Wh: random.matrix(units, units, weight),
      b: random.oneIn(2) ? random.vector(units, weight) : undefined,
      hidden: level === 3 ? random.vector(units, weight) : undefined,
      activation: level === 2 && random.oneIn(3) ? ('sigmoid' as const) : ('tanh' as const),
    };
  },
  solve: (given, work) => solve(given, work),
  mistakes: {
    'weights-swapped': {
      tell: {
        en: 'Wx and Wh were swapped: Wx multiplies the input x_t, Wh the state h_(t−1).',
        zh: 'Wx 与 Wh 用反了：Wx 乘输入 x_t，Wh 乘上一时刻的状态 h_(t−1)。',
      },
      answer: given => (isSquare(given) ? solve({ ...given, Wx: given.Wh, Wh: given.Wx }, silent) : undefined),
    },
    'state-forgotten': {
      tell: {
        en: 'Every input was read from the initial state: h_(t−1), the state of the moment before, has to be carried on.',
        zh: '每个时刻都从初始状态算起：应把上一时刻的状态 h_(t−1) 传递下去。',
      },
      answer: given => (given.inputs.length > 1 ? solve(given, silent, false) : undefined),
    },
    'recurrence-dropped': {
      tell: {
        en: 'The recurrent term Wh·h_(t−1) is missing: without it this is a feed-forward layer.',
        zh: '漏了循环项 Wh·h_(t−1)：没有它就只是前馈层。',
      },
      // From a zero start a state that is never carried on is the same as no recurrent term at all.
      answer: given =>
        hasPast(given) && (given.inputs.length === 1 || (given.hidden ?? []).some(h => h !== 0))
          ? solve({ ...given, Wh: given.Wh.map(row => row.map(() => 0)) }, silent)
          : undefined,
    },
    'activation-forgotten': {
      tell: {
        en: 'The activation is missing: the state is f of the net input, at every moment.',
        zh: '漏了激活函数：每个时刻的状态都是对净输入取 f。',
      },
      answer: given => (given.activation === 'linear' ? undefined : solve({ ...given, activation: 'linear' }, silent)),
      as: given => (given.activation === 'linear' ? undefined : { ...given, activation: 'linear' as const }),
    },
    'other-activation': {
      tell: {
        en: 'tanh and sigmoid were mixed up: look which activation the problem gives.',
        zh: '混淆了 tanh 与 sigmoid：注意题目给定的激活函数。',
      },
      answer: given =>
        given.activation === 'tanh' || given.activation === 'sigmoid'
          ? solve({ ...given, activation: given.activation === 'tanh' ? 'sigmoid' : 'tanh' }, silent)
          : undefined,
    },
    'bias-forgotten': {
      tell: { en: 'The bias b is missing.', zh: '漏加了偏置 b。' },
      answer: given => (given.b?.some(b => b !== 0) ? solve({ ...given, b: undefined }, silent) : undefined),
      as: given => (given.b?.some(b => b !== 0) ? { ...given, b: undefined } : undefined),
    },
    'transposed-weights': {
      tell: {
        en: 'The matrices were applied transposed: row j of Wx and of Wh holds the weights of unit j.',
        zh: '矩阵转置了：Wx 与 Wh 的第 j 行是单元 j 的权重。',
      },
      answer: given =>
        isSquare(given) && given.Wx.length > 1
          ? solve({ ...given, Wx: transpose(given.Wx), Wh: transpose(given.Wh) }, silent)
          : undefined,
    },
  },
  verify: ({ inputs, Wx, Wh, b, hidden, activation }, { states, hidden: last }) => {
    // One matrix [Wx | Wh | b] on the column [x; h; 1], and tanh from the sigmoid and the sigmoid from tanh.
    const stacked = Wx.map((row, j) => [...row, ...Wh[j]!, b?.[j] ?? 0]);
    const f = (u: number): number => {
      if (activation === 'tanh') return tanhBySigmoid(u);
      return activation === 'sigmoid' ? sigmoidByTanh(u) : activate(activation, u);
    };
    const start = hidden ?? Wx.map(() => 0);
    return [
      {
        claim: 'every state follows from the one before by the stacked matrix',
        left: states,
        right: inputs.map((x, t) => apply(stacked, [...x, ...(t === 0 ? start : states[t - 1]!), 1]).map(f)),
      },
      { claim: 'the last state is the answer', left: last, right: states.at(-1)! },
    ];
  },
});
