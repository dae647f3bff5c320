import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/bank/item.ts';
import { hintPrice, nextHintPrice } from '../../src/practice/hint-price.ts';
import { drawPaper } from '../../src/practice/paper.ts';
import { noonOf } from '../../src/practice/plan.ts';
import { cardsOf, recallOf, review } from '../../src/practice/schedule.ts';
import { statisticsOf } from '../../src/practice/statistics.ts';
import { weaknessIn, weaknessOf } from '../../src/practice/weakness.ts';
import { isChanged, likeness } from '../../src/practice/wording.ts';
import { record } from './examples.ts';

const day = 24 * 60 * 60 * 1000;
const noon = noonOf('2026-11-23')!;
const item = (id: string, topic: string, marks = 4, type: Item['type'] = 'short'): Item =>
  ({
    id,
    topic,
    type,
    marks,
    level: 2,
    source: 'test',
    ...(type === 'calculation' ? { kind: 'squash', fresh: true } : {}),
  }) as Item;
const answered = (id: string, ago: number, marks: number, more = {}) => ({
  ...record({
    id: `${id}-${ago}`,
    item: id,
    at: new Date(noon - ago * day).toISOString(),
    marks,
    outOf: 4,
    seconds: 30,
    ...more,
  }),
  card: review(undefined, marks === 4 ? 3 : 1, noon - ago * day),
});

const items = [item('a', 'gan'), item('b', 'gan'), item('c', 'svd')];
const records = [
  answered('a', 3, 0, { kind: 'conv', mistake: 'flip', verdict: 'wrong' }),
  answered('a', 1, 4),
  answered('c', 0, 2, { kind: 'conv', mistake: 'flip', verdict: 'partial' }),
  answered('gone', 0, 0, { kind: 'conv', mistake: 'mode', verdict: 'wrong' }),
];

describe('statistics', () => {
  const statistics = statisticsOf(records, items, cardsOf(records), '2026-12-20', noon);

  test('answers, time and marks', () => {
    expect(statistics).toMatchObject({ answers: 4, seconds: 120, marks: 6, outOf: 16 });
    expect([...statistics.byDay].sort()).toEqual([
      [0, 2],
      [1, 1],
      [3, 1],
    ]);
    expect(statistics.streak).toBe(2);
  });

  test('topics: new, due, learnt, remembered', () => {
    expect(statistics.topics).toMatchObject([
      { topic: 'gan', items: 2, fresh: 1 },
      { topic: 'svd', items: 1, fresh: 0 },
    ]);
    for (const { mastery } of statistics.topics) {
      expect(mastery).toBeGreaterThan(0);
      expect(mastery).toBeLessThanOrEqual(1);
    }
  });

  test('mistakes, most frequent first', () => {
    expect(statistics.mistakes).toEqual([
      { kind: 'conv', mistake: 'flip', times: 2 },
      { kind: 'conv', mistake: 'mode', times: 1 },
    ]);
  });

  test('less is remembered on the day of the exam than now', () => {
    const now = statisticsOf(records, items, cardsOf(records), undefined, noon).recall!;
    expect(statistics.recall).toBeLessThan(now);
    expect(statisticsOf([], items, new Map(), undefined, noon)).not.toHaveProperty('recall');
  });

  test('an item is remembered with a probability of 0.9 when its stability is over', () => {
    const card = { ...review(undefined, 3, noon), stability: 10 };
    expect(recallOf(card, noon + 10 * day)).toBeCloseTo(0.9, 6);
    expect(recallOf(card, noon)).toBe(1);
  });
});

test('what goes wrong is weak: by item, else half of its topic', () => {
  const weakness = weaknessOf(records, items);
  expect(weaknessIn(weakness, items[2]!)).toBe(0.5);
  expect(weaknessIn(weakness, items[0]!)).toBeCloseTo(0.7 / 1.7, 12);
  expect(weaknessIn(weakness, items[1]!)).toBeCloseTo(0.35 / 1.7, 12);
});

test('a paper never has more marks than asked, no item twice, every topic while there is room', () => {
  const types = ['short', 'calculation'] as const;
  const bank = Array.from({ length: 120 }, (_, i) => item(`i${i}`, `t${i % 12}`, 2 + (i % 7), types[i % 2]!));
  fc.assert(
    fc.property(fc.integer({ min: 20, max: 200 }), fc.nat(), (marks, seed) => {
      const paper = drawPaper({ items: bank, marks, seed });
      const chosen = paper.map(({ item: id }) => bank.find(one => one.id === id)!);
      const sum = chosen.reduce((total, one) => total + one.marks, 0);
      expect(sum).toBeLessThanOrEqual(marks);
      expect(sum).toBeGreaterThan(marks - 2);
      expect(new Set(paper.map(({ item: id }) => id)).size).toBe(paper.length);
      if (marks >= 100) expect(new Set(chosen.map(({ topic }) => topic)).size).toBe(12);
      const short = chosen.filter(({ type }) => type === 'short').reduce((total, one) => total + one.marks, 0);
      if (marks >= 60) expect(Math.abs(short / sum - 0.5)).toBeLessThan(0.2);
      expect(drawPaper({ items: bank, marks, seed })).toEqual(paper);
    }),
  );
});

test('hints cost more the more they tell, never more than there is', () => {
  for (let marks = 1; marks <= 20; marks++) {
    const prices = [0, 1, 2, 3].map(hints => hintPrice(hints, marks));
    expect(prices[0]).toBe(0);
    for (let i = 1; i < 4; i++) expect(prices[i]!).toBeGreaterThanOrEqual(prices[i - 1]!);
    expect(prices[3]).toBeLessThanOrEqual(marks);
  }
  expect([0, 1, 2, 3].map(hints => nextHintPrice(hints, 6))).toEqual([1, 1, 2, undefined]);
});

test('an edited question is noticed when much of it changed', () => {
  const then = '写出 m×n 矩阵 A 的奇异值分解，并说明三个因子的尺寸和性质。';
  expect(isChanged(then, then)).toBe(false);
  expect(isChanged(then, `${then.slice(0, -1)}，举例说明。`)).toBe(false);
  expect(isChanged(then, '什么是胶囊网络的动态路由？')).toBe(true);
  expect(isChanged(undefined, then)).toBe(false);
  expect(likeness('', '')).toBe(1);
});
