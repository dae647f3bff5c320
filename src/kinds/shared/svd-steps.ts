import type { Decomposed } from '../../math/decompose.ts';
import { type Matrix, transpose } from '../../math/matrix.ts';
import { rankOf } from '../../math/svd.ts';
import type { Drawing } from '../../problem/drawing.ts';
import type { Work } from '../../problem/work.ts';
import { drawnExact, drawnNumbers, sigmaOf } from './svd-drawing.ts';
import { eigenOf, eigenvalueSteps, gramStep, polynomialSteps, rightSteps, truthEigen } from './svd-eigen-steps.ts';
import * as say from './svd-sentences.ts';
import { taskOf } from './svd-task.ts';
import { checkSteps, completionSteps, leftSteps, sigmaSteps } from './svd-vector-steps.ts';

export interface SvdAnswer {
  readonly U: number[][];
  readonly singularValues: number[];
  readonly V: number[][];
  readonly sigma: number[][];
  readonly rank: number;
  readonly exact: Decomposed['exact'];
}

/** Hand's way: AᵀA, its eigenvalues and eigenvectors, σ = √λ, u = Av/σ, U completed, UΣVᵀ multiplied out. */
export const solveSvd = (matrix: Matrix, work: Work): SvdAnswer => {
  const task = taskOf(matrix, work);
  const { m, n, truth, factor } = task;
  const { gram, own } = gramStep(task);
  const { coefficients, roots } = polynomialSteps(task, gram);
  const eigen = own ? eigenOf(gram) : truthEigen(task);
  const given = roots ?? eigen.values;
  const values = eigenvalueSteps(task, gram, { ...eigen, values: given }, coefficients);
  const vs = rightSteps(task, eigen);
  const unchanged = own || roots ? [] : eigen.values;
  const sigmas = sigmaSteps(task, unchanged, values);
  const us = completionSteps(task, leftSteps(task, vs, sigmas, rankOf(sigmas, m, n)));
  const [U, V] = [transpose(us), transpose(vs)];
  checkSteps(task, U, sigmaOf(sigmas, m, n), V);
  const singularValues = work.step('singularValues', sigmas, () => ({
    title: { en: 'The decomposition', zh: '分解结果' },
    symbol: 'σ',
    drawn: drawnDecomposition(truth, m, n),
    note: say.convention(factor !== 1),
  }));
  return {
    U,
    singularValues,
    V,
    sigma: sigmaOf(singularValues, m, n),
    rank: rankOf(singularValues, m, n),
    exact: truth.exact,
  };
};

export const drawnDecomposition = (
  { analysis, U, singularValues, V }: Omit<Decomposed, 'exact'>,
  m: number,
  n: number,
): Drawing =>
  analysis.decomposition
    ? drawnExact(analysis.decomposition)
    : drawnNumbers({ U, sigma: sigmaOf(singularValues, m, n), V });
