/**
 * Dot-product attention of one query: s_i = q·k_i (divided by √d where `scale` is set, d the length of q), α = softmax(s),
 * context c = Σ_i α_i v_i. The keys and values of captioning are the features of the image regions.
 *
 * Conventions: not scaled unless told; `scores` are what the softmax gets, so scaled ones with `scale`; the values are the keys
 * unless they are given.
 * Source: Vaswani et al. 2017, "Attention is all you need", section 3.2.1, equation 1; Luong, Pham & Manning 2015, "Effective
 * approaches to attention-based neural machine translation", section 3.1 (the dot score); Xu et al. 2015, "Show, attend and
 * tell", section 4.2 (soft attention over regions).
 */
import { apply, divide, scale as multiplied, transpose, unitVector } from '../math/matrix.ts';
import { softmax } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { checkOperations } from '../problem/limits.ts';
import { flag, matrix, optional, type ParamsOf, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import type { Scope, Work } from '../problem/work.ts';

const params = {
  query: vector({ en: 'the query q', zh: '查询向量 q' }),
  keys: matrix({ en: 'the keys k_i, one row each', zh: '键 k_i，每行一个' }),
  values: optional(
    matrix({ en: 'the values v_i, one row each; the keys unless given', zh: '值 v_i，每行一个；缺省为键' }),
  ),
  scale: flag({ en: 'divide the scores by √d, d the length of q', zh: '得分除以 √d，d 为 q 的维数' }),
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly scores: number[];
  readonly weights: number[];
  readonly context: number[];
}

const valuesOf = ({ keys, values }: Params): number[][] => values ?? keys;
const divisorOf = ({ query, scale }: Params): number => (scale ? Math.sqrt(query.length) : 1);
const products = ({ query, keys }: Params): number[] => apply(keys, query);
const most = (numbers: readonly number[]): number => numbers.reduce((a, b) => Math.max(a, b));
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);
const weighted = (weights: readonly number[], rows: readonly (readonly number[])[]): number[] =>
  apply(transpose(rows), weights);

/** So many keys are worked one by one; more as vectors. */
const namedKeys = 6;
/** Beyond these scores powers of e are shifted before they overflow. */
const largeScore = 300;

/** A name for every row, and the scope that gives them their values. */
const named = (letter: string, rows: Params['keys'] | number[]): { names: string[]; scope: Scope } => {
  const names = rows.map((_, i) => `${letter}_${i + 1}`);
  return { names, scope: Object.fromEntries(names.map((name, i) => [name, rows[i]!])) };
};

const scoreSteps = (given: Params, isSmall: boolean, work: Work): number[] => {
  const { query: q, keys, scale } = given;
  const d = q.length;
  const scores = divide(products(given), divisorOf(given));
  const i = scores.findIndex(score => !Number.isFinite(score));
  if (i >= 0) {
    throw new ProblemError(
      'not-finite',
      { en: 'the product of q and k is too large to be finite', zh: 'q 与 k 的点积过大，不是有限值' },
      `scores[${i}]`,
    );
  }
  const title = scale
    ? { en: 'Scores: q·k divided by √d', zh: '得分：q·k 除以 √d' }
    : { en: 'Scores: q·k', zh: '得分：q·k' };
  const end = scale ? '/sqrt(d)' : '';
  const scope: Scope = scale ? { q, d } : { q };
  if (!isSmall)
    return work.step('scores', scores, () => ({
      title,
      symbol: 's',
      formula: `K*q${end}`,
      scope: { ...scope, K: keys },
    }));
  return scores.map((score, k) =>
    work.step(`s_${k + 1}`, score, () => ({
      title,
      symbol: `s_${k + 1}`,
      formula: `dot(q, k_${k + 1})${end}`,
      scope: { ...scope, [`k_${k + 1}`]: keys[k]! },
    })),
  );
};

const weightSteps = (scores: number[], isSmall: boolean, work: Work): number[] => {
  const weights = softmax(scores);
  const title = { en: 'Weights: softmax of the scores', zh: '权重：对得分做 softmax' };
  const note = { en: 'The weights are positive and add up to 1.', zh: '各权重为正，且和为 1。' };
  const isLarge = scores.some(score => Math.abs(score) > largeScore);
  const shift = isLarge ? ' - m' : '';
  const largest: Scope = isLarge ? { m: most(scores) } : {};
  if (!isSmall) {
    const powers = `map(s${shift}, exp)`;
    return work.step('weights', weights, () => ({
      title,
      symbol: 'α',
      formula: `${powers}/sum(${powers})`,
      scope: { s: scores, ...largest },
      note,
    }));
  }
  const { names, scope } = named('s', scores);
  const power = (name: string): string => `exp(${name}${shift})`;
  return weights.map((weight, i) =>
    work.step(`α_${i + 1}`, weight, () => ({
      title,
      symbol: `α_${i + 1}`,
      formula: `${power(names[i]!)}/(${names.map(power).join(' + ')})`,
      scope: { ...scope, ...largest },
      ...(i === 0 ? { note } : {}),
    })),
  );
};

const contextStep = (weights: number[], values: number[][], isSmall: boolean, work: Work): number[] =>
  work.step('context', weighted(weights, values), () => {
    const title = { en: 'Context: the weighted sum of the values', zh: '上下文向量：值的加权和' };
    if (!isSmall) return { title, symbol: 'c', formula: 'transpose(V)*α', scope: { V: values, α: weights } };
    const [α, v] = [named('α', weights), named('v', values)];
    return {
      title,
      symbol: 'c',
      formula: α.names.map((name, i) => `${name}*${v.names[i]!}`).join(' + '),
      scope: { ...α.scope, ...v.scope },
    };
  });

/** The answer with other scores, and what follows from them. */
const fromScores = (given: Params, scores: number[]): Solved => {
  const weights = softmax(scores);
  return { scores, weights, context: weighted(weights, valuesOf(given)) };
};

/** The answer with other weights, which need not add up to 1. */
const fromWeights = (given: Params, rule: (scores: number[]) => number[]): Partial<Solved> => {
  const weights = rule(divide(products(given), divisorOf(given)));
  return { weights, context: weighted(weights, valuesOf(given)) };
};

export const attention = defineKind({
  id: 'attention',
  topic: 'image-captioning',
  title: { en: 'Dot-product attention', zh: '点积注意力' },
  params,
  answer: {
    scores: field<number[]>('vector', 's', {
      en: 'the scores s, as the softmax gets them',
      zh: '得分 s（softmax 的输入）',
    }),
    weights: field<number[]>('vector', 'α', { en: 'the attention weights α', zh: '注意力权重 α' }),
    context: field<number[]>('vector', 'c', { en: 'the context vector c', zh: '上下文向量 c' }),
  },
  ask: 'context',
  examples: [
    "'[1 0]' '[1 0; 0 1]'",
    "'[1 2]' '[1 0; 0 1; 1 1]' --values '[4 0; 0 4; 2 2]'",
    "--query '[1 0 2 1]' --keys '[1 1 0 0; 0 1 1 1]' --values '[1; 3]' --scale",
  ],
  settle: given => {
    const { query, keys } = given;
    const values = valuesOf(given);
    if (keys[0]!.length !== query.length) {
      throw invalid(
        'keys[0]',
        { en: `${query.length} numbers, as the query has`, zh: `与查询向量相同的 ${query.length} 个数` },
        keys[0],
      );
    }
    if (values.length !== keys.length) {
      throw invalid('values', { en: `${keys.length} rows, one per key`, zh: `${keys.length} 行，每个键一行` }, values);
    }
    checkOperations(keys.length * (query.length + values[0]!.length));
    return { ...given, values };
  },
  headline: ({ scale }) => (scale ? same('s = q·k/√d') : same('s = q·k')),
  prompt: ({ scale, query }) => ({
    en: `A query q attends to the keys k_i (rows of K) with the values v_i (rows of V). Scores q·k_i, ${scale ? `divided by √d (d = ${query.length})` : 'not scaled'}; weights by softmax; context.`,
    zh: `查询 q 对键 k_i（K 的各行）做注意力，值为 v_i（V 的各行）。得分为 q·k_i，${scale ? `除以 √d（d = ${query.length}）` : '不缩放'}；用 softmax 求权重，再求上下文向量。`,
  }),
  given: ({ query, keys, values }) => [['q = ', ...draw(query), ',  K = ', ...draw(keys), ',  V = ', ...draw(values)]],
  generate: (random, level) => {
    const count = level === 3 ? 4 : level === 2 ? 3 : 2;
    const length = level === 3 ? 4 : random.pick([2, 3]);
    const scale = level === 3 || (level === 2 && random.oneIn(2));
    for (;;) {
      const query = random.vector(length, () => random.integer(-1, 2));
      const keys = random.matrix(count, length, () => random.integer(-1, 2));
      const values = level === 1 && random.oneIn(3) ? keys : random.matrix(count, 2, () => random.integer(-2, 5));
      const given = { query, keys, values, scale };
      const scores = products(given);
      const isDull =
        query.filter(x => x !== 0).length < 2 ||
        keys.some(key => key.every(x => x === 0)) ||
        transpose(values).some(column => new Set(column).size === 1);
      // Weights that all show in four decimals, and no two equal scores.
      if (!isDull && Math.max(...scores) - Math.min(...scores) <= 5 && new Set(scores).size === count) return given;
    }
  },
  solve: (given, work) => {
    const isSmall = given.keys.length <= namedKeys;
    const scores = scoreSteps(given, isSmall, work);
    const weights = weightSteps(scores, isSmall, work);
    return { scores, weights, context: contextStep(weights, valuesOf(given), isSmall, work) };
  },
  mistakes: {
    'scale-forgotten': {
      tell: {
        en: 'The scores were not divided by √d: the scaling keeps long vectors from driving the softmax to 0 and 1.',
        zh: '得分没有除以 √d：缩放可避免维数较大时 softmax 趋于 0 和 1。',
      },
      answer: given => (given.scale && given.query.length > 1 ? fromScores(given, products(given)) : undefined),
    },
    'scaled-by-d': {
      tell: {
        en: 'The scores were divided by d: the divisor is its root, √d, which is how the spread of q·k grows with d.',
        zh: '得分除以了 d：应除以 √d，q·k 的标准差随 √d 增长。',
      },
      answer: given =>
        given.scale && given.query.length > 1
          ? fromScores(given, divide(products(given), given.query.length))
          : undefined,
    },
    'scaled-unasked': {
      tell: {
        en: 'The scores were divided by √d, which this problem does not ask for: plain dot-product attention has s = q·k.',
        zh: '得分除以了 √d，而本题不要求缩放：普通点积注意力的得分就是 q·k。',
      },
      answer: given =>
        !given.scale && given.query.length > 1
          ? fromScores(given, divide(products(given), Math.sqrt(given.query.length)))
          : undefined,
    },
    'softmax-left-out': {
      tell: {
        en: 'The scores themselves were taken as weights: the softmax first makes them positive and lets them add up to 1.',
        zh: '直接把得分当作权重：应先经 softmax，使权重为正且和为 1。',
      },
      answer: given => fromWeights(given, scores => scores),
    },
    'exp-forgotten': {
      tell: {
        en: 'The scores were divided by their sum: the softmax divides e^s by the sum of all e^s.',
        zh: '把得分除以了得分之和：softmax 是用 e^s 除以各 e^s 之和。',
      },
      answer: given => {
        const total = sum(products(given));
        return total === 0 ? undefined : fromWeights(given, scores => divide(scores, sum(scores)));
      },
    },
    'keys-summed': {
      tell: {
        en: 'The keys were summed: they only give the weights, the context is the weighted sum of the values.',
        zh: '对键做了加权和：键只用来算权重，上下文向量是值的加权和。',
      },
      answer: given => {
        const { weights } = fromScores(given, divide(products(given), divisorOf(given)));
        const isSame = JSON.stringify(given.keys) === JSON.stringify(valuesOf(given));
        return isSame ? undefined : { context: weighted(weights, given.keys) };
      },
    },
    'plain-mean': {
      tell: {
        en: 'All values were weighted alike: attention weights them by how well their keys fit the query.',
        zh: '对各个值取了平均：注意力按键与查询的匹配程度加权。',
      },
      answer: given => fromWeights(given, scores => scores.map(() => 1 / scores.length)),
    },
    'hard-attention': {
      tell: {
        en: 'Only the value with the largest score was taken (hard attention): soft attention mixes all values by their weights.',
        zh: '只取了得分最大的值（硬注意力）：软注意力按权重混合所有的值。',
      },
      answer: given => fromWeights(given, scores => unitVector(scores.length, scores.indexOf(most(scores)))),
    },
  },
  verify: (given, { scores, weights, context }) => {
    // 4q·k = ‖q + k‖² − ‖q − k‖²; α_i = 1/Σ_j e^(s_j − s_i); and the context as the first value moved towards the others.
    const { query, keys } = given;
    const rows = valuesOf(given);
    const squares = (k: number[], sign: number): number => sum(query.map((q, i) => (q + sign * k[i]!) ** 2));
    const moved = rows[0]!.map((start, j) => start + sum(rows.map((v, i) => weights[i]! * (v[j]! - start))));
    return [
      {
        claim: 'q·k from the lengths of q + k and q − k',
        left: multiplied(scores, 4 * divisorOf(given)),
        right: keys.map(k => squares(k, 1) - squares(k, -1)),
      },
      {
        claim: 'the weights from differences of scores',
        left: weights,
        right: scores.map(own => 1 / sum(scores.map(other => Math.exp(other - own)))),
      },
      { claim: 'the context seen from the first value', left: context, right: moved },
    ];
  },
});
