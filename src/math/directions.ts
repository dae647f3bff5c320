import type { IntegerMatrix } from './characteristic.ts';
import { greatestCommonDivisor } from './surd.ts';

/** A vector of whole numbers without common divisor: a direction, exactly. */
export type Direction = readonly bigint[];

const dot = (a: Direction, b: Direction): bigint => a.reduce((sum, x, i) => sum + x * b[i]!, 0n);

/** Divides by the greatest common divisor, keeping the sense; the zero vector stays. */
export const primitive = (vector: readonly bigint[]): Direction => {
  const divisor = vector.reduce(greatestCommonDivisor, 0n);
  return divisor === 0n ? vector : vector.map(x => x / divisor);
};

const isZero = (vector: Direction): boolean => vector.every(x => x === 0n);

/** The direction of what is left of a vector when its projections on orthogonal directions are taken away. */
const remainder = (vector: Direction, basis: readonly Direction[]): Direction =>
  basis.reduce((rest, q) => {
    const [square, along] = [dot(q, q), dot(rest, q)];
    return primitive(rest.map((x, i) => square * x - along * q[i]!));
  }, vector);

const unit = (n: number, j: number): Direction => Array.from({ length: n }, (_, i) => (i === j ? 1n : 0n));

/** Completes orthogonal directions to n of them by Gram–Schmidt on the standard basis, in order. */
export const completedDirections = (directions: readonly Direction[], n: number): Direction[] => {
  const basis = [...directions];
  for (let j = 0; basis.length < n; j++) {
    const rest = remainder(unit(n, j), basis);
    if (!isZero(rest)) basis.push(rest);
  }
  return basis;
};

/** A basis of the null space by elimination without fractions: one vector for every column without a pivot. */
const nullSpace = (matrix: IntegerMatrix): Direction[] => {
  const n = matrix[0]!.length;
  const rows = matrix.map(row => [...row]);
  const pivots: number[] = [];
  for (let column = 0; column < n; column++) {
    const at = pivots.length;
    const found = rows.findIndex((row, i) => i >= at && row[column] !== 0n);
    if (found < 0) continue;
    [rows[at], rows[found]] = [rows[found]!, rows[at]!];
    const pivot = rows[at]!;
    rows.forEach((row, i) => {
      if (i === at || row[column] === 0n) return;
      const [keep, subtract] = [pivot[column]!, row[column]!];
      rows[i] = [...primitive(row.map((x, j) => keep * x - subtract * pivot[j]!))];
    });
    pivots.push(column);
  }
  const free = Array.from({ length: n }, (_, j) => j).filter(j => !pivots.includes(j));
  return free.map(j => {
    // A common multiple of the pivots makes every component whole.
    const multiple = pivots.reduce((product, column, i) => product * rows[i]![column]!, 1n);
    const vector = unit(n, j).map(x => x * multiple);
    pivots.forEach((column, i) => {
      vector[column] = (-multiple / rows[i]![column]!) * rows[i]![j]!;
    });
    return primitive(vector);
  });
};

/**
 * Orthogonal directions that span the null space of a matrix: Gram–Schmidt on the projections of the standard basis, in
 * order. A single one has its first non-zero component positive.
 */
export const canonicalDirections = (matrix: IntegerMatrix): Direction[] => {
  const space: Direction[] = [];
  for (const vector of nullSpace(matrix)) space.push(remainder(vector, space));
  const squares = space.map(q => dot(q, q));
  const all = squares.reduce((product, square) => product * square, 1n);
  const n = matrix[0]!.length;
  const basis: Direction[] = [];
  for (let j = 0; basis.length < space.length; j++) {
    const projection = unit(n, j).map((_, i) =>
      space.reduce((sum, q, k) => sum + (q[i]! * q[j]! * all) / squares[k]!, 0n),
    );
    const rest = remainder(primitive(projection), basis);
    if (!isZero(rest)) basis.push(rest);
  }
  return basis;
};
