/**
 * The bias–variance decomposition of the squared error: at every point, bias = f̄ − y (the mean prediction of the models less
 * the truth) and variance = the mean of (f − f̄)²; averaged over the points, expected error = bias² + variance + noise.
 *
 * Conventions: the variance is divided by the number of models (biased); `noise` is the irreducible error σ², already a
 * variance. Source: Geman, Bienenstock & Doursat 1992, "Neural networks and the bias/variance dilemma"; Hastie, Tibshirani
 * & Friedman 2009, "The elements of statistical learning", equation 7.9.
 */
import { transpose } from '../math/matrix.ts';
import { deviations, mean as meanOf, meanSquare } from '../math/statistics.ts';
import { draw } from '../problem/drawing.ts';
import { invalid } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { matrix, number, optional, type ParamsOf, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';

const params = {
  predictions: matrix({
    en: 'the predictions f: a row per model, a column per point',
    zh: '预测 f：每行一个模型，每列一个点',
  }),
  truth: vector({ en: 'the true values y, one per point', zh: '真实值 y，每个点一个' }),
  noise: optional(number({ en: 'the noise σ², a variance', zh: '噪声 σ²（方差）' }, { min: 0 }), 0),
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly biasSquared: number;
  readonly variance: number;
  readonly expectedError: number;
}

/** Up to this many points are rows of their own; of more, the first two. */
const shownPoints = 4;

/** The mean over the points of what was found at each, `letter` with the index of the point. */
const overPoints = (id: string, letter: string, each: readonly number[], work: Work): number =>
  each.length === 1
    ? each[0]!
    : work.step(id, meanOf(each), () => ({
        title: { en: 'Average over the points', zh: '对各点取平均' },
        symbol: letter,
        ...(each.length <= shownPoints
          ? {
              formula: `(${each.map((_, i) => `${letter}_${i + 1}`).join(' + ')})/${each.length}`,
              scope: Object.fromEntries(each.map((value, i) => [`${letter}_${i + 1}`, value])),
            }
          : { formula: `sum(${letter})/n`, scope: { [letter]: each, n: each.length } }),
      }));

const solve = ({ predictions, truth, noise }: Params, work: Work): Solved => {
  const points = transpose(predictions);
  const K = predictions.length;
  const isWhole = points.length <= shownPoints;
  const each = <T>(step: (f: number[], i: number, name: (letter: string) => string, shown: Work) => T): T[] =>
    points.map((f, i) =>
      step(f, i, letter => (points.length === 1 ? letter : `${letter}_${i + 1}`), isWhole || i < 2 ? work : silent),
    );
  const means = each((f, i, name, shown) =>
    shown.step(`mean${i + 1}`, meanOf(f), () => ({
      title: { en: 'Mean prediction of the models', zh: '各模型的平均预测' },
      symbol: name('m'),
      formula: `sum(${name('f')})/K`,
      scope: { [name('f')]: f, K },
      ...(i === 1 && !isWhole ? { note: { en: 'The other points in the same way.', zh: '其余各点的算法相同。' } } : {}),
    })),
  );
  const squares = each((_f, i, name, shown) =>
    shown.step(`bias${i + 1}`, (means[i]! - truth[i]!) ** 2, () => ({
      title: {
        en: 'Squared bias B: mean prediction less the truth, squared',
        zh: '偏差的平方 B：平均预测减真实值，再平方',
      },
      symbol: name('B'),
      formula: `(${name('m')} - ${name('y')})^2`,
      scope: { [name('m')]: means[i]!, [name('y')]: truth[i]! },
    })),
  );
  const spreads = each((f, i, name, shown) =>
    shown.step(`variance${i + 1}`, meanSquare(deviations(f, means[i]!)), () => ({
      title: {
        en: 'Variance: spread of the models around their mean prediction',
        zh: '方差：各模型的预测围绕平均预测的散布',
      },
      symbol: name('v'),
      formula: `sum((${name('f')} - ${name('m')}) .^ 2)/K`,
      scope: { [name('f')]: f, [name('m')]: means[i]!, K },
      ...(i === 0
        ? {
            note: {
              en: 'Around the mean prediction, not the truth; divided by the number K of models.',
              zh: '围绕平均预测而不是真实值；除以模型个数 K。',
            },
          }
        : {}),
    })),
  );
  const biasSquared = overPoints('biasSquared', 'B', squares, work);
  const variance = overPoints('variance', 'v', spreads, work);
  const expectedError = work.step('expectedError', biasSquared + variance + noise, () => ({
    title: { en: 'Expected error: bias² + variance + noise', zh: '期望误差：偏差² + 方差 + 噪声' },
    symbol: 'E',
    ...(noise === 0
      ? { formula: 'B + v', scope: { B: biasSquared, v: variance } }
      : {
          formula: 'B + v + N',
          scope: { B: biasSquared, v: variance, N: noise },
          note: {
            en: 'The noise N = σ² is a variance already and is added as it is.',
            zh: '噪声 N = σ² 本身就是方差，直接相加。',
          },
        }),
  }));
  return { biasSquared, variance, expectedError };
};

/** The parts that are taken wrongly, and the error that follows; undefined where the parts come out as they should. */
const byParts =
  (wrong: (given: Params) => { biasSquared?: number; variance?: number; noise?: number } | undefined) =>
  (given: Params): Partial<Solved> | undefined => {
    const parts = wrong(given);
    if (!parts) return undefined;
    const right = solve(given, silent);
    const { biasSquared = right.biasSquared, variance = right.variance, noise = given.noise } = parts;
    const { noise: _noise, ...changed } = parts;
    return { ...changed, expectedError: biasSquared + variance + noise };
  };

/** f̄ − y at every point. */
const biases = ({ predictions, truth }: Params): number[] =>
  transpose(predictions).map((f, i) => meanOf(f) - truth[i]!);

/** The mean of (f − y)² over models and points. */
const squaredError = ({ predictions, truth }: Params): number =>
  meanSquare(predictions.flatMap(row => row.map((f, i) => f - truth[i]!)));

export const biasVariance = defineKind({
  id: 'bias-variance',
  topic: 'generalization',
  title: { en: 'Bias–variance decomposition', zh: '偏差—方差分解' },
  params,
  answer: {
    biasSquared: field<number>('number', 'bias²', {
      en: 'the squared bias, averaged over the points',
      zh: '偏差的平方（对各点平均）',
    }),
    variance: field<number>('number', 'v', { en: 'the variance, averaged over the points', zh: '方差（对各点平均）' }),
    expectedError: field<number>('number', 'E', { en: 'the expected error', zh: '期望误差' }),
  },
  ask: 'expectedError',
  examples: ["'[1 2; 3 4; 2 6]' '[1 5]'", "'[2; 4; 3; 3]' '[2.5]' --noise 0.1", "'[1 2; 3 5]' '[2 2]' --steps brief"],
  settle: given => {
    const points = given.predictions[0]!.length;
    if (given.truth.length !== points) {
      throw invalid(
        'truth',
        { en: `${points} values, one for each column of predictions`, zh: `${points} 个值，predictions 的每列一个` },
        given.truth,
      );
    }
    return given;
  },
  headline: () => same('E = bias² + variance + σ²'),
  prompt: ({ predictions, noise }) => {
    const [models, points] = [predictions.length, predictions[0]!.length];
    const where =
      points === 1
        ? { en: 'one point', zh: '一个点' }
        : { en: `${points} points (columns)`, zh: `${points} 个点（列）` };
    const disturbed =
      noise === 0 ? { en: 'no noise', zh: '没有噪声' } : { en: `noise σ² = ${noise}`, zh: `噪声方差 σ² = ${noise}` };
    return {
      en: `${models} models (rows of f), trained on different samples, predict ${where.en} with the true values y; ${disturbed.en}. Decompose the expected squared error.`,
      zh: `${models} 个用不同样本训练的模型（f 的各行）对${where.zh}作预测，真实值为 y，${disturbed.zh}。对期望平方误差做偏差—方差分解。`,
    };
  },
  given: ({ predictions, truth, noise }) => [
    ['f = ', ...draw(predictions), ',  y = ', ...draw(truth), ...(noise === 0 ? [] : [`,  σ² = ${noise}`])],
  ],
  generate: (random, level) => {
    const points = level === 1 ? 1 : level === 2 ? 2 : 3;
    const models = random.pick(level === 1 ? [4, 5] : level === 2 ? [2, 4] : [3, 4]);
    const unit = level === 3 ? 10 : 1;
    const truth = random.vector(points, () => random.integer(10, 60) / 10);
    const predictions = random.matrix(models, points, () => random.integer(1 * unit, 8 * unit) / unit);
    return {
      predictions,
      truth: level === 1 ? truth.map(Math.round) : truth,
      noise: level === 1 && random.oneIn(2) ? 0 : random.pick([0.1, 0.2, 0.25, 0.4, 0.5]),
    };
  },
  solve,
  mistakes: {
    'bias-not-squared': {
      tell: {
        en: 'The bias was not squared: the error is squared, so it contains bias², which is never negative.',
        zh: '偏差没有平方：平方误差中的一项是偏差²，不会为负。',
      },
      answer: byParts(given => ({ biasSquared: meanOf(biases(given)) })),
    },
    'averaged-before-squaring': {
      tell: {
        en: 'The biases were averaged over the points and then squared, so that they cancel: square at every point first.',
        zh: '先对各点的偏差取平均再平方，正负会抵消：应先在每个点上平方，再取平均。',
      },
      answer: byParts(given => (given.truth.length === 1 ? undefined : { biasSquared: meanOf(biases(given)) ** 2 })),
    },
    'unbiased-variance': {
      tell: {
        en: 'The variance was divided by K − 1: the decomposition averages over the K models, so it divides by K.',
        zh: '方差除以了 K − 1：分解式是对 K 个模型取平均，应除以 K。',
      },
      answer: byParts(given => {
        const models = given.predictions.length;
        if (models === 1) return undefined;
        return { variance: (solve(given, silent).variance * models) / (models - 1) };
      }),
    },
    'squared-error-for-bias': {
      tell: {
        en: 'The mean of the squared errors (f − y)² was taken for bias²: it already contains the variance. Average the predictions first, then subtract y and square.',
        zh: '把各模型平方误差 (f − y)² 的平均当成了偏差²：其中已含方差。应先求平均预测，再减 y 并平方。',
      },
      answer: byParts(given => ({ biasSquared: squaredError(given) })),
    },
    'variance-around-truth': {
      tell: {
        en: 'The variance was taken around the truth y: it is the spread of the predictions around their own mean.',
        zh: '方差是围绕真实值 y 求的：应围绕各模型预测自身的平均值。',
      },
      answer: byParts(given => ({ variance: squaredError(given) })),
    },
    'noise-forgotten': {
      tell: {
        en: 'The noise is missing: no model can get below σ², so it is added to bias² and variance.',
        zh: '漏了噪声：任何模型的误差都不低于 σ²，它要加到偏差² 与方差上。',
      },
      answer: byParts(({ noise }) => (noise === 0 ? undefined : { noise: 0 })),
    },
    'noise-squared': {
      tell: {
        en: 'The noise was squared again: σ² is a variance already and is added as it is.',
        zh: '把噪声又平方了一次：σ² 本身就是方差，直接相加。',
      },
      answer: byParts(({ noise }) => (noise === 0 || noise === 1 ? undefined : { noise: noise ** 2 })),
    },
  },
  verify: (given, { biasSquared, variance, expectedError }) => {
    // With e = f − y: bias is the mean of e, and the mean of e² splits into bias² and variance.
    const errors = transpose(given.predictions).map((f, i) => f.map(fk => fk - given.truth[i]!));
    const squared = meanOf(errors.map(e => meanOf(e) ** 2));
    const all = squaredError(given);
    return [
      { claim: 'bias² from the mean error at every point', left: biasSquared, right: squared },
      { claim: 'variance = mean of e² − bias²', left: variance, right: all - squared },
      { claim: 'without the noise it is the mean squared error', left: expectedError - given.noise, right: all },
    ];
  },
});
