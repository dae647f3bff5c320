import type { Card } from './card.ts';
import type { Rating, RecordedVerdict } from './rating.ts';

/** One answer, as it stands in the history: one line of JSON. */
export interface ReviewRecord {
  readonly v: 1;
  readonly type?: undefined;
  /** Unique for ever: a restored copy of the history counts once. */
  readonly id: string;
  /** ISO time. */
  readonly at: string;
  /** The session in which it was given. */
  readonly session: string;
  readonly item: string;
  /** What was asked: the kind of a calculation and the seed of its fresh numbers, or the parameters themselves. */
  readonly kind?: string;
  readonly seed?: number;
  readonly params?: Readonly<Record<string, unknown>>;
  /** As typed. */
  readonly answer: string;
  readonly verdict: RecordedVerdict;
  readonly mistake?: string;
  /** The key points that count as met. */
  readonly points?: readonly string[];
  /** Whether the student changed what the marker found. */
  readonly overruled?: boolean;
  readonly marks: number;
  readonly outOf: number;
  readonly tries: number;
  readonly hints: number;
  readonly seconds: number;
  readonly rating: Rating;
  /** The question's own words, so that an edited question is noticed. */
  readonly asked?: string;
  /** Practised outside of the schedule, or in a mock exam. */
  readonly mode?: 'cram' | 'exam';
  /** The item's card after this answer; absent where the answer leaves the schedule alone. */
  readonly card?: Card;
}

/** Takes an earlier record back; the record itself stays where it is. */
export interface UndoRecord {
  readonly v: 1;
  readonly type: 'undo';
  readonly id: string;
  readonly at: string;
  /** The id of the record that no longer counts. */
  readonly of: string;
}

/** Sets the day of the examination, or clears it. */
export interface PlanRecord {
  readonly v: 1;
  readonly type: 'plan';
  readonly id: string;
  readonly at: string;
  /** Its local date, 2026-12-20; absent where there is none any more. */
  readonly exam?: string;
}

/** A question of a mock exam: the item, and the seed of its fresh numbers. */
export interface PaperQuestion {
  readonly item: string;
  readonly seed?: number;
}

/** The beginning of a mock exam. */
export interface PaperRecord {
  readonly v: 1;
  readonly type: 'paper';
  readonly id: string;
  readonly at: string;
  readonly seconds: number;
  readonly questions: readonly PaperQuestion[];
}

/** An answer in a mock exam, or only a sign of life: the seconds that were left, and where the student was. */
export interface PaperAnswerRecord {
  readonly v: 1;
  readonly type: 'paper-answer';
  readonly id: string;
  readonly at: string;
  /** The id of the paper. */
  readonly paper: string;
  /** Which question, counted from 0. */
  readonly question: number;
  /** As typed; absent where the student only moved on. */
  readonly answer?: string;
  readonly left: number;
}

/** The end of a mock exam: handed in, or out of time. */
export interface PaperEndRecord {
  readonly v: 1;
  readonly type: 'paper-end';
  readonly id: string;
  readonly at: string;
  readonly paper: string;
}

export type HistoryRecord = ReviewRecord | UndoRecord | PlanRecord | PaperRecord | PaperAnswerRecord | PaperEndRecord;

/** A record as its line, without the line's end. */
export const writeRecord = (record: HistoryRecord): string => JSON.stringify(record);
