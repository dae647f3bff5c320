import { describe, expect, test } from 'vitest';
import { firstCalculation, firstShort } from '../../src/bank/first-item.ts';
import { readBankFile } from '../../src/bank/read.ts';
import { checkBank } from '../../src/check/check-bank.ts';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { languages } from '../../src/problem/text.ts';

const findings = async (text: string) => {
  const { findings: found, items } = await checkBank([readBankFile(text, 'new.yaml')], loadKind);
  expect(items).toBe(1);
  return found;
};

describe.each(languages)('a first item passes the check (%s)', language => {
  test('short', async () => {
    expect(await findings(firstShort(language))).toEqual([]);
  });

  test.each(kindIds)('%s', async id => {
    expect(await findings(firstCalculation((await loadKind(id))!, language))).toEqual([]);
  });
});
