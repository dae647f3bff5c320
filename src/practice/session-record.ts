import type { Card } from './card.ts';
import { ratingOf } from './rating.ts';
import type { ReviewRecord } from './record.ts';
import { newId } from './record-id.ts';
import { review } from './schedule.ts';
import type { Outcome } from './session.ts';

/** The record of a closed question: what was asked, typed and found, and the item's card after it. */
export const recordOf = (outcome: Outcome, card: Card | undefined, session: string, now: number): ReviewRecord => {
  const { question, verdict, typed, tries, hints, marks, outOf, seconds, mistake, points, isOverruled } = outcome;
  const performance = { verdict, tries, hints, seconds, marks, outOf, ...(isOverruled ? { overruled: true } : {}) };
  const rating = ratingOf(performance);
  const asked =
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
    ...asked,
    answer: typed,
    ...(mistake === undefined ? {} : { mistake }),
    ...(points === undefined ? {} : { points }),
    rating,
    ...performance,
    card: review(card, rating, now),
  };
};
