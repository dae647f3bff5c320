/**
 * Batch normalisation in training: y = γ·(x − μ)/√(σ² + ε) + β, with the mean μ and the variance σ² of the batch, feature by
 * feature.
 *
 * Conventions: rows are samples, columns features; σ² is divided by the number m of samples (biased), and ε stands under the
 * root. Source: Ioffe & Szegedy 2015, "Batch normalization: accelerating deep network training by reducing internal
 * covariate shift", algorithm 1.
 */
import { mean as meanOf, meanSquare, variance as varianceOf } from '../math/statistics.ts';
import { draw } from '../problem/drawing.ts';
import { invalid } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { number, optional, type ParamsOf, rankOf, tensor } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { silent } from '../problem/work.ts';
import {
  type Batch,
  type Feature,
  featuresOf,
  type Manner,
  type Normalised,
  normalise,
  ofFeature,
  type PerFeature,
  rightly,
} from './shared/batch-norm-steps.ts';
import { drawBatch } from './shared/batches.ts';

const params = {
  x: tensor<Batch>(
    { en: 'the batch: one feature, or one row per sample', zh: '一批数据：单个特征，或每行一个样本' },
    [1, 2],
  ),
  gamma: optional(
    tensor<PerFeature>({ en: 'γ, the scale, one or per feature', zh: '缩放 γ（一个，或每个特征一个）' }, [0, 1]),
    1,
  ),
  beta: optional(
    tensor<PerFeature>({ en: 'β, the shift, one or per feature', zh: '平移 β（一个，或每个特征一个）' }, [0, 1]),
    0,
  ),
  epsilon: optional(number({ en: 'ε, added to the variance', zh: '加在方差上的 ε' }, { min: 0 }), 1e-5),
};
type Params = ParamsOf<typeof params>;

/** What another manner changes: the fields named, where the mistake can be made. */
const byManner =
  <K extends keyof Normalised>(fields: readonly K[], manner: Partial<Manner>, applies: (given: Params) => boolean) =>
  (given: Params): Pick<Normalised, K> | undefined => {
    if (!applies(given)) return undefined;
    const wrong = normalise(given, silent, { ...rightly, ...manner });
    return Object.fromEntries(fields.map(name => [name, wrong[name]])) as Pick<Normalised, K>;
  };

const after = ['normalized', 'output'] as const;
const some = (holds: (feature: Feature, epsilon: number) => boolean) => (given: Params) =>
  featuresOf(given).some(feature => holds(feature, given.epsilon));

/** Statistics over the features of a sample, as layer normalisation takes them. */
const perSample = (given: Params): Pick<Normalised, 'normalized' | 'output'> | undefined => {
  if (rankOf(given.x) === 1) return undefined;
  const rows = given.x as number[][];
  if (rows.some(row => varianceOf(row) + given.epsilon === 0)) return undefined;
  const normalized = rows.map(row => {
    const [centre, divisor] = [meanOf(row), Math.sqrt(varianceOf(row) + given.epsilon)];
    return row.map(x => (x - centre) / divisor);
  });
  const output = normalized.map(row => row.map((z, j) => ofFeature(given.gamma, j) * z + ofFeature(given.beta, j)));
  return { normalized, output };
};

export const batchNorm = defineKind({
  id: 'batch-norm',
  topic: 'normalization',
  title: { en: 'Batch normalisation', zh: '批归一化' },
  params,
  answer: {
    mean: field<PerFeature>('tensor', 'μ', { en: 'the mean of every feature', zh: '各特征的均值' }),
    variance: field<PerFeature>('tensor', 'σ²', {
      en: 'the (biased) variance of every feature',
      zh: '各特征的（有偏）方差',
    }),
    normalized: field<Batch>('tensor', 'z', {
      en: 'the normalised batch, before γ and β',
      zh: '归一化后的数据（乘 γ 加 β 之前）',
    }),
    output: field<Batch>('tensor', 'y', { en: 'the output y', zh: '输出 y' }),
  },
  ask: 'output',
  examples: [
    "'[1 2 3 6]' --epsilon 0",
    "'[1 2 3 6]' --gamma 2 --beta 1",
    "'[1 10; 2 30; 6 20]' --gamma '[1 2]' --beta '[0 1]'",
  ],
  settle: given => {
    const count = featuresOf(given).length;
    for (const name of ['gamma', 'beta'] as const) {
      const value = given[name];
      if (typeof value !== 'number' && value.length !== count) {
        throw invalid(
          name,
          { en: `a number, or one for each feature (${count})`, zh: `一个数，或每个特征一个（共 ${count} 个）` },
          value,
        );
      }
    }
    return given;
  },
  headline: () => same('y = γ·(x − μ)/√(σ² + ε) + β,  σ² = Σ(x − μ)²/m'),
  prompt: ({ x }) =>
    rankOf(x) === 1
      ? {
          en: 'Batch-normalise the values x of one feature, with the statistics of the batch.',
          zh: '用该批数据的均值与方差，对一个特征的取值 x 做批归一化。',
        }
      : {
          en: 'Batch-normalise x, with the statistics of the batch: rows are samples, columns features.',
          zh: '用该批数据的均值与方差对 x 做批归一化：每行一个样本，每列一个特征。',
        },
  given: ({ x, gamma, beta, epsilon }) => {
    const drawn = (value: PerFeature) => (typeof value === 'number' ? [String(value)] : draw(value));
    return [['x = ', ...draw(x), ',  γ = ', ...drawn(gamma), ',  β = ', ...drawn(beta), `,  ε = ${epsilon}`]];
  },
  generate: drawBatch,
  solve: normalise,
  mistakes: {
    'unbiased-variance': {
      tell: {
        en: 'The variance was divided by m − 1: batch normalisation divides by m, the number of samples in the batch.',
        zh: '方差除以了 m − 1：批归一化除以该批的样本数 m。',
      },
      answer: byManner(
        ['variance', ...after],
        { spread: d => (meanSquare(d) * d.length) / (d.length - 1) },
        some(({ x }) => x.length > 1 && varianceOf(x) > 0),
      ),
    },
    'epsilon-outside-root': {
      tell: {
        en: 'ε was added to the standard deviation: it stands under the root with the variance, √(σ² + ε).',
        zh: 'ε 加在了标准差上：应与方差一起放在根号内，即 √(σ² + ε)。',
      },
      answer: byManner(
        after,
        { divisor: (v, epsilon) => Math.sqrt(v) + epsilon },
        some(({ x }, epsilon) => {
          const v = varianceOf(x);
          return v > 0 && Math.abs((Math.sqrt(v) + epsilon) / Math.sqrt(v + epsilon) - 1) > 1e-3;
        }),
      ),
    },
    'divided-by-variance': {
      tell: {
        en: 'x − μ was divided by the variance: divide by its root, the standard deviation √(σ² + ε).',
        zh: '用 x − μ 除以了方差：应除以它的平方根，即标准差 √(σ² + ε)。',
      },
      answer: byManner(
        after,
        { divisor: (v, epsilon) => v + epsilon },
        some(({ x }) => varianceOf(x) > 0),
      ),
    },
    'mean-not-subtracted': {
      tell: {
        en: 'The mean was not subtracted: x − μ is divided by √(σ² + ε), so that the normalised values have mean 0.',
        zh: '没有减去均值：应以 x − μ 除以 √(σ² + ε)，使归一化后的均值为 0。',
      },
      answer: byManner(
        after,
        { numerator: (_centred, x) => x },
        some(({ x }) => meanOf(x) !== 0),
      ),
    },
    'scale-and-shift-swapped': {
      tell: {
        en: 'γ and β changed places: γ multiplies the normalised value, β is added to it.',
        zh: 'γ 与 β 用反了：归一化后的值乘以 γ，再加上 β。',
      },
      answer: byManner(
        ['output'],
        { rescaled: (z, gamma, beta) => beta * z + gamma },
        some(({ gamma, beta }) => gamma !== beta),
      ),
    },
    'scale-and-shift-forgotten': {
      tell: {
        en: 'Those are the normalised values: the output is still scaled by γ and shifted by β.',
        zh: '这只是归一化后的值：输出还要乘以 γ 再加上 β。',
      },
      answer: byManner(
        ['output'],
        { rescaled: z => z },
        some(({ gamma, beta }) => gamma !== 1 || beta !== 0),
      ),
    },
    'shifted-before-scaling': {
      tell: {
        en: 'β was added before γ multiplied: γ multiplies the normalised value only, y = γ·z + β.',
        zh: '先加了 β 再乘 γ：γ 只乘归一化后的值，即 y = γ·z + β。',
      },
      answer: byManner(
        ['output'],
        { rescaled: (z, gamma, beta) => gamma * (z + beta) },
        some(({ gamma, beta }) => gamma !== 1 && beta !== 0),
      ),
    },
    'over-the-features': {
      tell: {
        en: 'Mean and variance were taken along each sample (that is layer normalisation): batch normalisation takes them over the batch, a feature at a time.',
        zh: '均值与方差是沿每个样本求的（那是层归一化）：批归一化对每个特征在整批样本上求。',
      },
      answer: perSample,
    },
  },
  verify: (given, answer) =>
    featuresOf(given).flatMap(({ x, gamma, beta, index }, j) => {
      // The statistics of x − x₁ in one pass, and the output multiplied out again.
      const column = (nest: Batch): number[] =>
        index === undefined ? (nest as number[]) : (nest as number[][]).map(row => row[j]!);
      const from = x.map(xi => xi - x[0]!);
      const shift = from.reduce((sum, d) => sum + d / x.length, 0);
      const squares = from.reduce((sum, d) => sum + (d * d) / x.length, 0);
      const [mean, variance] = [ofFeature(answer.mean, j), ofFeature(answer.variance, j)];
      const z = column(answer.normalized);
      const root = Math.sqrt(variance + given.epsilon);
      return [
        { claim: 'μ is x₁ and the mean of x − x₁', left: mean, right: x[0]! + shift },
        {
          claim: 'σ² is the mean of (x − x₁)² less the square of its mean',
          left: variance,
          right: squares - shift * shift,
        },
        {
          claim: 'the normalised values sum to 0',
          left: z.reduce((sum, zi) => sum + zi, 0),
          right: 0,
          tolerance: 1e-7,
        },
        {
          claim: 'their squares average σ²/(σ² + ε)',
          left: meanSquare(z),
          right: variance / (variance + given.epsilon),
        },
        {
          claim: '(y − β)·√(σ² + ε) = γ·(x − μ)',
          left: column(answer.output).map(y => (y - beta) * root),
          right: x.map(xi => gamma * (xi - mean)),
        },
      ];
    }),
});
