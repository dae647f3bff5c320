import { type Finding, sorted } from '../bank/finding.ts';
import type { BankFile } from '../bank/read.ts';
import type { PointAgreement } from './agreement.ts';
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
import { checkTexts, checkTitle } from './texts.ts';

/** A finding and how grave it is. */
export interface Rated extends Finding {
  readonly severity: Severity;
}

/** What a check came to. */
export interface Checked {
  readonly findings: readonly Rated[];
  /** The marker against the labels of the samples, key point by key point. */
  readonly agreement: readonly PointAgreement[];
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

const checkItem = async ({ item, file }: Placed, proof: Proof): Promise<ReturnType<typeof checkShort>> => {
  const report = reportOf(file, item);
  const { findings, agreement } =
    item.type === 'short'
      ? checkShort(item, report)
      : {
          findings: await checkCalculation(item, proof, path => file.writtenOf(item, path), report),
          agreement: [],
        };
  return { findings: [...checkTexts(item, report), ...findings], agreement };
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
  const findings: Finding[] = files.flatMap(file => [
    ...file.findings,
    ...(file.topic ? checkTitle(file.topic.title, reportOf(file)) : []),
  ]);
  const agreement: PointAgreement[] = [];
  for (const [i, placed] of all.entries()) {
    const checked = await checkItem(placed, proof);
    findings.push(...checked.findings);
    agreement.push(...checked.agreement);
    onItem?.(i + 1, all.length);
  }
  findings.push(...(await duplicates(all, kindOf)), ...nearDuplicates(all), ...metElsewhere(all));
  return { findings: rated(findings, wants), agreement, items: all.length, files: files.length };
};
