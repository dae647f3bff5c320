import { looksLikeSize } from '../problem/notation.ts';
import { distance, numbersOf, sameShape, shapeOf, type Value } from '../problem/value.ts';
import { plainText } from './plain-text.ts';
import { readNumber } from './read-number.ts';

/** An answer that was read. */
export interface TypedAnswer {
  readonly value: Value;
  /** Digits after the point that were typed, number by number in reading order; Infinity where a number is exact. */
  readonly digits: readonly number[];
  /** Whether it could have been read in another way, so that the student should see in which way it was. */
  readonly isAmbiguous: boolean;
}

const longest = 20_000;
const deepest = 8;

const opening = '[({';
const closing = '])}';

/** Splits a text where `separates` says so, outside of brackets; empty parts are dropped. */
const splitAt = (text: string, separates: (character: string, index: number) => boolean): string[] => {
  const parts = [''];
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    if (opening.includes(character)) depth++;
    if (closing.includes(character)) depth--;
    if (depth === 0 && separates(character, i)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map(part => part.trim()).filter(part => part !== '');
};

/** The inside of the bracket that holds the whole text; undefined where there is none. */
const insideOf = (text: string): string | undefined => {
  if (!opening.includes(text[0] ?? ' ')) return undefined;
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    if (opening.includes(text[i]!)) depth++;
    if (closing.includes(text[i]!)) depth--;
    if (depth === 0) return i === text.length - 1 ? text.slice(1, -1).trim() : undefined;
  }
  return undefined;
};

/** Brings the parts of one number together, so that blanks stand only between numbers. */
const tight = (text: string): string =>
  text
    .replace(/[ \t]*([*^=])[ \t]*/gu, '$1')
    .replace(/([\w.)])[ \t]+([-+/])[ \t]+(?=[\w.(√])/gu, '$1$2')
    .replace(/\b(ln|log2|log10|log|sqrt|exp)[ \t]+(?=[\d(.])/gu, '$1')
    .replace(/(\d)[ \t]+(?=%)/gu, '$1');

const isList = (inside: string): boolean =>
  /[,;\n[{]/u.test(inside) || splitAt(tight(inside), c => /\s/u.test(c)).length > 1;

type Tree = string | readonly Tree[];

/** A list in any way of writing as a nest of the texts of its numbers; undefined beyond any depth a matrix has. */
const nest = (text: string, depth: number): Tree | undefined => {
  if (depth > deepest) return undefined;
  const inside = insideOf(text);
  if (inside !== undefined && (text[0] !== '(' || isList(inside))) {
    const content = list(inside, depth + 1);
    // A list of one thing: [5], or [[5, 6]].
    const isOne = typeof content === 'string' || insideOf(inside) !== undefined;
    return content === undefined || !isOne ? content : [content];
  }
  if (looksLikeSize(text)) return text.split(/\s*[x×*]\s*/iu);
  return text;
};

const all = (parts: readonly (Tree | undefined)[]): readonly Tree[] | undefined =>
  parts.every(part => part !== undefined) ? (parts as readonly Tree[]) : undefined;

/** The cells of a row, or a lone number. */
const cells = (text: string, depth: number): Tree | undefined => {
  if (looksLikeSize(text)) return nest(text, depth);
  const byComma = splitAt(text, c => c === ',');
  const parts =
    byComma.length > 1 || text.includes(',')
      ? byComma
      : splitAt(tight(text.replace(/([\])}])\s*(?=[[({])/gu, '$1 ')), c => /\s/u.test(c));
  if (parts.length === 1) return nest(parts[0]!, depth);
  return all(parts.map(part => nest(part, depth + 1)));
};

const list = (text: string, depth: number): Tree | undefined => {
  const rows = splitAt(text, c => c === ';' || c === '\n');
  if (rows.length === 0) return [];
  if (rows.length === 1) return cells(rows[0]!, depth);
  return all(
    rows.map(row => {
      const read = cells(row.replace(/,$/u, ''), depth + 1);
      return typeof read === 'string' ? [read] : read;
    }),
  );
};

/** Numbers for the texts of a nest, and how they were written. */
const evaluate = (tree: Tree, digits: number[]): Value | undefined => {
  if (typeof tree === 'string') {
    const number = readNumber(tree);
    if (number) digits.push(number.digits);
    return number?.value;
  }
  const parts = tree.map(part => evaluate(part, digits));
  return parts.length > 0 && parts.every(part => part !== undefined) ? parts : undefined;
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

/** `y = (0.5, 0.3)` and `y: …` without the name in front. */
const withoutName = (text: string): string => text.replace(/^[\p{L}∂Δ][\p{L}\p{N}∂Δ′'_^,\s{}()]*?\s*[=:]\s*/u, '');

/** 6@28x28, as LeNet's figure writes a volume; 28 by 28. */
const sizesAlike = (text: string): string =>
  text.replace(/^(\d+)\s*@\s*(\d+\s*[x×*]\s*\d+)$/iu, '$2x$1').replace(/(\d)\s*by\s*(?=\d)/giu, '$1x');

/** A list of numbers without its brackets; of numbers in words: `0.5 and 0.3`. */
const listed = (text: string): string => text.replace(/\s*(?:\band\b|和|与|及|以及)\s*/giu, ', ');

/** diag(3, 1) as the matrix of the expected size. */
const diagonal = (text: string, expected: Value): Value | undefined => {
  const inside = /^diag\s*\(\s*[[({]?([^[\](){}]*)[\])}]?\s*\)$/iu.exec(text)?.[1];
  const [rows, columns] = shapeOf(expected);
  if (inside === undefined || rows === undefined || columns === undefined) return undefined;
  const entries = splitAt(inside, c => c === ',' || /\s/u.test(c)).map(part => readNumber(part)?.value);
  if (entries.some(entry => entry === undefined)) return undefined;
  const [m, n] = [Math.max(rows, entries.length), Math.max(columns, entries.length)];
  return Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? (entries[i] ?? 0) : 0)));
};

interface Reading {
  readonly value: Value;
  readonly digits: readonly number[];
}

const readList = (text: string): Reading | undefined => {
  const digits: number[] = [];
  const tree = list(text, 0);
  const value = tree === undefined ? undefined : evaluate(tree, digits);
  return value === undefined ? undefined : { value, digits };
};

const readLone = (text: string): Reading | undefined => {
  const number = readNumber(text);
  return number && { value: number.value, digits: [number.digits] };
};

const decimalCommas = (text: string): string => text.replace(/(\d),(?=\d)/gu, '$1.');

/** The ways in which a text can be read, the likeliest first. */
const readingsOf = (text: string, expected: Value): Reading[] => {
  const isCommaNumber = /^[-+]?\d+,\d+$/u.test(text);
  const isGrouped = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(text);
  if (typeof expected === 'number') {
    const inside = insideOf(text);
    if (inside !== undefined && !isList(inside)) return readingsOf(inside, expected);
    const grouped = isGrouped ? readLone(text.replace(/,/gu, '')) : undefined;
    const lone = readLone(isCommaNumber ? decimalCommas(text) : text);
    const readings = [grouped, lone].filter(reading => reading !== undefined);
    const isSeveral = /[\s,;x×[({]/iu.test(text);
    return readings.length > 0 || !isSeveral ? readings : [readList(text)].filter(reading => reading !== undefined);
  }
  const size = sizesAlike(text);
  const whole = listed(size);
  const isSpaced = /\s\/\s/u.test(whole);
  const hasRows = isSpaced || (shapeOf(expected).length > 1 && /[\s,]/u.test(whole));
  const bars = hasRows ? whole.replace(isSpaced ? /\s\/\s/gu : /\//gu, ';') : undefined;
  const hasCommas = !whole.includes('.') && /\d,\d/u.test(whole) && /[;\n\s]/u.test(whole);
  const spaced = isSpaced ? [bars, whole] : [whole, bars];
  const texts = [
    ...spaced,
    hasCommas ? decimalCommas(whole).replace(/;/gu, ',') : undefined,
    hasCommas ? decimalCommas(whole) : undefined,
  ];
  return texts.flatMap(variant => (variant === undefined ? [] : (readList(variant) ?? [])));
};

/** 1.0e+03 * in front of a matrix, as MATLAB prints it. */
const scaled = (text: string): { readonly factor: number; readonly rest: string } => {
  const found = /^(1\.0+e[-+]\d+)\s*\*\s*(?=[-\d\s[])/iu.exec(text);
  return found && /\s/u.test(text.slice(found[0].length).trim())
    ? { factor: Number(found[1]), rest: text.slice(found[0].length) }
    : { factor: 1, rest: text };
};

const times = (value: Value, factor: number): Value =>
  typeof value === 'number' ? value * factor : value.map(part => times(part, factor));

/**
 * Reads an answer as typed; undefined where it is none. `expected` is what it stands for: its shape decides between ways of
 * reading (never its numbers).
 */
export const readAnswer = (typed: string, expected: Value): TypedAnswer | undefined => {
  if (typed.length > longest) return undefined;
  const { factor, rest } = scaled(withoutName(plainText(typed)));
  if (rest === '') return undefined;
  const diag = diagonal(rest, expected);
  if (diag) return { value: diag, digits: numbersOf(diag).map(() => Number.POSITIVE_INFINITY), isAmbiguous: false };
  const readings = readingsOf(rest, expected).map(reading => ({
    ...reading,
    value: reshaped(times(reading.value, factor), expected),
  }));
  const [first] = readings;
  if (!first) return undefined;
  const chosen = readings.find(reading => sameShape(reading.value, expected)) ?? first;
  const others = readings.filter(({ value }) => sameShape(value, chosen.value) && distance(value, chosen.value) !== 0);
  return { ...chosen, isAmbiguous: chosen !== first || others.length > 0 };
};

/**
 * Whether more lines belong to what was typed so far: a bracket is still open, or a matrix is asked for and only its first rows
 * are there.
 */
export const isUnfinished = (typed: string, expected: Value): boolean => {
  const count = (marks: string): number => [...typed].filter(character => marks.includes(character)).length;
  if (count('[({【〔［（') > count('])}】〕］）')) return true;
  const [rows, columns] = shapeOf(expected);
  const lines = typed.split('\n').filter(line => line.trim() !== '');
  if (rows === undefined || columns === undefined || lines.length >= rows || /[[({;/]/.test(typed)) return false;
  return lines.every(line => {
    const row = readAnswer(
      line,
      Array.from({ length: columns }, () => 0),
    );
    return row !== undefined && shapeOf(row.value).length === 1 && columns > 1;
  });
};
