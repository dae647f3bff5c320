import type { Text } from '../problem/text.ts';
import type { PointMark } from './key-points.ts';

/** What a marker says of an answer. It is data, never an exception; `unreadable` costs nothing. */
export type Verdict =
  | { readonly verdict: 'correct' }
  /** The right method, but rounded on the way: right to fewer digits than asked. */
  | { readonly verdict: 'close'; readonly message: Text }
  | {
      readonly verdict: 'wrong';
      /** The mistake of the kind that gives just this answer. */
      readonly mistake?: string;
      /** Paths of the wrong entries, where shape and size are right. */
      readonly cells?: readonly (readonly number[])[];
      readonly message: Text;
    }
  | { readonly verdict: 'unreadable'; readonly message: Text };

/** What a marker says of a short answer: the key points that are met. */
export interface TextVerdict {
  readonly points: readonly PointMark[];
  readonly marks: number;
  readonly outOf: number;
}
