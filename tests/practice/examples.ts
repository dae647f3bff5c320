import fc from 'fast-check';
import type { Item } from '../../src/bank/item.ts';
import { type Card, cardStates } from '../../src/practice/card.ts';
import { type Rating, recordedVerdicts } from '../../src/practice/rating.ts';
import type { HistoryRecord, ReviewRecord, UndoRecord } from '../../src/practice/record.ts';

/** Noon in summer, wherever the tests run. */
export const noon = new Date(2026, 5, 15, 12).getTime();
export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

export const ratings: readonly Rating[] = [1, 2, 3, 4];

export const record = (fields: Partial<ReviewRecord> = {}): ReviewRecord => ({
  v: 1,
  id: 'one',
  at: new Date(noon).toISOString(),
  session: 'session',
  item: 'conv-full-3x3',
  answer: '[[1, 2], [3, 4]]',
  verdict: 'correct',
  marks: 4,
  outOf: 4,
  tries: 1,
  hints: 0,
  seconds: 90,
  rating: 3,
  ...fields,
});

export const undo = (of: string, id = `undo ${of}`): UndoRecord => ({
  v: 1,
  type: 'undo',
  id,
  at: new Date(noon).toISOString(),
  of,
});

export const item = (id: string, topic: string, type: Item['type'] = 'short'): Item => {
  const base = { id, topic, marks: 4, level: 2, source: 'a test' } as const;
  const text = { en: 'text', zh: '文字' };
  return type === 'short'
    ? { ...base, type, prompt: text, answer: text, points: [], samples: [] }
    : { ...base, type, kind: 'conv', params: {}, ask: 'output', answer: 1, wrong: {}, fresh: true, decimals: 4 };
};

export const card = (fields: Partial<Card> = {}): Card => ({
  due: new Date(noon).toISOString(),
  last: new Date(noon - day).toISOString(),
  stability: 2.3,
  difficulty: 5,
  days: 1,
  step: 0,
  reps: 1,
  lapses: 0,
  state: 'review',
  ...fields,
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const time = fc.date({ noInvalidDate: true }).map(date => date.toISOString());
const size = fc.double({ min: 0, noNaN: true, noDefaultInfinity: true });

const cards: fc.Arbitrary<Card> = fc.record(
  {
    due: time,
    last: time,
    stability: fc.double({ min: 0.001, max: 36500, noNaN: true }),
    difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
    days: fc.nat(),
    step: fc.nat(),
    reps: fc.integer({ min: 1 }),
    lapses: fc.nat(),
    state: fc.constantFrom(...cardStates),
    capDays: fc.integer({ min: 1 }),
  },
  { requiredKeys: ['due', 'last', 'stability', 'difficulty', 'days', 'step', 'reps', 'lapses', 'state'] },
);

/** Any answer that may stand in a history. */
export const anyReview = fc.record(
  {
    v: fc.constant(1 as const),
    id: name,
    at: time,
    session: name,
    item: name,
    kind: name,
    seed: fc.maxSafeInteger(),
    params: fc.dictionary(name, fc.jsonValue({ maxDepth: 2 })),
    answer: text,
    verdict: fc.constantFrom(...recordedVerdicts),
    mistake: name,
    points: fc.array(text, { maxLength: 4 }),
    overruled: fc.boolean(),
    marks: size,
    outOf: size,
    tries: fc.nat(),
    hints: fc.nat(),
    seconds: size,
    rating: fc.constantFrom(...ratings),
    card: cards,
  },
  {
    requiredKeys: [
      ...(['v', 'id', 'at', 'session', 'item', 'answer', 'verdict'] as const),
      ...(['marks', 'outOf', 'tries', 'hints', 'seconds', 'rating'] as const),
    ],
  },
) as fc.Arbitrary<ReviewRecord>;

const undos = fc.record({
  v: fc.constant(1 as const),
  type: fc.constant('undo' as const),
  id: name,
  at: time,
  of: name,
});

/** Any record that may stand in a history. */
export const anyRecord = fc.oneof({ weight: 4, arbitrary: anyReview }, undos) as fc.Arbitrary<HistoryRecord>;
