import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readBankFile } from '../../src/bank/read.ts';
import { checkBank } from '../../src/check/check-bank.ts';
import { ruleOf } from '../../src/check/rules.ts';
import { loadKind } from '../../src/kinds/index.ts';
import { reporters } from '../../src/render/reporters/index.ts';
import { noStyle } from '../../src/render/style.ts';
import { junitFaults } from './fixtures/junit.ts';
import { sarifFaults } from './fixtures/sarif.ts';

const sound = readFileSync(new URL('fixtures/sound.yaml', import.meta.url), 'utf8');

/** Checks a text, reports it in every form, and holds what every report promises. */
const survives = async (text: string) => {
  const file = readBankFile(text, 'bank.yaml');
  const checked = await checkBank([file], loadKind);
  for (const { rule, line, column, message } of checked.findings) {
    expect(ruleOf(rule), rule).toBeDefined();
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
    expect(message.zh).not.toBe('');
  }
  const look = { language: 'en', width: 80, style: noStyle, version: '1.0.0', time: new Date(0) } as const;
  const report = { ...look, checked, files: new Map([['bank.yaml', file]]), seconds: 0, strict: true };
  const named = { ...report, nameOf: (name: string) => name };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what no report may hold
  expect(reporters.text(named)).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/u);
  expect(sarifFaults(reporters.sarif(named))).toEqual([]);
  expect(junitFaults(reporters.junit(named))).toEqual([]);
  return checked.findings.map(({ rule }) => rule);
};

type Nest = Record<string | number, unknown>;

/** Every path of a value, as its keys. */
const pathsIn = (value: unknown): (string | number)[][] =>
  typeof value !== 'object' || value === null
    ? [[]]
    : [[], ...Object.entries(value).flatMap(([key, part]) => pathsIn(part).map(path => [key, ...path]))];

const paths = pathsIn(parse(sound)).filter(path => path.length > 0);

const odd = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    0,
    -0,
    1e308,
    -1e-320,
    Number.MAX_SAFE_INTEGER + 2,
    '1e999',
    '1/0',
    true,
    [],
    {},
    [[]],
    [[1], [1, 2]],
  ),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'toString',
    'squash',
    'e^(e^(e^9))',
    '\u001b[2J',
    '\u202e',
    '\ud800',
    ']]>',
    '*',
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue({ maxDepth: 3 }),
);

const replaced = (path: readonly (string | number)[], value: unknown): string => {
  const bank = parse(sound) as Nest;
  const holder = path.slice(0, -1).reduce<Nest>((part, key) => part[key] as Nest, bank);
  holder[path.at(-1)!] = value;
  return stringify(bank);
};

test('a sound bank with any part replaced by anything is checked and reported', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), odd, async (path, value) => {
      await survives(replaced(path, value));
    }),
    { numRuns: 150 },
  );
});

test('a sound bank with any characters put in, taken out or changed is checked and reported', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(sound.length),
      fc.nat(6),
      fc.string({ unit: 'binary', maxLength: 6 }),
      async (at, out, put) => {
        await survives(sound.slice(0, at) + put + sound.slice(at + out));
      },
    ),
    { numRuns: 150 },
  );
});

const squash = (parts: string): string =>
  `topic: a\ntitle: { zh: 一, en: b }\nitems:\n  - id: x\n    type: calculation\n    kind: squash\n    marks: 1\n    source: s\n${parts}`;

test.each<[string, string, string]>([
  [
    'a prototype as a parameter',
    squash('    params: { vector: [3, 4], __proto__: { a: 1 } }\n    answer: [0.5769, 0.7692]\n'),
    'unknown-key',
  ],
  [
    'a prototype as a mistake',
    squash('    params: { vector: [3, 4] }\n    answer: [0.5769, 0.7692]\n    wrong: { constructor: 1 }\n'),
    'wrong-unknown',
  ],
  ['a prototype as a kind', squash('    params: {}\n    answer: 1\n').replace('squash', 'constructor'), 'unknown-kind'],
  [
    'a prototype as what is asked',
    squash('    params: { vector: [3, 4] }\n    ask: toString\n    answer: 1\n'),
    'unknown-ask',
  ],
  ['a number beyond double in a key', squash('    params: { vector: [3, 4] }\n    answer: [1e999, 1]\n'), 'formula'],
  [
    'a number beyond double in a problem',
    squash('    params: { vector: [1e999, 4] }\n    answer: [1, 1]\n'),
    'params-invalid',
  ],
  [
    'an escape in a text',
    squash('    params: { vector: [3, 4] }\n    answer: [1, 1]\n').replace('source: s', 'source: "\\e[2J"'),
    'characters',
  ],
  ['bytes that are not UTF-8', Buffer.from([0x74, 0x3a, 0xff, 0xfe]).toString('utf8'), 'characters'],
  ['zeros', '\0'.repeat(5000), 'characters'],
  ['a key 60,000 times', `{${'a: 1, '.repeat(60_000)}}`, 'yaml'],
  ['60,000 keys', `{${Array.from({ length: 60_000 }, (_, i) => `k${i}: 1, `).join('')}}`, 'unknown-key'],
  ['question marks', '? '.repeat(50_000), 'too-deep'],
  ['dashes', '- '.repeat(50_000), 'too-deep'],
])('%s', async (_what, text, rule) => {
  expect(await survives(text)).toContain(rule);
  expect(({} as { a?: number }).a).toBeUndefined();
});
