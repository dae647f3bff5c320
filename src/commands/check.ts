import { bankFiles, loadBankFiles, shippedFolder } from '../bank/load.ts';
import { checkBank } from '../check/check-bank.ts';
import { loadKind } from '../kinds/index.ts';
import { closingLine, findingLines } from '../render/findings.ts';
import { styleOf } from '../render/style.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';

export interface CheckFlags extends LookFlags {
  readonly json?: boolean;
}

/** `drill check`: proves the named bank files, or the shipped bank. 0 clean, 1 faults; unreadable paths throw. */
export const check = async (paths: readonly string[], flags: CheckFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const begun = performance.now();
  const read = await loadBankFiles(await bankFiles(paths.length > 0 ? paths : [shippedFolder()]));
  const checked = await checkBank([...read.values()], loadKind);
  const seconds = (performance.now() - begun) / 1000;
  if (flags.json) {
    const findings = checked.findings.map(({ message, hint, ...rest }) => ({
      ...rest,
      message: message[look.language],
      ...(hint ? { hint: hint[look.language] } : {}),
    }));
    await write(terminal.output, `${JSON.stringify({ findings, items: checked.items, files: checked.files })}\n`);
  } else {
    const style = await styleOf(look.coloured);
    for (const finding of checked.findings) {
      const source = read.get(finding.file)?.lines[finding.line - 1];
      await write(terminal.output, `${findingLines(finding, source, look, style).join('\n')}\n`);
    }
    await write(terminal.output, `${closingLine(checked, seconds, look.language)}\n`);
  }
  return checked.findings.length === 0 ? 0 : 1;
};
