import type { Text } from '../problem/text.ts';
import type { Position } from './item.ts';

/** A fault of a bank, as data: worded here, drawn by the renderer, counted by the command. */
export interface Finding extends Position {
  readonly rule: string;
  /** The id of the item it is in. */
  readonly item?: string;
  readonly message: Text;
  /** How to mend it. */
  readonly hint?: Text;
}

/** Findings by file, line and column, each once. */
export const sorted = (findings: readonly Finding[]): Finding[] => {
  const seen = new Map(findings.map(finding => [JSON.stringify(finding), finding]));
  return [...seen.values()].sort(
    (a, b) =>
      (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
      a.line - b.line ||
      a.column - b.column ||
      (a.rule < b.rule ? -1 : 1),
  );
};
