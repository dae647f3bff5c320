import { type Decomposed, decompose } from '../../math/decompose.ts';
import { divide, largest, type Matrix } from '../../math/matrix.ts';
import { checkEntries, checkOperations } from '../../problem/limits.ts';
import { distance, numbersOf, type Value } from '../../problem/value.ts';
import type { Scope, Work } from '../../problem/work.ts';
import * as say from './svd-sentences.ts';

/** Columns beyond these are found in the same way and not shown. */
export const shownColumns = 6;

export const isSame = (a: Value, b: Value): boolean => distance(a, b) === 0;

/** A formula, and what it gives in doubles. */
export interface Way<T extends Value> {
  readonly formula: string;
  readonly scope: Scope;
  readonly gives: T;
}

/**
 * The first way whose formula confirms the value in doubles, to its own digits if one does: of a small singular value
 * beside a large one the simpler formulas lose them.
 */
export const confirmed = <T extends Value>(value: T, ways: readonly Way<T>[]): { formula?: string; scope?: Scope } => {
  const right = numbersOf(value);
  const within = (absolute: number) =>
    ways.find(({ gives }) =>
      numbersOf(gives).every((x, i) => Math.abs(x - right[i]!) <= Math.max(absolute, 1e-10 * Math.abs(right[i]!))),
    );
  const way = within(0) ?? within(1e-13);
  return way ? { formula: way.formula, scope: way.scope } : {};
};

/** A problem on its way: what is right, and what of it was pulled out so that squares stay within the doubles. */
export interface Task {
  readonly matrix: Matrix;
  readonly m: number;
  readonly n: number;
  readonly truth: Decomposed;
  readonly factor: number;
  /** A, or A divided by the factor, and what it is called. */
  readonly base: Matrix;
  readonly name: 'A' | 'B';
  readonly work: Work;
}

export const taskOf = (matrix: Matrix, work: Work): Task => {
  const [m, n] = [matrix.length, matrix[0]!.length];
  checkEntries(Math.max(m, n) ** 2, 'matrix');
  checkOperations(2 * Math.max(m, n) ** 3 + 24 * m * n * Math.min(m, n));
  const truth = decompose(matrix);
  const most = largest(matrix.map(largest));
  const isModerate = truth.exact !== undefined || most === 0 || (most >= 1e-4 && most < 1e6);
  if (isModerate) return { matrix, m, n, truth, factor: 1, base: matrix, name: 'A', work };
  const factor = 10 ** Math.max(-300, Math.floor(Math.log10(most)));
  const base = work.step(
    'B',
    matrix.map(row => divide(row, factor)),
    () => ({
      title: say.factorTitle,
      symbol: 'B',
      formula: 'A / c',
      scope: { A: matrix, c: factor },
    }),
  );
  return { matrix, m, n, truth, factor, base, name: 'B', work };
};
