import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { type Calculation, markCalculation } from '../../src/marking/calculation.ts';
import { readAnswer } from '../../src/marking/read-answer.ts';
import { generateProblem, wrongValues } from '../../src/problem/generate.ts';
import { askedValue, type Kind } from '../../src/problem/kind.ts';
import { mapValue, numbersOf, type Value } from '../../src/problem/value.ts';

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
    ['1 2', 0, undefined],
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
    expect(markCalculation(net, '0.0382, 0.0414')).toMatchObject({
      verdict: 'close',
      message: { en: expect.stringContaining('6 digits') },
    });
  });

  test('too few digits are named', () => {
    expect(markCalculation(net, '0.04, 0.04')).toMatchObject({
      verdict: 'wrong',
      message: { en: expect.stringContaining('Too few digits') },
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

describe.each(kindIds)('%s', id => {
  test('the truth in several ways of writing is right, every mistake is named, a changed digit is wrong', async () => {
    const kind = (await loadKind(id))!;
    for (let seed = 1; seed <= 20; seed++) {
      const params = generateProblem(kind, seed, 2);
      const answer = kind.solve(params);
      const calculation = { kind, params, answer, ask: kind.ask, decimals: 4 };
      const truth = askedValue(kind, kind.ask, answer, params)!;
      const rounded = mapValue(truth, x => Number(x.toFixed(4)));
      for (const written of [
        JSON.stringify(truth),
        JSON.stringify(rounded),
        ` ${JSON.stringify(rounded).replaceAll('-', '−').replaceAll(',', '，')} `,
      ]) {
        expect(markCalculation(calculation, written).verdict, `${JSON.stringify(params)} ${written}`).toBe('correct');
      }
      for (const { mistake, value } of wrongValues(kind, params, answer, kind.ask)) {
        expect(markCalculation(calculation, JSON.stringify(value)), `seed ${seed}`).toMatchObject({
          verdict: 'wrong',
          mistake,
        });
      }
      const off = numbersOf(truth).every(Number.isInteger) ? 1 : 0.5;
      let at = 0;
      const slipped = mapValue(truth, x => (at++ === 0 ? x + off : x));
      expect(markCalculation(calculation, JSON.stringify(slipped)).verdict, `seed ${seed}`).toBe('wrong');
    }
  });
});
