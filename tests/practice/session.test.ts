import { describe, expect, test } from 'vitest';
import type { CalculationItem, ShortItem } from '../../src/bank/item.ts';
import { loadKind } from '../../src/kinds/index.ts';
import type { Verdict } from '../../src/marking/verdict.ts';
import { pose } from '../../src/practice/question.ts';
import { answerCalculation, answerText, begin, current, giveUp, summarise } from '../../src/practice/session.ts';

const squash = (await loadKind('squash'))!;

const calculation: CalculationItem = {
  id: 'squash-a',
  topic: 'capsule',
  type: 'calculation',
  marks: 6,
  level: 1,
  source: 'test',
  kind: 'squash',
  params: { vector: [3, 4] },
  ask: 'vector',
  answer: [0.5769, 0.7692],
  wrong: {},
  fresh: true,
  decimals: 4,
};

const short: ShortItem = {
  id: 'short-a',
  topic: 'gan',
  type: 'short',
  marks: 3,
  level: 2,
  source: 'test',
  prompt: { en: 'Why?', zh: '为什么？' },
  answer: { en: 'Because.', zh: '因为。' },
  points: [
    { id: 'one', marks: 1, text: { en: 'one', zh: '一' }, accept: [['one']], contradict: [] },
    { id: 'two', marks: 2, text: { en: 'two', zh: '二' }, accept: [['two']], contradict: [] },
  ],
  samples: [],
};

const questions = [pose(calculation, squash), pose(short, undefined)];
const right: Verdict = { verdict: 'correct' };
const wrong: Verdict = { verdict: 'wrong', mistake: 'per-component', message: { en: 'no', zh: '不' } };
const unreadable: Verdict = { verdict: 'unreadable', message: { en: '?', zh: '？' } };

describe('a calculation', () => {
  const session = begin(questions, 1000);

  test('right at once earns all marks', () => {
    const after = answerCalculation(session, 'x', right, 31_000);
    expect(after).toMatchObject({
      at: 1,
      tries: 0,
      outcomes: [{ marks: 6, outOf: 6, tries: 1, seconds: 30, verdict: 'correct' }],
    });
  });

  test('right at the second try earns two thirds and remembers the first mistake', () => {
    const after = answerCalculation(answerCalculation(session, 'x', wrong, 2000), 'y', right, 3000);
    expect(after.outcomes).toMatchObject([
      { marks: 4, tries: 2, mistake: 'per-component', verdict: 'correct', typed: 'y' },
    ]);
  });

  test('wrong twice closes the question', () => {
    const after = answerCalculation(
      answerCalculation(session, 'x', wrong, 2000),
      'y',
      { ...wrong, mistake: 'other' } as Verdict,
      3000,
    );
    expect(after).toMatchObject({
      at: 1,
      outcomes: [{ marks: 0, tries: 2, mistake: 'per-component', verdict: 'wrong' }],
    });
  });

  test('an unreadable answer changes nothing', () => {
    expect(answerCalculation(session, '?', unreadable, 2000)).toBe(session);
  });

  test('a mistake does not follow into the next question', () => {
    const after = giveUp(answerCalculation(session, 'x', wrong, 2000), 3000);
    expect(after.outcomes).toMatchObject([{ marks: 0, tries: 1, mistake: 'per-component' }]);
    expect(after.mistake).toBeUndefined();
  });

  test('a clock that was set back counts as no time', () => {
    expect(answerCalculation(session, 'x', right, 0).outcomes[0]!.seconds).toBe(0);
  });
});

describe('a short answer', () => {
  const session = giveUp(begin(questions, 0), 0);
  const marking = {
    points: [
      { point: 'one', met: true },
      { point: 'two', met: false },
    ],
    marks: 1,
    outOf: 3,
  };

  test('counts the points that the marker found', () => {
    const { outcomes } = answerText(session, 'one', marking, ['one'], 0);
    expect(outcomes.at(-1)).toMatchObject({ marks: 1, verdict: 'partial', points: ['one'] });
    expect(outcomes.at(-1)!.isOverruled).toBeUndefined();
  });

  test('counts the student’s word, and remembers that it is his', () => {
    const { outcomes } = answerText(session, 'one', marking, ['one', 'two'], 0);
    expect(outcomes.at(-1)).toMatchObject({ marks: 3, verdict: 'correct', isOverruled: true });
    expect(answerText(session, 'one', marking, [], 0).outcomes.at(-1)).toMatchObject({
      marks: 0,
      verdict: 'wrong',
      isOverruled: true,
    });
  });
});

test('the summary adds up by topic and counts mistakes', () => {
  const twice = [pose(calculation, squash), pose({ ...calculation, id: 'squash-b' }, squash), pose(short, undefined)];
  let session = begin(twice, 0);
  session = giveUp(answerCalculation(session, 'x', wrong, 1000), 2000);
  session = answerCalculation(answerCalculation(session, 'x', wrong, 3000), 'y', right, 4000);
  session = answerText(session, '', { points: [], marks: 0, outOf: 3 }, [], 5000);
  expect(current(session)).toBeUndefined();
  expect(summarise(session)).toEqual({
    questions: 3,
    seconds: 5,
    marks: 4,
    outOf: 15,
    topics: [
      {
        topic: 'capsule',
        questions: 2,
        marks: 4,
        outOf: 12,
        mistakes: [{ kind: 'squash', mistake: 'per-component', times: 2 }],
      },
      { topic: 'gan', questions: 1, marks: 0, outOf: 3, mistakes: [] },
    ],
  });
});

describe('posing', () => {
  test('a seed draws fresh numbers, the same for ever; an item that is not fresh keeps its own', () => {
    const fresh = pose(calculation, squash, 7);
    expect(fresh).toMatchObject({
      seed: 7,
      params: (pose(calculation, squash, 7) as typeof fresh & { params: unknown }).params,
    });
    expect(pose({ ...calculation, fresh: false }, squash, 7)).toMatchObject({ params: { vector: [3, 4] } });
  });

  test('an item without its kind, or that asks for nothing, is a bug', () => {
    expect(() => pose(calculation, undefined)).toThrow('squash-a');
    expect(() => pose({ ...calculation, ask: 'nothing' }, squash)).toThrow('nothing');
  });
});
