import type { Item } from '../bank/item.ts';
import { type Random, seeded } from '../problem/random.ts';
import { type Card, isDue } from './card.ts';
import { groupBy } from './group-by.ts';
import { daysBetween } from './study-day.ts';

/** What to practise, and how much of it. */
export interface Choice {
  readonly items: readonly Item[];
  readonly cards: ReadonlyMap<string, Card>;
  /** Milliseconds. */
  readonly now: number;
  /** Infinity for all there is. */
  readonly count: number;
  readonly topics?: readonly string[];
  readonly type?: Item['type'];
  /** Draws the order among equals; the bank's order without it. */
  readonly seed?: number;
  /** Just these, in this order, whatever else is said. */
  readonly ids?: readonly string[];
}

/** One of each topic in turn, so that neighbours differ while they can; the first differs from topic `after`. */
const interleave = (items: readonly Item[], after: string | undefined): Item[] => {
  const queues = [...groupBy(items, item => item.topic)];
  if (queues[0]?.[0] === after) queues.push(...queues.splice(0, 1));
  const longest = Math.max(0, ...queues.map(([, queue]) => queue.length));
  return Array.from({ length: longest }, (_, turn) =>
    queues.flatMap(([, queue]) => queue.slice(turn, turn + 1)),
  ).flat();
};

/** Most overdue first; what became due on the same day is equal. */
const byOverdue = (due: readonly Item[], { cards, now }: Choice): Item[][] => {
  const days = (item: Item): number => daysBetween(Date.parse(cards.get(item.id)!.due), now);
  return [...groupBy(due, days)].sort(([a], [b]) => b - a).map(([, items]) => items);
};

/**
 * The items of a session, in order: what is due, most overdue first, then new ones; interleaved by topic among equals.
 * Items that are learnt and not due stay out.
 */
export const chooseItems = (choice: Choice): Item[] => {
  const { items, cards, now, count, topics, type, seed, ids } = choice;
  if (ids) return ids.flatMap(id => items.find(item => item.id === id) ?? []);
  const random: Random | undefined = seed === undefined ? undefined : seeded(seed);
  const open = items.filter(item => (!topics || topics.includes(item.topic)) && (!type || item.type === type));
  const due = open.filter(item => cards.has(item.id) && isDue(cards.get(item.id)!, now));
  const fresh = open.filter(item => !cards.has(item.id));
  const chosen: Item[] = [];
  for (const equals of [...byOverdue(due, choice), fresh]) {
    const drawn = random ? random.shuffle(equals) : equals;
    chosen.push(...interleave(drawn, chosen.at(-1)?.topic));
  }
  return chosen.slice(0, Math.max(0, count));
};
