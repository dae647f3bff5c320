import { constant, ExpressionError } from '../math/expression.ts';
import { looksLikeSize, readNotation, toAscii } from '../problem/notation.ts';
import { isValue, numbersOf, shapeOf, type Value } from '../problem/value.ts';

/** An answer that was read, with how many digits after the point were typed (the fewest of its numbers). */
export interface TypedAnswer {
  readonly value: Value;
  /** Infinity where the numbers are exact: fractions, roots, whole numbers. */
  readonly digits: number;
}

const longest = 20_000;

/** Entries that are expressions become numbers; undefined where one is not. */
const evaluate = (raw: unknown): Value | undefined => {
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  if (typeof raw === 'string') {
    try {
      const value = constant(withRoots(raw));
      return Number.isFinite(value) ? value : undefined;
    } catch (error) {
      if (error instanceof ExpressionError) return undefined;
      throw error;
    }
  }
  if (!Array.isArray(raw)) return undefined;
  const parts = raw.map(evaluate);
  return parts.every(part => part !== undefined) ? parts : undefined;
};

/** `3√5` and `√2/2` as expressions. */
const withRoots = (text: string): string =>
  text
    .replace(/(\d|\))\s*√/gu, '$1*√')
    .replace(/√\s*(\d+(?:\.\d+)?|\([^()]*\))/gu, 'sqrt($1)')
    .replace(/×|·/gu, '*')
    .replace(/÷/gu, '/');

/** `y = 0.5` without its name. */
const withoutName = (text: string): string => text.replace(/^\s*[\p{L}Δ∂′'_\d\s]*=\s*/u, '');

/** The fewest digits after the point among the decimals of a text. */
const digitsOf = (text: string): number => {
  const decimals = [...text.matchAll(/\d*\.(\d*)(e[-+]?\d+)?/giu)].map(([, places, power]) =>
    power ? Infinity : places!.length,
  );
  return decimals.length > 0 ? Math.min(...decimals) : Number.POSITIVE_INFINITY;
};

/** The same numbers in the expected shape, where only axes of length 1 differ: a row for a vector, a list for a column. */
const reshaped = (value: Value, expected: Value): Value => {
  const [found, wanted] = [shapeOf(value), shapeOf(expected)];
  const long = (shape: readonly number[]): string => shape.filter(n => n !== 1).join();
  if (found.join() === wanted.join() || long(found) !== long(wanted)) return value;
  const numbers = numbersOf(value);
  if (numbers.length !== numbersOf(expected).length) return value;
  const fill = (shape: Value): Value => (typeof shape === 'number' ? numbers.shift()! : shape.map(fill));
  return fill(expected);
};

/** Reads an answer as typed; undefined where it is none. `expected` tells a list of numbers from a lone one. */
export const readAnswer = (typed: string, expected: Value): TypedAnswer | undefined => {
  if (typed.length > longest) return undefined;
  const text = withoutName(toAscii(typed).trim());
  if (text === '') return undefined;
  const single = typeof expected === 'number';
  const loose = !single && !/^[[({]/.test(text) && !looksLikeSize(text) ? `[${text}]` : text;
  const raw =
    single && !looksLikeSize(text)
      ? /^[[({]/.test(text)
        ? readNotation(text)
        : text.replace(/,/g, '')
      : readNotation(loose);
  const value = evaluate(raw);
  if (value === undefined || !isValue(value)) return undefined;
  return { value: reshaped(value, expected), digits: digitsOf(text) };
};
