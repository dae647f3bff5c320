import { divide, type Matrix, norm, transpose, type Vector } from './matrix.ts';

/** AP = QR. */
export interface PivotedQr {
  /** The column of A that stands at each place of AP. */
  readonly order: readonly number[];
  /** n×n upper triangular, as rows. */
  readonly R: readonly Vector[];
  /** Q·(x, 0, …, 0) for x of length n. */
  readonly applyQ: (x: Vector) => Vector;
}

/**
 * Householder QR with column pivoting of an m×n matrix, m ≥ n (Golub & Van Loan 5.4.2). Reflections are by unit vectors, so
 * nothing is squared that could overflow; the remaining norms are computed anew at each step, as updating them loses the
 * digits of graded columns.
 */
export const pivotedQr = (matrix: Matrix): PivotedQr => {
  const [m, n] = [matrix.length, matrix[0]!.length];
  const columns = transpose(matrix);
  const order = columns.map((_, j) => j);
  const reflectors: Vector[] = [];
  for (let k = 0; k < n; k++) {
    const lengths = columns.map((column, j) => (j < k ? -1 : norm(column.slice(k))));
    const pivot = lengths.indexOf(Math.max(...lengths));
    [columns[k], columns[pivot]] = [columns[pivot]!, columns[k]!];
    [order[k], order[pivot]] = [order[pivot]!, order[k]!];
    const reflector = reflectorOf(columns[k]!.slice(k), lengths[pivot]!);
    reflectors.push(reflector);
    for (let j = k; j < n; j++) reflect(columns[j]!, reflector, k);
    columns[k]!.fill(0, k + 1);
  }
  const R = order.map((_, i) => columns.map(column => column[i]!));
  const applyQ = (x: Vector): Vector => {
    const y = Array.from({ length: m }, (_, i) => x[i] ?? 0);
    for (let k = n - 1; k >= 0; k--) reflect(y, reflectors[k]!, k);
    return y;
  };
  return { order, R, applyQ };
};

/** The unit vector h with (I − 2hhᵀ)x = ∓‖x‖e₁; zero where x is zero. */
const reflectorOf = (x: Vector, length: number): Vector => {
  if (length === 0) return x;
  const h = divide(x, length);
  h[0] = h[0]! + (h[0]! < 0 ? -1 : 1);
  return divide(h, norm(h));
};

/** x to (I − 2hhᵀ)x in place, h standing at the places from `from` on. */
const reflect = (x: number[], h: Vector, from: number): void => {
  let along = 0;
  for (let i = 0; i < h.length; i++) along += h[i]! * x[from + i]!;
  along *= 2;
  for (let i = 0; i < h.length; i++) x[from + i]! -= along * h[i]!;
};
