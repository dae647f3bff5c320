import { transpose } from '../../math/matrix.ts';
import { deviations, mean as meanOf, meanSquare } from '../../math/statistics.ts';
import { ProblemError } from '../../problem/error.ts';
import { rankOf } from '../../problem/params.ts';
import { silent, type Work } from '../../problem/work.ts';

/** The values of one feature, or a row per sample. */
export type Batch = number[] | number[][];
export type PerFeature = number | number[];

export interface BatchParams {
  readonly x: Batch;
  readonly gamma: PerFeature;
  readonly beta: PerFeature;
  readonly epsilon: number;
}

export interface Normalised {
  readonly mean: PerFeature;
  readonly variance: PerFeature;
  readonly normalized: Batch;
  readonly output: Batch;
}

export interface Feature {
  readonly x: number[];
  readonly gamma: number;
  readonly beta: number;
  /** Counted from 1; undefined where it is the only one. */
  readonly index: number | undefined;
}

export const ofFeature = (value: PerFeature, j: number): number => (typeof value === 'number' ? value : value[j]!);

export const featuresOf = ({ x, gamma, beta }: BatchParams): Feature[] => {
  const isVector = rankOf(x) === 1;
  const columns = isVector ? [x as number[]] : transpose(x as number[][]);
  return columns.map((column, j) => ({
    x: column,
    gamma: ofFeature(gamma, j),
    beta: ofFeature(beta, j),
    index: isVector ? undefined : j + 1,
  }));
};

/** The four places where a student may go another way. */
export interface Manner {
  readonly spread: (centred: readonly number[]) => number;
  readonly numerator: (centred: readonly number[], x: readonly number[]) => readonly number[];
  readonly divisor: (variance: number, epsilon: number) => number;
  readonly rescaled: (z: number, gamma: number, beta: number) => number;
}

export const rightly: Manner = {
  spread: meanSquare,
  numerator: centred => centred,
  divisor: (variance, epsilon) => Math.sqrt(variance + epsilon),
  rescaled: (z, gamma, beta) => gamma * z + beta,
};

const noSpread = (index: number | undefined): ProblemError => {
  const [en, zh] = index === undefined ? ['the feature x', '特征 x '] : [`feature ${index}`, `第 ${index} 个特征`];
  return new ProblemError(
    'not-finite',
    {
      en: `the variance of ${en} is 0 and so is ε: x − μ cannot be divided by √(σ² + ε) = 0`,
      zh: `${zh}的方差为 0，ε 也为 0：x − μ 不能除以 √(σ² + ε) = 0`,
    },
    index === undefined ? 'normalized' : `normalized[0][${index - 1}]`,
  );
};

/** Up to this many features are worked out; of more, the first two. */
const shownFeatures = 4;

/** Step by step, every step for each feature in turn. */
export const normalise = (given: BatchParams, work: Work, manner = rightly): Normalised => {
  const { epsilon } = given;
  const features = featuresOf(given);
  const isWhole = features.length <= shownFeatures;
  /** One step for every feature; `name` gives a letter the feature's index. */
  const each = <T>(step: (feature: Feature, j: number, name: (letter: string) => string, shown: Work) => T): T[] =>
    features.map((feature, j) =>
      step(
        feature,
        j,
        letter => (feature.index === undefined ? letter : `${letter}_${feature.index}`),
        isWhole || j < 2 ? work : silent,
      ),
    );

  const means = each(({ x }, _j, name, shown) =>
    shown.step(name('mean'), meanOf(x), () => ({
      title: { en: 'Mean over the batch', zh: '批均值' },
      symbol: name('μ'),
      formula: `sum(${name('x')})/m`,
      scope: { [name('x')]: x, m: x.length },
    })),
  );
  const centred = each(({ x }, j, name, shown) =>
    shown.step(name('centred'), deviations(x, means[j]!), () => ({
      title: { en: 'Subtract the mean', zh: '减去均值' },
      symbol: name('d'),
      formula: `${name('x')} - ${name('μ')}`,
      scope: { [name('x')]: x, [name('μ')]: means[j]! },
    })),
  );
  const variances = each(({ x }, j, name, shown) =>
    shown.step(name('variance'), manner.spread(centred[j]!), () => ({
      title: { en: 'Variance v = σ²', zh: '方差 v = σ²' },
      symbol: name('v'),
      formula: `sum(${name('d')} .* ${name('d')})/m`,
      scope: { [name('d')]: centred[j]!, m: x.length },
      ...(j === 0
        ? {
            note: {
              en: 'Batch normalisation divides by m, not by m − 1 (the biased variance).',
              zh: '批归一化除以 m 而不是 m − 1（有偏方差）。',
            },
          }
        : {}),
    })),
  );
  const divisors = each(({ index }, j, name, shown) => {
    const v = variances[j]!;
    if (v + epsilon === 0) throw noSpread(index);
    return shown.step(name('divisor'), manner.divisor(v, epsilon), () => ({
      title:
        epsilon === 0
          ? { en: 'Standard deviation', zh: '标准差' }
          : { en: 'Standard deviation, with ε under the root', zh: '标准差（ε 在根号内）' },
      symbol: name('s'),
      ...(epsilon === 0
        ? { formula: `sqrt(${name('v')})`, scope: { [name('v')]: v } }
        : { formula: `sqrt(${name('v')} + ε)`, scope: { [name('v')]: v, ε: epsilon } }),
    }));
  });
  const normalized = each(({ x }, j, name, shown) =>
    shown.step(
      name('normalized'),
      manner.numerator(centred[j]!, x).map(entry => entry / divisors[j]!),
      () => ({
        title: { en: 'Normalise', zh: '归一化' },
        symbol: name('z'),
        formula: `${name('d')}/${name('s')}`,
        scope: { [name('d')]: centred[j]!, [name('s')]: divisors[j]! },
      }),
    ),
  );
  const outputs = each(({ gamma, beta }, j, name, shown) =>
    shown.step(
      name('output'),
      normalized[j]!.map(z => manner.rescaled(z, gamma, beta)),
      () => ({
        title: { en: 'Scale by γ, shift by β', zh: '乘以缩放 γ，加上平移 β' },
        symbol: name('y'),
        formula: `${name('γ')}*${name('z')} + ${name('β')}`,
        scope: { [name('γ')]: gamma, [name('z')]: normalized[j]!, [name('β')]: beta },
      }),
    ),
  );

  if (rankOf(given.x) === 1) {
    return { mean: means[0]!, variance: variances[0]!, normalized: normalized[0]!, output: outputs[0]! };
  }
  const output = work.step('outputs', transpose(outputs), () => ({
    title: { en: 'All outputs: a row per sample, a column per feature', zh: '全部输出：每行一个样本，每列一个特征' },
    symbol: 'Y',
    ...(isWhole ? {} : { note: { en: 'The other features are done in the same way.', zh: '其余特征的算法相同。' } }),
  }));
  return { mean: means, variance: variances, normalized: transpose(normalized), output };
};
