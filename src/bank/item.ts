import type { Level } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';

/** Where something stands in a bank file; line and column count from 1. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface ItemBase {
  /** Stable for ever: the history refers to it. */
  readonly id: string;
  readonly topic: string;
  /** The title of a topic that is not one of the course's. */
  readonly topicTitle?: Text;
  readonly marks: number;
  readonly level: Level;
  /** Where the fact or the problem comes from. */
  readonly source: string;
}

/** A problem of a kind, with the key that a person worked out. */
export interface CalculationItem extends ItemBase {
  readonly type: 'calculation';
  readonly kind: string;
  /** As written in the bank; the kind reads them. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The field or quantity asked for. */
  readonly ask: string;
  /** The printed key. */
  readonly answer: Value;
  /** Wrong answers by the mistake that leads to them. */
  readonly wrong: Readonly<Record<string, Value>>;
  /** Later repetitions draw new numbers from the kind's generator. */
  readonly fresh: boolean;
  /** Digits after the point that the answer is asked to; integers and sizes are exact anyway. */
  readonly decimals: number;
  /** The distance within which a number is right, instead of half a unit of the last place. */
  readonly tolerance?: number;
  /** Said before the problem instead of the kind's own sentence. */
  readonly prompt?: Text;
}

/**
 * What a full answer says. `accept` lists alternatives; each is a list of words or word groups that must all occur in
 * one clause, where `a|b` means either and a final `*` any ending. `contradict`, of the same form, takes the point away.
 */
export interface KeyPoint {
  readonly id: string;
  readonly marks: number;
  /** What the student is told when it is missing. */
  readonly text: Text;
  readonly accept: readonly (readonly string[])[];
  readonly contradict: readonly (readonly string[])[];
  /** What it speaks of, and the others that it could be taken for, each `a|b`: what is said of those does not count. */
  readonly about?: readonly string[];
}

/** An answer with the points that a human marker gives it. */
export interface Sample {
  readonly text: string;
  readonly points: readonly string[];
}

export interface ShortItem extends ItemBase {
  readonly type: 'short';
  readonly prompt: Text;
  /** The model answer. */
  readonly answer: Text;
  readonly points: readonly KeyPoint[];
  readonly samples: readonly Sample[];
}

export type Item = CalculationItem | ShortItem;

export interface Topic {
  readonly id: string;
  readonly title: Text;
}

export interface Bank {
  readonly topics: readonly Topic[];
  readonly items: readonly Item[];
}
