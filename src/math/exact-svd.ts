import Fraction from 'fraction.js';
import { characteristicPolynomial, type IntegerMatrix, integerRoots, multiplyIntegers } from './characteristic.ts';
import { canonicalDirections, completedDirections, type Direction, primitive } from './directions.ts';
import type { Matrix } from './matrix.ts';
import { overRoot, rationalOf, rootOf, type Surd } from './surd.ts';

/**
 * An exact singular value decomposition. The columns of U and V are the directions divided by their lengths, so every
 * entry is a rational times the square root of an integer.
 */
export interface ExactDecomposition {
  /** The eigenvalues σ² of AᵀA, n of them in descending order. */
  readonly eigenvalues: readonly Fraction[];
  readonly singularValues: readonly Surd[];
  /** m directions of m whole numbers without common divisor. */
  readonly left: readonly Direction[];
  readonly right: readonly Direction[];
}

/** What can be said exactly of a matrix. */
export interface ExactAnalysis {
  /** The coefficients of det(λI − AᵀA), leading 1 first; left out where the matrix is not rational, or too large. */
  readonly polynomial?: readonly Fraction[];
  /** The rank, where the polynomial is known: what remains when its zero roots are taken away. */
  readonly rank?: number;
  readonly decomposition?: ExactDecomposition;
  /** Why there is no decomposition: the size, an entry that is no short rational, or an irrational eigenvalue. */
  readonly missing?: 'size' | 'entries' | 'roots';
}

/** Beyond this many rows or columns nobody works by hand, and the whole numbers grow long. */
const mostRows = 8;

const leastCommonMultiple = (entries: readonly Fraction[]): bigint =>
  entries.reduce((multiple, { d }) => new Fraction(multiple).lcm(new Fraction(d)).n, 1n);

const transposed = (a: IntegerMatrix): bigint[][] => a[0]!.map((_, j) => a.map(row => row[j]!));

/** w ↦ Aw reduced to lowest terms. */
const image = (a: IntegerMatrix, w: Direction): Direction =>
  primitive(a.map(row => row.reduce((sum, x, j) => sum + x * w[j]!, 0n)));

/**
 * Analyses a matrix the way a person does: AᵀA, its characteristic polynomial, rational eigenvalues λ, eigenvectors
 * w, σ = √λ, u along Aw. U, Σ and V consist of rationals times square roots exactly where all λ are rational. Signs, bases of repeated
 * eigenvalues and completed columns follow the same rules as `svd`.
 */
export const exactSvd = (matrix: Matrix): ExactAnalysis => {
  const [m, n] = [matrix.length, matrix[0]!.length];
  if (Math.max(m, n) > mostRows) return { missing: 'size' };
  const entries = matrix.map(row => row.map(rationalOf));
  const known = entries.flat().filter(entry => entry !== undefined);
  if (known.length < m * n) return { missing: 'entries' };
  const denominator = leastCommonMultiple(known);
  const a = entries.map(row => row.map(entry => (entry!.s * entry!.n * denominator) / entry!.d));
  const gram = multiplyIntegers(transposed(a), a);
  const scaled = characteristicPolynomial(gram);
  const polynomial = scaled.map((c, k) => new Fraction(c).div(denominator ** BigInt(2 * k)));
  const rank = scaled.findLastIndex(c => c !== 0n);
  const roots = integerRoots(scaled);
  if (!roots) return { polynomial, rank, missing: 'roots' };
  const right = rightDirections(gram, roots, rank);
  const left = completedDirections(
    right.slice(0, rank).map(w => image(a, w)),
    m,
  );
  const eigenvalues = roots.map(root => new Fraction(root).div(denominator ** 2n));
  const singularValues = eigenvalues.slice(0, Math.min(m, n)).map(rootOf);
  return { polynomial, rank, decomposition: { eigenvalues, singularValues, left, right } };
};

const rightDirections = (gram: IntegerMatrix, roots: readonly bigint[], rank: number): Direction[] => {
  const distinct = [...new Set(roots.slice(0, rank))];
  const found = distinct.flatMap(root =>
    canonicalDirections(gram.map((row, i) => row.map((x, j) => (i === j ? x - root : x)))),
  );
  return completedDirections(found, gram.length);
};

/** The entries of a matrix whose columns are directions of unit length. */
export const unitColumns = (directions: readonly Direction[]): Surd[][] =>
  directions[0]!.map((_, i) =>
    directions.map(direction =>
      overRoot(
        direction[i]!,
        direction.reduce((sum, x) => sum + x * x, 0n),
      ),
    ),
  );
