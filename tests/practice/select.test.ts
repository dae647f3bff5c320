import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Card, isDue } from '../../src/practice/card.ts';
import { type Choice, chooseItems } from '../../src/practice/select.ts';
import { daysBetween } from '../../src/practice/study-day.ts';
import { card, day, hour, item, minute, noon } from './examples.ts';

const topics = ['conv', 'gan', 'svd', 'bp'];

/** A bank of which some items were learnt, with due times around now. */
const choices: fc.Arbitrary<Choice> = fc
  .array(
    fc.record({
      topic: fc.constantFrom(...topics),
      type: fc.constantFrom('short' as const, 'calculation' as const),
      due: fc.option(fc.integer({ min: -5 * 24 * 60, max: 5 * 24 * 60 }), { freq: 1 }),
    }),
    { maxLength: 30 },
  )
  .chain(drawn => {
    const items = drawn.map(({ topic, type }, i) => item(`item-${i}`, topic, type));
    const cards = new Map<string, Card>();
    for (const [i, { due }] of drawn.entries()) {
      if (due !== null) cards.set(`item-${i}`, card({ due: new Date(noon + due * minute).toISOString() }));
    }
    return fc.record(
      {
        items: fc.constant(items),
        cards: fc.constant(cards),
        now: fc.constant(noon),
        count: fc.oneof(fc.nat({ max: 35 }), fc.constant(Number.POSITIVE_INFINITY)),
        topics: fc.subarray(topics, { minLength: 1 }),
        type: fc.constantFrom('short' as const, 'calculation' as const),
        seed: fc.integer(),
      },
      { requiredKeys: ['items', 'cards', 'now', 'count'] },
    );
  });

const law = (check: (choice: Choice, chosen: ReturnType<typeof chooseItems>) => void): void =>
  fc.assert(
    fc.property(choices, choice => check(choice, chooseItems(choice))),
    { numRuns: 300 },
  );

const overdue = ({ cards, now }: Choice, id: string): number =>
  cards.has(id) ? daysBetween(Date.parse(cards.get(id)!.due), now) : -1;

describe('what is chosen', () => {
  test('is open, wanted, never twice, and as much as there is', () => {
    law((choice, chosen) => {
      const { items, cards, now, count, topics: wanted, type } = choice;
      const open = items.filter(
        each =>
          (!wanted || wanted.includes(each.topic)) &&
          (!type || each.type === type) &&
          (!cards.has(each.id) || isDue(cards.get(each.id)!, now)),
      );
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.every(each => open.includes(each))).toBe(true);
      expect(chosen).toHaveLength(Math.min(count, open.length));
    });
  });

  test('is due before it is new, the most overdue first', () => {
    law((choice, chosen) => {
      const order = chosen.map(each => overdue(choice, each.id));
      expect(order).toEqual(order.toSorted((a, b) => b - a));
      if (chosen.length < choice.count) return;
      const kept = { ...choice, count: Number.POSITIVE_INFINITY };
      expect(chooseItems(kept).slice(0, choice.count)).toEqual(chosen);
    });
  });

  test('changes the topic while another is left among equals', () => {
    law((choice, chosen) => {
      if (chosen.length === choice.count) return;
      for (let i = 1; i < chosen.length; i++) {
        const rest = chosen.slice(i).filter(each => overdue(choice, each.id) === overdue(choice, chosen[i]!.id));
        if (rest.every(each => each.topic === chosen[i - 1]!.topic)) continue;
        expect(chosen[i]!.topic).not.toBe(chosen[i - 1]!.topic);
      }
    });
  });

  test('is the same for the same seed', () => {
    law((choice, chosen) => {
      expect(chooseItems(choice)).toEqual(chosen);
    });
  });

  test('differs between seeds, and follows the bank without one', () => {
    const items = Array.from({ length: 20 }, (_, i) => item(`item-${i}`, 'gan'));
    const choice = { items, cards: new Map(), now: noon, count: 10 };
    expect(chooseItems(choice)).toEqual(items.slice(0, 10));
    const drawn = Array.from({ length: 20 }, (_, seed) =>
      chooseItems({ ...choice, seed })
        .map(({ id }) => id)
        .join(),
    );
    expect(new Set(drawn).size).toBe(20);
  });

  test('is just the ids where they are given, in their order, due or not', () => {
    const items = topics.map(topic => item(topic, topic));
    const cards = new Map([['gan', card({ due: new Date(noon + 9 * day).toISOString() })]]);
    const choice = { items, cards, now: noon, count: 1, type: 'calculation', seed: 3 } as const;
    expect(chooseItems({ ...choice, ids: ['svd', 'gan', 'nobody'] }).map(({ id }) => id)).toEqual(['svd', 'gan']);
  });

  test('an example', () => {
    const items = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1', 'c2'].map(id => item(id, id.slice(0, 1)));
    const due = (ago: number): Card => card({ due: new Date(noon - ago).toISOString() });
    const cards = new Map([
      ['a2', due(hour)],
      ['b1', due(3 * day)],
      ['a3', due(hour)],
      ['c2', due(-hour)],
    ]);
    const ids = chooseItems({ items, cards, now: noon, count: 9 }).map(({ id }) => id);
    expect(ids).toEqual(['b1', 'a2', 'a3', 'c1', 'b2', 'a1']);
  });
});
