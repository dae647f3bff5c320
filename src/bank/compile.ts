import { readFile, writeFile } from 'node:fs/promises';
import type { Bank } from './item.ts';
import { bankSchemaText } from './json-schema.ts';
import { bankFiles, loadBankFiles } from './load.ts';
import { bankOf } from './load-banks.ts';

/** Compiles bank files to the JSON that the quiz starts from. Faulty items are left out: `drill check` names them. */
export const compileBank = async (folder: string, target: string): Promise<void> => {
  const { topics, items } = await bankOf([...(await loadBankFiles(await bankFiles([folder]))).values()]);
  // The samples prove the rubrics: only the check reads them, from the files themselves.
  const bank: Bank = { topics, items: items.map(item => (item.type === 'short' ? { ...item, samples: [] } : item)) };
  await writeFile(target, JSON.stringify(bank));
};

/** Writes the JSON Schema of bank files beside the shipped ones, where it has changed. */
export const writeSchema = async (target: string): Promise<void> => {
  const text = await bankSchemaText();
  const before = await readFile(target, 'utf8').catch(() => '');
  if (text !== before) await writeFile(target, text);
};
