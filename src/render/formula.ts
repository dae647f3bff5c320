import { type Expression, ExpressionError, parseExpression, precedence } from '../math/expression.ts';
import { rankOf } from '../problem/params.ts';
import type { Value } from '../problem/value.ts';
import type { Scope } from '../problem/work.ts';
import { formatNumber, usualDecimals } from './number.ts';

/** Formulas of steps as plain text: ·, √, Greek, subscripts; with their symbols, and with their numbers. */

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  epsilon: 'ε',
  eta: 'η',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  pi: 'π',
  sigma: 'σ',
  Sigma: 'Σ',
};

const subscript = (digits: string): string => digits.replace(/\d/g, digit => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!);

const superscripts: Readonly<Record<string, string>> = { plus: '⁺', minus: '⁻' };

/** `w1_12` as w1₁₂, `lambda1` as λ₁, `m_plus` as m⁺, `n_out` as it is. */
export const prettyName = (name: string): string => {
  const [, letters = '', digits = '', rest] =
    /^([A-Za-z\u00c0-\u024f\u0370-\u03ff]+?)(\d*)(?:_(.+))?$/.exec(name) ?? [];
  if (!letters) return name;
  const base = greek[letters] ?? letters;
  if (rest === undefined)
    return digits === '' ? base : base === letters && /^[A-Za-z]+$/.test(base) ? name : base + subscript(digits);
  if (Object.hasOwn(superscripts, rest)) return base + digits + superscripts[rest]!;
  return /^[\d,]+$/.test(rest) ? `${base}${digits}${subscript(rest)}` : `${base}${digits}_${rest}`;
};

/** The symbol before an `=`: names get their subscripts, everything else stays as it is written. */
export const prettySymbol = (symbol: string): string =>
  symbol.replace(/[A-Za-z\u00c0-\u024f\u0370-\u03ff][\w\u00c0-\u024f\u0370-\u03ff]*(?:,\d+)?/g, prettyName);

const minus = (text: string): string => text.replace(/^-/, '−').replace(/e-/, 'e−');

const functionNames: Readonly<Record<string, string>> = { log: 'ln', log2: 'log₂', log10: 'lg' };
const brackets: Readonly<Record<string, readonly [string, string]>> = {
  abs: ['|', '|'],
  norm: ['‖', '‖'],
  floor: ['⌊', '⌋'],
  ceil: ['⌈', '⌉'],
};
const signs: Readonly<Record<string, string>> = {
  '*': '·',
  '.*': '·',
  '-': ' − ',
  '+': ' + ',
  '/': '/',
  './': '/',
  '>=': ' ≥ ',
  '<=': ' ≤ ',
  '!=': ' ≠ ',
  '==': ' = ',
};
const powers: Readonly<Record<string, string>> = { 2: '²', 3: '³' };

/** No way to write this with numbers on one line. */
class Unwritable extends Error {}

/** Vectors up to this long are written out where they stand. */
const inlineVector = 6;
/** Sums of products are written out up to this many terms; beyond, the first ones. */
const shownTerms = 27;

interface Writer {
  /** How a name is written; undefined for a formula's own symbols. */
  readonly name: (name: string) => string;
  readonly scope: Scope | undefined;
  readonly decimals: number;
}

const atom = 9;

const write = (expression: Expression, writer: Writer, outer: number): string => {
  const guard = (text: string, strength: number): string => (strength < outer ? `(${text})` : text);
  switch (expression.type) {
    case 'number':
      return expression.text;
    case 'name': {
      const text = writer.name(expression.name);
      return text.startsWith('−') && outer > 2 ? `(${text})` : text;
    }
    case 'negate':
      return guard(withoutDoubleSign(write(expression.operand, writer, 4)), 2.5);
    case 'transpose':
      return `${write(expression.operand, writer, atom)}ᵀ`;
    case 'index':
      return `${write(expression.operand, writer, atom)}[${expression.at.map(e => write(e, writer, 0)).join(', ')}]`;
    case 'array':
      return `[${expression.rows.map(row => row.map(e => write(e, writer, 0)).join(', ')).join('; ')}]`;
    case 'lambda':
      return write(expression.body, writer, 0);
    case 'choose':
      return guard(
        `${write(expression.when, writer, 1)} ? ${write(expression.then, writer, 1)} : ${write(expression.otherwise, writer, 1)}`,
        0.5,
      );
    case 'binary':
      return writeBinary(expression, writer, guard);
    case 'call':
      return writeCall(expression, writer, outer);
  }
};

/** −(−0.3) is 0.3. */
const withoutDoubleSign = (operand: string): string => /^\(−([\d.]+)\)$/.exec(operand)?.[1] ?? `−${operand}`;

const writeBinary = (
  { operator, left, right }: Extract<Expression, { type: 'binary' }>,
  writer: Writer,
  guard: (text: string, strength: number) => string,
): string => {
  const strength = precedence[operator]!;
  if (operator === '^' || operator === '.^') {
    const base = write(left, writer, atom);
    const exponent = write(right, writer, strength);
    return guard(powers[exponent] ? base + powers[exponent] : `${base}^${exponent}`, strength);
  }
  const first = write(left, writer, strength);
  // a − (b − c) and a/(b·c) keep their parentheses; a negative number after a sign gets some.
  const stricter = operator === '-' || operator === '/' || operator === './';
  let second = write(right, writer, stricter ? strength + 0.5 : strength);
  if (second.startsWith('−')) second = `(${second})`;
  return guard(`${first}${signs[operator] ?? operator}${second}`, strength);
};

const writeCall = (call: Extract<Expression, { type: 'call' }>, writer: Writer, outer: number): string => {
  const { name, args } = call;
  const products = productsOf(call);
  if (products) {
    const written = writeProducts(products, writer);
    return outer > 2 ? `(${written})` : written;
  }
  const entries = writer.scope && entriesOf(call, writer.scope);
  if (entries) return writeEntries(name, entries, writer, outer);
  const around = brackets[name];
  const inner = args.map(arg => write(arg, writer, 0));
  if (around && args.length === 1) return around[0] + inner[0] + around[1];
  if (name === 'sqrt')
    return `√${args[0]!.type === 'name' || args[0]!.type === 'number' ? write(args[0]!, writer, atom) : `(${inner[0]})`}`;
  if (name === 'exp') return `e^${tight(write(args[0]!, writer, 5))}`;
  if (name === 'transpose') return `${write(args[0]!, writer, atom)}ᵀ`;
  if (name === 'map' && args.length === 2) return writeMap(args[0]!, args[1]!, writer, outer);
  if (name === 'sum' && args.length === 1) return `Σ${write(args[0]!, writer, 3)}`;
  return `${functionNames[name] ?? name}(${inner.join(', ')})`;
};

/** The entries of the list in sum(W), max(W) and min(W). */
const entriesOf = (
  { name, args }: Extract<Expression, { type: 'call' }>,
  scope: Scope,
): readonly number[] | undefined => {
  const [only, ...others] = args;
  if (!['sum', 'max', 'min'].includes(name) || only?.type !== 'name' || others.length > 0) return undefined;
  const value = Object.hasOwn(scope, only.name) ? scope[only.name]! : 0;
  return typeof value === 'number' || value.length === 0 ? undefined : flat(value);
};

/** 1 + 2 − 3, or max(1, 2, −3). */
const writeEntries = (name: string, entries: readonly number[], { decimals }: Writer, outer: number): string => {
  const terms = entries.slice(0, shownTerms).map(x => minus(formatNumber(x, decimals)));
  const all = entries.length > shownTerms ? [...terms, '…'] : terms;
  if (name !== 'sum') return `${name}(${all.join(', ')})`;
  const written = all.join(' + ').replaceAll('+ −', '− ');
  return outer > 2 && all.length > 1 ? `(${written})` : written;
};

/** A lone number needs no parentheses. */
const tight = (text: string): string => /^\(([\d.]+)\)$/.exec(text)?.[1] ?? text;

/** map(u, exp) as e^u; map(u, f(x) = …) as its body with u for x. */
const writeMap = (over: Expression, by: Expression, writer: Writer, outer: number): string => {
  if (by.type === 'name' && !writer.scope) return write({ type: 'call', name: by.name, args: [over] }, writer, outer);
  if (writer.scope) throw new Unwritable();
  if (by.type !== 'lambda') return `map(${write(over, writer, 0)}, ${write(by, writer, 0)})`;
  const [parameter] = by.parameters;
  const inner = write(over, writer, atom);
  const name = (called: string): string => (called === parameter ? inner : writer.name(called));
  const body = write(by.body, { ...writer, name }, 0);
  return outer > 2 ? `(${body})` : body;
};

/** The two vectors of sum(a .* b) and dot(a, b), and of the sum of squares sum(a.^2). */
const productsOf = ({
  name,
  args,
}: Extract<Expression, { type: 'call' }>): readonly [Expression, Expression] | undefined => {
  const [first, second] = args;
  if (name === 'dot' && first && second) return [first, second];
  if (name === 'sum' && args.length === 1 && first?.type === 'binary' && first.operator === '.*')
    return [first.left, first.right];
  return undefined;
};

const flat = (value: Value): number[] => (typeof value === 'number' ? [value] : value.flatMap(flat));

const writeProducts = ([a, b]: readonly [Expression, Expression], writer: Writer): string => {
  const values = [a, b].map(side => (side.type === 'name' ? writer.scope?.[side.name] : undefined));
  const [left, right] = values;
  if (left === undefined || right === undefined) {
    if (writer.scope) throw new Unwritable();
    return `Σ${write(a, writer, 3)}·${write(b, writer, 3)}`;
  }
  const factor = (x: number): string => {
    const text = minus(formatNumber(x, writer.decimals));
    return text.startsWith('−') ? `(${text})` : text;
  };
  const [xs, ys] = [flat(left), flat(right)];
  const terms = xs.slice(0, shownTerms).map((x, i) => `${factor(x)}·${factor(ys[i]!)}`);
  return terms.join(' + ') + (xs.length > shownTerms ? ' + …' : '');
};

const parsed = new Map<string, Expression>();

/** The rows of a section share their formula: it is parsed once. */
const parse = (formula: string): Expression => {
  const known = parsed.get(formula) ?? parseExpression(formula);
  if (parsed.size > 500) parsed.clear();
  parsed.set(formula, known);
  return known;
};

/** The formula with its symbols: `(r − y)·y·(1 − y)`. A formula that cannot be read is shown as it is written. */
export const symbolic = (formula: string): string => {
  try {
    return write(parse(formula), { name: prettyName, scope: undefined, decimals: usualDecimals }, 0);
  } catch (error) {
    if (error instanceof ExpressionError) return formula;
    throw error;
  }
};

/** The formula with its numbers put in; undefined where a matrix would have to be written on one line. */
export const substituted = (formula: string, scope: Scope, decimals = usualDecimals): string | undefined => {
  const name = (called: string): string => {
    const value = Object.hasOwn(scope, called) ? scope[called]! : undefined;
    if (value === undefined) return prettyName(called);
    if (typeof value === 'number') return minus(formatNumber(value, decimals));
    if (rankOf(value) > 1 || value.length > inlineVector) throw new Unwritable();
    return `(${flat(value)
      .map(x => minus(formatNumber(x, decimals)))
      .join(', ')})`;
  };
  try {
    return write(parse(formula), { name, scope, decimals }, 0);
  } catch (error) {
    if (error instanceof Unwritable || error instanceof ExpressionError) return undefined;
    throw error;
  }
};
