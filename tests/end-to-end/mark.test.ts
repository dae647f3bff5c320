import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { markExamples } from '../../src/messages/mark.ts';
import { readHistory } from '../../src/practice/read-history.ts';
import { widthOf } from '../../src/render/width.ts';
import { run, words } from './run.ts';

const data = mkdtempSync(join(tmpdir(), 'drill-mark-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

const item = 'squash-3-4';
const marked = async (answer: string, ...rest: string[]) =>
  JSON.parse((await run(['mark', item, '--answer', answer, '--json', ...rest])).output);

describe('drill mark', () => {
  test('right, in two languages and as JSON', async () => {
    expect((await run(['mark', item, '--answer', '0.5769 0.7692'])).output).toContain('✓ Right.');
    expect((await run(['mark', item, '--answer', '0.5769 0.7692', '--lang', 'zh'])).output).toContain('✓ 正确。');
    expect(await marked('[15/26, 10/13]')).toEqual({ item, verdict: 'correct', marks: 4, outOf: 4, message: 'Right.' });
  });

  test('a mistake is named, and said in the language', async () => {
    expect(await marked('0.6, 0.8')).toMatchObject({
      verdict: 'wrong',
      marks: 0,
      mistake: 'normalised-only',
      cells: [[0], [1]],
    });
    expect((await marked('0.6, 0.8', '--lang', 'zh')).message).toContain('单位向量');
  });

  test('the answer may come from standard input, over several lines', async () => {
    const { output } = await run(['mark', 'conv-full-3x3'], {
      input: ['-1 -2 0 0', '0 0 -1 0', '-2 -1 0 3', '0 2 1 1'],
    });
    expect(output).toContain('✓ Right.');
  });

  test('an item with fresh numbers', async () => {
    expect(await marked('0, 0', '--seed', '3')).toMatchObject({ verdict: 'wrong' });
    const { code, errors } = await run(['mark', item, '--answer', '1', '--seed', 'x']);
    expect([code, errors]).toEqual([2, expect.stringContaining('seed: expected a whole number')]);
  });

  test('a short answer by its key points', async () => {
    const { output } = await run([
      'mark',
      'squash-misprint',
      '--answer',
      'the last factor should be the unit vector',
      '--json',
    ]);
    expect(JSON.parse(output)).toMatchObject({ verdict: 'partial', marks: 2, outOf: 3, points: ['unit'] });
  });

  test('an unknown item is an error with a guess', async () => {
    const { code, errors } = await run(['mark', 'squash-3-5', '--answer', '1']);
    expect([code, errors]).toEqual([2, expect.stringContaining('did you mean “squash-3-4”')]);
    expect((await run(['mark'])).code).toBe(2);
  });

  test('a batch: one verdict a line, in order; a bad line stops nothing', async () => {
    const lines = [
      { id: 1, item, answer: '0.5769, 0.7692' },
      { id: 2, item: 'nothing', answer: '1' },
      { id: 3, item, answer: [0.6, 0.8] },
      { id: 4, item },
      { id: 5, item: 'squash-misprint', answer: '单位向量' },
    ].map(line => JSON.stringify(line));
    const { code, output } = await run(['mark', '--batch'], { input: [lines[0]!, '{', ...lines.slice(1)] });
    expect(code).toBe(1);
    expect(
      output
        .trim()
        .split('\n')
        .map(line => JSON.parse(line)),
    ).toMatchObject([
      { id: 1, item, verdict: 'correct' },
      { error: { code: 'invalid-json' } },
      { id: 2, error: { code: 'unknown-item' } },
      { id: 3, verdict: 'wrong', mistake: 'normalised-only' },
      { id: 4, error: { code: 'invalid-params', path: 'answer' } },
      { id: 5, verdict: 'partial', points: ['unit'] },
    ]);
  });

  test('the examples of its help run', async () => {
    for (const example of markExamples.split('\n').filter(line => !line.includes('--batch'))) {
      expect((await run(words(example.trim()).slice(1))).code, example).toBe(0);
    }
  });
});

const bp = [
  'calc',
  'bp',
  '[1 0]',
  '[1]',
  '[{"weights": [[0.3, -0.2], [0.5, 0.1]], "activation": "sigmoid"}, {"weights": [[0.4, -0.6]], "activation": "sigmoid"}]',
  '0.5',
  '--work-along',
];

describe('work-along', () => {
  test('the first wrong step is shown alone; the rest is marked on the own value', async () => {
    const { code, output } = await run([...bp, '--only', 'z_1,z_2,u2,y'], {
      input: ['0.5744', '0.6', '?', '-0.1302', '0.4675'],
    });
    expect(code).toBe(0);
    expect(output).toContain('✗ This step went wrong:\n     z₂ = 1/(1 + e^(−u1₂)) = 1/(1 + e^(−0.5)) = 0.6225');
    expect(output).toContain('this slip costs this step only');
    expect(output).toContain('u2 = w2₁₁·z₁ + w2₂₁·z₂');
    expect(output).toContain('3 steps right, 1 wrong, 0 left out.');
    expect(output).toContain('The first step that went wrong: z₂');
  });

  test('in Chinese, and ended early with its summary', async () => {
    const { code, output } = await run([...bp, '--lang', 'zh'], { input: ['0.3', '', 'x'] });
    expect(code).toBe(0);
    expect(output).toContain('1 步正确，0 步错误，1 步跳过。');
    for (const line of output.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80);
  });

  test('a step that is not there is named with those that are', async () => {
    const { code, errors } = await run([...bp, '--only', 'z_9'], { input: [] });
    expect([code, errors]).toEqual([2, expect.stringContaining('there is no step z_9')]);
  });
});

test('hints come at the price that was shown, and the history keeps them', async () => {
  const { output } = await run(['quiz', '--item', 'conv-full-3x3'], {
    input: ['?', '？', '?', '?', '-1 -2 0 0; 0 0 -1 0; -2 -1 0 3; 0 2 1 1'],
    env: { DRILL_DATA: data },
  });
  expect(output).toContain('? gives a hint, for 1 of the 6 marks.');
  expect(output).toContain('Hint 3 of 3');
  expect(output).toContain('There is no further hint.');
  expect(output).toContain('2 of 6 marks.');
  const { records } = readHistory(readFileSync(join(data, 'history.jsonl'), 'utf8'));
  expect(records).toMatchObject([{ hints: 3, marks: 2, verdict: 'correct', rating: 2 }]);
});
