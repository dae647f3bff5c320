import type { Text } from '../problem/text.ts';
import type { Position } from './item.ts';

/** A fault of a bank, as data: worded here, drawn by the reporters, counted by the command. */
export interface Finding extends Position {
  readonly rule: string;
  /** The id of the item it is in. */
  readonly item?: string;
  readonly message: Text;
  readonly expected?: Text;
  readonly got?: Text;
  /** How to mend it, where more can be said than the rule itself says. */
  readonly hint?: Text;
}

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Findings by file, line, column and rule, each once. */
export const sorted = <F extends Finding>(findings: readonly F[]): F[] => {
  const seen = new Map(
    findings.map(finding => {
      const { rule, file, line, column, item, message } = finding;
      return [[rule, file, line, column, item, message.en].join('\0'), finding];
    }),
  );
  return [...seen.values()].sort(
    (a, b) =>
      order(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      order(a.rule, b.rule) ||
      order(a.message.en, b.message.en),
  );
};
