/**
 * How well an item is remembered and when it comes back: the memory state of FSRS, as it stands in the history.
 * Times are ISO strings.
 */
export interface Card {
  /** From this time on the item is due. */
  readonly due: string;
  /** When it was last answered. */
  readonly last: string;
  /** Days after which it is remembered with a probability of 0.9. */
  readonly stability: number;
  /** 1 easy to 10 hard. */
  readonly difficulty: number;
  /** The interval in days; 0 while it is being learnt, when it comes back within the day. */
  readonly days: number;
  readonly step: number;
  readonly reps: number;
  readonly lapses: number;
  readonly state: CardState;
  /** The cap that held when it was answered, so that a replay of the history comes to the same interval. */
  readonly capDays?: number;
}

export type CardState = 'learning' | 'review' | 'relearning';

export const cardStates: readonly CardState[] = ['learning', 'review', 'relearning'];

/** Whether a card is to be asked again by `now` (milliseconds). */
export const isDue = (card: Card, now: number): boolean => Date.parse(card.due) <= now;

/** When the next card that is not yet due becomes due, in milliseconds; undefined where there is none. */
export const nextDue = (cards: Iterable<Card>, now: number): number | undefined => {
  const later = [...cards].map(card => Date.parse(card.due)).filter(due => due > now);
  return later.length === 0 ? undefined : later.reduce((a, b) => Math.min(a, b));
};
