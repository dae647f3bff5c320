/** Characteristic polynomials of integer matrices and their integer roots, exactly. */

export type IntegerMatrix = readonly (readonly bigint[])[];

export const multiplyIntegers = (a: IntegerMatrix, b: IntegerMatrix): bigint[][] =>
  a.map(row => b[0]!.map((_, j) => row.reduce((sum, x, k) => sum + x * b[k]![j]!, 0n)));

/**
 * The coefficients of det(λI − A), leading 1 first, of a square integer matrix: Faddeev–LeVerrier, M₁ = I,
 * cₖ = −tr(AMₖ)/k, Mₖ₊₁ = AMₖ + cₖI. The divisions are exact.
 */
export const characteristicPolynomial = (a: IntegerMatrix): bigint[] => {
  const coefficients = [1n];
  let product: bigint[][] = a.map(row => row.map(() => 0n));
  for (let k = 1; k <= a.length; k++) {
    const last = coefficients.at(-1)!;
    const m = product.map((row, i) => row.map((x, j) => (i === j ? x + last : x)));
    product = multiplyIntegers(a, m);
    const trace = product.reduce((sum, row, i) => sum + row[i]!, 0n);
    coefficients.push(-trace / BigInt(k));
  }
  return coefficients;
};

/** p(x) and p′(x) by Horner. */
const evaluate = (polynomial: readonly bigint[], x: bigint): { value: bigint; slope: bigint } => {
  let [value, slope] = [0n, 0n];
  for (const coefficient of polynomial) {
    slope = slope * x + value;
    value = value * x + coefficient;
  }
  return { value, slope };
};

/** p(x)/(x − root), without the remainder. */
const deflated = (polynomial: readonly bigint[], root: bigint): bigint[] => {
  const quotient: bigint[] = [];
  for (const coefficient of polynomial.slice(0, -1)) quotient.push((quotient.at(-1) ?? 0n) * root + coefficient);
  return quotient;
};

/** An integer that is the largest root, or undefined where the largest root is no integer. */
const largestRoot = (polynomial: readonly bigint[], bound: bigint): bigint | undefined => {
  // From above, Newton's steps p/p′ fall short of the root but by no more than the factor n: all roots are real.
  let x = bound;
  for (;;) {
    const { value, slope } = evaluate(polynomial, x);
    if (value === 0n) return x;
    const step = value / slope;
    if (step === 0n) break;
    x -= step;
  }
  for (let tried = 0; tried < polynomial.length; tried++, x--) if (evaluate(polynomial, x).value === 0n) return x;
  return undefined;
};

/**
 * The roots of a monic integer polynomial whose roots are all real and ≥ 0, in descending order, each as often as it counts;
 * undefined where one of them is no integer (being monic, it has then no rational value either).
 */
export const integerRoots = (polynomial: readonly bigint[]): bigint[] | undefined => {
  const roots: bigint[] = [];
  let rest: readonly bigint[] = polynomial;
  while (rest.length > 1) {
    // The sum of the roots bounds the largest.
    const root = largestRoot(rest, -rest[1]!);
    if (root === undefined) return undefined;
    roots.push(root);
    rest = deflated(rest, root);
  }
  return roots;
};
