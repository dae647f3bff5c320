import type { Item } from '../bank/item.ts';
import { type Card, isDue } from './card.ts';
import { groupBy } from './group-by.ts';
import { noonOf } from './plan.ts';
import type { ReviewRecord } from './record.ts';
import { recallOf } from './schedule.ts';
import { daysBetween } from './study-day.ts';

export interface TopicStatistics {
  readonly topic: string;
  readonly items: number;
  /** Never answered. */
  readonly fresh: number;
  readonly due: number;
  /** Answered and not due. */
  readonly learnt: number;
  /** How much of the topic would be remembered now: what was never answered counts 0. */
  readonly mastery: number;
}

export interface MistakeCount {
  readonly kind: string;
  readonly mistake: string;
  readonly times: number;
}

/** What the answers so far come to. */
export interface Statistics {
  readonly answers: number;
  readonly seconds: number;
  readonly marks: number;
  readonly outOf: number;
  /** Answers by how many days ago they were given. */
  readonly byDay: ReadonlyMap<number, number>;
  /** Days in a row with an answer, up to today or yesterday. */
  readonly streak: number;
  readonly topics: readonly TopicStatistics[];
  /** Most frequent first. */
  readonly mistakes: readonly MistakeCount[];
  /** How much of what was answered would be remembered on the exam's day, if nothing more were done; without an exam now. */
  readonly recall?: number;
}

const mean = (numbers: readonly number[]): number =>
  numbers.length === 0 ? 0 : numbers.reduce((a, b) => a + b, 0) / numbers.length;

const topicOf = (
  topic: string,
  items: readonly Item[],
  cards: ReadonlyMap<string, Card>,
  now: number,
): TopicStatistics => {
  const known = items.flatMap(item => cards.get(item.id) ?? []);
  const due = known.filter(card => isDue(card, now)).length;
  const recalled = known.reduce((sum, card) => sum + recallOf(card, now), 0);
  return {
    topic,
    items: items.length,
    fresh: items.length - known.length,
    due,
    learnt: known.length - due,
    mastery: recalled / items.length,
  };
};

const mistakesOf = (records: readonly ReviewRecord[]): MistakeCount[] => {
  const wrong = records.filter(({ kind, mistake }) => kind !== undefined && mistake !== undefined);
  return [...groupBy(wrong, ({ kind, mistake }) => `${kind} ${mistake}`).values()]
    .map(same => ({ kind: same[0]!.kind!, mistake: same[0]!.mistake!, times: same.length }))
    .sort((a, b) => b.times - a.times);
};

const streakOf = (byDay: ReadonlyMap<number, number>): number => {
  const first = byDay.has(0) ? 0 : 1;
  let day = first;
  while (byDay.has(day)) day++;
  return day - first;
};

/** Counts what was answered and what is remembered. `topics` gives the order. */
export const statisticsOf = (
  records: readonly ReviewRecord[],
  items: readonly Item[],
  cards: ReadonlyMap<string, Card>,
  exam: string | undefined,
  now: number,
): Statistics => {
  const byDay = new Map<number, number>();
  for (const { at } of records) {
    const ago = daysBetween(Date.parse(at), now);
    if (ago >= 0) byDay.set(ago, (byDay.get(ago) ?? 0) + 1);
  }
  const sum = (key: 'seconds' | 'marks' | 'outOf'): number => records.reduce((total, record) => total + record[key], 0);
  const known = items.flatMap(item => cards.get(item.id) ?? []);
  const when = Math.max(now, exam === undefined ? now : noonOf(exam)!);
  return {
    answers: records.length,
    seconds: sum('seconds'),
    marks: sum('marks'),
    outOf: sum('outOf'),
    byDay,
    streak: streakOf(byDay),
    topics: [...groupBy(items, item => item.topic)].map(([topic, its]) => topicOf(topic, its, cards, now)),
    mistakes: mistakesOf(records),
    ...(known.length === 0 ? {} : { recall: mean(known.map(card => recallOf(card, when))) }),
  };
};
