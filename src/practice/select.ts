import type { Item } from '../bank/item.ts';
import { type Random, seeded } from '../problem/random.ts';
import { type Card, isDue } from './card.ts';
import { groupBy } from './group-by.ts';
import { daysBetween } from './study-day.ts';
import { type Weakness, weaknessIn } from './weakness.ts';

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
  /** `due`: nothing new; `all`: what is learnt and not due as well, after the rest. */
  readonly scope?: 'due' | 'all';
  /** At most so many new ones. */
  readonly fresh?: number;
  /** What went wrong most first, and only that. */
  readonly weakness?: Weakness;
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
 * New items by the weight of their topic: a topic with twice as many items comes twice as often, evenly spread over the
 * whole. Neighbours differ while they can; of topics that are level the one comes first that did not come for longest.
 */
const byWeight = (items: readonly Item[], before: readonly Item[]): Item[] => {
  const queues = [...groupBy(items, item => item.topic)].map(([topic, queue]) => ({
    topic,
    queue,
    at: 0,
    turn: before.findLastIndex(item => item.topic === topic),
  }));
  let last = before.at(-1)?.topic;
  return items.map((_, taken) => {
    const left = queues.filter(({ queue, at }) => at < queue.length);
    const others = left.filter(({ topic }) => topic !== last);
    const open = others.length > 0 ? others : left;
    // A topic that makes up more than half of the rest has to come now, or it will have to follow itself.
    const rest = items.length - taken;
    const urgent = open.find(({ queue, at }) => 2 * (queue.length - at) > rest);
    const place = ({ queue, at }: (typeof queues)[number]): number => (at + 0.5) / queue.length;
    const next =
      urgent ?? open.reduce((a, b) => (place(b) < place(a) || (place(b) === place(a) && b.turn < a.turn) ? b : a));
    last = next.topic;
    next.turn = before.length + taken;
    return next.queue[next.at++]!;
  });
};

/** The weakest first; what nothing is known of, or nothing goes wrong with, stays out. */
const weakest = (items: readonly Item[], weakness: Weakness): Item[] =>
  items
    .map(item => ({ item, weak: weaknessIn(weakness, item) }))
    .filter(({ weak }) => weak > 0)
    .sort((a, b) => b.weak - a.weak)
    .map(({ item }) => item);

/**
 * The items of a session, in order: what is due, most overdue first, interleaved by topic; then new ones by the weight of
 * their topic. Items that are learnt and not due stay out unless all are asked for.
 */
export const chooseItems = (choice: Choice): Item[] => {
  const { items, cards, now, count, topics, type, seed, ids, scope, fresh: most, weakness } = choice;
  if (ids) return ids.flatMap(id => items.find(item => item.id === id) ?? []);
  const random: Random | undefined = seed === undefined ? undefined : seeded(seed);
  const drawn = <T>(equals: readonly T[]): T[] => (random ? random.shuffle(equals) : [...equals]);
  const open = items.filter(item => (!topics || topics.includes(item.topic)) && (!type || item.type === type));
  if (weakness) return weakest(drawn(open), weakness).slice(0, Math.max(0, count));
  const isWaiting = (item: Item): boolean => cards.has(item.id) && isDue(cards.get(item.id)!, now);
  const chosen: Item[] = [];
  for (const equals of byOverdue(open.filter(isWaiting), choice)) {
    chosen.push(...interleave(drawn(equals), chosen.at(-1)?.topic));
  }
  if (scope !== 'due') chosen.push(...byWeight(drawn(open.filter(item => !cards.has(item.id))), chosen).slice(0, most));
  if (scope === 'all')
    chosen.push(...interleave(drawn(open.filter(item => cards.has(item.id) && !isWaiting(item))), undefined));
  return chosen.slice(0, Math.max(0, count));
};
