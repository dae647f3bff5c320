import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { firstCalculation, firstShort } from '../../src/bank/first-item.ts';
import { loadBanks } from '../../src/bank/load-banks.ts';
import { loadKind } from '../../src/kinds/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'drill-banks-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('files and folders become one bank: each id once, faulty items left out and told', async () => {
  const squash = firstCalculation((await loadKind('squash'))!, 'en');
  writeFileSync(join(folder, 'a.yaml'), squash.replace(/^ {4}ask: .*\n/m, ''));
  writeFileSync(join(folder, 'b.yaml'), `${firstShort('en')}  - { id: broken }\n`);
  const bank = await loadBanks([folder, join(folder, 'a.yaml')]);
  expect(bank.items.map(({ id }) => id)).toEqual(['my-squash-1', 'my-overfitting-1']);
  expect(bank.items[0]).toMatchObject({ ask: 'vector' });
  expect(bank.topics.map(({ id }) => id)).toEqual(['my-capsule', 'my-topic']);
  expect(bank.findings.map(({ rule }) => rule)).toEqual(['shape']);
});

test('a bank without a sound item, and one that is not there, are told', async () => {
  const file = join(folder, 'c.yml');
  writeFileSync(file, 'topic: x\n');
  await expect(loadBanks([file])).rejects.toThrow('no sound item');
  await expect(loadBanks([join(folder, 'nothing.yaml')])).rejects.toThrow('no such file');
});
