import { markCalculation } from '../marking/calculation.ts';
import { markText, type PointMark } from '../marking/key-points.ts';
import { partialMarks } from '../marking/verdict.ts';
import { markTexts } from '../messages/mark.ts';
import type { Question } from '../practice/question.ts';
import { join, same, type Text } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';

/** What an answer to an item comes to, of either type: verdict, marks, and why. */
export interface Marked {
  readonly verdict: 'correct' | 'close' | 'partial' | 'wrong' | 'unreadable';
  readonly marks: number;
  readonly outOf: number;
  readonly mistake?: string;
  /** Paths of the wrong entries. */
  readonly cells?: readonly (readonly number[])[];
  /** The key points that are met. */
  readonly points?: readonly string[];
  /** Every key point, with the words that met or contradicted it. */
  readonly keyPoints?: readonly PointMark[];
  /** How the answer was read, where it could have been read in two ways. */
  readonly understood?: Value;
  readonly message: Text;
}

const markShort = ({ item }: Extract<Question, { type: 'short' }>, typed: string): Marked => {
  const { points: keyPoints, marks, outOf } = markText(typed, item.points);
  const points = keyPoints.filter(point => point.met).map(point => point.point);
  const missing = item.points.filter(point => !points.includes(point.id)).map(point => point.text);
  return {
    verdict: missing.length === 0 ? 'correct' : points.length > 0 ? 'partial' : 'wrong',
    marks,
    outOf,
    points,
    keyPoints,
    message: missing.length === 0 ? markTexts.allPoints : join([markTexts.missing, join(missing, markTexts.between)]),
  };
};

/** Marks one answer as it was typed, without a second try and without hints. */
export const markQuestion = (question: Question, typed: string): Marked => {
  if (question.type === 'short') return markShort(question, typed);
  const { kind, params, answer, item } = question;
  const { ask, decimals, tolerance, marks: outOf } = item;
  const verdict = markCalculation({ kind, params, answer, ask, decimals, tolerance }, typed);
  const isRight = verdict.verdict === 'correct' || verdict.verdict === 'close';
  const marks = isRight ? outOf : partialMarks(verdict, outOf);
  const wrong = verdict.verdict === 'wrong' ? verdict : undefined;
  return {
    verdict: verdict.verdict,
    marks,
    outOf,
    ...(wrong?.mistake ? { mistake: wrong.mistake } : {}),
    ...(wrong?.cells ? { cells: wrong.cells } : {}),
    ...(verdict.understood === undefined ? {} : { understood: verdict.understood }),
    message: verdict.message ?? same(markTexts.right.en),
  };
};
