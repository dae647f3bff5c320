import { describe, expect, test } from 'vitest';
import { readBankFile } from '../../src/bank/read.ts';
import { isLow, precisionOf, recallOf } from '../../src/check/agreement.ts';
import { checkBank } from '../../src/check/check-bank.ts';
import { loadKind } from '../../src/kinds/index.ts';

const head = 'topic: capsule\ntitle: { zh: 胶囊网络, en: Capsules }\nitems:\n';
const squash = `  - id: squash-a
    type: calculation
    kind: squash
    level: 1
    marks: 4
    params: { vector: [3, 4] }
    ask: vector
    answer: [0.5769, 0.7692]
    wrong: { normalised-only: [0.6, 0.8] }
    source: Sabour et al. 2017
`;
const short = `  - id: pooling
    type: short
    marks: 3
    prompt: { zh: 池化有什么问题？, en: What is wrong with pooling? }
    answer: { zh: 丢失位置信息，而且只有不变性。, en: It loses the position and gives only invariance. }
    points:
      - { id: position, marks: 2, text: { zh: 丢失位置, en: position is lost }, accept: [[位置, 丢], [position, lose*|lost]] }
      - { id: invariance, marks: 1, text: { zh: 不变性, en: invariance }, accept: [[不变性], [invarian*]] }
    samples:
      - { text: the position is lost, points: [position] }
      - { text: 只有不变性, points: [invariance] }
    source: Sabour et al. 2017
`;
const sound = head + squash + short;

const findings = async (...texts: string[]) => {
  const files = texts.map((text, i) => readBankFile(text, `bank${i || ''}.yaml`));
  return (await checkBank(files, loadKind)).findings;
};
const broken = (from: string, to: string): string => {
  const text = sound.replace(from, to);
  expect(text).not.toBe(sound);
  return text;
};

test('a sound bank has no faults', async () => {
  expect(await findings(sound)).toEqual([]);
});

describe('every rule, broken on purpose, at its place', () => {
  test.each<[string, string, string, string, number, number]>([
    ['key-differs', 'one unit of the last digit', '0.7692]', '0.7693]', 11, 22],
    ['key-differs', 'too few components', '[0.5769, 0.7692]', '[0.5769]', 11, 13],
    ['key-differs', 'the other sign', '[0.5769,', '[-0.5769,', 11, 14],
    ['wrong-undiagnosed', 'not what the mistake gives', '[0.6, 0.8] }', '[0.6, 0.9] }', 12, 31],
    ['wrong-undiagnosed', 'what another mistake gives', 'normalised-only: [0.6', 'norm-not-squared: [0.6', 12, 32],
    ['wrong-is-right', 'the truth as an example of a mistake', '[0.6, 0.8] }', '[0.5769, 0.7692] }', 12, 31],
    ['wrong-unknown', 'a mistake that is none', 'normalised-only', 'normalized-only', 12, 14],
    ['unknown-kind', 'a kind that is none', 'kind: squash', 'kind: squashed', 6, 11],
    ['unknown-ask', 'nothing of that name', 'ask: vector', 'ask: vectors', 10, 10],
    ['params-invalid', 'a parameter that is no number', '[3, 4]', '[3, four]', 9, 27],
    ['params-invalid', 'a parameter that is not there', '{ vector:', '{ vektor:', 9, 15],
    ['marks-differ', 'points that do not add up', 'marks: 3', 'marks: 4', 16, 12],
    ['duplicate-point', 'a point twice', 'id: invariance', 'id: position', 21, 15],
    ['duplicate-point', 'a sample that names a point twice', '[position] }', '[position, position] }', 23, 58],
    ['language-mixed', 'a title in the other language', 'zh: 胶囊网络', 'zh: Nets of capsules', 2, 14],
    ['pattern', 'an accept word that cannot be read', 'lose*|lost', 'lose*|', 20, 106],
    [
      'pattern',
      'words of about that cannot be read',
      '[invarian*]] }',
      '[invarian*]], about: [不变, "|位置"] }',
      21,
      114,
    ],
    ['unknown-point', 'a sample with a point that is none', 'points: [position] }', 'points: [place] }', 23, 48],
    ['sample-disagrees', 'a sample that is labelled wrongly', 'points: [position] }', 'points: [] }', 23, 17],
    ['model-answer-misses', 'a model answer without a point', 'and gives only invariance', 'and more', 18, 40],
    [
      'prompt-earns',
      'a question that answers itself',
      'What is wrong with pooling?',
      'Why is invariance wrong?',
      17,
      33,
    ],
  ])('%s: %s', async (rule, _what, from, to, line, column) => {
    const found = await findings(broken(from, to));
    expect(found.map(f => [f.rule, f.line, f.column])).toContainEqual([rule, line, column]);
    for (const { message } of found) expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('the same id in two files names both places', async () => {
    const found = await findings(sound, head + squash);
    expect(found).toMatchObject([{ rule: 'duplicate-id', file: 'bank1.yaml', line: 4, item: 'squash-a' }]);
    expect(found[0]!.message.en).toContain('bank.yaml:4');
  });

  test('every digit of a key matters', async () => {
    for (const [from, to] of [
      ['0.5769', '0.5770'],
      ['0.5769', '0.5768'],
      ['0.7692', '0.7691'],
    ] as const) {
      expect((await findings(broken(from, to))).map(f => f.rule)).toEqual(['key-differs']);
    }
  });

  test('findings come sorted, each once, the reader’s among them', async () => {
    const found = await findings(
      broken('marks: 3', 'marks: 4').replace('kind: squash', 'kind: squish'),
      `${head}  - { id: x }\n`,
    );
    const places = found.map(({ file, line, column }) => [file, line, column].join(':'));
    expect(found.map(f => f.rule)).toEqual(['unknown-kind', 'marks-differ', 'shape']);
    expect(new Set(places).size).toBe(places.length);
  });
});

describe('the marker against the samples', () => {
  const agreementOf = async (text: string) => (await checkBank([readBankFile(text, 'bank.yaml')], loadKind)).agreement;

  test('is counted for every key point', async () => {
    expect(await agreementOf(sound)).toEqual([
      { item: 'pooling', point: 'position', samples: 2, found: 1, met: 1, both: 1 },
      { item: 'pooling', point: 'invariance', samples: 2, found: 1, met: 1, both: 1 },
    ]);
  });

  test.each([
    ['a label that the marker does not find', 'points: [invariance] }', 'points: [position, invariance] }', 1, 0.5],
    ['a point that no person found', 'points: [position] }', 'points: [] }', 0, 1],
  ])('falls with %s', async (_, from, to, precision, recall) => {
    const [position] = await agreementOf(broken(from, to));
    expect([precisionOf(position!), recallOf(position!), isLow(position!)]).toEqual([precision, recall, true]);
  });
});
