import { type Card, isDue } from './card.ts';

/** How far a student is with an item. */
export type ItemState = 'new' | 'due' | 'learnt';

export const itemStates: readonly ItemState[] = ['new', 'due', 'learnt'];

export const stateOf = (card: Card | undefined, now: number): ItemState =>
  card === undefined ? 'new' : isDue(card, now) ? 'due' : 'learnt';
