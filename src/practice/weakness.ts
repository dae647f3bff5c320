import type { Item } from '../bank/item.ts';
import { groupBy } from './group-by.ts';
import type { ReviewRecord } from './record.ts';

/** How much goes wrong, from 0 (nothing) to 1 (everything): by item and by topic. */
export interface Weakness {
  readonly items: ReadonlyMap<string, number>;
  readonly topics: ReadonlyMap<string, number>;
}

/** Each earlier answer counts for so much of the one after it. */
const fading = 0.7;

/** The share of the marks that was lost, the latest answers counting most. */
const lossOf = (records: readonly ReviewRecord[]): number => {
  let [lost, weight] = [0, 0];
  for (const { marks, outOf } of records) {
    lost = fading * lost + (outOf === 0 ? 0 : 1 - marks / outOf);
    weight = fading * weight + 1;
  }
  return weight === 0 ? 0 : lost / weight;
};

const losses = (groups: ReadonlyMap<string, readonly ReviewRecord[]>): Map<string, number> =>
  new Map([...groups].map(([key, records]) => [key, lossOf(records)]));

/** What went wrong most, from the answers in the order of time; items that left the bank are not counted. */
export const weaknessOf = (records: readonly ReviewRecord[], items: readonly Item[]): Weakness => {
  const topics = new Map(items.map(item => [item.id, item.topic]));
  const known = records.filter(record => topics.has(record.item));
  return {
    items: losses(groupBy(known, record => record.item)),
    topics: losses(groupBy(known, record => topics.get(record.item)!)),
  };
};

/** How much an item is worth practising: its own losses, or half of its topic's where it was never answered. */
export const weaknessIn = ({ items, topics }: Weakness, item: Item): number =>
  items.get(item.id) ?? (topics.get(item.topic) ?? 0) / 2;
