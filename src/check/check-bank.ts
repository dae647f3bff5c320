import { type Finding, sorted } from '../bank/finding.ts';
import type { BankFile } from '../bank/read.ts';
import type { Text } from '../problem/text.ts';
import { checkCalculation } from './calculation.ts';
import { type KindOf, reportOf } from './context.ts';
import { checkShort } from './short.ts';
import { loadStepCheck } from './steps.ts';

/** What a check came to. */
export interface Checked {
  readonly findings: readonly Finding[];
  readonly items: number;
  readonly files: number;
}

/** Ids are unique over all files: both places are named. */
const duplicates = (files: readonly BankFile[]): Finding[] => {
  const first = new Map<string, BankFile>();
  return files.flatMap(file => {
    const seen = new Set<string>();
    return file.items.flatMap(item => {
      const other = first.get(item.id) ?? (seen.has(item.id) ? file : undefined);
      seen.add(item.id);
      if (!other) {
        first.set(item.id, file);
        return [];
      }
      const { file: name, line } = other.positionOf(item.id, ['id']);
      const message: Text = {
        en: `the id “${item.id}” is used already, in ${name}:${line}`,
        zh: `编号“${item.id}”已在 ${name}:${line} 使用`,
      };
      return [{ rule: 'duplicate-id', item: item.id, ...file.positionOf(item.id, ['id']), message }];
    });
  });
};

/** Proves banks: every fault of every file, sorted by place. */
export const checkBank = async (files: readonly BankFile[], kindOf: KindOf): Promise<Checked> => {
  const checkStep = await loadStepCheck();
  const tried = new Map<string, Text | undefined>();
  const findings: Finding[] = [...files.flatMap(file => file.findings), ...duplicates(files)];
  for (const file of files) {
    for (const item of file.items) {
      const report = reportOf(file, item);
      const found =
        item.type === 'short'
          ? checkShort(item, report)
          : await checkCalculation(item, kindOf, checkStep, tried, report);
      findings.push(...found);
    }
  }
  return {
    findings: sorted(findings),
    items: files.reduce((sum, file) => sum + file.items.length, 0),
    files: files.length,
  };
};
