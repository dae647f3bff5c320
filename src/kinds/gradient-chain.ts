/**
 * How a gradient shrinks or grows on its way back through n layers of one unit, y = f(w·x + b): ∂y_n/∂x = Π_i w_i·f′(u_i),
 * one factor per layer. With a residual shortcut, y = x + f(w·x + b), every factor is 1 + w_i·f′(u_i).
 *
 * Convention: factor i pairs weight i with the net input of the same layer. σ′ ≤ 1/4, so that a sigmoid needs |w| > 4 only to
 * keep a gradient; ReLU has the derivative 0 at 0, the step 0 everywhere.
 * Sources: Nielsen 2015, "Neural Networks and Deep Learning", chapter 5; Hochreiter 1991; He, Zhang, Ren & Sun 2016,
 * "Identity mappings in deep residual networks", equation 5 (shortcut).
 */
import { activate, activations, slopeAt } from '../math/network.ts';
import { slopeAnotherWay } from '../math/second-way.ts';
import { draw } from '../problem/drawing.ts';
import { invalid } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { choice, flag, optional, type ParamsOf, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';
import { slopeSteps } from './shared/activation-steps.ts';

const params = {
  weights: vector({ en: 'the weights w, one per layer', zh: '各层的权重 w' }),
  net: vector({ en: 'the net inputs u, one per layer', zh: '各层的净输入 u' }),
  activation: optional(choice({ en: 'the activation function', zh: '激活函数' }, activations), 'sigmoid'),
  skip: flag({ en: 'a residual shortcut round every layer', zh: '每层都有残差捷径' }),
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly factors: number[];
  readonly product: number;
}

const productOf = (factors: readonly number[]): number => factors.reduce((a, b) => a * b, 1);

/** Layers up to these are worked one by one; of more, the factors are one step. */
const namedLayers = 8;

const solve = ({ weights, net, activation, skip }: Params, work: Work): Solved => {
  const isNamed = weights.length <= namedLayers;
  const inner = isNamed ? work : silent;
  const identity = skip ? '1 + ' : '';
  const each = net.map((u, i) => slopeSteps(activation, u, i + 1, inner));
  const slopes = isNamed
    ? each
    : work.step('s', each, () => ({
        title: { en: 'The slopes f′(u) of all layers', zh: '各层的导数 f′(u)' },
        symbol: 's',
      }));
  const values = weights.map((w, i) => (skip ? 1 : 0) + w * slopes[i]!);
  const title = skip
    ? {
        en: 'Every factor: the shortcut’s 1, and the weight times the slope',
        zh: '各层因子：捷径贡献 1，再加权重乘导数',
      }
    : { en: 'Every factor: the weight times the slope', zh: '各层因子：权重乘导数' };
  const factors = isNamed
    ? values.map((value, i) =>
        work.step(`g_${i + 1}`, value, () => ({
          title,
          symbol: `g_${i + 1}`,
          formula: `${identity}w_${i + 1}*s_${i + 1}`,
          scope: { [`w_${i + 1}`]: weights[i]!, [`s_${i + 1}`]: slopes[i]! },
        })),
      )
    : work.step('g', values, () => ({
        title,
        symbol: 'g',
        formula: `${identity}w .* s`,
        scope: { w: weights, s: slopes },
      }));
  const names = factors.map((_, i) => `g_${i + 1}`);
  const product = work.step('product', productOf(factors), () => ({
    title: { en: 'The product: what is left of the gradient', zh: '连乘积：梯度还剩多少' },
    symbol: 'G',
    ...(isNamed
      ? { formula: names.join('*'), scope: Object.fromEntries(names.map((name, i) => [name, factors[i]!])) }
      : { formula: 'prod(g)', scope: { g: factors } }),
    note: verdictOn(productOf(factors)),
  }));
  return { factors, product };
};

const verdictOn = (product: number) => {
  if (Math.abs(product) < 0.1) {
    return { en: 'Far below 1: the gradient vanishes on its way back.', zh: '远小于 1：梯度在回传中消失。' };
  }
  return Math.abs(product) > 10
    ? { en: 'Far above 1: the gradient explodes on its way back.', zh: '远大于 1：梯度在回传中爆炸。' }
    : {
        en: 'Neither far below 1 nor far above it: the gradient survives.',
        zh: '既不远小于 1，也不远大于 1：梯度得以保留。',
      };
};

/** Factors by another rule, and their product; undefined where they are the same. */
const byRule =
  (rule: (w: number, slope: number, u: number, given: Params) => number) =>
  (given: Params): Solved | undefined => {
    const { weights, net, activation } = given;
    const factors = weights.map((w, i) => rule(w, slopeAt(activation, net[i]!), net[i]!, given));
    const right = solve(given, silent).factors;
    return factors.every((factor, i) => factor === right[i]) ? undefined : { factors, product: productOf(factors) };
  };

const one = ({ skip }: Params): number => (skip ? 1 : 0);

export const gradientChain = defineKind({
  id: 'gradient-chain',
  topic: 'gradient-problems',
  title: { en: 'The chain of factors of a gradient', zh: '梯度的连乘因子' },
  params,
  answer: {
    factors: field<number[]>('vector', 'g', { en: 'the factor of every layer', zh: '各层的因子' }),
    product: field<number>('number', 'G', { en: 'the product of the factors', zh: '各因子的乘积' }),
  },
  ask: 'product',
  positional: ['weights', 'net'],
  examples: ["'[0.8 0.5 1.2]' '[0 0 0]'", "'[100 100 100]' '[0 0 0]'", "'[0.5 -0.4]' '[1 2]' --activation tanh --skip"],
  settle: given => {
    if (given.weights.length !== given.net.length) {
      const n = given.weights.length;
      throw invalid('net', { en: `${n} numbers, one per weight`, zh: `${n} 个数，每个权重对应一个` }, given.net);
    }
    return given;
  },
  headline: ({ activation, skip }) => same(`${activation} · ${skip ? 'g_i = 1 + w_i f′(u_i)' : 'g_i = w_i f′(u_i)'}`),
  prompt: ({ weights, activation, skip }) => ({
    en: `A gradient is passed back through ${weights.length} layers of one ${activation} unit each${skip ? ', every one with an identity shortcut' : ''}: find every layer’s factor and their product.`,
    zh: `梯度反向传过 ${weights.length} 层（每层一个 ${activation} 单元${skip ? '，且都有恒等捷径' : ''}）：求各层因子及其乘积。`,
  }),
  given: ({ weights, net }) => [['w = ', ...draw(weights), ',  u = ', ...draw(net)]],
  generate: (random, level) => {
    const count = level === 1 ? 2 : 3;
    const weight = (): number => (level === 1 ? random.nonZero(-4, 6) / 2 : random.nonZero(-9, 12) / 5);
    const net = random.vector(count, () => (level === 1 ? 0 : random.integer(-15, 15) / 10));
    return {
      weights: random.vector(count, weight),
      net,
      activation: level === 1 ? ('sigmoid' as const) : random.pick(['sigmoid', 'tanh'] as const),
      skip: level === 3 && random.oneIn(2),
    };
  },
  solve,
  mistakes: {
    'factors-added': {
      tell: {
        en: 'The factors were added: by the chain rule they are multiplied, layer by layer.',
        zh: '把各层因子相加了：按链式法则应逐层相乘。',
      },
      answer: given => {
        const { factors, product } = solve(given, silent);
        const sum = factors.reduce((a, b) => a + b, 0);
        return factors.length < 2 || sum === product ? undefined : { product: sum };
      },
    },
    'weight-forgotten': {
      tell: {
        en: 'The weights are missing: each layer multiplies by w_i as well as by f′(u_i).',
        zh: '漏乘了权重：每层既要乘 f′(u_i)，也要乘 w_i。',
      },
      answer: byRule((_w, slope, _u, given) => one(given) + slope),
    },
    'derivative-forgotten': {
      tell: {
        en: 'The derivative of the activation is missing: each factor is w_i·f′(u_i), not the weight alone.',
        zh: '漏乘了激活函数的导数：每个因子是 w_i·f′(u_i)，而不只是权重。',
      },
      answer: byRule((w, _slope, _u, given) => one(given) + w),
    },
    'value-for-derivative': {
      tell: {
        en: 'f(u) was taken for f′(u): what is passed back is multiplied by the slope of the activation (for the sigmoid y(1 − y)).',
        zh: '用 f(u) 代替了 f′(u)：回传时应乘激活函数的导数（sigmoid 为 y(1 − y)）。',
      },
      answer: byRule((w, _slope, u, given) => one(given) + w * activate(given.activation, u)),
    },
    'identity-forgotten': {
      tell: {
        en: 'The shortcut is missing: with y = x + f(w·x) every factor is 1 + w_i·f′(u_i).',
        zh: '漏了捷径：y = x + f(w·x) 时每个因子是 1 + w_i·f′(u_i)。',
      },
      answer: given => (given.skip ? solve({ ...given, skip: false }, silent) : undefined),
      as: given => (given.skip ? { ...given, skip: false } : undefined),
    },
    'identity-outside-the-product': {
      tell: {
        en: 'The 1 of the shortcut was added once to the whole product: every layer has its own shortcut, so it stands in every factor.',
        zh: '只在整个乘积上加了一次 1：每层都有捷径，1 应加在每个因子里。',
      },
      answer: given => {
        if (!given.skip || given.weights.length < 2) return undefined;
        return { product: 1 + solve({ ...given, skip: false }, silent).product };
      },
    },
  },
  verify: ({ weights, net, activation, skip }, { factors, product }) => {
    // f′ without f; and the product from the logarithms of the factors' sizes and the parity of their signs.
    const again = weights.map((w, i) => (skip ? 1 : 0) + w * slopeAnotherWay(activation, net[i]!));
    const sign = again.filter(factor => factor < 0).length % 2 === 0 ? 1 : -1;
    const size = again.includes(0) ? 0 : Math.exp(again.reduce((sum, factor) => sum + Math.log(Math.abs(factor)), 0));
    return [
      { claim: 'every factor, with f′ from the net input alone', left: factors, right: again },
      { claim: 'the product from logarithms', left: product, right: sign * size },
    ];
  },
});
