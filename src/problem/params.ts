import { constant, ExpressionError } from '../math/expression.ts';
import { invalid, ProblemError } from './error.ts';
import { checkEntries } from './limits.ts';
import type { Text } from './text.ts';

/** Reads one parameter: untrusted in, typed out; throws ProblemError with the path where it does not fit. */
export interface Param<T> {
  /** What the parameter is, for help and prompts. */
  readonly about: Text;
  /** What to write for it, for help: `matrix`, `whole number`. */
  readonly form: Text;
  /** How it may be typed on a command line. */
  readonly example: string;
  readonly optional: boolean;
  /** The value of a parameter that is left out; undefined where nothing takes its place. */
  readonly fallback?: T;
  /** A switch: present or not, without a value on the command line. */
  readonly isFlag?: boolean;
  /** Words: a command line passes them on as they are written. */
  readonly isText?: boolean;
  /** The only words that are allowed. */
  readonly choices?: readonly string[];
  read(raw: unknown, path: string): T;
}

export type ParamTable = Readonly<Record<string, Param<unknown>>>;

/** The typed parameters that a table of readers gives. */
export type ParamsOf<P extends ParamTable> = { readonly [K in keyof P]: P[K] extends Param<infer T> ? T : never };

/** Makes a parameter optional, with a fallback or with nothing in its place. */
export function optional<T>(param: Param<T>, fallback: T): Param<T>;
export function optional<T>(param: Param<T>): Param<T | undefined>;
export function optional<T>(param: Param<T>, fallback?: T): Param<T | undefined> {
  return {
    ...param,
    optional: true,
    ...(fallback === undefined ? {} : { fallback }),
    read: (raw, path) => (raw === undefined || raw === null ? fallback : param.read(raw, path)),
  };
}

export interface NumberLimits {
  readonly integer?: boolean;
  readonly min?: number;
  readonly max?: number;
  /** An excluded lower bound. */
  readonly above?: number;
}

const numberForm = ({ integer, min, max, above }: NumberLimits): Text => {
  const bounds = [
    above === undefined ? '' : `> ${above}`,
    min === undefined ? '' : `≥ ${min}`,
    max === undefined ? '' : `≤ ${max}`,
  ].filter(Boolean);
  const range = bounds.length > 0 ? ` ${bounds.join(', ')}` : '';
  return integer ? { en: `a whole number${range}`, zh: `整数${range}` } : { en: `a number${range}`, zh: `数${range}` };
};

const readNumber = (raw: unknown, path: string, limits: NumberLimits): number => {
  const form = numberForm(limits);
  let value: number;
  if (typeof raw === 'number') value = raw;
  else if (typeof raw === 'string') {
    try {
      value = constant(raw);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      throw invalid(path, { en: `${form.en} (${error.message})`, zh: form.zh }, raw);
    }
  } else throw invalid(path, form, raw);
  const { integer, min, max, above } = limits;
  if (!Number.isFinite(value)) throw invalid(path, { en: `${form.en}, finite`, zh: `有限的${form.zh}` }, raw);
  const fits =
    (!integer || Number.isSafeInteger(value)) &&
    (min === undefined || value >= min) &&
    (max === undefined || value <= max) &&
    (above === undefined || value > above);
  if (!fits) throw invalid(path, form, raw);
  return value;
};

export const number = (about: Text, limits: NumberLimits = {}): Param<number> => ({
  about,
  form: numberForm(limits),
  example: limits.integer ? '2' : '0.5',
  optional: false,
  read: (raw, path) => readNumber(raw, path, limits),
});

export const integer = (about: Text, limits: Omit<NumberLimits, 'integer'> = {}): Param<number> =>
  number(about, { ...limits, integer: true });

/** A switch: true or false. */
export const flag = (about: Text): Param<boolean> => ({
  about,
  form: { en: 'true or false', zh: 'true 或 false' },
  example: 'true',
  optional: true,
  fallback: false,
  isFlag: true,
  read(raw, path) {
    if (raw === undefined || raw === null) return false;
    if (typeof raw === 'boolean') return raw;
    if (raw === 'true' || raw === 'false') return raw === 'true';
    throw invalid(path, this.form, raw);
  },
});

export const choice = <const C extends string>(about: Text, choices: readonly C[]): Param<C> => {
  const form = { en: `one of ${choices.join(', ')}`, zh: `${choices.join('、')} 之一` };
  return {
    about,
    form,
    example: choices[0]!,
    optional: false,
    choices,
    read(raw, path) {
      const found = choices.find(candidate => candidate === raw);
      if (found === undefined) throw invalid(path, form, raw);
      return found;
    },
  };
};

/** Reads a nest of exactly `rank` levels, regular and not empty. */
const readNest = (raw: unknown, path: string, rank: number, form: Text, limits: NumberLimits): unknown => {
  if (rank === 0) return readNumber(raw, path, limits);
  if (!Array.isArray(raw)) throw invalid(path, form, raw);
  if (raw.length === 0) {
    throw new ProblemError(
      'invalid-params',
      { en: `expected ${form.en}, but got an empty list`, zh: `应为${form.zh}，实际为空` },
      path,
    );
  }
  checkEntries(raw.length, path);
  const parts = raw.map((part, i) => readNest(part, `${path}[${i}]`, rank - 1, nestForm(rank - 1), limits));
  if (rank > 1) {
    const lengths = (part: unknown): number => (part as unknown[]).length;
    const expected = lengths(parts[0]);
    parts.forEach((part, i) => {
      if (lengths(part) === expected) return;
      throw new ProblemError(
        'invalid-params',
        {
          en: `expected ${expected} ${rank === 2 ? 'numbers' : 'rows'}, as in ${path}[0], but got ${lengths(part)}`,
          zh: `应与 ${path}[0] 一样有 ${expected} ${rank === 2 ? '个数' : '行'}，实际为 ${lengths(part)}`,
        },
        `${path}[${i}]`,
      );
    });
  }
  return parts;
};

const nestForms: readonly Text[] = [
  { en: 'a number', zh: '数' },
  { en: 'a vector [a, b, …]', zh: '向量 [a, b, …]' },
  { en: 'a matrix [[a, b], [c, d]]', zh: '矩阵 [[a, b], [c, d]]' },
  { en: 'a list of matrices', zh: '矩阵的列表' },
  { en: 'a list of lists of matrices', zh: '矩阵列表的列表' },
];
const nestForm = (rank: number): Text => nestForms[rank] ?? nestForms[4]!;
const nestExamples = ['1', '[1 2]', '[1 2; 3 4]', '[[[1,2],[3,4]]]', '[[[[1,2],[3,4]]]]'];

const nest = <T>(about: Text, rank: number, limits: NumberLimits): Param<T> => ({
  about,
  form: nestForm(rank),
  example: nestExamples[rank]!,
  optional: false,
  read: (raw, path) => readNest(raw, path, rank, nestForm(rank), limits) as T,
});

export const vector = (about: Text, limits: NumberLimits = {}): Param<number[]> => nest(about, 1, limits);
export const matrix = (about: Text, limits: NumberLimits = {}): Param<number[][]> => nest(about, 2, limits);

/** How deep the lists are nested, judged by the first element of each. */
export const rankOf = (raw: unknown): number => (Array.isArray(raw) ? 1 + (raw.length > 0 ? rankOf(raw[0]) : 0) : 0);

/** A nest of numbers of any rank from `low` to `high` (0 a number, 1 a vector, 2 a matrix …). */
export const tensor = <T>(about: Text, [low, high]: readonly [number, number], limits: NumberLimits = {}): Param<T> => {
  const forms = Array.from({ length: high - low + 1 }, (_, i) => nestForm(low + i));
  const form = { en: forms.map(f => f.en).join(' or '), zh: forms.map(f => f.zh).join('或') };
  return {
    about,
    form,
    example: nestExamples[Math.max(low, Math.min(2, high))]!,
    optional: false,
    read(raw, path) {
      const rank = rankOf(raw);
      if (rank < low || rank > high) throw invalid(path, form, raw);
      return readNest(raw, path, rank, rank === 0 ? numberForm(limits) : nestForm(rank), limits) as T;
    },
  };
};

/** Sizes: `[n]`, `[H, W]`, `[H, W, C]`; a lone number is a size of one axis. */
export const size = (about: Text, [low, high]: readonly [number, number], min = 1): Param<number[]> => {
  const form = {
    en: `a size such as ${high > 2 ? '32x32x3' : '28x28'} or [${high > 2 ? '32, 32, 3' : '28, 28'}] (${low} to ${high} whole numbers ≥ ${min})`,
    zh: `尺寸，如 ${high > 2 ? '32x32x3' : '28x28'} 或 [${high > 2 ? '32, 32, 3' : '28, 28'}]（${low} 到 ${high} 个 ≥ ${min} 的整数）`,
  };
  return {
    about,
    form,
    example: high > 2 ? '32x32x3' : '28x28',
    optional: false,
    read(raw, path) {
      const list = Array.isArray(raw) ? raw : [raw];
      if (raw === undefined || list.length < low || list.length > high) throw invalid(path, form, raw);
      return list.map((n, i) => readNumber(n, Array.isArray(raw) ? `${path}[${i}]` : path, { integer: true, min }));
    },
  };
};

/** One whole number for every axis, or one per axis: `2` or `[1, 2]`, up to `most` of them. */
export const perAxis = (about: Text, limits: { min?: number; most?: number } = {}): Param<number | number[]> => {
  const { min = 0, most = 2 } = limits;
  const named = most > 2 ? '[top, bottom, left, right]' : '[v, h]';
  const form = {
    en: `a whole number ≥ ${min}, or ${most > 2 ? `[v, h] or ${named}` : named} of them`,
    zh: `≥ ${min} 的整数，或 ${most > 2 ? `[v, h]、${named}` : named}`,
  };
  return {
    about,
    form,
    example: '2',
    optional: false,
    read(raw, path) {
      if (!Array.isArray(raw)) return readNumber(raw, path, { integer: true, min });
      if (raw.length < 1 || raw.length === 3 || raw.length > most) throw invalid(path, form, raw);
      return raw.map((n, i) => readNumber(n, `${path}[${i}]`, { integer: true, min }));
    },
  };
};

/** Adds what the shape alone cannot say: `complain` returns what was expected, or undefined. */
export const where = <T>(param: Param<T>, complain: (value: T) => Text | undefined): Param<T> => ({
  ...param,
  read(raw, path) {
    const value = param.read(raw, path);
    const complaint = value === undefined ? undefined : complain(value);
    if (complaint) throw invalid(path, complaint, raw);
    return value;
  },
});

/** A list of at least one element, each read by `of`. */
export const list = <T>(about: Text, of: Param<T>): Param<T[]> => {
  const form = { en: `a list, each entry ${of.form.en}`, zh: `列表，每一项为${of.form.zh}` };
  return {
    about,
    form,
    example: `[${of.example}]`,
    optional: false,
    read(raw, path) {
      if (!Array.isArray(raw) || raw.length === 0) throw invalid(path, form, raw);
      checkEntries(raw.length, path);
      return raw.map((entry, i) => of.read(entry, `${path}[${i}]`));
    },
  };
};

const isRecord = (raw: unknown): raw is Record<string, unknown> =>
  typeof raw === 'object' && raw !== null && !Array.isArray(raw);

/** The key that was probably meant: equal but for case, or with most of its letters. */
export const nearest = (key: string, keys: readonly string[]): string | undefined => {
  const plain = (word: string): string => word.toLowerCase().replace(/[^a-z]/g, '');
  const edits = (a: string, b: string): number => {
    let row = Array.from({ length: b.length + 1 }, (_, j) => j);
    for (let i = 1; i <= a.length; i++) {
      const next = [i];
      for (let j = 1; j <= b.length; j++) {
        next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
      }
      row = next;
    }
    return row[b.length]!;
  };
  const [best] = keys
    .map(candidate => ({ candidate, far: edits(plain(key).slice(0, 40), plain(candidate)) }))
    .sort((a, b) => a.far - b.far);
  return best && best.far <= Math.max(1, Math.floor(best.candidate.length / 3)) ? best.candidate : undefined;
};

/** Reads every key of a table from an object: unknown keys are errors with a guess at what was meant. */
export const readTable = <P extends ParamTable>(table: P, raw: unknown, path: string): ParamsOf<P> => {
  const keys = Object.keys(table);
  if (!isRecord(raw)) {
    throw invalid(path, { en: `an object with ${keys.join(', ')}`, zh: `含 ${keys.join('、')} 的对象` }, raw);
  }
  const inside = (key: string): string => (path ? `${path}.${key}` : key);
  for (const key of Object.keys(raw)) {
    if (keys.includes(key)) continue;
    const meant = nearest(key, keys);
    throw new ProblemError(
      'invalid-params',
      {
        en: `there is no such parameter${meant ? `; did you mean “${meant}”?` : ` (there are ${keys.join(', ')})`}`,
        zh: `没有这个参数${meant ? `，是否想写“${meant}”？` : `（可用：${keys.join('、')}）`}`,
      },
      inside(key),
    );
  }
  const read: Record<string, unknown> = {};
  for (const [key, param] of Object.entries(table)) {
    const given = Object.hasOwn(raw, key) ? raw[key] : undefined;
    const value = param.read(given, inside(key));
    if (value !== undefined) read[key] = value;
  }
  return read as ParamsOf<P>;
};

/** An object with fixed keys. */
export const record = <P extends ParamTable>(about: Text, table: P): Param<ParamsOf<P>> => {
  const keys = Object.keys(table);
  return {
    about,
    form: { en: `an object with ${keys.join(', ')}`, zh: `含 ${keys.join('、')} 的对象` },
    example: `{${Object.entries(table)
      .filter(([, param]) => !param.optional)
      .map(([key, param]) => `"${key}": ${param.example}`)
      .join(', ')}}`,
    optional: false,
    read: (raw, path) => readTable(table, raw, path),
  };
};
