import { relative, sep } from 'node:path';
import { bankFiles, loadBankFiles, shippedFolder } from '../bank/load.ts';
import { checkBank } from '../check/check-bank.ts';
import { loadKind } from '../kinds/index.ts';
import { type ReporterName, reporters } from '../render/reporters/index.ts';
import { counts, type Report } from '../render/reporters/report.ts';
import { styleOf } from '../render/style.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import { version } from '../version.ts';
import type { Shell } from './common.ts';
import { explain, requireRules } from './explain.ts';
import { progressOn } from './progress.ts';

export interface CheckFlags extends LookFlags {
  readonly bank?: readonly string[];
  readonly reporter?: ReporterName;
  readonly json?: boolean;
  readonly rule?: readonly string[];
  readonly notRule?: readonly string[];
  readonly strict?: boolean;
  readonly explain?: string | true;
}

/** A file as a CI job names it, where it lies below the folder the job runs in. */
const nameIn =
  (folder: string) =>
  (file: string): string => {
    const short = relative(folder, file);
    return short.startsWith(`..${sep}`) ? file : short.replaceAll(sep, '/');
  };

/** `drill check`: proves the named bank files, or the shipped bank. 0 clean, 1 faults; unreadable paths throw. */
export const check = async (files: readonly string[], flags: CheckFlags, shell: Shell): Promise<number> => {
  const { terminal } = shell;
  const look = lookOf(terminal, flags);
  const style = await styleOf(look.coloured);
  if (flags.explain !== undefined) return explain(flags.explain, look, style, terminal);
  const { rule: only, notRule: not = [], strict = false } = flags;
  requireRules([...(only ?? []), ...not]);
  const reporter = flags.json ? 'json' : (flags.reporter ?? 'text');
  const paths = [...files, ...(flags.bank ?? [])];
  const time = terminal.now();
  const begun = performance.now();
  const found = await bankFiles(paths.length > 0 ? paths : [shippedFolder()]);
  const progress = progressOn(terminal, flags.plain);
  const work = async (): Promise<Pick<Report, 'files' | 'checked'>> => {
    const read = await loadBankFiles(found, progress.of(0));
    const checked = await checkBank([...read.values()], loadKind, {
      strict,
      wants: rule => (only?.includes(rule) ?? true) && !not.includes(rule),
      onItem: progress.of(1),
    });
    return { files: read, checked };
  };
  const { files: read, checked } = await work().finally(progress.clear);
  const report: Report = {
    checked,
    files: read,
    seconds: (performance.now() - begun) / 1000,
    strict,
    language: look.language,
    width: look.width,
    style,
    version,
    time,
    nameOf: nameIn(process.cwd()),
  };
  await write(terminal.output, reporters[reporter](report));
  return checked.findings.some(finding => counts(finding, strict)) ? 1 : 0;
};
