import { divide, largest, type Matrix, norm, transpose, type Vector } from './matrix.ts';

/** Applies I − 2hhᵀ to a row from place `from` on. */
const reflectRow = (row: number[], h: Vector, from: number): void => {
  let along = 0;
  for (let j = 0; j < h.length; j++) along += h[j]! * row[from + j]!;
  for (let j = 0; j < h.length; j++) row[from + j]! -= 2 * along * h[j]!;
};

/** The unit vector whose reflection sends x to a multiple of e₁; nothing where x has no length. */
const reflectorOf = (x: Vector): Vector | undefined => {
  const length = norm(x);
  if (length === 0) return undefined;
  const h = divide(x, length);
  h[0] = h[0]! + Math.sign(h[0]! || 1);
  return divide(h, norm(h));
};

/**
 * The diagonal and superdiagonal, interleaved d₁, e₁, d₂, …, of an upper bidiagonal matrix with the singular values of
 * a m×n matrix, m ≥ n (Golub & Kahan 1965; Golub & Van Loan 5.4.8).
 */
const bidiagonal = (matrix: Matrix): number[] => {
  let rows = matrix.map(row => [...row]);
  const entries: number[] = [];
  while (rows[0]!.length > 0) {
    const columns = transpose(rows);
    const left = reflectorOf(columns[0]!);
    if (left) for (const column of columns) reflectRow(column, left, 0);
    entries.push(columns[0]![0]!);
    if (columns.length === 1) return entries;
    rows = transpose(columns.slice(1));
    const right = reflectorOf(rows[0]!);
    if (right) for (const row of rows) reflectRow(row, right, 0);
    entries.push(rows[0]![0]!);
    rows = rows.slice(1);
    if (rows.length === 0) return entries;
  }
  return entries;
};

/**
 * The singular values of a matrix by another way than `svd`: it is made bidiagonal, the bidiagonal one is the tridiagonal
 * matrix with zero diagonal and eigenvalues ±σ (Golub & Kahan), and these are found by bisection, counting with Sturm
 * sequences how many lie above a number (Golub & Van Loan 8.4, Demmel & Kahan 1990). Accurate to about 2⁻⁵²·σ₁.
 */
export const singularValuesByBisection = (matrix: Matrix): number[] => {
  const tall = matrix.length >= matrix[0]!.length ? matrix : transpose(matrix);
  const most = largest(tall.map(largest));
  const count = tall[0]!.length;
  if (most === 0) return new Array<number>(count).fill(0);
  const offDiagonal = bidiagonal(tall.map(row => divide(row, most)));
  const above = (x: number): number => {
    let q = -x;
    let found = q > 0 ? 1 : 0;
    for (const b of offDiagonal) {
      q = -x - (b * b) / (q === 0 ? -Number.MIN_VALUE : q);
      if (q > 0) found++;
    }
    return found;
  };
  const bound = 2 * largest(offDiagonal);
  return Array.from({ length: count }, (_, i) => {
    let [low, high] = [0, bound];
    for (let step = 0; step < 70; step++) {
      const middle = (low + high) / 2;
      if (above(middle) > i) low = middle;
      else high = middle;
    }
    return ((low + high) / 2) * most;
  });
};
