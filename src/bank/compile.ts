import { writeFile } from 'node:fs/promises';
import type { Bank } from './item.ts';
import { bankFiles, loadBankFiles } from './load.ts';
import { bankOf } from './load-banks.ts';

/** Compiles bank files to the JSON that the quiz starts from. Faulty items are left out: `drill check` names them. */
export const compileBank = async (folder: string, target: string): Promise<void> => {
  const { topics, items } = await bankOf([...(await loadBankFiles(await bankFiles([folder]))).values()]);
  const bank: Bank = { topics, items };
  await writeFile(target, JSON.stringify(bank));
};
