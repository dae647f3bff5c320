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

export type HistoryRecord = ReviewRecord | UndoRecord;

/** A record as its line, without the line's end. */
export const writeRecord = (record: HistoryRecord): string => JSON.stringify(record);
