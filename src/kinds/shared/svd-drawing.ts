import Fraction from 'fraction.js';
import type { Direction } from '../../math/directions.ts';
import { type ExactDecomposition, unitColumns } from '../../math/exact-svd.ts';
import { printSurd, rootOf, type Surd, surdValue } from '../../math/surd.ts';
import type { Cell, Drawing, Piece } from '../../problem/drawing.ts';

/** Exact numbers, vectors and polynomials as they are drawn. */

const minus = (text: string): string => text.replace(/^-/, '−');

/** `3√5 ≈ 6.7082`; nothing where the number is whole or a bare root. */
export const drawnSurd = (surd: Surd): Drawing | undefined =>
  surd.coefficient.d === 1n && (surd.radicand === 1n || surd.coefficient.n === 1n)
    ? undefined
    : [[`${printSurd(surd)} ≈ ${Number(surdValue(surd).toPrecision(5))}`]];

/** (1, 3)/√10 */
export const drawnDirection = (direction: Direction): Drawing => {
  const length = rootOf(new Fraction(direction.reduce((sum, x) => sum + x * x, 0n)));
  const text = printSurd(length);
  const below = text === '1' ? '' : /^\d+√/.test(text) ? `/(${text})` : `/${text}`;
  return [[{ vector: direction.map(String) }, below]];
};

/** The largest number of which every entry is a whole multiple; undefined where the entries have different roots. */
const commonFactor = (entries: readonly Surd[]): Surd | undefined => {
  const others = entries.filter(({ coefficient }) => coefficient.n !== 0n);
  const [first] = others;
  if (!first || others.some(({ radicand }) => radicand !== first.radicand)) return undefined;
  return {
    coefficient: others.reduce((factor, { coefficient }) => factor.gcd(coefficient), new Fraction(0)),
    radicand: first.radicand,
  };
};

/** `1/√10 ·` before the matrix of whole numbers, or the entries one by one where they share no factor. */
const exactMatrix = (name: string, entries: readonly (readonly Surd[])[]): Piece[] => {
  const factor = commonFactor(entries.flat());
  const pulled = factor && (factor.coefficient.d !== 1n || factor.radicand !== 1n);
  if (!pulled) return [`${name} = `, { matrix: entries.map(row => row.map(printSurd)) }];
  const whole = entries.map(row => row.map(({ coefficient }) => coefficient.div(factor.coefficient).toFraction()));
  return [`${name} = ${printSurd(factor)} · `, { matrix: whole }];
};

const gap: Piece = '    ';

/** An m×n matrix with the singular values on its diagonal. */
const diagonal = <T extends Cell>(values: readonly T[], m: number, n: number, zero: T): T[][] =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? values[i]! : zero)));

export const sigmaOf = (singularValues: readonly number[], m: number, n: number): number[][] =>
  diagonal(singularValues, m, n, 0);

/** U, Σ and V side by side, exactly. */
export const drawnExact = ({ left, singularValues, right }: ExactDecomposition): Drawing => [
  [
    ...exactMatrix('U', unitColumns(left)),
    gap,
    'Σ = ',
    { matrix: diagonal(singularValues.map(printSurd), left.length, right.length, '0') },
    gap,
    ...exactMatrix('V', unitColumns(right)),
  ],
];

interface Factors {
  readonly U: readonly (readonly number[])[];
  readonly sigma: readonly (readonly number[])[];
  readonly V: readonly (readonly number[])[];
}

export const drawnNumbers = ({ U, sigma, V }: Factors): Drawing => [
  ['U = ', { matrix: U }, gap, 'Σ = ', { matrix: sigma }, gap, 'V = ', { matrix: V }],
];

const superscript = (exponent: number): string =>
  exponent === 1 ? '' : String(exponent).replace(/\d/g, digit => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]!);

const power = (exponent: number): string => (exponent === 0 ? '' : `λ${superscript(exponent)}`);

/** A coefficient without its sign: whole, a decimal that ends, or a fraction in parentheses. */
const size = (coefficient: Fraction | number): string => {
  if (typeof coefficient === 'number') return String(Number(Math.abs(coefficient).toPrecision(6)));
  const decimal = coefficient.abs().toString();
  return decimal.includes('(') ? `(${coefficient.abs().toFraction()})` : decimal;
};

/** λ² − 50λ + 225 */
export const polynomialText = (coefficients: readonly (Fraction | number)[]): string => {
  const degree = coefficients.length - 1;
  return coefficients
    .map((c, k) => ({ c, value: c.valueOf(), exponent: degree - k }))
    .filter(({ value, exponent }) => value !== 0 || exponent === degree)
    .map(({ c, value, exponent }) => {
      const sign = exponent === degree ? '' : value < 0 ? ' − ' : ' + ';
      const text = size(c);
      return sign + (text === '1' && exponent > 0 ? '' : text) + power(exponent);
    })
    .join('');
};

/** λ(λ − 45)(λ − 5)² */
export const factoredText = (roots: readonly Fraction[]): string => {
  const counts = new Map<string, number>();
  for (const root of roots) counts.set(root.toFraction(), (counts.get(root.toFraction()) ?? 0) + 1);
  const zeros = counts.get('0') ?? 0;
  counts.delete('0');
  const factors = [...counts].map(([root, times]) => `(λ − ${root})${superscript(times)}`);
  return power(zeros) + factors.join('');
};

/** λ₁ = 45, λ₂ = 5 */
export const rootsText = (roots: readonly Fraction[]): string =>
  roots.map((root, i) => `λ${'₁₂₃₄₅₆₇₈'[i]} = ${minus(root.toFraction())}`).join(', ');
