import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../src/kinds/index.ts';
import { topics } from '../src/kinds/topics.ts';

const root = resolve(import.meta.dirname, '..');
const source = join(root, 'src');

const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts'));

/** Every import of a file: static, re-exported and dynamic. */
const importsOf = (file: string): string[] =>
  [...readFileSync(join(source, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(match => match[1]!);

const roomOf = (file: string): string => file.split('/')[0]!;

/** Each room with the rooms that it may use, besides itself. Imports point one way. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  math: [],
  problem: ['math'],
  kinds: ['problem', 'math'],
  bank: ['kinds', 'problem', 'math', 'messages'],
  messages: ['problem'],
  marking: ['bank', 'problem', 'math'],
  practice: ['marking', 'bank', 'kinds', 'problem', 'math', 'messages'],
  check: ['marking', 'bank', 'kinds', 'problem', 'math', 'messages'],
  render: ['practice', 'check', 'marking', 'bank', 'kinds', 'messages', 'problem', 'math'],
  terminal: ['render', 'messages', 'problem'],
  commands: ['terminal', 'render', 'practice', 'check', 'marking', 'bank', 'kinds', 'messages', 'problem', 'math'],
};

const pure = ['math', 'problem', 'kinds', 'marking'];
const impure = /\b(console|process)\.|Date\.now|new Date\(|Math\.random|performance\.|setTimeout/;

describe('imports point one way', () => {
  test.each(files.filter(file => file.includes('/')))('%s', file => {
    const room = roomOf(file);
    expect(Object.keys(allowed)).toContain(room);
    for (const imported of importsOf(file).filter(name => name.startsWith('.'))) {
      const target = roomOf(relative(source, resolve(source, dirname(file), imported)));
      if (target !== room) expect([...allowed[room]!, 'version.ts'], `${file} imports ${imported}`).toContain(target);
    }
  });
});

describe('the rooms that compute are pure', () => {
  test.each(files.filter(file => pure.includes(roomOf(file))))('%s', file => {
    for (const imported of importsOf(file)) {
      expect(imported, file).not.toMatch(/^(node:|chalk|inquirer|@inquirer|commander|yaml|zod|ts-fsrs|mathjs)/);
    }
    expect(readFileSync(join(source, file), 'utf8')).not.toMatch(impure);
  });
});

test('colour comes from one file', () => {
  expect(files.filter(file => importsOf(file).includes('chalk'))).toEqual(['render/style.ts']);
});

describe('a kind is one file, one registry line, one bank file and one test', () => {
  const kindFiles = readdirSync(join(source, 'kinds'))
    .filter(file => file.endsWith('.ts') && !['index.ts', 'topics.ts'].includes(file))
    .map(file => file.replace(/\.ts$/, ''));
  const banks = readdirSync(join(root, 'questions')).filter(file => file.endsWith('.yaml'));
  const bankText = banks.map(file => readFileSync(join(root, 'questions', file), 'utf8')).join('\n');
  const tests = readdirSync(join(root, 'tests', 'kinds'));

  test('every file has its registry line, and every line its file', () => {
    expect([...kindIds].sort()).toEqual(kindFiles.sort());
  });

  test.each(kindIds)('%s', async id => {
    const kind = (await loadKind(id))!;
    const lacks = [
      kind.id === id ? '' : `the id “${id}” in its definition`,
      Object.hasOwn(topics, kind.topic) ? '' : `a known topic (${kind.topic})`,
      new RegExp(`kind: ${id}\\b(?!-)`).test(bankText) ? '' : 'an item in questions/',
      tests.includes(`${id}.test.ts`) ? '' : `tests/kinds/${id}.test.ts`,
    ].filter(Boolean);
    expect(lacks, `the kind ${id} lacks`).toEqual([]);
  });
});

test('files are named in kebab-case', () => {
  expect(files.filter(file => !/^([a-z0-9-]+\/)*[a-z0-9-]+\.ts$/.test(file))).toEqual([]);
});
