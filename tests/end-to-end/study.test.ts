import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { widthOf } from '../../src/render/width.ts';
import { type RunOptions, run } from './run.ts';

const folders: string[] = [];
let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'drill-study-'));
  folders.push(data);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const day = 24 * 60 * 60 * 1000;
const begin = Date.parse('2026-11-23T12:00:00Z');
const drill = (argv: readonly string[], options: RunOptions = {}, ahead = 0) =>
  run(argv, {
    now: () => new Date(begin + ahead * day),
    ...options,
    env: { DRILL_DATA: data, ...options.env },
  });
const history = (): string => readFileSync(join(data, 'history.jsonl'), 'utf8');
const records = () =>
  history()
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line));
const right = { input: ['0.5769, 0.7692'] };
const fits = (output: string, width: number) => {
  for (const line of output.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(width);
};

describe('drill plan', () => {
  test('sets, shows and clears the day of the exam', async () => {
    expect((await drill(['plan'])).output).toContain('No exam is set');
    const { output } = await drill(['plan', '2026-12-20']);
    expect(output).toContain('Exam on 2026-12-20, in 27 days.');
    expect(output).toContain('today');
    expect((await drill(['plan', '--lang', 'zh'])).output).toContain('还有 27 天');
    const { exam, daysLeft, days } = JSON.parse((await drill(['plan', '--json'])).output);
    expect([exam, daysLeft, days.length]).toEqual(['2026-12-20', 27, 27]);
    expect((await drill(['plan', '--clear'])).output).toContain('cleared');
    expect((await drill(['plan'])).output).toContain('No exam is set');
  });

  test.each([
    ['2026-02-30', 'expected a day'],
    ['tomorrow', 'expected a day'],
    ['2020-01-01', 'already past'],
  ])('%s is refused', async (date, said) => {
    const { code, errors } = await drill(['plan', date]);
    expect([code, errors]).toEqual([2, expect.stringContaining(said)]);
    expect(existsSync(join(data, 'history.jsonl'))).toBe(false);
  });

  test('caps the interval of what is answered', async () => {
    await drill(['plan', '2026-11-27']);
    await drill(['quiz', '--item', 'squash-3-4'], right);
    const { card } = records().at(-1);
    expect(card.capDays).toBe(3);
    expect(card.days).toBeLessThanOrEqual(3);
  });
});

describe('what is asked', () => {
  test('cramming leaves the schedule alone', async () => {
    await drill(['quiz', '--cram', '--item', 'squash-3-4'], right);
    expect(records().at(-1)).toMatchObject({ mode: 'cram', item: 'squash-3-4' });
    expect(records().at(-1)).not.toHaveProperty('card');
    expect((await drill(['list', 'capsule', '--state', 'new'])).output).toContain('squash-3-4');
  });

  test('only what is due, only so many new ones, everything', async () => {
    expect((await drill(['quiz', '--due'])).output).toContain('nothing to practise');
    const asked = async (...flags: string[]) =>
      ((await drill(['quiz', ...flags, '--json'], {}, 1)).output.match(/"event":"question"/g) ?? []).length;
    expect(await asked('--new', '0')).toBe(0);
    await drill(['quiz', '--item', 'squash-3-4'], right);
    expect((await drill(['quiz', '--due'], {}, 60)).output).toContain('Squash the capsule input');
    expect((await drill(['quiz', 'capsule', '--due'], {}, 1)).output).toContain('nothing to practise');
    expect((await drill(['quiz', '--all', '-n', '400', '--json'], {}, 1)).output).toContain('"event":"question"');
  });

  test('what went wrong most comes first', async () => {
    await drill(['quiz', '--item', 'squash-3-4', 'svd-3045'], { input: ['0.5769, 0.7692', '45, 5', '45, 5'] });
    const { output } = await drill(['quiz', '--weak', '-n', '1', '--json'], {}, 1);
    expect(JSON.parse(output.split('\n')[0]!)).toMatchObject({ item: 'svd-3045' });
  });

  test('a wrong time of the clock is an error', async () => {
    const { code, stderr } = await inProcess(['plan'], { DRILL_NOW: 'soon' });
    expect([code, stderr]).toEqual([2, expect.stringContaining('DRILL_NOW: expected a time')]);
  });
});

const bin = resolve(import.meta.dirname, '../../bin/drill.js');
const inProcess = (argv: readonly string[], env: Record<string, string>, input?: string) =>
  new Promise<{ code: number | null; stdout: string; stderr: string }>(done => {
    const child = spawn(process.execPath, [bin, ...argv], {
      env: { ...process.env, DRILL_DATA: data, LANG: 'C', ...env },
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', chunk => {
      stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      stderr += chunk;
    });
    child.on('close', code => done({ code, stdout, stderr }));
    child.stdin.end(input ?? '');
  });

describe('drill history', () => {
  test('lists, filters, takes back and takes that back', async () => {
    await drill(['quiz', '--item', 'squash-3-4', 'svd-3045'], { input: ['0.5769, 0.7692', '45, 5', '45, 5'] });
    const { output } = await drill(['history']);
    expect(output).toMatch(/✓ squash-3-4 +4\/4 +right/);
    expect(output).toMatch(/✗ svd-3045 +0\/6 +wrong/);
    expect((await drill(['history', '--topic', 'svd'])).output).not.toContain('squash');
    expect((await drill(['history', '--verdict', 'correct'])).output).not.toContain('svd-3045');
    expect((await drill(['history', '--since', '2026-11-24'])).output).toContain('No answer fits');
    expect((await drill(['history', '--json', '--limit', '1'])).output.trim().split('\n')).toHaveLength(1);
    expect((await drill(['history', 'undo'])).output).toContain('svd-3045');
    expect((await drill(['history'])).output).not.toContain('svd-3045');
    const { id } = records().find(one => one.item === 'svd-3045');
    expect((await drill(['history', 'undo', id])).output).toContain('counts again');
    expect((await drill(['history'])).output).toContain('svd-3045');
  });

  test('copies and restores, checked', async () => {
    await drill(['quiz', '--item', 'squash-3-4'], right);
    const file = join(data, 'copy.jsonl');
    expect((await drill(['history', 'backup', file])).output).toContain('1 record copied');
    expect(await drill(['history', 'backup', file])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('there already'),
    });
    rmSync(join(data, 'history.jsonl'));
    expect((await drill(['history', 'restore', file])).output).toContain('1 record restored; 0 were there already');
    expect((await drill(['history', 'restore', file])).output).toContain('0 records restored; 1 was there already');
    expect((await drill(['history'])).output).toContain('squash-3-4');
    writeFileSync(file, `nonsense\n${history()}`);
    expect(await drill(['history', 'restore', file])).toMatchObject({
      code: 2,
      errors: expect.stringContaining('copy.jsonl:1'),
    });
    expect((await drill(['history', 'where'])).output.trim()).toBe(join(data, 'history.jsonl'));
  });

  test.each([
    [['undo']],
    [['undo', 'x']],
    [['forget']],
    [['backup']],
    [['restore', '/nowhere/at/all']],
    [['--since', 'x']],
  ])('%j is an error', async argv => expect((await drill(['history', ...argv])).code).toBe(2));
});

describe('looking', () => {
  const practised = async () => {
    await drill(['quiz', '--item', 'squash-3-4', 'svd-3045'], { input: ['0.5769, 0.7692', '45, 5', '45, 5'] });
  };

  test('drill alone tells today in five lines, then the help', async () => {
    await practised();
    await drill(['plan', '2026-12-20']);
    const { code, output } = await drill([]);
    expect(code).toBe(0);
    const lines = output.split('\n');
    expect(lines.slice(0, 5).map(line => line.trim().split(/\s{2,}/)[0])).toEqual([
      'Today',
      'Done',
      'Exam',
      'Weak',
      'Next',
    ]);
    expect(lines[2]).toContain('in 27 days');
    expect(lines[3]).toContain('Singular value decomposition, 100 %');
    expect(output).toContain('Usage: drill');
    expect((await drill(['--lang', 'zh'])).output).toContain('考试    还有 27 天');
  });

  test('statistics', async () => {
    expect((await drill(['stats'])).output).toContain('Nothing was answered yet');
    await practised();
    const { output } = await drill(['stats']);
    expect(output).toContain('2 answers');
    expect(output).toMatch(/2026-11-2[34] \w+ {2}2/);
    expect(output).toContain('Those are the eigenvalues of AᵀA');
    const json = JSON.parse((await drill(['stats', '--json'])).output);
    expect(json).toMatchObject({ answers: 2, mistakes: [{ kind: 'svd', mistake: 'roots-forgotten', times: 1 }] });
  });

  test('list and show', async () => {
    await practised();
    const { output } = await drill(['list', 'capsule', '--type', 'calculation']);
    expect(output).toMatch(/squash-3-4 .* in \d+ days/);
    expect(output).not.toContain(' short ');
    expect((await drill(['list', '--kind', 'svd', '--state', 'new'])).output).not.toContain('svd-3045 ');
    expect((await drill(['list', 'nothing'])).code).toBe(2);
    const { items } = JSON.parse((await drill(['list', '--json'])).output);
    expect(items.find((one: { id: string }) => one.id === 'squash-3-4')).toMatchObject({
      state: 'learnt',
      kind: 'squash',
    });
    const shown = (await drill(['show', 'squash-3-4'])).output;
    expect(shown).toContain('Answer      v = (0.5769, 0.7692)');
    expect(shown).toContain('Sabour');
    expect(shown).toContain('✓ squash-3-4');
    const short = (await drill(['show', 'squash-misprint', '--lang', 'zh'])).output;
    expect(short).toContain('参考答案');
    expect(short).toContain('采分点');
    expect((await drill(['show', 'squash-3-4', '--seed', '5'])).output).not.toContain('s = (3, 4)');
    expect((await drill(['show'])).code).toBe(2);
    expect((await drill(['show', 'squash'])).errors).toContain('there is no item');
  });

  test('an item that was rewritten says so, and keeps its progress', async () => {
    await practised();
    const text = history().replaceAll('"asked":"squash vector"', '"asked":"something else altogether"');
    writeFileSync(join(data, 'history.jsonl'), text);
    expect((await drill(['show', 'squash-3-4'])).output).toContain('was changed since you answered it');
  });

  test('every screen fits 80 and 40 columns, in both languages', async () => {
    await practised();
    await drill(['plan', '2026-12-20']);
    for (const width of [80, 40]) {
      for (const lang of ['en', 'zh']) {
        for (const argv of [
          ['plan'],
          ['stats'],
          ['history'],
          ['list'],
          ['show', 'squash-misprint'],
          ['show', 'squash-3-4'],
        ]) {
          fits((await drill([...argv, '--lang', lang], { env: { COLUMNS: String(width) } })).output, width);
        }
      }
    }
  });
});

describe('a mock exam', () => {
  const exam = ['quiz', '--exam', '30m', '--marks', '20', '--seed', '3'];

  test('nothing is told before the end; answers can be changed; everything is marked and kept', async () => {
    const { output } = await drill(exam, { input: ['first', 'second', ':1', 'changed', 'list', 'end', '1'] });
    const [before, after] = output.split('The report');
    expect(before).toContain('Your answer so far: first');
    expect(before).not.toMatch(/[✓✗≈]/);
    expect(after).toContain('“changed”');
    const kept = records();
    expect(kept.filter(one => one.mode === 'exam').length).toBeGreaterThan(2);
    expect(kept.at(-1).type).toBe('paper-end');
  });

  test('left in the middle, it goes on with the time that was left', async () => {
    const first = await drill(exam, { input: ['first'] });
    expect(first.output).toContain('drill quiz --resume');
    const blocked = await drill(exam);
    expect([blocked.code, blocked.errors]).toEqual([2, expect.stringContaining('still open')]);
    const { output } = await drill(['quiz', '--resume'], { input: [':1', 'end', '1'] }, 3);
    expect(output).toContain('Your answer so far: first');
    expect(output).toContain('30 min left');
    expect((await drill(['quiz', '--resume'])).errors).toContain('no mock exam');
  });

  test('killed at any moment, no answer that was kept is lost', async () => {
    const child = spawn(process.execPath, [bin, ...exam], { env: { ...process.env, DRILL_DATA: data, LANG: 'C' } });
    let shown = '';
    child.stdout.on('data', chunk => {
      shown += chunk;
      if (/ 1\/\d/.test(shown) && !/ 2\/\d/.test(shown)) child.stdin.write('kept before the kill\n');
      if (/ 2\/\d/.test(shown)) child.kill('SIGKILL');
    });
    await new Promise(done => child.on('close', done));
    const { output } = await drill(['quiz', '--resume'], { input: [':1', 'end', '1'] });
    expect(output).toContain('Your answer so far: kept before the kill');
  });

  test('out of time it is handed in', async () => {
    let calls = 0;
    const now = () => new Date(begin + (calls++ > 6 ? 3_600_000 : 0));
    const { output } = await drill(exam, { input: ['a', 'b', 'c', 'd'], now });
    expect(output).toContain('Time is up');
    expect(output).toContain('The report');
  });

  test.each([
    ['--exam', 'soon'],
    ['--exam', '0m'],
    ['--exam', '25h'],
  ])('%s %s is refused', async (...flags) => {
    expect((await drill(['quiz', ...flags])).code).toBe(2);
  });
});

test('a data directory that cannot be written is warned of, and the session goes on', async () => {
  const file = join(data, 'file');
  writeFileSync(file, '');
  const { code, output, errors } = await drill(['quiz', '--item', 'squash-3-4'], {
    ...right,
    env: { DRILL_DATA: join(file, 'inside') },
  });
  expect(code).toBe(0);
  expect(output).toContain('✓ Right.');
  expect(errors).toContain('warning: ');
  mkdirSync(join(data, 'history.jsonl'));
  expect((await drill(['quiz', '--item', 'squash-3-4'], right)).errors).toContain('warning: ');
});
