import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../../src/bank/item.ts';
import { readBankFile } from '../../src/bank/read.ts';

const head = 'topic: svd\ntitle: { zh: 奇异值分解, en: SVD }\nitems:\n';
const calculation = `  - id: svd-a
    type: calculation
    kind: svd
    marks: 4
    params: { matrix: [[3, 0], [4, 5]] }
    answer: ["3*sqrt(5)", "sqrt(5)"]
    wrong: { ascending: ["sqrt(5)", "3*sqrt(5)"] }
    source: a book
`;
const short = `  - id: svd-b
    type: short
    marks: 2
    prompt: { zh: 为什么？, en: Why? }
    answer: { zh: 因为。, en: Because. }
    points:
      - { id: because, marks: 2, text: { zh: 因为, en: because }, accept: [[因为], [because]] }
    source: a paper
`;
const sound = head + calculation + short;
const read = (text: string) => readBankFile(text, 'bank.yaml');
const places = (text: string) => read(text).findings.map(({ rule, line, column }) => [rule, line, column]);

describe('a sound file', () => {
  test('gives typed items with their defaults', () => {
    const { items, findings, topic } = read(sound);
    expect(findings).toEqual([]);
    expect(topic).toEqual({ id: 'svd', title: { zh: '奇异值分解', en: 'SVD' } });
    expect(items).toMatchObject([
      { id: 'svd-a', topic: 'svd', level: 2, fresh: true, decimals: 4, answer: [3 * Math.sqrt(5), Math.sqrt(5)] },
      { id: 'svd-b', points: [{ contradict: [] }], samples: [] },
    ]);
  });

  test('knows where every part stands', () => {
    const { positionOf, items, writtenOf } = read(sound);
    const [calculated] = items as [Item];
    expect(positionOf(calculated, ['answer'])).toEqual({ file: 'bank.yaml', line: 9, column: 13 });
    expect(positionOf(calculated, ['params', 'matrix', 1, 0])).toEqual({ file: 'bank.yaml', line: 8, column: 33 });
    expect(positionOf(calculated, ['nothing'])).toEqual({ file: 'bank.yaml', line: 4, column: 5 });
    expect(writtenOf(calculated, ['answer', 0])).toBe('3*sqrt(5)');
  });
});

describe('every fault is found where it stands, and the sound items beside it stay', () => {
  const broken = (from: string, to: string): string => sound.replace(from, to);
  test.each<[string, string, [string, number, number][]]>([
    ['an unknown key', broken('    params:', '    parms: 1\n    params:'), [['unknown-key', 8, 5]]],
    ['a missing key', broken('    kind: svd\n', ''), [['shape', 4, 5]]],
    ['a missing language', broken('{ zh: 为什么？, en: Why? }', '{ zh: 为什么？ }'), [['missing-language', 15, 13]]],
    ['an empty text', broken('en: Why?', 'en: ""'), [['missing-language', 15, 29]]],
    ['marks that are text', broken('marks: 4', 'marks: four'), [['shape', 7, 12]]],
    ['an id of another form', broken('svd-a', 'SVD_a'), [['id-form', 4, 9]]],
    ['an answer that is no number', broken('"sqrt(5)"]\n    wrong', '"sqrt(x)"]\n    wrong'), [['formula', 9, 27]]],
    ['an unknown type', broken('type: short', 'type: long'), [['shape', 13, 11]]],
    [
      'no points',
      broken('      - { id: because', '      - { ident: because'),
      [
        ['shape', 18, 9],
        ['unknown-key', 18, 11],
      ],
    ],
    ['a level of 4', broken('    marks: 4', '    level: 4\n    marks: 4'), [['shape', 7, 12]]],
    ['a bracket that is not closed', broken('[[3, 0]', '[[3, 0'), [['yaml', 8, 23]]],
    ['a bracket that another closes', broken('[4, 5]] }', '[4, 5] }'), [['yaml', 8, 23]]],
    ['a quote that is not closed', broken('en: Why?', 'en: "Why?'), [['yaml', 15, 29]]],
    ['a colon in a text without quotes', broken('a book', 'a book: it'), [['yaml', 11, 13]]],
    ['a tab for spaces', broken('    kind: svd', '\tkind: svd'), [['yaml', 6, 1]]],
    ['a tag', broken('source: a book', 'source: !!binary aGVsbG8='), [['yaml', 11, 13]]],
    ['a second document', `${sound}---\n${sound}`, [['yaml', 20, 1]]],
    ['an alias of nothing', broken('source: a book', 'source: *book'), [['yaml', 11, 13]]],
    ['an alias inside what it names', broken('{ matrix: [[3', '&p { matrix: [*p, [3'), [['aliases', 8, 27]]],
    [
      'a key that belongs elsewhere',
      broken('    kind: svd\n', '    kind: svd\n    samples: []\n'),
      [['unknown-key', 7, 5]],
    ],
    ['a list as a key', broken('    marks: 4\n', '    marks: 4\n    ? [a, b]\n    : 3\n'), [['unknown-key', 8, 7]]],
    ['UTF-16', sound.replace(/./gsu, '$&\0'), [['characters', 1, 2]]],
    ['a key twice', broken('    kind: svd\n', '    kind: svd\n    kind: conv\n'), [['yaml', 7, 5]]],
    ['a control character', broken('a book', 'a\u0007 book'), [['characters', 11, 14]]],
    ['a turned direction', broken('a book', 'a\u202e book'), [['characters', 11, 14]]],
    ['no items', 'topic: svd\ntitle: { zh: 一, en: one }\n', [['shape', 1, 1]]],
    ['an empty file', '', [['shape', 1, 1]]],
  ])('%s', (_what, text, expected) => {
    expect(places(text)).toEqual(expected);
  });

  test('all faults are reported, not the first', () => {
    const text = broken('marks: 4', 'marks: 0').replace('en: Why?', 'en: ""');
    expect(read(text).findings).toHaveLength(2);
  });

  test('the other item stays', () => {
    expect(read(broken('marks: 4', 'marks: 0')).items.map(item => item.id)).toEqual(['svd-b']);
  });

  test('a misspelt key is answered with a guess, in both languages', () => {
    const [finding] = read(broken('    params:', '    parms: 1\n    params:')).findings;
    expect(finding!.message.en).toContain('did you mean “params”');
    expect(finding!.message.zh).toContain('params');
  });
});

describe('hostile files', () => {
  test.each<[string, string]>([
    [
      'aliases that multiply',
      `a: &a [x, x]\n${Array.from({ length: 20 }, (_, i) => `b${i}: &b${i} [*${i ? `b${i - 1}` : 'a'}, *${i ? `b${i - 1}` : 'a'}]`).join('\n')}\n`,
    ],
    ['a nest of 100,000 lists', '['.repeat(100_000)],
    [
      'names of prototypes',
      head + calculation.replace('params:', '__proto__: { polluted: 1 }\n    constructor: 1\n    params:'),
    ],
    ['several documents', `${sound}---\n${sound}`],
    ['a tag', 'topic: !!js/function "x"\n'],
    ['numbers beyond double', sound.replace('[3, 0]', '[1e999, 0]').replace('marks: 4', 'marks: 99999999999999999999')],
    ['a scalar', 'hello'],
    ['a list', '- 1\n- 2\n'],
    ['nine megabytes', `topic: ${'x'.repeat(9 * 1024 * 1024)}`],
  ])('%s', (_what, text) => {
    const { findings } = read(text);
    expect(findings.length).toBeGreaterThan(0);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test('random text never throws', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), text => void read(text)));
    const pieces = fc.constantFrom(
      'topic: ',
      'items:',
      '\n  - ',
      'id: a',
      '\n    ',
      '[',
      ']',
      '{',
      '}',
      '&a',
      '*a',
      ': ',
      '"',
      'type: short',
      'points:',
      '- ',
      '1',
      'en: x',
      'zh: 一',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => void read(parts.join(''))),
      { numRuns: 500 },
    );
  });
});
