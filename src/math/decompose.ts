import { type ExactAnalysis, exactSvd, unitColumns } from './exact-svd.ts';
import type { Matrix } from './matrix.ts';
import { surdExpression, surdValue } from './surd.ts';
import { type Decomposition, svd } from './svd.ts';

/** A decomposition in doubles with what is known of it exactly. */
export interface Decomposed extends Decomposition {
  readonly analysis: ExactAnalysis;
  /** Expression strings of every entry, where there is an exact form. */
  readonly exact?: { readonly U: string[][]; readonly singularValues: string[]; readonly V: string[][] };
}

/** A = UΣVᵀ: the values of the exact form where there is one, else `svd` with the exact rank where that is known. */
export const decompose = (matrix: Matrix): Decomposed => {
  const analysis = exactSvd(matrix);
  const { decomposition, rank } = analysis;
  if (!decomposition) return { analysis, ...svd(matrix, rank) };
  const { singularValues } = decomposition;
  const [U, V] = [unitColumns(decomposition.left), unitColumns(decomposition.right)];
  return {
    analysis,
    U: U.map(row => row.map(surdValue)),
    singularValues: singularValues.map(surdValue),
    V: V.map(row => row.map(surdValue)),
    exact: {
      U: U.map(row => row.map(surdExpression)),
      singularValues: singularValues.map(surdExpression),
      V: V.map(row => row.map(surdExpression)),
    },
  };
};
