import { createEmptyCard, type Card as FsrsCard, forgetting_curve, fsrs, State } from 'ts-fsrs';
import type { Card, CardState } from './card.ts';
import { groupBy } from './group-by.ts';
import type { Rating } from './rating.ts';
import type { ReviewRecord } from './record.ts';
import { daysBetween, startOfDay } from './study-day.ts';

export { type Card, isDue, nextDue } from './card.ts';
export { type Rating, ratingOf } from './rating.ts';

/**
 * FSRS-6 with its published weights. One learning step: what went wrong comes back the same day, what went right is
 * left to the model. Without fuzz, so that the same answers give the same schedule.
 */
const scheduler = fsrs({
  request_retention: 0.9,
  enable_fuzz: false,
  learning_steps: ['10m'],
  relearning_steps: ['10m'],
});

const dayMs = 24 * 60 * 60 * 1000;

/** An interval of days that would end within the same night still leaves these hours. */
const leastDayMs = 4 * 60 * 60 * 1000;

const stateOf: Readonly<Record<CardState, State>> = {
  learning: State.Learning,
  review: State.Review,
  relearning: State.Relearning,
};

const nameOf = (state: State): CardState =>
  state === State.Review ? 'review' : state === State.Relearning ? 'relearning' : 'learning';

/**
 * ts-fsrs counts days by the UTC calendar, whose midnight is eight in the morning in Beijing. So the last answer is
 * handed over as lying whole days of study back. A clock that was set back counts as no time.
 */
const forFsrs = (card: Card, now: number): FsrsCard => {
  const elapsed = Math.max(0, daysBetween(Date.parse(card.last), now));
  return {
    due: new Date(card.due),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsed_days: 0,
    scheduled_days: card.days,
    learning_steps: card.step,
    reps: card.reps,
    lapses: card.lapses,
    state: stateOf[card.state],
    last_review: new Date(now - elapsed * dayMs),
  };
};

/** What may shape a schedule besides the answers. */
export interface Limits {
  /** No interval is longer, so that the item is seen again before an exam. Below 1 it counts as 1. */
  readonly capDays?: number;
  /** How many items are due already on the day of study that lies so many days ahead: the load is spread. */
  readonly load?: (days: number) => number;
}

/** Up to a tenth of an interval, and never more than four days, may be given up to spread the load. */
const slackOf = (days: number): number => (days < 3 ? 0 : Math.min(4, Math.max(1, Math.floor(days / 10))));

/** The least loaded day of those shortly before the interval's end; of equals the latest. */
const spread = (days: number, load: Limits['load']): number => {
  if (!load) return days;
  const choices = Array.from({ length: slackOf(days) + 1 }, (_, back) => days - back);
  return choices.reduce((best, day) => (load(day) < load(best) ? day : best), days);
};

/**
 * The card after an answer at `now` (milliseconds); without a card the item is new. A cap shortens the interval, not the
 * memory state: after the exam the schedule goes on as if there had been none.
 */
export const review = (card: Card | undefined, rating: Rating, now: number, limits: Limits = {}): Card => {
  const cap = limits.capDays === undefined ? undefined : Math.max(1, Math.floor(limits.capDays));
  const { card: next } = scheduler.next(card ? forFsrs(card, now) : createEmptyCard(now), now, rating);
  const days = spread(Math.min(next.scheduled_days, cap ?? next.scheduled_days), limits.load);
  const due = days === 0 ? next.due.getTime() : Math.max(startOfDay(now, days), now + leastDayMs);
  return {
    due: new Date(due).toISOString(),
    last: new Date(now).toISOString(),
    stability: next.stability,
    difficulty: next.difficulty,
    days,
    step: next.learning_steps,
    reps: next.reps,
    lapses: next.lapses,
    state: nameOf(next.state),
    ...(cap === undefined ? {} : { capDays: cap }),
  };
};

/** The probability that an item is remembered at a time (milliseconds), by the forgetting curve of FSRS. */
export const recallOf = (card: Card, at: number): number =>
  forgetting_curve(scheduler.parameters.w, Math.max(0, daysBetween(Date.parse(card.last), at)), card.stability);

type Scheduled = ReviewRecord & { readonly card: Card };

const cardOf = (records: readonly Scheduled[]): Card => {
  const latest = records.at(-1)!.card;
  if (latest.reps === records.length) return latest;
  let card: Card | undefined;
  for (const { rating, at, card: kept } of records) card = review(card, rating, Date.parse(at), kept);
  return card!;
};

/**
 * The card of every item that was answered. The last record holds it, unless it counts answers that are no longer there
 * (an undo) or misses some (two terminals at once): then the item's answers are gone through again, in the order of time.
 */
export const cardsOf = (records: readonly ReviewRecord[]): Map<string, Card> => {
  const scheduled = records.filter((record): record is Scheduled => record.card !== undefined);
  const byTime = scheduled.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at));
  const byItem = groupBy(byTime, record => record.item);
  return new Map([...byItem].map(([item, its]) => [item, cardOf(its)]));
};
