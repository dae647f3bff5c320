import { constant, ExpressionError } from '../math/expression.ts';

/** A number as a person typed it. */
export interface TypedNumber {
  readonly value: number;
  /** Digits after the point that were written; Infinity for what is exact: fractions, roots, products. */
  readonly digits: number;
}

const functions = 'sqrt|ln|log2|log10|log|exp|tanh|sin|cos|tan|abs';
const operand = String.raw`(?:\d+(?:\.\d*)?|\.\d+|pi|e)`;

/** Each rewrites one way of writing into the notation of `constant`; in this order. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/[×·⋅∙∗•✕]/gu, '*'],
  [/[÷⁄∕]/gu, '/'],
  [/\*\*/g, '^'],
  [/π/gu, 'pi'],
  [/\blg\b/g, 'log10'],
  // 1.2x10^-3
  [/(\d)\s*x\s*(?=10\s*\^)/gi, '$1*'],
  // 3√5, √2/2, √(1 + 2)
  [/√\s*(\d+(?:\.\d+)?|pi)/gu, 'sqrt($1)'],
  [/√/gu, 'sqrt'],
  // log_2(8), log₂ 8
  [/log_\{?(2|10)\}?/g, 'log$1'],
  // ln 2, exp -1, ln2
  [new RegExp(String.raw`(?<![A-Za-z])(log2|log10)\s+(${operand})`, 'g'), '$1($2)'],
  [new RegExp(String.raw`(?<![A-Za-z])(sqrt|ln|log|exp|tanh|sin|cos|tan|abs)\s*(${operand})(?![\d.(])`, 'g'), '$1($2)'],
  // 2ln(2), 3sqrt(5), 2pi, 2(1 + 1), (1 + 2)(3)
  [new RegExp(String.raw`(\d|\))\s*(?=(?:${functions})\(|pi\b|\()`, 'g'), '$1*'],
  [/(\d)\s*(?=e\s*\^|e\b(?![+-]?\d))/g, '$1*'],
  [/\b(log2|log10)\*\(/g, '$1('],
];

const spelled = (text: string): string => rewrites.reduce((told, [from, to]) => told.replace(from, to), text);

/** How many places a plain decimal shows: 0.25 two, 1.5e-3 four, 12.5 % three. */
const placesOf = (text: string): number => {
  const plain = /^[-+]?(?:\d+\.?(\d*)|\.(\d+))(?:e([-+]?\d+))?\s*(%?)$/iu.exec(text);
  if (!plain) return Number.POSITIVE_INFINITY;
  const [, places, bare, power, percent] = plain;
  return Math.max(0, (places ?? bare ?? '').length - Number(power ?? 0) + (percent ? 2 : 0));
};

/** 1 1/2 is one and a half; 20 992 and 20'992 are one number. */
const joined = (text: string): string => {
  const mixed = /^([-+]?)(\d+)\s+(\d+\s*\/\s*\d+)$/u.exec(text);
  if (mixed) return `${mixed[1]}(${mixed[2]} + ${mixed[3]})`;
  return /^[-+]?\d{1,3}(?:[ '_]\d{3})+(?:\.\d+)?$/u.test(text) ? text.replace(/[ '_]/gu, '') : text;
};

const units = /\s*(?:nats?|bits?|px|pixels?|parameters?|params?|weights?|times|个参数|个|次|像素|比特|奈特)\.?$/iu;

/** `y = 1/3`, `≈ 0.33`, `1/3 = 0.3333`: what stands last. */
const last = (text: string): string =>
  text
    .split(/=|≈|≃|\\approx/u)
    .at(-1)!
    .replace(/^\s*(?:~|约等于|大约|约|about|approx\.?|approximately)\s*/iu, '')
    .trim();

/**
 * Reads one number: an integer, a decimal, a power of ten, a fraction, a percentage, or a constant expression with roots, π, e
 * and logarithms. Undefined where it is none, or not finite. `text` has been brought to ASCII but for its symbols.
 */
export const readNumber = (text: string): TypedNumber | undefined => {
  const bare = joined(last(text).replace(units, '').trim());
  const percent = /^(.*\S)\s*%$/su.exec(bare);
  const body = (percent ? percent[1]! : bare).trim();
  if (body === '') return undefined;
  try {
    const value = constant(spelled(body)) / (percent ? 100 : 1);
    return Number.isFinite(value) ? { value, digits: placesOf(bare) } : undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
};
