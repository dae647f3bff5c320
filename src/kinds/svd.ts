/**
 * The singular value decomposition A = UΣVᵀ by hand's way: the eigenvalues λ of AᵀA from its characteristic polynomial, its
 * eigenvectors v, σ = √λ in descending order, u = Av/σ, and U completed to an orthonormal basis (Golub & Van Loan 2.4; Lay,
 * Linear Algebra 7.4). The first non-zero component of each v is positive. Where all λ are rational the answer is
 * exact; otherwise it is computed from A itself by one-sided Jacobi rotations.
 */
import { singularValuesByBisection } from '../math/bidiagonal.ts';
import type { Decomposed } from '../math/decompose.ts';
import { exactSvd } from '../math/exact-svd.ts';
import { constant } from '../math/expression.ts';
import { divide, identity, multiply, norm, transpose } from '../math/matrix.ts';
import { draw } from '../problem/drawing.ts';
import { type Claim, defineKind, field } from '../problem/kind.ts';
import { matrix } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { judgeFactorisation, judgeVectors } from './shared/svd-judge.ts';
import { sizeOf, svdMistakes } from './shared/svd-mistakes.ts';
import { drawMatrix } from './shared/svd-problems.ts';
import { drawnDecomposition, type SvdAnswer, solveSvd } from './shared/svd-steps.ts';

const exactClaims = (exact: Decomposed['exact'], { U, singularValues, V }: SvdAnswer): Claim[] => {
  if (!exact) return [];
  const values = (rows: readonly (readonly string[])[]): number[][] => rows.map(row => row.map(constant));
  return [
    { claim: 'the exact form of U', left: values(exact.U), right: U },
    { claim: 'the exact singular values', left: exact.singularValues.map(constant), right: singularValues },
    { claim: 'the exact form of V', left: values(exact.V), right: V },
  ];
};

export const svd = defineKind({
  id: 'svd',
  topic: 'svd',
  title: { en: 'Singular value decomposition  A = UΣVᵀ', zh: '奇异值分解  A = UΣVᵀ' },
  params: { matrix: matrix({ en: 'the matrix A, row by row', zh: '矩阵 A，按行给出' }) },
  answer: {
    U: field<number[][]>('matrix', 'U', { en: 'the left singular vectors, as columns', zh: '左奇异向量（按列）' }),
    singularValues: field<number[]>('vector', 'σ', {
      en: 'the singular values, in descending order',
      zh: '奇异值（从大到小）',
    }),
    V: field<number[][]>('matrix', 'V', { en: 'the right singular vectors, as columns', zh: '右奇异向量（按列）' }),
    sigma: field<number[][]>('matrix', 'Σ', { en: 'the matrix of singular values', zh: '奇异值矩阵' }),
    rank: field<number>('number', 'rank', { en: 'the rank', zh: '秩' }),
    exact: field<Decomposed['exact']>('list', 'exact', { en: 'the exact form', zh: '精确形式' }),
  },
  ask: 'singularValues',
  quantities: {
    sigma1: {
      title: { en: 'the largest singular value', zh: '最大奇异值' },
      symbol: 'σ₁',
      form: 'number',
      of: ({ singularValues }) => singularValues[0],
    },
    factorization: {
      title: { en: 'U, Σ and V of one decomposition', zh: '一个奇异值分解的 U、Σ、V' },
      symbol: 'U, Σ, V',
      form: 'list',
      parts: [
        { name: 'U', also: ['u'], shape: [[0]], example: '[1 0; 0 1]' },
        { name: 'S', also: ['Σ', 'Sigma', 'sigma', 's', 'D'], shape: [[0]], example: '[2 0; 0 1]' },
        { name: 'V', also: ['v'], shape: [[0]], example: '[1 0; 0 1]' },
      ],
      of: ({ U, sigma, V }) => [U, sigma, V],
    },
  },
  examples: ["'[3 0; 4 5]'", "'[3 2 2; 2 3 -2]'", "'[[1,-1],[-2,2],[2,-2]]'"],
  headline: params => same(sizeOf(params).join('×')),
  prompt: () => ({
    en: 'Find the singular value decomposition A = UΣVᵀ: the singular values in descending order, the first non-zero component of each column of V positive.',
    zh: '求奇异值分解 A = UΣVᵀ：奇异值从大到小排列，V 的每一列第一个非零分量取正。',
  }),
  given: params => [['A = ', ...draw(params.matrix)]],
  display: (answer, params) => {
    const [m, n] = sizeOf(params);
    return drawnDecomposition({ ...answer, analysis: exactSvd(params.matrix) }, m, n);
  },
  generate: (random, level) => ({ matrix: drawMatrix(random, level) }),
  solve: (params, work) => {
    const { exact, ...answer } = solveSvd(params.matrix, work);
    return (exact ? { ...answer, exact } : answer) as SvdAnswer;
  },
  mistakes: svdMistakes,
  judge: { factorization: judgeFactorisation, U: judgeVectors('U'), V: judgeVectors('V') },
  verify: (params, answer) => {
    const { U, singularValues, V, sigma, exact } = answer;
    const unit = singularValues[0]! || 1;
    const entries = params.matrix.flat();
    return [
      {
        claim: 'UΣVᵀ = A',
        left: multiply(
          multiply(
            U,
            sigma.map(row => divide(row, unit)),
          ),
          transpose(V),
        ),
        right: params.matrix.map(row => divide(row, unit)),
        tolerance: 1e-12 * Math.max(10, U.length, V.length),
      },
      { claim: 'UᵀU = I', left: multiply(transpose(U), U), right: identity(U.length), tolerance: 1e-12 },
      { claim: 'VᵀV = I', left: multiply(transpose(V), V), right: identity(V.length), tolerance: 1e-12 },
      {
        claim: 'the singular values descend and none is negative',
        left: singularValues,
        right: singularValues.map(Math.abs).sort((a, b) => b - a),
        tolerance: 0,
      },
      { claim: 'Σσ² = ‖A‖²', left: norm(singularValues) / unit, right: norm(entries) / unit, tolerance: 1e-12 },
      {
        claim: 'the singular values by bisection on the bidiagonal form',
        left: divide(singularValues, unit),
        right: divide(singularValuesByBisection(params.matrix), unit),
        // Bisection is as exact as its largest number, not as each of them.
        tolerance: 1e-13 * Math.max(10, U.length, V.length),
      },
      ...exactClaims(exact, answer),
    ];
  },
});
