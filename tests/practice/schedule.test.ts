import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rating } from '../../src/practice/rating.ts';
import { readRecord } from '../../src/practice/read-record.ts';
import { type ReviewRecord, writeRecord } from '../../src/practice/record.ts';
import { type Card, cardsOf, isDue, nextDue, ratingOf, review } from '../../src/practice/schedule.ts';
import { day, hour, minute, noon, ratings, record } from './examples.ts';

interface Answered {
  readonly rating: Rating;
  readonly after: number;
}

/** Answers, each some minutes after the one before; a clock that was set back now and then. */
const answers = fc.array(
  fc.record({
    rating: fc.constantFrom(...ratings),
    after: fc.oneof(fc.integer({ min: -300, max: 2000 }), fc.integer({ min: 0, max: 400_000 })).map(n => n * minute),
  }),
  { maxLength: 12 },
);
const start = fc.integer({ min: 0, max: 400 * 24 * 60 }).map(n => noon + n * minute);
const caps = fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined });

const go = (given: readonly Answered[], from: number, capDays?: number): { card: Card | undefined; now: number } => {
  let [card, now]: [Card | undefined, number] = [undefined, from];
  for (const { rating, after } of given) {
    now += after;
    card = review(card, rating, now, capDays === undefined ? {} : { capDays });
  }
  return { card, now };
};

const interval = (card: Card, now: number): number => Date.parse(card.due) - now;

/** The intervals of an item that is always answered well on its day: the formulas of FSRS-6, written down once more. */
const byTheFormula = (count: number): number[] => {
  const decay = -0.1542;
  const factor = 0.9 ** (1 / decay) - 1;
  const difficulty = 6.4133 - Math.exp(2 * 0.8334) + 1;
  const easiest = 6.4133 - Math.exp(3 * 0.8334) + 1;
  let [stability, d] = [2.3065, difficulty];
  const days = [Math.round(stability)];
  while (days.length < count) {
    const recall = (1 + (factor * days.at(-1)!) / stability) ** decay;
    const growth = Math.exp(1.8722) * (11 - d) * stability ** -0.1666 * (Math.exp(0.796 * (1 - recall)) - 1);
    stability *= 1 + growth;
    d = 0.001 * easiest + 0.999 * d;
    days.push(Math.round(stability));
  }
  return days;
};

describe('the schedule', () => {
  test('a better rating never gives a shorter interval', () => {
    fc.assert(
      fc.property(answers, start, fc.integer({ min: 0, max: 100_000 }), caps, (given, from, later, capDays) => {
        const { card, now } = go(given, from, capDays);
        const then = now + later * minute;
        const intervals = ratings.map(rating =>
          interval(review(card, rating, then, { ...(capDays && { capDays }) }), then),
        );
        expect(intervals).toEqual(intervals.toSorted((a, b) => a - b));
        expect(intervals[0]).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  test('a cap is respected, and leaves the memory as it is', () => {
    fc.assert(
      fc.property(
        answers,
        start,
        fc.constantFrom(...ratings),
        fc.integer({ min: 1, max: 60 }),
        (given, from, rating, capDays) => {
          const { card, now } = go(given, from);
          const [capped, free] = [review(card, rating, now, { capDays }), review(card, rating, now)];
          expect(capped.days).toBe(Math.min(capDays, free.days));
          expect(interval(capped, now)).toBeLessThanOrEqual(capDays * day + hour);
          expect(Date.parse(capped.due)).toBeLessThanOrEqual(Date.parse(free.due));
          expect(capped).toMatchObject({ stability: free.stability, difficulty: free.difficulty, state: free.state });
        },
      ),
      { numRuns: 500 },
    );
  });

  test('a cap below a day counts as a day', () => {
    expect(review(undefined, 4, noon, { capDays: -3 }).days).toBe(1);
    expect(review(undefined, 4, noon, { capDays: 1.9 }).days).toBe(1);
  });

  test('the same answers give the same cards, and a card survives the history', () => {
    fc.assert(
      fc.property(answers, start, caps, (given, from, capDays) => {
        const { card } = go(given, from, capDays);
        expect(go(given, from, capDays).card).toEqual(card);
        if (!card) return;
        expect(readRecord(writeRecord(record({ card })))).toEqual({ record: record({ card }) });
      }),
    );
  });

  test('what was right comes back after days, what was wrong within the hour', () => {
    expect(ratings.map(rating => interval(review(undefined, rating, noon), noon))).toEqual([
      10 * minute,
      15 * minute,
      2 * day - 8 * hour,
      8 * day - 8 * hour,
    ]);
    expect(ratings.map(rating => review(undefined, rating, noon).state)).toEqual([
      'learning',
      'learning',
      'review',
      'review',
    ]);
  });

  test('intervals grow while the answers are good, and a lapse starts over', () => {
    let [card, now] = [review(undefined, 3, noon), noon];
    const days = [card.days];
    for (let i = 0; i < 5; i++) {
      now = Date.parse(card.due);
      card = review(card, 3, now);
      days.push(card.days);
    }
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(days).toEqual(byTheFormula(days.length));
    const lapsed = review(card, 1, Date.parse(card.due));
    expect(lapsed).toMatchObject({ state: 'relearning', lapses: 1, days: 0, reps: 7 });
  });

  test('is due from four in the morning of its day, not from the minute of the last answer', () => {
    const evening = new Date(2026, 5, 15, 22, 30).getTime();
    const card = review(undefined, 3, evening);
    expect(new Date(card.due)).toEqual(new Date(2026, 5, 17, 4));
    expect(isDue(card, new Date(2026, 5, 17, 3, 59).getTime())).toBe(false);
    expect(isDue(card, new Date(2026, 5, 17, 4).getTime())).toBe(true);
  });

  test('a day of study ends at four: past midnight counts as the evening before', () => {
    const night = new Date(2026, 5, 16, 1).getTime();
    expect(new Date(review(undefined, 3, night).due)).toEqual(new Date(2026, 5, 17, 4));
    const almostFour = new Date(2026, 5, 16, 3, 50).getTime();
    expect(interval(review(undefined, 3, almostFour, { capDays: 1 }), almostFour)).toBe(4 * hour);
  });

  test('an evening and the next morning are a day apart, morning and evening are not', () => {
    const at = (date: number, hours: number): number => new Date(2026, 5, date, hours).getTime();
    const evening = review(undefined, 3, at(15, 22));
    const morning = review(undefined, 3, at(16, 9));
    expect(review(evening, 3, at(16, 7)).stability).toBeGreaterThan(evening.stability * 1.5);
    expect(review(morning, 3, at(16, 22)).stability).toBeLessThan(morning.stability * 1.5);
  });

  test('the next card to become due', () => {
    const [soon, later] = [review(undefined, 1, noon), review(undefined, 3, noon)];
    expect(nextDue([later, soon], noon)).toBe(noon + 10 * minute);
    expect(nextDue([later, soon], noon + hour)).toBe(Date.parse(later.due));
    expect(nextDue([later, soon], noon + 9 * day)).toBeUndefined();
    expect(nextDue([], noon)).toBeUndefined();
  });
});

describe('the cards of a history', () => {
  const historyOf = (given: readonly Answered[], item = 'item', capDays?: number): ReviewRecord[] => {
    let [card, now]: [Card | undefined, number] = [undefined, noon];
    return given.map(({ rating, after }, i) => {
      now += Math.max(1, after);
      card = review(card, rating, now, capDays === undefined ? {} : { capDays });
      return record({ id: `${item} ${i}`, item, at: new Date(now).toISOString(), rating, card });
    });
  };

  test('are those of the last answers', () => {
    fc.assert(
      fc.property(answers, answers, (a, b) => {
        const [left, right] = [historyOf(a, 'a'), historyOf(b, 'b')];
        const cards = cardsOf([...left, ...right]);
        expect(cards.get('a')).toEqual(left.at(-1)?.card);
        expect(cards.get('b')).toEqual(right.at(-1)?.card);
        expect(cardsOf([...right, ...left])).toEqual(cards);
      }),
    );
  });

  test('after an undo are as if the answer had never been given', () => {
    fc.assert(
      fc.property(answers, fc.nat(), caps, (given, which, capDays) => {
        const records = historyOf(given, 'item', capDays);
        if (records.length < 2) return;
        const left = records.toSpliced(which % records.length, 1);
        let card: Card | undefined;
        for (const { rating, at } of left) card = review(card, rating, Date.parse(at), { ...(capDays && { capDays }) });
        expect(cardsOf(left).get('item')).toEqual(card);
      }),
    );
  });

  test('of two terminals that answered at once count both answers', () => {
    const [first] = historyOf([{ rating: 3, after: 0 }]);
    const [here, there] = [noon + 2 * day, noon + 2 * day + minute];
    const both = [here, there].map((now, i) =>
      record({
        id: `${i}`,
        item: 'item',
        at: new Date(now).toISOString(),
        card: review(first!.card, 3, now),
      }),
    );
    const card = cardsOf([first!, ...both]).get('item');
    expect(card).toEqual(review(review(first!.card, 3, here), 3, there));
    expect(card?.reps).toBe(3);
  });

  test('are not touched by answers that leave the schedule alone', () => {
    const records = historyOf([{ rating: 3, after: 0 }]);
    const cram = record({ id: 'cram', item: 'item', rating: 1, at: new Date(noon + day).toISOString() });
    expect(cardsOf([...records, cram])).toEqual(cardsOf(records));
    expect(cardsOf([cram]).size).toBe(0);
  });
});

describe('the rating', () => {
  const performance = { verdict: 'correct', tries: 1, hints: 0, seconds: 100, marks: 4, outOf: 4 } as const;

  test.each([
    [{}, 3],
    [{ seconds: 54 }, 4],
    [{ seconds: 55 }, 3],
    [{ seconds: 54, overruled: true }, 3],
    [{ seconds: 4000 }, 3],
    [{ verdict: 'close', seconds: 1 }, 3],
    [{ tries: 2, seconds: 1 }, 2],
    [{ hints: 1, seconds: 1 }, 2],
    [{ verdict: 'partial', marks: 2 }, 2],
    [{ verdict: 'partial', marks: 1 }, 1],
    [{ verdict: 'wrong', marks: 0 }, 1],
    [{ verdict: 'wrong', tries: 0, seconds: 0, marks: 0 }, 1],
  ] as const)('%o gives %i', (fields, rating) => {
    expect(ratingOf({ ...performance, ...fields })).toBe(rating);
  });
});
