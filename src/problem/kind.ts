import type { Drawing } from './drawing.ts';
import { ProblemError } from './error.ts';
import { type ParamsOf, type ParamTable, readTable } from './params.ts';
import type { Random } from './random.ts';
import type { Text } from './text.ts';
import { isValue, type Value } from './value.ts';
import { silent, type Work } from './work.ts';

/** How a field of an answer is written, typed and compared. `size` is compared exactly. */
export type Form = 'number' | 'vector' | 'matrix' | 'tensor' | 'size' | 'flag' | 'list';

/** One field of an answer: what it is called, its symbol, and how it is written. T is its type in the answer. */
export interface Field<T = unknown> {
  readonly title: Text;
  readonly symbol: string;
  readonly form: Form;
  /** The parts of an answer that is written as several: U, S, V. */
  readonly parts?: readonly AnswerPart[];
  /** Never set: it carries T. */
  readonly type?: T;
}

/** One part of an answer that is written as several, `U = …; S = …`. */
export interface AnswerPart {
  readonly name: string;
  /** Other names for it. */
  readonly also: readonly string[];
  /** A value of the rank that is expected: [[0]] a matrix. */
  readonly shape: Value;
  /** How it may be typed. */
  readonly example: string;
}

/** What is said of an answer that is judged by what must hold of it: see `Definition.judge`. */
export interface Judgement {
  readonly verdict: 'correct' | 'close' | 'wrong';
  readonly mistake?: string;
  readonly message: Text;
}

export const field = <T>(form: Form, symbol: string, title: Text): Field<T> => ({ form, symbol, title });

type FieldTable = Readonly<Record<string, Field>>;
export type AnswerOf<F extends FieldTable> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** How hard a generated problem is: 1 warm-up, 2 as in the examination, 3 hard. */
export type Level = 1 | 2 | 3;

/** Something the quiz can ask for that is not a field of the answer but follows from it: Δw = w′ − w. */
export interface Quantity<P, A> extends Omit<Field, 'type'> {
  readonly of: (answer: A, params: P) => Value | undefined;
}

/**
 * A wrong solver: what a student gets who makes this mistake. Fields it leaves out are as in the right answer;
 * undefined where the mistake cannot be made on these parameters.
 */
export interface Mistake<P, A> {
  readonly tell: Text;
  readonly answer: (params: P) => Partial<A> | undefined;
  /** The same mistake as another problem that is solved rightly, where there is one: so two mistakes can be told at once. */
  readonly as?: (params: P) => P | undefined;
}

/** Something that must hold of a right answer, found by another way than the solver's: `left` must equal `right`. */
export interface Claim {
  readonly claim: string;
  readonly left: Value;
  readonly right: Value;
  /** Relative to the larger of 1 and the numbers' size; 1e-9 unless the other way is less exact. */
  readonly tolerance?: number;
}

/** One kind of problem: everything drill knows about it. The commands, the quiz, the checks and the laws derive from it. */
export interface Definition<P, A> {
  readonly id: string;
  readonly topic: string;
  readonly title: Text;
  /** The parameters that may be written without a flag, in order; the required ones unless told. */
  readonly positional?: readonly string[];
  /** Another kind that takes over when the first value is written as a size (32x32x3). */
  readonly bySize?: string;
  /** The field or quantity that the quiz asks for unless the item says otherwise. */
  readonly ask: string;
  readonly quantities?: Readonly<Record<string, Quantity<P, A>>>;
  /** Command lines after `drill calc <id>`, shown in the help; every one runs. */
  readonly examples: readonly string[];
  /**
   * What the shapes alone cannot say: throws ProblemError (`invalid`, …), and returns the parameters with the defaults
   * filled in that depend on other parameters.
   */
  readonly settle?: (params: P) => P;
  /** The line under the title of a worked problem: the mode, the convention. */
  readonly headline?: (params: P) => Text;
  /** The problem in a sentence, without the numbers that `given` draws. */
  readonly prompt: (params: P) => Text;
  /** The numbers of the problem, drawn. */
  readonly given: (params: P) => Drawing;
  /** The answer, drawn; by default every field that is a number, a vector, a matrix or a size. */
  readonly display?: (answer: A, params: P) => Drawing;
  /** Fresh numbers that a person can work by hand. */
  readonly generate: (random: Random, level: Level) => P;
  /** The one right method. */
  readonly solve: (params: P, work: Work) => A;
  readonly mistakes: Readonly<Record<string, Mistake<P, A>>>;
  /**
   * Judges an answer that is not unique by what must hold of it, for the fields and quantities named. `half` is how far a
   * number may be off by rounding alone.
   */
  readonly judge?: Readonly<Record<string, (params: P, typed: Value, half: number) => Judgement>>;
  /** A second, different way to the truth. */
  readonly verify: (params: P, answer: A) => readonly Claim[];
}

export type Params = Readonly<Record<string, unknown>>;
export type Answer = Readonly<Record<string, unknown>>;

/** A kind whose own types are hidden: what the rest of the house works with. */
export interface Kind extends Omit<Definition<Params, Answer>, 'solve'> {
  readonly params: ParamTable;
  readonly answer: FieldTable;
  /** Untrusted parameters to typed ones, defaults filled in; throws ProblemError. */
  readonly read: (raw: unknown) => Params;
  /** The answer, every number of it finite; the steps go to `work` (to nobody unless told). */
  readonly solve: (params: Params, work?: Work) => Answer;
}

/** Throws `not-finite` naming the quantity where an answer is not a finite number. */
const requireFinite = (quantity: unknown, path: string): void => {
  if (typeof quantity === 'number') {
    if (Number.isFinite(quantity)) return;
    throw new ProblemError(
      'not-finite',
      {
        en: `the result is ${quantity}: the numbers of the problem are too large for it to be finite`,
        zh: `结果为 ${quantity}：题目中的数过大，得不到有限的值`,
      },
      path,
    );
  }
  const inside = (key: string): string => (Array.isArray(quantity) ? `${path}[${key}]` : path ? `${path}.${key}` : key);
  if (typeof quantity === 'object' && quantity !== null) {
    for (const [key, part] of Object.entries(quantity)) requireFinite(part, inside(key));
  }
};

/** −0 prints as 0, and JSON would hide it only in part. */
const withoutNegativeZero = (quantity: unknown): unknown => {
  if (typeof quantity === 'number') return quantity + 0;
  if (Array.isArray(quantity)) return quantity.map(withoutNegativeZero);
  if (typeof quantity === 'object' && quantity !== null) {
    return Object.fromEntries(Object.entries(quantity).map(([key, part]) => [key, withoutNegativeZero(part)]));
  }
  return quantity;
};

/** Defines a kind. The types of `params` and `answer` reach every function; the kind that comes out hides them. */
export const defineKind = <P extends ParamTable, F extends FieldTable>(
  definition: Definition<ParamsOf<P>, AnswerOf<F>> & { readonly params: P; readonly answer: F },
): Kind => {
  const { params: table, settle, solve } = definition;
  const kind = {
    ...definition,
    read(raw: unknown): ParamsOf<P> {
      const params = readTable(table, raw, '');
      return settle ? settle(params) : params;
    },
    solve(params: ParamsOf<P>, work: Work = silent): AnswerOf<F> {
      const answer = withoutNegativeZero(solve(params, work)) as AnswerOf<F>;
      requireFinite(answer, '');
      return answer;
    },
  };
  return kind as unknown as Kind;
};

/** The parameters that are written without a flag, in order. */
export const positionalOf = (kind: Kind): readonly string[] =>
  kind.positional ?? Object.keys(kind.params).filter(name => !kind.params[name]!.optional);

/** The field or quantity called `name`: its title, symbol and form; undefined where the kind has none. */
export const askedOf = (kind: Kind, name: string): Omit<Field, 'type'> | undefined =>
  Object.hasOwn(kind.answer, name)
    ? kind.answer[name]
    : kind.quantities && Object.hasOwn(kind.quantities, name)
      ? kind.quantities[name]
      : undefined;

/** The value of the asked field or quantity in an answer; undefined where this problem has none. */
export const askedValue = (kind: Kind, name: string, answer: Answer, params: Params): Value | undefined => {
  const quantity = kind.quantities && Object.hasOwn(kind.quantities, name) ? kind.quantities[name] : undefined;
  const value = quantity ? quantity.of(answer, params) : answer[name];
  if (typeof value === 'boolean') return Number(value);
  return isValue(value) ? value : undefined;
};
