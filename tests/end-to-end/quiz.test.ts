import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { CalculationItem, ShortItem } from '../../src/bank/item.ts';
import { loadShippedBank } from '../../src/bank/load.ts';
import { readHistory } from '../../src/practice/read-history.ts';
import { widthOf } from '../../src/render/width.ts';
import { type RunOptions, run } from './run.ts';

const folders: string[] = [];
let data = '';
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'drill-quiz-'));
  folders.push(data);
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const bank = await loadShippedBank();
const calculations = bank.items.filter((item): item is CalculationItem => item.type === 'calculation');
const shorts = bank.items.filter((item): item is ShortItem => item.type === 'short');
const [first, second] = calculations as [CalculationItem, CalculationItem];
const [short] = shorts as [ShortItem];
const key = (item: CalculationItem): string => JSON.stringify(item.answer);

const quiz = (argv: readonly string[], options: RunOptions = {}) =>
  run(['quiz', ...argv], { ...options, env: { DRILL_DATA: data, ...options.env } });

const history = () => readHistory(readFileSync(join(data, 'history.jsonl'), 'utf8'));

const drill = resolve(import.meta.dirname, '../../bin/drill.js');

describe('a session through a pipe', () => {
  test('right answers, a short answer and the summary', async () => {
    const input = [key(first), short.answer.en, key(second)];
    const { code, output, errors } = await quiz(['--item', first.id, short.id, second.id], { input });
    expect([code, errors]).toEqual([0, '']);
    expect(output.match(/✓ Right\./g)).toHaveLength(2);
    expect(output).toContain('Model answer');
    expect(output).toContain(`${first.marks} of ${first.marks} marks`);
    expect(output).toContain('(100 %)');
    const { records, skipped } = history();
    expect(skipped).toEqual([]);
    expect(records.map(record => [record.item, record.verdict, record.marks])).toEqual([
      [first.id, 'correct', first.marks],
      [short.id, 'correct', short.marks],
      [second.id, 'correct', second.marks],
    ]);
    expect(records.every(record => record.card && Date.parse(record.card.due) > Date.parse(record.at))).toBe(true);
  });

  test('a mistake is named, the second try counts less, the work is shown after two', async () => {
    const item = calculations.find(candidate => Object.keys(candidate.wrong).length > 0)!;
    const [mistake, example] = Object.entries(item.wrong)[0]!;
    const again = await quiz(['--item', item.id], { input: [JSON.stringify(example), key(item)] });
    expect(again.output).toContain('Right, on the second try.');
    expect(history().records).toMatchObject([{ mistake, tries: 2, marks: Math.floor((item.marks * 2) / 3) }]);
    const twice = await quiz(['--item', item.id, '--seed', '1'], {
      input: [JSON.stringify(example), JSON.stringify(example)],
    });
    expect(twice.output).toContain('Answer');
    expect(twice.output).toContain(`0 of ${item.marks} mark`);
  });

  test('a blank line shows the work; an unreadable answer costs nothing', async () => {
    const { output } = await quiz(['--item', first.id, second.id], { input: ['', 'no idea', key(second)] });
    expect(output).toContain('could not be read');
    expect(output).toContain('Answer');
    expect(history().records).toMatchObject([
      { verdict: 'wrong', tries: 0 },
      { verdict: 'correct', tries: 1 },
    ]);
  });

  test('the end of the input ends the session, with what was answered', async () => {
    const { code, output } = await quiz(['--item', first.id, second.id, short.id], { input: [key(first)] });
    expect(code).toBe(0);
    expect(output).toContain('The session ended early');
    expect(output).toContain('1 question ·');
    expect(history().records).toHaveLength(1);
  });

  test('a skill comes back with fresh numbers', async () => {
    const item = calculations.find(candidate => candidate.fresh)!;
    await quiz(['--item', item.id], { input: [key(item)] });
    const { output } = await quiz(['--item', item.id, '--seed', '5', '--json'], { input: [] });
    const again = await quiz(['--item', item.id, '--seed', '5', '--json'], { input: [] });
    const question = (text: string) => JSON.parse(text.split('\n')[0]!);
    expect(question(output).seed).toBeTypeOf('number');
    expect(question(output).params).not.toEqual(item.params);
    expect(question(again.output)).toEqual(question(output));
  });

  test('what is learnt is not asked again until it is due', async () => {
    const topic = first.topic;
    const all = bank.items.filter(item => item.topic === topic);
    const answers = all.map(item => (item.type === 'short' ? item.answer.en.replaceAll('\n', ' ') : key(item)));
    await quiz(['--item', ...all.map(item => item.id)], { input: answers });
    const done = await quiz([topic], { now: () => new Date('2026-11-23T12:30:00Z') });
    expect(done.output).toContain('nothing to practise');
    const later = await quiz([topic, '--json'], { now: () => new Date('2027-11-23T12:00:00Z') });
    expect(JSON.parse(later.output.split('\n')[0]!)).toMatchObject({ event: 'question', topic });
  });
});

describe('--json', () => {
  test('one event a line: question, verdict, work, summary', async () => {
    const input = ['[0]', '[0]', short.answer.zh];
    const { code, output } = await quiz(['--item', first.id, short.id, '--json', '--lang', 'zh'], { input });
    expect(code).toBe(0);
    const events = output
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(events.map(({ event }) => event)).toEqual([
      'question',
      'verdict',
      'verdict',
      'work',
      'question',
      'verdict',
      'work',
      'summary',
    ]);
    expect(events[0]).toMatchObject({ item: first.id, kind: first.kind, number: 1, of: 2 });
    expect(events[2]).toMatchObject({ verdict: 'wrong', marks: 0, outOf: first.marks, tries: 2 });
    expect(events[3].steps.length).toBeGreaterThan(0);
    expect(events[5]).toMatchObject({ item: short.id, verdict: 'correct', marks: short.marks });
    expect(events[7]).toMatchObject({ questions: 2, isEarly: false });
  });
});

describe('wrong command lines and places', () => {
  test.each([
    [['nonsense'], /there is no topic “nonsense”/],
    [[first.topic.slice(0, -1)], new RegExp(`did you mean “${first.topic}”`)],
    [['--item', `${first.id}x`], new RegExp(`did you mean “${first.id}”`)],
    [['--count', '0'], /--count/],
    [['--type', 'long'], /short, calculation/],
    [['--seed', 'x'], /--seed/],
  ])('%j', async (argv, message) => {
    const { code, output, errors } = await quiz(argv);
    expect([code, output]).toEqual([2, '']);
    expect(errors).toMatch(message);
  });

  test('a history that cannot be written is warned of, and the session goes on', async () => {
    const blocked = join(data, 'file');
    writeFileSync(blocked, '');
    const { code, output, errors } = await quiz(['--item', first.id, second.id], {
      input: [key(first), key(second)],
      env: { DRILL_DATA: join(blocked, 'inside') },
    });
    expect(errors).toMatch(/not saved/);
    expect(code).toBe(0);
    expect(output).toContain('2 questions');
  });

  test('a torn line in the history is reported and left as it is', async () => {
    writeFileSync(join(data, 'history.jsonl'), '{"v":1,"id":"to');
    const { errors } = await quiz(['--item', first.id], { input: [key(first)] });
    expect(errors).toMatch(/1 line of .*history\.jsonl cannot be read/);
    expect(readFileSync(join(data, 'history.jsonl'), 'utf8').startsWith('{"v":1,"id":"to\n')).toBe(true);
    expect(history().records).toHaveLength(1);
  });
});

describe('the screen', () => {
  test('questions keep within 40 and 80 columns in both languages', async () => {
    for (const width of [40, 80]) {
      for (const lang of ['en', 'zh']) {
        const { output, errors } = await quiz(['--item', ...bank.items.map(item => item.id), '--lang', lang], {
          input: bank.items.map(() => ''),
          env: { COLUMNS: String(width) },
        });
        expect(errors).toBe('');
        const tooWide = output.split('\n').filter(line => widthOf(line) > width && !/[⎡⎢⎣[]/.test(line));
        expect(tooWide, `${width} ${lang}`).toEqual([]);
      }
    }
  });
});

describe('a process', () => {
  const start = (argv: readonly string[]) => {
    const child = spawn(process.execPath, [drill, 'quiz', '--lang', 'en', ...argv], {
      env: { ...process.env, DRILL_DATA: data },
    });
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    const seen = async (text: string): Promise<void> => {
      const patience = Date.now() + 20_000;
      while (!output.includes(text)) {
        if (Date.now() > patience) throw new Error(`never saw ${text} in:\n${output}`);
        await new Promise(done => setTimeout(done, 20));
      }
    };
    const ended = new Promise<number | null>(done => child.on('exit', done));
    return { child, seen, ended, output: () => output };
  };

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s keeps everything answered and exits %i', async (signal, code) => {
    const { child, seen, ended, output } = start(['--item', first.id, second.id]);
    await seen('answer ›');
    child.stdin.write(`${key(first)}\n`);
    await seen('2/2');
    child.kill(signal);
    expect(await ended).toBe(code);
    expect(output()).toContain('The session ended early');
    expect(output()).toContain('1 question ·');
    expect(history().records).toMatchObject([{ item: first.id, verdict: 'correct' }]);
  });

  test('every answer is on the disk before the next question appears, even for kill -9', async () => {
    const { child, seen, ended } = start(['--item', first.id, second.id]);
    await seen('answer ›');
    child.stdin.write(`${key(first)}\n`);
    await seen('2/2');
    child.kill('SIGKILL');
    await ended;
    expect(history().records).toMatchObject([{ item: first.id, verdict: 'correct' }]);
  });
});
