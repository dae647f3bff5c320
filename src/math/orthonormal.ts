import { addScaled, divide, dot, norm, unitVector, type Vector } from './matrix.ts';

/**
 * Orthonormal bases chosen by one rule, so that equal problems give equal vectors: Gram–Schmidt on the standard basis
 * e₁, e₂, … in order, leaving out what is already spanned.
 */

/** Below this a component or a remainder of unit vectors is rounding, not a direction. */
const negligible = 2 ** -44;
/** A shorter remainder would carry its rounding out of the space of equal singular values. */
const spanned = 2 ** -26;

/** Subtracts the projections on orthonormal `basis`, twice: once leaves rounding where little remains. */
const remainder = (vector: Vector, basis: readonly Vector[]): Vector => {
  let rest = vector;
  for (let pass = 0; pass < 2; pass++) for (const q of basis) rest = addScaled(rest, q, -dot(q, rest));
  return rest;
};

/** A unit vector without entries that are rounding of zeros: completed columns often have whole-number directions. */
const cleaned = (vector: Vector): Vector => divide(vector, norm(vector)).map(x => (Math.abs(x) < 2 ** -50 ? 0 : x));

/**
 * Completes orthonormal columns of length n to a basis of the whole space. Never falls short of n
 * where the given ones are orthonormal: unit vectors that were left out have remainders too small to span another direction.
 */
export const completed = (columns: readonly Vector[], n: number): Vector[] => {
  const basis = [...columns];
  for (let j = 0; j < n && basis.length < n; j++) {
    const rest = remainder(unitVector(n, j), basis);
    const length = norm(rest);
    if (length <= negligible) continue;
    const direction = remainder(divide(rest, length), basis);
    // Nothing is left the second time where the given columns were not orthonormal.
    if (norm(direction) > 0.5) basis.push(cleaned(direction));
  }
  return basis;
};

/**
 * The basis of the space of orthonormal `columns` that Gram–Schmidt gives on the projections of e₁, e₂, … For one
 * column that is the column with its first non-zero component positive.
 */
export const canonical = (columns: readonly Vector[]): Vector[] => {
  const n = columns[0]!.length;
  if (columns.length === 1) {
    const [column] = columns;
    const first = column!.find(x => Math.abs(x) > negligible) ?? 0;
    return [first < 0 ? column!.map(x => 0 - x) : column!];
  }
  const basis: Vector[] = [];
  for (let j = 0; j < n && basis.length < columns.length; j++) {
    const projection = columns.reduce<Vector>(
      (sum, q) => addScaled(sum, q, q[j]!),
      unitVector(n, j).map(() => 0),
    );
    const rest = remainder(projection, basis);
    const length = norm(rest);
    if (length > spanned) basis.push(divide(rest, length));
  }
  return basis;
};
