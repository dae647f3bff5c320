/** Vectors and matrices of plain numbers; a matrix is a list of rows of equal length, at least one. */

export type Vector = readonly number[];
export type Matrix = readonly Vector[];

export const zeros = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => new Array<number>(columns).fill(0));

/** The i-th column of the identity, i counted from 0. */
export const unitVector = (length: number, i: number): number[] => {
  const vector = new Array<number>(length).fill(0);
  vector[i] = 1;
  return vector;
};

export const identity = (n: number): number[][] => Array.from({ length: n }, (_, i) => unitVector(n, i));

/** m×n to n×m; also turns a list of columns into rows. */
export const transpose = (a: Matrix): number[][] => a[0]!.map((_, j) => a.map(row => row[j]!));

/** Σ aᵢbᵢ of two vectors of the same length, summed from the left. */
export const dot = (a: Vector, b: Vector): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

/** (m×k)·(k×n), summed from the left. */
export const multiply = (a: Matrix, b: Matrix): number[][] => {
  const columns = transpose(b);
  return a.map(row => columns.map(column => dot(row, column)));
};

/** (m×n)·(n) */
export const apply = (a: Matrix, x: Vector): number[] => a.map(row => dot(row, x));

export const scale = (vector: Vector, factor: number): number[] => vector.map(x => x * factor);

/** Divides every entry: unlike scaling by 1/divisor it also serves the smallest divisors. */
export const divide = (vector: Vector, divisor: number): number[] => vector.map(x => x / divisor);

/** y + factor·x */
export const addScaled = (y: Vector, x: Vector, factor: number): number[] => y.map((yi, i) => yi + factor * x[i]!);

/** The largest absolute value of the entries, 0 for none. */
export const largest = (vector: Vector): number => vector.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/**
 * Euclidean length. Where squares would overflow or vanish they are taken of the entries divided by a power of two near
 * the largest; unlike `Math.hypot(...vector)` it takes vectors of any length.
 */
export const norm = (vector: Vector): number => {
  const squares = dot(vector, vector);
  if (squares > 1e-260 && squares < 1e260) return Math.sqrt(squares);
  const most = largest(vector);
  if (most === 0 || !Number.isFinite(most)) return most;
  const unit = powerOfTwoNear(most);
  const scaled = divide(vector, unit);
  return unit * Math.sqrt(dot(scaled, scaled));
};

/** A power of two within a factor of two of x > 0: dividing by it is exact. */
export const powerOfTwoNear = (x: number): number => 2 ** Math.max(-1022, Math.min(1023, Math.floor(Math.log2(x))));
