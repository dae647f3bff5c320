import type { Text } from '../../problem/text.ts';

/** An error makes a bank unsound; a warning is worth a look, and counts with `--strict` only. */
export type Severity = 'error' | 'warning';

/** One thing that `drill check` proves of a bank. */
export interface Rule {
  readonly severity: Severity;
  /** What it finds, in a sentence. */
  readonly finds: Text;
  readonly why: Text;
  /** How to mend what it finds. */
  readonly mend: Text;
  /** Lines of a bank that break it, and the same lines mended. */
  readonly breaks: string;
  readonly mended: string;
}

export type RuleTable = Readonly<Record<string, Rule>>;
