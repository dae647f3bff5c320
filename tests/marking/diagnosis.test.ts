import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { markCalculation } from '../../src/marking/calculation.ts';
import { tellOf } from '../../src/marking/diagnosis.ts';
import { partialMarks } from '../../src/marking/verdict.ts';
import { generateProblem, wrongValues } from '../../src/problem/generate.ts';
import { askedValue } from '../../src/problem/kind.ts';
import { distance } from '../../src/problem/value.ts';

const posed = async (id: string, raw: unknown, ask?: string) => {
  const kind = (await loadKind(id))!;
  const params = kind.read(raw);
  return { kind, params, answer: kind.solve(params), ask: ask ?? kind.ask, decimals: 4 };
};

const square = await posed('conv', {
  input: [
    [1, 2, 0],
    [0, 1, 3],
    [2, 1, 1],
  ],
  kernel: [
    [1, 0],
    [2, -1],
  ],
  mode: 'full',
});

describe('slips that any calculation may have', () => {
  test('a single wrong cell is pointed at, and the others earn their marks', () => {
    const output = structuredClone(square.answer.output) as number[][];
    output[1]![2]! += 1;
    const verdict = markCalculation(square, JSON.stringify(output));
    expect(verdict).toMatchObject({ verdict: 'wrong', mistake: 'slip', cells: [[1, 2]] });
    expect(verdict.message!.en).toContain('row 2, column 3');
    expect(partialMarks(verdict, 16)).toBe(15);
  });

  test('half of the cells right earn nothing', () => {
    const rows = (square.answer.output as number[][]).map((row, i) => row.map(x => (i < 2 ? x + 7 : x)));
    expect(partialMarks(markCalculation(square, JSON.stringify(rows)), 16)).toBe(0);
  });

  test('the transpose, the sign, a factor of two', async () => {
    const transposed = (square.answer.output as number[][]).map((_, i) =>
      (square.answer.output as number[][]).map(row => row[i]!),
    );
    expect(markCalculation(square, JSON.stringify(transposed))).toMatchObject({ mistake: 'transposed' });
    const gru = await posed('squash', { vector: [3, 4] });
    expect(markCalculation(gru, '-0.5769, -0.7692')).toMatchObject({ mistake: 'sign-slip' });
    expect(markCalculation(gru, '1.1538, 1.5385')).toMatchObject({ mistake: 'doubled' });
    expect(markCalculation(gru, '0.7692, 0.5769')).toMatchObject({ mistake: 'reversed' });
  });

  test('what nothing explains is not guessed at', () => {
    expect(markCalculation(square, '[1 2 3 4; 5 6 7 8; 9 1 2 3; 4 5 6 7]')).not.toHaveProperty('mistake');
  });
});

test('two mistakes at once', () => {
  const { kind, params } = square;
  const both = kind.solve({ ...params, flip: true, mode: 'valid' }).output;
  const verdict = markCalculation(square, JSON.stringify(both));
  expect(verdict).toMatchObject({ verdict: 'wrong', mistake: expect.stringMatching(/kernel-flipped/) });
  expect(verdict.message!.en).toContain('Two things at once');
});

describe.each(kindIds)('%s', id => {
  test('a mistake told as another problem gives just what the mistake gives', async () => {
    const kind = (await loadKind(id))!;
    for (let seed = 1; seed <= 30; seed++) {
      const params = generateProblem(kind, seed, 2);
      const wrong = wrongValues(kind, params, kind.solve(params), kind.ask);
      for (const [mistake, { as }] of Object.entries(kind.mistakes)) {
        const changed = as?.(params);
        const value = wrong.find(one => one.mistake === mistake)?.value;
        if (!changed || value === undefined) continue;
        const other = askedValue(kind, kind.ask, kind.solve(changed), changed)!;
        expect(distance(other, value), `${mistake}, seed ${seed}`).toBeLessThan(1e-9);
      }
    }
  });
});

test('every mistake that can be named has a sentence in both languages', () => {
  for (const mistake of ['kernel-flipped', 'transposed', 'kernel-flipped+mode-valid']) {
    const tell = tellOf(square.kind, mistake)!;
    expect(tell.en.length * tell.zh.length).toBeGreaterThan(0);
  }
  expect(tellOf(square.kind, 'nothing+kernel-flipped')).toBeUndefined();
  expect(tellOf(square.kind, 'constructor')).toBeUndefined();
});
