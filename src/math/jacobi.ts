import { divide, dot, identity, type Matrix, norm, type Vector } from './matrix.ts';

/** B = XSWᵀ with everything as columns, the values in descending order. */
export interface OneSided {
  readonly columns: readonly Vector[];
  readonly values: readonly number[];
  readonly rotation: readonly Vector[];
}

const mostSweeps = 60;

/**
 * One-sided Jacobi (Hestenes; Demmel & Veselić 1992): rotates pairs of columns until all are orthogonal to working accuracy;
 * their lengths are the singular values, each accurate to its own last digits where the columns differ in scale only.
 * Takes the columns; those of value 0 come out as zero.
 */
export const jacobiColumns = (given: Matrix): OneSided => {
  const columns = given.map(column => [...column]);
  const rotation = identity(columns.length);
  const lengths = columns.map(norm);
  const tolerance = 2 ** -52 * Math.sqrt(given[0]!.length);
  for (let sweep = 0, turned = true; turned && sweep < mostSweeps; sweep++) {
    turned = false;
    for (let i = 0; i < columns.length - 1; i++) {
      for (let j = i + 1; j < columns.length; j++) {
        const [x, y] = [columns[i]!, columns[j]!];
        const [a, b] = [lengths[i]!, lengths[j]!];
        if (a === 0 || b === 0) continue;
        const cosine = cosineOf(x, a, y, b);
        if (Math.abs(cosine) <= tolerance) continue;
        turned = true;
        const tangent = tangentOf(b / a, cosine);
        const c = 1 / Math.hypot(1, tangent);
        rotate(x, y, c, c * tangent);
        rotate(rotation[i]!, rotation[j]!, c, c * tangent);
        lengths[i] = norm(x);
        lengths[j] = norm(y);
      }
    }
  }
  const order = lengths.map((_, j) => j).sort((i, j) => lengths[j]! - lengths[i]! || i - j);
  return {
    columns: order.map(j => (lengths[j]! > 0 ? divide(columns[j]!, lengths[j]!) : columns[j]!)),
    values: order.map(j => lengths[j]!),
    rotation: order.map(j => rotation[j]!),
  };
};

/** The cosine of the angle between two vectors; divided by their lengths first, as products could overflow or vanish. */
const cosineOf = (x: Vector, a: number, y: Vector, b: number): number =>
  a * b > 1e-250 && a * b < 1e250 && a > 1e-120 && b > 1e-120 ? dot(x, y) / (a * b) : dot(divide(x, a), divide(y, b));

/** The smaller root of t² + 2ζt − 1 = 0 with ζ = (b² − a²)/(2xᵀy), written by the ratio b/a of the lengths. */
const tangentOf = (ratio: number, cosine: number): number => {
  const zeta = (ratio - 1 / ratio) / (2 * cosine);
  return (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.hypot(1, zeta));
};

/** (x, y) to (cx − sy, sx + cy), in place. */
const rotate = (x: number[], y: number[], c: number, s: number): void => {
  for (let k = 0; k < x.length; k++) {
    const [xk, yk] = [x[k]!, y[k]!];
    x[k] = c * xk - s * yk;
    y[k] = s * xk + c * yk;
  }
};
