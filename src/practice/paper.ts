import type { Item } from '../bank/item.ts';
import { seeded } from '../problem/random.ts';
import { groupBy } from './group-by.ts';
import type { PaperQuestion } from './record.ts';

/** What is drawn for a mock exam. */
export interface PaperChoice {
  readonly items: readonly Item[];
  /** The marks of the whole paper. */
  readonly marks: number;
  readonly seed: number;
  readonly topics?: readonly string[];
}

/** The share of the marks that short answers make up, as the course's examinations have it. */
const shortShare = 0.5;

/**
 * A paper over all topics: topics in turn, in an order drawn for this paper, each time an item of the type that is behind its
 * share; no item twice, never more marks than asked. What is left at the end is filled with the largest items that still fit.
 */
export const drawPaper = ({ items, marks, seed, topics }: PaperChoice): PaperQuestion[] => {
  const random = seeded(seed);
  const open = items.filter(item => !topics || topics.includes(item.topic));
  const queues = random.shuffle([...groupBy(open, item => item.topic).values()].map(queue => random.shuffle(queue)));
  const chosen: Item[] = [];
  let left = marks;
  let short = 0;
  const take = (queue: Item[], at: number): void => {
    const [item] = queue.splice(at, 1) as [Item];
    chosen.push(item);
    left -= item.marks;
    if (item.type === 'short') short += item.marks;
  };
  const wanted = (): Item['type'] => (short < shortShare * (marks - left) + 1e-9 ? 'short' : 'calculation');
  for (let hasTaken = true; hasTaken; ) {
    hasTaken = false;
    for (const queue of queues) {
      const type = wanted();
      const fitting = queue.findIndex(item => item.marks <= left && item.type === type);
      const at = fitting >= 0 ? fitting : queue.findIndex(item => item.marks <= left);
      if (at < 0) continue;
      take(queue, at);
      hasTaken = true;
    }
  }
  const inOrder = chosen.toSorted((a, b) => Number(a.type === 'calculation') - Number(b.type === 'calculation'));
  return inOrder.map(item =>
    item.type === 'calculation' && item.fresh
      ? { item: item.id, seed: random.integer(0, 0x7fffffff) }
      : { item: item.id },
  );
};
