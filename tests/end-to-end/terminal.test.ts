import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { readHistory } from '../../src/practice/read-history.ts';
import { hasPseudoTerminal, onTerminal } from './pseudo-terminal.ts';

const folders: string[] = [];
let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'drill-tty-'));
  folders.push(data);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const records = () => readHistory(readFileSync(join(data, 'history.jsonl'), 'utf8')).records;
const quiz = (
  argv: readonly string[],
  talk: Parameters<typeof onTerminal>[1],
  env: Record<string, string> = {},
  columns?: number,
) => onTerminal(['quiz', ...argv], talk, { DRILL_DATA: data, ...env }, columns);

const showsCursor = '\u001b[?25h';

describe.skipIf(!hasPseudoTerminal)('on a terminal', { timeout: 40_000 }, () => {
  test('a mistake, the second try, another rating by one key, the work', async () => {
    const { code, screen, raw } = await quiz(
      ['--item', 'squash-3-4'],
      [
        [/answer ›/, '0.6, 0.8\r'],
        [/try again ›/, '0.5769, 0.7692\r'],
        [/2 hard ✓/, '3'],
        [/3 good ✓/, 'w'],
        [/Answer[\s\S]*go on/, '\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('✗ That is the unit vector');
    expect(screen).toContain('Right, on the second try.');
    expect(raw.trimEnd().endsWith(showsCursor) || raw.includes(showsCursor)).toBe(true);
    expect(records()).toMatchObject([{ item: 'squash-3-4', rating: 3, tries: 2, mistake: 'normalised-only' }]);
  });

  test('twice wrong: worked along instead of shown', async () => {
    const { code, screen } = await quiz(
      ['--item', 'squash-3-4'],
      [
        [/answer ›/, '1, 2\r'],
        [/try again ›/, '2, 1\r'],
        [/work it along/, 'a'],
        [/‖s‖ ›/, '5\r'],
        [/‖v‖ ›/, '0.9\r'],
        [/s\/‖s‖ ›/, '0.6, 0.8\r'],
        [/v ›/, '0.54, 0.72\r'],
        [/1 again ✓/, '\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('The first step that went wrong: ‖v‖');
    expect(screen).toContain('3 steps right, 1 wrong, 0 left out.');
  });

  test('a short answer is confirmed or overruled', async () => {
    const { code, screen } = await quiz(
      ['--item', 'squash-misprint'],
      [
        [/answer ›/, 'it should be the unit vector\r'],
        [/Which key points/, 'a\r'],
        [/go on/, '\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('3 of 3 marks.');
    expect(records()).toMatchObject([{ points: ['unit', 'length'], overruled: true }]);
  });

  test('in Chinese at 40 columns', async () => {
    const { code, screen } = await quiz(
      ['--item', 'squash-3-4', '--lang', 'zh'],
      [
        [/答 ›/, '0.5769, 0.7692\r'],
        [/继续/, '\r'],
      ],
      {},
      40,
    );
    expect(code).toBe(0);
    expect(screen).toContain('✓ 正确。');
  });

  test.each([
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-D', '\u0004', 0],
  ])('%s keeps what was answered, prints the summary and gives the cursor back', async (_name, key, expected) => {
    const { code, screen, raw } = await quiz(
      ['--item', 'squash-3-4', 'conv-full-3x3'],
      [
        [/answer ›/, '0.5769, 0.7692\r'],
        [/go on/, '\r'],
        [/answer ›/, key],
      ],
    );
    expect(code).toBe(expected);
    expect(screen).toContain('The session ended early. Everything answered is kept.');
    expect(screen).toContain('4 of 4 marks (100 %)');
    expect(raw).toContain(showsCursor);
    expect(records()).toHaveLength(1);
  });

  test('Ctrl-C while a key is waited for', async () => {
    const { code, screen } = await quiz(
      ['--item', 'squash-3-4', 'conv-full-3x3'],
      [
        [/answer ›/, '0.5769, 0.7692\r'],
        [/go on/, '\u0003'],
      ],
    );
    expect(code).toBe(130);
    expect(screen).toContain('Everything answered is kept.');
    expect(records()).toHaveLength(1);
  });

  test('a terminal that is hung up loses nothing that was answered', async () => {
    await quiz(
      ['--item', 'squash-3-4', 'conv-full-3x3'],
      [
        [/answer ›/, '0.5769, 0.7692\r'],
        [/go on/, '\r'],
        [/answer ›/, undefined],
      ],
    );
    expect(records()).toHaveLength(1);
  });

  test('a mock exam that runs out of time is handed in while an answer is typed', async () => {
    const { code, screen } = await quiz(
      ['--exam', '3s', '--marks', '10', '--seed', '5'],
      [[/answer ›/, 'half an ans']],
    );
    expect(code).toBe(0);
    expect(screen).toContain('Time is up');
    expect(screen).toContain('The report');
  });

  test('a mock exam is handed in by a choice', async () => {
    const { code, screen } = await quiz(
      ['--exam', '5m', '--marks', '10', '--seed', '5'],
      [
        [/answer ›/, 'something\r'],
        [/ 2\/\d[\s\S]*answer ›/, 'end\r'],
        [/Hand in now/, '\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('The report');
  });

  test('the calculator asks for what is missing, and for what it cannot read again', async () => {
    const { code, screen } = await onTerminal(
      ['calc', 'squash'],
      [
        [/vector/, 'three four\r'],
        [/expected/, '[3 4]\r'],
      ],
    );
    expect(code).toBe(0);
    expect(screen).toContain('v = (0.5769, 0.7692)');
  });

  test('statistics are a picture', async () => {
    await quiz(
      ['--item', 'squash-3-4'],
      [
        [/answer ›/, '0.5769, 0.7692\r'],
        [/go on/, '\r'],
      ],
    );
    const { screen } = await onTerminal(['stats'], [], { DRILL_DATA: data });
    expect(screen).toMatch(/Mon [·░▒▓█ ]+/);
    expect(screen).toContain('less · ░ ▒ ▓ █ more');
  });
});
