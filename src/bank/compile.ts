import { writeFile } from 'node:fs/promises';
import { loadKind } from '../kinds/index.ts';
import type { Bank } from './item.ts';
import { bankFiles, loadBankFiles } from './load.ts';

/** Compiles bank files to the JSON that the quiz starts from. Faulty items are left out: `drill check` names them. */
export const compileBank = async (folder: string, target: string): Promise<void> => {
  const files = [...(await loadBankFiles(await bankFiles([folder]))).values()];
  const items = await Promise.all(
    files
      .flatMap(file => file.items)
      .map(async item =>
        item.type === 'calculation' && item.ask === ''
          ? { ...item, ask: (await loadKind(item.kind))?.ask ?? '' }
          : item,
      ),
  );
  const bank: Bank = { topics: files.flatMap(file => file.topic ?? []), items };
  await writeFile(target, JSON.stringify(bank));
};
