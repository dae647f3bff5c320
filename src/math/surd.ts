import Fraction from 'fraction.js';

/**
 * Exact numbers r·√n: a rational times the square root of a positive integer. Products and quotients of such numbers are
 * such numbers; every entry of an exact singular value decomposition is one.
 */
export interface Surd {
  readonly coefficient: Fraction;
  /** No square of a prime below 1000 divides it, and it is 1 where it is a square: it can be taken as square-free. */
  readonly radicand: bigint;
}

const absolute = (n: bigint): bigint => (n < 0n ? -n : n);

export const greatestCommonDivisor = (a: bigint, b: bigint): bigint => {
  let [x, y] = [absolute(a), absolute(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
};

/** ⌊√n⌋ for n ≥ 0, by Newton's method from above. */
export const integerRoot = (n: bigint): bigint => {
  if (n < 2n) return n;
  let root = 1n << BigInt((n.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
};

/** n = s²·t for n > 0, with t free of squares of primes below 1000 and never itself a square other than 1. */
const withoutSquares = (n: bigint): { s: bigint; t: bigint } => {
  let [s, rest, t] = [1n, n, 1n];
  for (let p = 2n; p < 1000n && p * p <= rest; p += p === 2n ? 1n : 2n) {
    while (rest % (p * p) === 0n) {
      s *= p;
      rest /= p * p;
    }
    if (rest % p === 0n) {
      t *= p;
      rest /= p;
    }
  }
  const root = integerRoot(rest);
  return root * root === rest ? { s: s * root, t } : { s, t: t * rest };
};

/** a/√n for n > 0, its radicand as small as can be found. */
export const overRoot = (a: bigint | Fraction, n: bigint): Surd => {
  const { s, t } = withoutSquares(n);
  const coefficient = new Fraction(a).div(s * t);
  return { coefficient, radicand: coefficient.n === 0n ? 1n : t };
};

/** √q for a rational q ≥ 0. */
export const rootOf = (q: Fraction): Surd =>
  q.n === 0n ? { coefficient: q, radicand: 1n } : overRoot(new Fraction(q.n), q.n * q.d);

/** n/d > 0 as the nearest double, also where numerator and denominator are beyond the doubles. */
const quotient = (n: bigint, d: bigint): number => {
  const excess = Math.max(0, Math.min(n.toString(2).length, d.toString(2).length) - 1000);
  return Number(n >> BigInt(excess)) / Number(d >> BigInt(excess));
};

/** The double nearest to a surd, to within one unit of its last place. */
export const surdValue = ({ coefficient, radicand }: Surd): number => {
  const { s, n, d } = coefficient;
  if (n === 0n) return 0;
  if (radicand === 1n) return Number(s) * quotient(n, d);
  return Number(s) * Math.sqrt(quotient(n * n * radicand, d * d));
};

/** p√n/q, or p/√n where that is shorter. */
interface Parts {
  readonly negative: boolean;
  readonly p: bigint;
  readonly q: bigint;
  readonly n: bigint;
  readonly below: boolean;
}

const partsOf = ({ coefficient: { s, n: p, d: q }, radicand: n }: Surd): Parts => ({
  negative: s < 0n,
  p,
  q,
  n,
  below: n > 1n && q === n,
});

/** As a person writes it: `3√5`, `1/√2`, `√10/5`, `-2/3`. */
export const printSurd = (surd: Surd): string => {
  const { negative, p, q, n, below } = partsOf(surd);
  const sign = negative ? '-' : '';
  if (below) return `${sign}${p}/√${n}`;
  const root = n === 1n ? '' : `√${n}`;
  return sign + (root && p === 1n ? root : `${p}${root}`) + (q === 1n ? '' : `/${q}`);
};

/** As an expression: `3*sqrt(5)`, `1/sqrt(2)`, `sqrt(10)/5`, `-2/3`. */
export const surdExpression = (surd: Surd): string => {
  const { negative, p, q, n, below } = partsOf(surd);
  const sign = negative ? '-' : '';
  if (below) return `${sign}${p}/sqrt(${n})`;
  const root = `sqrt(${n})`;
  const top = n === 1n ? `${p}` : p === 1n ? root : `${p}*${root}`;
  return sign + top + (q === 1n ? '' : `/${q}`);
};

/** Significant digits, and the power of ten, of a decimal that a person would write. */
const mostDigits = 10;
const mostZeros = 20;
const largestDenominator = 1000;

/** The decimal that a double prints as, where that is short. */
const shortDecimal = (x: number): Fraction | undefined => {
  const [digits = '', exponent] = x.toExponential().split('e');
  const power = Number(exponent);
  if (digits.replace(/[-.]/g, '').length > mostDigits || Math.abs(power) > mostZeros) return undefined;
  const ten = new Fraction(10n ** BigInt(Math.abs(power)));
  return power < 0 ? new Fraction(digits).div(ten) : new Fraction(digits).mul(ten);
};

/**
 * The rational that a double stands for: a whole number, a short decimal (0.1 is 1/10), or a fraction with a denominator
 * up to 1000 whose nearest double it is (0.3333333333333333 is 1/3); undefined where it is none of these.
 */
export const rationalOf = (x: number): Fraction | undefined => {
  if (Number.isSafeInteger(x)) return new Fraction(BigInt(x));
  const decimal = shortDecimal(x);
  if (decimal || Math.abs(x) > 1e9) return decimal;
  // The convergents of the continued fraction: the best fractions for the size of their denominators.
  let [p0, q0, p1, q1] = [0, 1, 1, 0];
  for (let rest = x; ; rest = 1 / (rest - Math.floor(rest))) {
    const whole = Math.floor(rest);
    [p0, q0, p1, q1] = [p1, q1, whole * p1 + p0, whole * q1 + q0];
    if (!(q1 <= largestDenominator)) return undefined;
    if (p1 / q1 === x) return new Fraction(BigInt(p1), BigInt(q1));
  }
};
