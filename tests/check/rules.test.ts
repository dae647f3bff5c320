import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bankFiles, loadBankFiles } from '../../src/bank/load.ts';
import { readBankFile } from '../../src/bank/read.ts';
import { checkBank } from '../../src/check/check-bank.ts';
import { ruleIds, rules } from '../../src/check/rules.ts';
import { loadKind } from '../../src/kinds/index.ts';
import { languages } from '../../src/problem/text.ts';
import { brokenFiles, brokenKinds, kindsWith } from './fixtures/broken.ts';

const folder = mkdtempSync(join(tmpdir(), 'drill-rules-'));
afterAll(() => rmSync(folder, { recursive: true }));

const sound = readFileSync(new URL('fixtures/sound.yaml', import.meta.url), 'utf8');
const findings = async (text: string, kindOf = loadKind) =>
  (await checkBank([readBankFile(text, 'bank.yaml')], kindOf)).findings;

test('the bank that the rules are broken in is sound', async () => {
  expect(await findings(sound)).toEqual([]);
});

describe('every rule', () => {
  const onLines = ruleIds.filter(id => !(id in brokenFiles) && !(id in brokenKinds) && id !== 'unreadable');

  test.each(onLines)('%s is broken by the lines on its page, where they stand', async id => {
    const { breaks, mended, severity } = rules[id];
    const text = sound.replace(mended, breaks);
    expect(text, `“${mended}” is not in the sound bank`).not.toBe(sound);
    const found = (await findings(text)).filter(({ rule }) => rule === id);
    const first = sound.slice(0, sound.indexOf(mended)).split('\n').length;
    expect(found.map(({ line }) => line)).toContainEqual(expect.any(Number));
    for (const { line } of found) {
      expect(line).toBeGreaterThanOrEqual(first - 3);
      expect(line).toBeLessThanOrEqual(first + breaks.split('\n').length);
    }
    expect(found[0]!.severity).toBe(severity);
  });

  test.each(Object.entries(brokenFiles))('%s is broken by a file', async (id, text) => {
    expect((await findings(text)).map(({ rule }) => rule)).toEqual([id]);
  });

  test.each(Object.keys(brokenKinds))('%s is broken by a kind', async id => {
    expect((await findings(sound, kindsWith(id))).map(({ rule }) => rule)).toContain(id);
  });

  test('unreadable is broken by a link to itself, and the file beside it is checked', async () => {
    symlinkSync('loop.yaml', join(folder, 'loop.yaml'));
    writeFileSync(join(folder, 'sound.yaml'), sound);
    const read = await loadBankFiles(await bankFiles([folder]));
    const { findings: found, items } = await checkBank([...read.values()], loadKind);
    expect(found.map(({ rule }) => rule)).toEqual(['unreadable']);
    expect(items).toBe(7);
  });

  test.each(ruleIds)('%s is told in both languages', id => {
    const { finds, why, mend } = rules[id];
    for (const text of [finds, why, mend]) {
      for (const language of languages) expect(text[language].trim()).not.toBe('');
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).not.toMatch(/\p{Script=Han}/u);
    }
  });
});
