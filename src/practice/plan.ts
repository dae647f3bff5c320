import type { Card } from './card.ts';
import { daysBetween } from './study-day.ts';

/** The examination and the days until it. Dates are local, `2026-12-20`. */

/** Noon of a date, in milliseconds; undefined where there is no such day. */
export const noonOf = (date: string): number | undefined => {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const noon = new Date(year, month - 1, day, 12);
  const isThere = noon.getFullYear() === year && noon.getMonth() === month - 1 && noon.getDate() === day;
  return isThere ? noon.getTime() : undefined;
};

/** Days until the exam: 0 on its day, negative after it. */
export const daysLeft = (exam: string, now: number): number => daysBetween(now, noonOf(exam)!);

/** The longest interval by which everything is seen again before the exam; undefined on its day and after it. */
export const capOf = (exam: string | undefined, now: number): number | undefined => {
  if (exam === undefined) return undefined;
  const left = daysLeft(exam, now);
  return left < 1 ? undefined : Math.max(1, left - 1);
};

/** How many cards are due on the day that lies `days` ahead; what is overdue belongs to today. */
export const loadOf = (cards: Iterable<Card>, now: number): ((days: number) => number) => {
  const counts = new Map<number, number>();
  for (const { due } of cards) {
    const day = Math.max(0, daysBetween(now, Date.parse(due)));
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return days => counts.get(days) ?? 0;
};

/** One day of the plan. */
export interface PlannedDay {
  /** Days from today. */
  readonly ahead: number;
  /** Items that come back. */
  readonly due: number;
  /** New items, so that all have been seen the day before the exam. */
  readonly fresh: number;
}

/** What is left to do, day by day, until the day before the exam. `unseen` counts the items that were never answered. */
export const planOf = (cards: Iterable<Card>, unseen: number, exam: string, now: number): PlannedDay[] => {
  const load = loadOf(cards, now);
  const days = Math.max(1, daysLeft(exam, now));
  return Array.from({ length: days }, (_, ahead) => ({
    ahead,
    due: load(ahead),
    fresh: Math.floor(((ahead + 1) * unseen) / days) - Math.floor((ahead * unseen) / days),
  }));
};
