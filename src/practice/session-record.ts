import type { Card } from './card.ts';
import type { Question } from './question.ts';
import type { Rating } from './rating.ts';
import { ratingOf } from './rating.ts';
import type { ReviewRecord } from './record.ts';
import { newId } from './record-id.ts';
import { type Limits, review } from './schedule.ts';
import type { Outcome } from './session.ts';

/** What a record needs besides the outcome. */
export interface Recording {
  readonly session: string;
  /** Milliseconds. */
  readonly now: number;
  /** The item's card before this answer. */
  readonly card: Card | undefined;
  readonly limits?: Limits;
  /** Cramming leaves the schedule alone. */
  readonly mode?: 'cram' | 'exam';
  /** The student's own rating instead of the one that follows from the outcome. */
  readonly rating?: Rating;
}

const longest = 200;

/** The question's own words: of a calculation what its kind asks for, of both the first characters. */
export const askedWords = ({ item }: Question): string => {
  const words = item.type === 'short' ? item.prompt.zh : `${item.kind} ${item.ask} ${item.prompt?.zh ?? ''}`;
  return words.trim().slice(0, longest);
};

/** The record of a closed question: what was asked, typed and found, and the item's card after it. */
export const recordOf = (
  outcome: Outcome,
  { session, now, card, limits, mode, rating: own }: Recording,
): ReviewRecord => {
  const { question, verdict, typed, tries, hints, marks, outOf, seconds, mistake, points, isOverruled } = outcome;
  const performance = { verdict, tries, hints, seconds, marks, outOf, ...(isOverruled ? { overruled: true } : {}) };
  const rating = own ?? ratingOf(performance);
  const numbers =
    question.type === 'calculation'
      ? {
          kind: question.kind.id,
          ...(question.seed === undefined ? { params: question.params } : { seed: question.seed }),
        }
      : {};
  return {
    v: 1,
    id: newId(),
    at: new Date(now).toISOString(),
    session,
    item: question.item.id,
    ...numbers,
    asked: askedWords(question),
    answer: typed,
    ...(mistake === undefined ? {} : { mistake }),
    ...(points === undefined ? {} : { points }),
    rating,
    ...performance,
    ...(mode === undefined ? {} : { mode }),
    ...(mode === 'cram' ? {} : { card: review(card, rating, now, limits) }),
  };
};
