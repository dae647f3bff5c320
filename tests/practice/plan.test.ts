import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../src/practice/card.ts';
import { capOf, daysLeft, loadOf, noonOf, planOf } from '../../src/practice/plan.ts';
import type { Rating } from '../../src/practice/rating.ts';
import { review } from '../../src/practice/schedule.ts';
import { daysBetween, startOfDay } from '../../src/practice/study-day.ts';

const day = 24 * 60 * 60 * 1000;
const noon = noonOf('2026-11-23')!;

describe('the day of the exam', () => {
  test.each([
    ['2026-11-23', 0],
    ['2026-11-24', 1],
    ['2026-12-20', 27],
    ['2026-11-20', -3],
  ])('%s is %d days away', (exam, days) => expect(daysLeft(exam, noon)).toBe(days));

  test.each(['2026-02-30', '2026-13-01', '2026-00-10'])('%s is no day', exam => expect(noonOf(exam)).toBeUndefined());

  test('an interval ends at the latest the day before it; on its day and after it there is no cap', () => {
    expect(capOf('2026-12-20', noon)).toBe(26);
    expect(capOf('2026-11-24', noon)).toBe(1);
    expect(capOf('2026-11-23', noon)).toBeUndefined();
    expect(capOf(undefined, noon)).toBeUndefined();
  });
});

describe('what is left per day', () => {
  const card = (due: number): Card => ({ ...review(undefined, 3, noon), due: new Date(due).toISOString() });

  test('what is overdue belongs to today, new items are spread evenly', () => {
    const cards = [card(noon - 3 * day), card(noon), card(noon + 2 * day)];
    expect(planOf(cards, 7, '2026-11-26', noon)).toEqual([
      { ahead: 0, due: 2, fresh: 2 },
      { ahead: 1, due: 0, fresh: 2 },
      { ahead: 2, due: 1, fresh: 3 },
    ]);
  });

  test('every new item has its day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 1, max: 90 }), (unseen, days) => {
        const exam = new Date(noon + days * day).toISOString().slice(0, 10);
        const planned = planOf([], unseen, exam, noon);
        expect(planned.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(unseen);
        const counts = planned.map(({ fresh }) => fresh);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

test('a busy day is avoided for one shortly before it', () => {
  const learnt = [1, 2, 3].reduce<Card | undefined>((card, _, i) => review(card, 3, noon + i * 10 * day), undefined)!;
  const at = Date.parse(learnt.due);
  const free = review(learnt, 3, at);
  expect(free.days).toBeGreaterThan(10);
  const spread = review(learnt, 3, at, { load: days => (days === free.days ? 5 : 0) });
  expect(spread.days).toBeLessThan(free.days);
  expect(spread.days).toBeGreaterThanOrEqual(free.days - 4);
  expect(review(learnt, 3, at, { load: () => 3 }).days).toBe(free.days);
});

test('weeks of practice: everything that was answered is seen again before the exam, whatever the answers', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 40 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 8, maxLength: 40 }),
      (days, ratings) => {
        const exam = new Date(noon + days * day).toISOString().slice(0, 10);
        const cards = new Map<number, Card>();
        let drawn = 0;
        for (let ahead = 0; ahead < days; ahead++) {
          const now = startOfDay(noon, ahead) + day / 3;
          const limits = { capDays: capOf(exam, now)!, load: loadOf(cards.values(), now) };
          const due = [...cards].filter(([, card]) => Date.parse(card.due) <= now).map(([item]) => item);
          for (const item of [...due, ahead]) {
            const rating = ratings[drawn++ % ratings.length] as Rating;
            cards.set(item, review(cards.get(item), rating, now, limits));
          }
        }
        const eve = noonOf(exam)! - day;
        for (const [item, card] of cards) {
          if (item >= days - 1) continue;
          // Due on the eve at the latest, or already seen on it.
          expect(daysBetween(Math.min(Date.parse(card.due), Date.parse(card.last)), eve)).toBeGreaterThanOrEqual(0);
          expect(Date.parse(card.due) <= noonOf(exam)! || daysBetween(Date.parse(card.last), eve) <= 0).toBe(true);
        }
      },
    ),
    { numRuns: 60 },
  );
});
