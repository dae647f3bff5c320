import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { ShortItem } from '../../src/bank/item.ts';
import { shippedFolder } from '../../src/bank/load.ts';
import { loadBanks } from '../../src/bank/load-banks.ts';
import { isMet, type ReadPoint, readPoint, readText } from '../../src/marking/rubric.ts';
import type { Language } from '../../src/problem/text.ts';

interface Answer {
  readonly item: string;
  readonly language: Language;
  readonly text: string;
  readonly points: readonly string[];
}

const { items } = await loadBanks([shippedFolder()]);
const shortItems = items.filter((item): item is ShortItem => item.type === 'short');
const rubrics = new Map<string, readonly ReadPoint[]>(
  shortItems.map(({ id, points }) => [id, points.map(point => readPoint(point))]),
);

const readAnswers = async (name: string): Promise<Answer[]> =>
  (await readFile(join(import.meta.dirname, 'answers', `${name}.ndjson`), 'utf8'))
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Answer);

/** Of the decisions on key points, the share in which the marker and the label agree. */
const agreement = (answers: readonly Answer[]): number => {
  const decisions = answers.flatMap(({ item, text, points }) => {
    const reading = readText(text);
    return rubrics.get(item)!.map(point => isMet(point, reading) === points.includes(point.id));
  });
  return decisions.filter(Boolean).length / decisions.length;
};

describe.each([
  ['seen', 0.98],
  ['unseen', 0.92],
] as const)('%s answers', async (name, least) => {
  const answers = await readAnswers(name);

  test('every question of the bank is answered in both languages, with key points that it has', () => {
    for (const { id, points } of shortItems) {
      const its = answers.filter(({ item }) => item === id);
      expect(new Set(its.map(({ language }) => language)), id).toEqual(new Set(['zh', 'en']));
      const ids = points.map(point => point.id);
      for (const answer of its) expect(ids, answer.text).toEqual(expect.arrayContaining([...answer.points]));
    }
  });

  test.each(['zh', 'en'] as const)('are marked as a person does, in %s', language => {
    expect(agreement(answers.filter(answer => answer.language === language))).toBeGreaterThanOrEqual(least);
  });
});
