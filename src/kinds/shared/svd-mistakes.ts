import { decompose } from '../../math/decompose.ts';
import { realEigenvalues } from '../../math/eigenvalues.ts';
import { type Matrix, transpose } from '../../math/matrix.ts';
import { canonical } from '../../math/orthonormal.ts';
import type { Mistake } from '../../problem/kind.ts';
import { distance } from '../../problem/value.ts';
import { silent } from '../../problem/work.ts';
import { sigmaOf } from './svd-drawing.ts';
import { type SvdAnswer, solveSvd } from './svd-steps.ts';

export interface SvdParams {
  readonly matrix: number[][];
}

export const sizeOf = ({ matrix: a }: SvdParams): [number, number] => [a.length, a[0]!.length];

/** The answer with other singular values; undefined where they are no others. */
const withValues = (
  params: SvdParams,
  change: (truth: SvdAnswer) => number[] | undefined,
): Partial<SvdAnswer> | undefined => {
  const truth = solveSvd(params.matrix, silent);
  const values = change(truth);
  if (!values || distance(values, truth.singularValues) <= 1e-9 * truth.singularValues[0]!) return undefined;
  return { singularValues: values, sigma: sigmaOf(values, ...sizeOf(params)) };
};

/** The columns of U with each sign chosen by itself. */
const signedApart = (U: Matrix): number[][] => transpose(transpose(U).flatMap(u => canonical([u])) as number[][]);

export const svdMistakes: Readonly<Record<string, Mistake<SvdParams, SvdAnswer>>> = {
  'roots-forgotten': {
    tell: {
      en: 'Those are the eigenvalues of AᵀA: a singular value is the square root of one, σ = √λ.',
      zh: '这是 AᵀA 的特征值：奇异值是它的平方根，σ = √λ。',
    },
    answer: params => withValues(params, ({ singularValues }) => singularValues.map(sigma => sigma ** 2)),
  },
  'eigenvalues-of-a': {
    tell: {
      en: 'Those are the eigenvalues of A (their sizes): only for a symmetric matrix are they its singular values. Take the eigenvalues of AᵀA and their square roots.',
      zh: '这是 A 的特征值（的绝对值）：只有对称矩阵的奇异值才等于它们。应求 AᵀA 的特征值再开平方。',
    },
    answer: params =>
      withValues(params, () => {
        const [m, n] = sizeOf(params);
        const values = m === n ? realEigenvalues(params.matrix) : undefined;
        return values?.map(Math.abs).sort((a, b) => b - a);
      }),
  },
  ascending: {
    tell: {
      en: 'The right values in the wrong order: σ₁ ≥ σ₂ ≥ …, the largest first, with the columns of U and V in the same order.',
      zh: '数值正确但顺序不对：应从大到小，σ₁ ≥ σ₂ ≥ …，U 与 V 的列也按此顺序。',
    },
    answer: params => withValues(params, ({ singularValues }) => [...singularValues].reverse()),
  },
  'signs-apart': {
    tell: {
      en: 'The signs of U were chosen apart from those of V, so UΣVᵀ is not A: once v is chosen, u = Av/σ has no choice.',
      zh: 'U 与 V 的符号是分别选取的，因此 UΣVᵀ ≠ A：v 选定之后，u = Av/σ 的符号也随之确定。',
    },
    answer: params => {
      const { U } = solveSvd(params.matrix, silent);
      const apart = signedApart(U);
      return distance(apart, U) < 1e-9 ? undefined : { U: apart };
    },
  },
  'u-v-swapped': {
    tell: {
      en: 'U and V are exchanged: the eigenvectors of AᵀA are the columns of V, those of AAᵀ the columns of U.',
      zh: 'U 与 V 互换了：AᵀA 的特征向量是 V 的列，AAᵀ 的特征向量是 U 的列。',
    },
    answer: params => {
      const { U, V } = solveSvd(params.matrix, silent);
      return U.length !== V.length || distance(U, V) < 1e-9 ? undefined : { U: V, V: U };
    },
  },
  'not-normalised': {
    tell: {
      en: 'The eigenvectors have still to be divided by their lengths: the columns of V are unit vectors.',
      zh: '特征向量还要除以各自的长度：V 的列是单位向量。',
    },
    answer: params => {
      const right = decompose(params.matrix).analysis.decomposition?.right;
      const lengthy = right?.some(w => w.reduce((sum, x) => sum + x * x, 0n) > 1n);
      return right && lengthy ? { V: transpose(right.map(w => w.map(Number))) } : undefined;
    },
  },
};
