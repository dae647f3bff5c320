import type { Text } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';
import type { PointMark } from './key-points.ts';

/** What a marker says of an answer. It is data, never an exception; `unreadable` costs nothing. */
export type Verdict = Judged & {
  /** How the answer was understood, where it could have been read in two ways. */
  readonly understood?: Value;
};

type Judged =
  | { readonly verdict: 'correct'; readonly message?: Text }
  /** The right method, but rounded on the way: right to fewer digits than asked. */
  | { readonly verdict: 'close'; readonly message: Text }
  | {
      readonly verdict: 'wrong';
      /** What went wrong, where exactly one mistake gives this answer; `a+b` for two at once. */
      readonly mistake?: string;
      /** Paths of the wrong entries, where shape and size are right. */
      readonly cells?: readonly (readonly number[])[];
      /** Of how many entries. */
      readonly of?: number;
      readonly message: Text;
    }
  | { readonly verdict: 'unreadable'; readonly message: Text };

/** What a marker says of a short answer: the key points that are met. */
export interface TextVerdict {
  readonly points: readonly PointMark[];
  readonly marks: number;
  readonly outOf: number;
}

/** The marks that the right entries of a wrong answer earn: their share, where most of them are right. */
export const partialMarks = (verdict: Verdict, outOf: number): number => {
  if (verdict.verdict !== 'wrong' || !verdict.cells || !verdict.of) return 0;
  const share = 1 - verdict.cells.length / verdict.of;
  return share > 0.5 ? Math.floor(outOf * share) : 0;
};
