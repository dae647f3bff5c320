import { jacobiColumns } from './jacobi.ts';
import { dot, largest, type Matrix, powerOfTwoNear, scale, transpose, type Vector } from './matrix.ts';
import { canonical, completed } from './orthonormal.ts';
import { pivotedQr } from './qr.ts';

/** A = UΣVᵀ: U m×m, V n×n, min(m, n) singular values in descending order. */
export interface Decomposition {
  readonly U: number[][];
  readonly singularValues: number[];
  readonly V: number[][];
}

/** Thin factors as columns. */
interface Thin {
  readonly left: readonly Vector[];
  readonly values: readonly number[];
  readonly right: readonly Vector[];
}

/**
 * AP = QR, then one-sided Jacobi on the columns of Rᵀ: Rᵀ = XSWᵀ gives A = (QW) S (PX)ᵀ. Sorting the rows by size before
 * a column-pivoted QR makes small singular values of matrices with badly scaled rows or columns accurate to their own
 * last digits (Demmel & Veselić 1992; Cox & Higham 1998; Drmač & Veselić 2008). Needs m ≥ n.
 */
const thin = (matrix: Matrix): Thin => {
  const rows = matrix.map((row, i) => ({ i, size: largest(row) })).sort((a, b) => b.size - a.size || a.i - b.i);
  const { applyQ, order, R } = pivotedQr(rows.map(({ i }) => matrix[i]!));
  const { columns, values, rotation } = jacobiColumns(R);
  const left = rotation.map(w => {
    const permuted = applyQ(w);
    const u = new Array<number>(matrix.length);
    rows.forEach(({ i }, k) => {
      u[i] = permuted[k]!;
    });
    return u;
  });
  const right = columns.map(x => {
    const v = new Array<number>(x.length);
    order.forEach((j, k) => {
      v[j] = x[k]!;
    });
    return v;
  });
  return { left, values, right };
};

/** How many singular values exceed max(m, n)·2⁻⁵²·σ₁, what is left of zeros after rounding. */
export const rankOf = (singularValues: Vector, m: number, n: number): number =>
  singularValues.filter(sigma => sigma > Math.max(m, n) * 2 ** -52 * singularValues[0]!).length;

/** Values that differ by no more than rounding belong to one space, whose basis is free. */
const clusters = (values: Vector): [number, number][] => {
  const found: [number, number][] = [];
  values.forEach((value, i) => {
    const open = found.at(-1);
    if (open && values[i - 1]! - value <= 1e-13 * value) open[1] = i + 1;
    else found.push([i, i + 1]);
  });
  return found;
};

/** Turns each space of equal singular values to its canonical basis of right vectors, and the left ones with it. */
const settled = (left: readonly Vector[], values: Vector, right: readonly Vector[]): [Vector[], Vector[]] => {
  const [us, vs]: [Vector[], Vector[]] = [[], []];
  for (const [from, to] of clusters(values)) {
    const [u, v] = [left.slice(from, to), right.slice(from, to)];
    const basis = canonical(v);
    vs.push(...basis);
    for (const b of basis) {
      const weights = v.map(column => dot(column, b));
      us.push(
        u[0]!.map((_, i) =>
          dot(
            weights,
            u.map(column => column[i]!),
          ),
        ),
      );
    }
  }
  return [us, vs];
};

/**
 * The singular value decomposition in doubles. Each right singular vector's first non-zero component is positive and
 * u = Av/σ has the sign that follows; equal singular values have the basis that `canonical` gives; columns beyond the
 * rank (`rankOf`, or `knownRank` where that is smaller, whose further values are 0) are completed by Gram–Schmidt on the
 * standard basis in order. Singular values beyond the largest double come out as Infinity.
 */
export const svd = (matrix: Matrix, knownRank = Number.POSITIVE_INFINITY): Decomposition => {
  const [m, n] = [matrix.length, matrix[0]!.length];
  const most = largest(matrix.map(largest));
  const unit = most === 0 ? 1 : powerOfTwoNear(most);
  const large = largeUnit(unit);
  const scaled = matrix.map(row => rescaled(row, unit, large));
  const { left, values, right } = most === 0 ? noColumns : m >= n ? thin(scaled) : flipped(thin(transpose(scaled)));
  const padded = Array.from({ length: Math.min(m, n) }, (_, i) => (i < knownRank ? (values[i] ?? 0) : 0));
  const rank = rankOf(padded, m, n);
  const [us, vs] = settled(left.slice(0, rank), padded.slice(0, rank), right.slice(0, rank));
  return {
    U: transpose(completed(us, m)),
    singularValues: rescaled(padded, large, unit),
    V: transpose(completed(vs, n)),
  };
};

/** Where the largest entry is moved: high enough that the smallest keep their digits, and short of overflow. */
const largeUnit = (unit: number): number => Math.max(2 ** 400, Math.min(unit, 2 ** 1008));

/** x·to/from, for powers of two whose quotient may itself be no double. */
const rescaled = (x: Vector, from: number, to: number): number[] =>
  from >= 1 && to >= 1 ? scale(x, to / from) : x.map(xi => (xi / from) * to);

const noColumns: Thin = { left: [], values: [], right: [] };

const flipped = ({ left, values, right }: Thin): Thin => ({ left: right, values, right: left });
