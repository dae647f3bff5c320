import { type Finding, sorted } from '../bank/finding.ts';
import type { BankFile } from '../bank/read.ts';
import { checkCalculation, type Proof } from './calculation.ts';
import { type KindOf, reportOf } from './context.ts';
import { duplicates } from './duplicates.ts';
import { metElsewhere } from './elsewhere.ts';
import { seeds, tryGenerators } from './fresh.ts';
import { nearDuplicates } from './near-duplicates.ts';
import type { Placed } from './placed.ts';
import { type Severity, severityOf } from './rules.ts';
import { checkShort } from './short.ts';
import { loadStepCheck } from './steps.ts';
import { checkTexts } from './texts.ts';

/** A finding and how grave it is. */
export interface Rated extends Finding {
  readonly severity: Severity;
}

/** What a check came to. */
export interface Checked {
  readonly findings: readonly Rated[];
  readonly items: number;
  readonly files: number;
}

export interface CheckOptions {
  /** Generators are tried with ten times as many seeds. */
  readonly strict?: boolean;
  /** Only the findings of these rules. */
  readonly wants?: (rule: string) => boolean;
  /** Told of every item that is done. */
  readonly onItem?: (done: number, of: number) => void;
}

const checkItem = async ({ item, file }: Placed, proof: Proof): Promise<Finding[]> => {
  const report = reportOf(file, item);
  const found =
    item.type === 'short'
      ? checkShort(item, report)
      : await checkCalculation(item, proof, path => file.writtenOf(item, path), report);
  return [...checkTexts(item, report), ...found];
};

/** Findings as they are reported: those that are wanted, each once, by place, with their severity. */
export const rated = (findings: readonly Finding[], wants: (rule: string) => boolean = () => true): Rated[] =>
  sorted(findings.filter(({ rule }) => wants(rule))).map(finding => ({
    ...finding,
    severity: severityOf(finding.rule),
  }));

/** Proves banks: every fault of every file, sorted by place. */
export const checkBank = async (
  files: readonly BankFile[],
  kindOf: KindOf,
  { strict = false, wants, onItem }: CheckOptions = {},
): Promise<Checked> => {
  const proof: Proof = {
    kindOf,
    checkStep: await loadStepCheck(),
    tryGenerator: tryGenerators(strict ? seeds.strict : seeds.usual),
  };
  const all = files.flatMap(file => file.items.map(item => ({ item, file })));
  const findings: Finding[] = files.flatMap(file => file.findings);
  for (const [i, placed] of all.entries()) {
    findings.push(...(await checkItem(placed, proof)));
    onItem?.(i + 1, all.length);
  }
  findings.push(...duplicates(all), ...nearDuplicates(all), ...metElsewhere(all));
  return { findings: rated(findings, wants), items: all.length, files: files.length };
};
