import type { Matrix } from './matrix.ts';

/**
 * The coefficients 1, −t, d or 1, −t, s, −d of det(λI − A) for a matrix of at most three rows: trace, sum of the
 * principal 2×2 minors, determinant; undefined for larger ones.
 */
export const smallCharacteristic = (a: Matrix): number[] | undefined => {
  const g = (i: number, j: number): number => a[i - 1]![j - 1]!;
  const minor = (i: number, j: number): number => g(i, i) * g(j, j) - g(i, j) * g(j, i);
  if (a.length === 1) return [1, -g(1, 1)];
  if (a.length === 2) return [1, -(g(1, 1) + g(2, 2)), minor(1, 2)];
  if (a.length > 3) return undefined;
  const determinant =
    g(1, 1) * (g(2, 2) * g(3, 3) - g(2, 3) * g(3, 2)) -
    g(1, 2) * (g(2, 1) * g(3, 3) - g(3, 1) * g(2, 3)) +
    g(1, 3) * (g(2, 1) * g(3, 2) - g(3, 1) * g(2, 2));
  return [1, -(g(1, 1) + g(2, 2) + g(3, 3)), minor(1, 2) + minor(1, 3) + minor(2, 3), -determinant];
};

/** Beyond this share of the numbers' size a negative discriminant is no rounding. */
const rounding = 1e-12;

/** −b ± √(b² − c) of x² + 2bx + c, the larger first; undefined where the roots are not real. */
const quadraticRoots = (b: number, c: number): number[] | undefined => {
  const discriminant = b * b - c;
  if (discriminant < -rounding * (b * b + Math.abs(c))) return undefined;
  const root = Math.sqrt(Math.max(0, discriminant));
  return [-b + root, -b - root];
};

/** The roots of x³ + ax² + bx + c by the trigonometric form (Viète); undefined where they are not all real. */
const cubicRoots = (a: number, b: number, c: number): number[] | undefined => {
  const third = a / 3;
  const p = third * third - b / 3;
  const q = third * (third * third - b / 2) + c / 2;
  const size = third * third + Math.abs(b / 3) + Math.cbrt(c) ** 2;
  if (p <= rounding * size) return Math.abs(q) <= rounding * size ** 1.5 ? [-third, -third, -third] : undefined;
  const cosine = -q / Math.sqrt(p) ** 3;
  if (Math.abs(cosine) > 1 + 1e-9) return undefined;
  const angle = Math.acos(Math.max(-1, Math.min(1, cosine))) / 3;
  return [0, 2, 1].map(k => 2 * Math.sqrt(p) * Math.cos(angle + (2 * Math.PI * k) / 3) - third);
};

/**
 * The roots of a monic polynomial of degree one to three in descending order; undefined where they are not all real, or
 * the degree is higher. Repeated roots come out to half the digits.
 */
export const realRoots = (polynomial: readonly number[]): number[] | undefined => {
  const [, a = 0, b = 0, c = 0] = polynomial;
  if (polynomial.length === 2) return [-a];
  if (polynomial.length === 3) return quadraticRoots(a / 2, b);
  return polynomial.length === 4 ? cubicRoots(a, b, c) : undefined;
};

/** The eigenvalues of a square matrix of at most three rows; undefined where they are not all real, or it is larger. */
export const realEigenvalues = (a: Matrix): number[] | undefined => {
  const polynomial = smallCharacteristic(a);
  return polynomial && realRoots(polynomial);
};
