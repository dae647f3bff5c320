import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { type Calculation, markCalculation } from '../../src/marking/calculation.ts';
import { tellOf } from '../../src/marking/diagnosis.ts';
import { exampleOf } from '../../src/marking/expected-form.ts';
import { readAnswer } from '../../src/marking/read-answer.ts';
import { generateProblem, wrongValues } from '../../src/problem/generate.ts';
import { askedOf, askedValue, type Kind } from '../../src/problem/kind.ts';
import { rankOf } from '../../src/problem/params.ts';
import { distance, mapValue, numbersOf, sameShape, type Value } from '../../src/problem/value.ts';
import { spellingsOf } from './spellings.ts';

const posed = (kind: Kind, raw: unknown, ask = kind.ask, decimals = 4): Calculation => {
  const params = kind.read(raw);
  return { kind, params, answer: kind.solve(params), ask, decimals };
};

const conv = (await loadKind('conv'))!;
const bp = (await loadKind('bp'))!;
const squash = (await loadKind('squash'))!;

const square = posed(conv, {
  input: [
    [1, 2, 0],
    [0, 1, 3],
    [2, 1, 1],
  ],
  kernel: [
    [1, 0],
    [0, -1],
  ],
  mode: 'full',
});
const net = posed(
  bp,
  {
    inputs: [1, 0],
    targets: [1],
    learningRate: 0.5,
    layers: [
      {
        weights: [
          [0.3, -0.2],
          [0.5, 0.1],
        ],
        activation: 'sigmoid',
      },
      { weights: [[0.4, -0.6]], activation: 'sigmoid' },
    ],
  },
  'outputWeightChanges',
);

describe('an answer as typed', () => {
  const vector = [1, 2, 3];
  const matrix = [
    [1, 2],
    [3, 4],
  ];
  test.each<[string, Value, Value | undefined]>([
    ['0.5', 0, 0.5],
    ['1/2', 0, 0.5],
    ['sqrt(2)/2', 0, Math.SQRT1_2],
    ['√2/2', 0, Math.SQRT1_2],
    ['3√5', 0, 3 * Math.sqrt(5)],
    ['y = 0.5', 0, 0.5],
    ['−０．５', 0, -0.5],
    ['1e-3', 0, 0.001],
    ['352,800', 0, 352800],
    ['1, 2, 3', vector, vector],
    ['1 2 3', vector, vector],
    ['[1 2 3]', vector, vector],
    ['(1，2，3)', vector, vector],
    ['[1; 2; 3]', vector, vector],
    ['Δw2 = 1 2 3', vector, vector],
    ['28x28x6', vector, [28, 28, 6]],
    ['1 2; 3 4', matrix, matrix],
    ['[[1, 2], [3, 4]]', matrix, matrix],
    ['[[1. 2.]\n [3. 4.]]', matrix, matrix],
    ['', 0, undefined],
    ['no idea', 0, undefined],
    ['1 2', 0, [1, 2]],
    ['[1 2', matrix, undefined],
    ['1/0', 0, undefined],
    ['1, x, 3', vector, undefined],
  ])('%j', (typed, expected, value) => {
    expect(readAnswer(typed, expected)?.value).toEqual(value);
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), text => void readAnswer(text, vector)));
    expect(readAnswer('['.repeat(10_000), vector)).toBeUndefined();
  });
});

describe('verdicts', () => {
  test('right to the digits that were asked', () => {
    expect(markCalculation(net, '0.0383, 0.0415').verdict).toBe('correct');
    expect(markCalculation(net, '0.03827, 0.04148').verdict).toBe('correct');
  });

  test('close where every step was rounded', () => {
    expect(markCalculation(net, '0.0384, 0.0416')).toMatchObject({
      verdict: 'close',
      message: { en: expect.stringContaining('6 digits') },
    });
  });

  test('too few digits are named', () => {
    expect(markCalculation(net, '0.04, 0.04')).toMatchObject({
      verdict: 'wrong',
      message: { en: expect.stringContaining('too few digits') },
    });
  });

  test('the mistake behind a wrong number is named', () => {
    expect(markCalculation(net, '-0.0383, -0.0415')).toMatchObject({ verdict: 'wrong', mistake: 'sign-turned' });
    expect(markCalculation(square, '0')).toMatchObject({
      verdict: 'wrong',
      message: { en: expect.stringContaining('4×4') },
    });
    const valid = conv.solve(conv.read({ ...square.params, mode: 'valid' })).output;
    expect(markCalculation(square, JSON.stringify(valid))).toMatchObject({ verdict: 'wrong', mistake: 'mode-valid' });
  });

  test('wrong cells are pointed at', () => {
    const output = structuredClone(square.answer.output) as number[][];
    output[2]![1]! += 1;
    expect(markCalculation(square, JSON.stringify(output))).toMatchObject({ verdict: 'wrong', cells: [[2, 1]] });
  });

  test('what cannot be read costs nothing and says what was expected', () => {
    expect(markCalculation(square, 'a matrix')).toMatchObject({
      verdict: 'unreadable',
      message: { en: expect.stringContaining('16 numbers (4×4)') },
    });
  });

  test('near 0 the tolerance is not relative', () => {
    const zero = posed(squash, { vector: [0, 0] });
    expect(markCalculation(zero, '0, 0').verdict).toBe('correct');
    expect(markCalculation(zero, '0.01, 0').verdict).toBe('wrong');
  });
});

const kinds = await Promise.all(kindIds.map(async id => (await loadKind(id))!));

/** Problems of a kind with the value that is asked for. */
const problemsOf = (kind: Kind, count: number, level: 1 | 2 | 3) =>
  Array.from({ length: count }, (_, i) => {
    const params = generateProblem(kind, i + 1, level);
    const answer = kind.solve(params);
    const truth = askedValue(kind, kind.ask, answer, params)!;
    return { calculation: { kind, params, answer, ask: kind.ask, decimals: 4 }, truth };
  });

const isJudged = (kind: Kind): boolean => kind.judge?.[kind.ask] !== undefined;

describe.each(kinds.map(kind => [kind.id, kind] as const))('%s', (_id, kind) => {
  test('the truth is right in every way of writing it', () => {
    for (const { calculation, truth } of problemsOf(kind, 10, 2)) {
      const rounded = mapValue(truth, x => Number(x.toFixed(4)));
      const written = [JSON.stringify(truth), ...spellingsOf(rounded)];
      expect(written.length).toBeGreaterThanOrEqual(6);
      for (const typed of written) {
        expect(markCalculation(calculation, typed), `${JSON.stringify(calculation.params)} ${typed}`).toMatchObject({
          verdict: 'correct',
        });
      }
    }
  });

  test('every mistake is named, and said in both languages', () => {
    for (const { calculation } of [...problemsOf(kind, 15, 1), ...problemsOf(kind, 15, 2)]) {
      for (const { mistake, value } of wrongValues(kind, calculation.params, calculation.answer, kind.ask)) {
        const verdict = markCalculation(calculation, JSON.stringify(value));
        expect(verdict, JSON.stringify(calculation.params)).toMatchObject({ verdict: 'wrong', mistake });
        expect(tellOf(kind, mistake)).toEqual(kind.mistakes[mistake]!.tell);
      }
    }
  });

  test('near misses are not right: one number off, negated, transposed, cut off', () => {
    for (const { calculation, truth } of problemsOf(kind, 15, 2)) {
      const rounded = mapValue(truth, x => Number(x.toFixed(4)));
      const verdictOf = (value: Value) => markCalculation(calculation, JSON.stringify(value)).verdict;
      const exact = numbersOf(truth).every(Number.isInteger);
      const changed = (by: number, where: number): Value => {
        let at = 0;
        return mapValue(rounded, x => (at++ === where ? x + by : x));
      };
      for (const [where] of numbersOf(truth).slice(0, 4).entries()) {
        if (exact) expect(verdictOf(changed(1, where))).toBe('wrong');
        else expect(verdictOf(changed(0.0002, where))).not.toBe('correct');
        expect(verdictOf(changed(exact ? -2 : 0.5, where)), JSON.stringify(calculation.params)).toBe('wrong');
      }
      const negated = mapValue(rounded, x => 0 - x);
      if (distance(negated, truth) > 0.01) expect(verdictOf(negated)).toBe('wrong');
      const rows = truth as number[][];
      if (rankOf(truth) === 2 && rows.length === rows[0]!.length) {
        const transposed = rows.map((_, i) => rows.map(row => row[i]!));
        if (distance(transposed, truth) > 0.01) expect(verdictOf(transposed)).toBe('wrong');
      }
      const cut = mapValue(truth, x => Math.trunc(x * 1e4) / 1e4);
      if (distance(cut, truth) > 0.6e-4) expect(verdictOf(cut)).not.toBe('correct');
    }
  });

  test('garbage is unreadable and shows an example that can be read', () => {
    const [{ calculation, truth }] = problemsOf(kind, 1, 2) as [ReturnType<typeof problemsOf>[number]];
    for (const typed of ['?', 'no idea', '不知道', '[1, 2', '1, x, 3', '}{', '1/0', 'NaN', '\u0007', '='.repeat(50)]) {
      expect(markCalculation(calculation, typed), typed).toMatchObject({ verdict: 'unreadable' });
    }
    const example = exampleOf(truth, askedOf(kind, kind.ask)!);
    const read = isJudged(kind) ? undefined : readAnswer(example, truth);
    if (read) expect(sameShape(read.value, truth), example).toBe(true);
  });
});
