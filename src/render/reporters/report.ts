import type { BankFile } from '../../bank/read.ts';
import type { Checked, Rated } from '../../check/check-bank.ts';
import { ruleOf } from '../../check/rules.ts';
import type { Language } from '../../problem/text.ts';
import type { Style } from '../style.ts';

/** What a reporter writes down: what a check came to, and how it is to be said. */
export interface Report {
  readonly checked: Checked;
  /** The files that were read, by the names that findings have. */
  readonly files: ReadonlyMap<string, BankFile>;
  readonly seconds: number;
  readonly strict: boolean;
  readonly language: Language;
  readonly width: number;
  readonly style: Style;
  readonly version: string;
  /** When the check began, for reports that are kept. */
  readonly time: Date;
  /** A file's name as a CI job knows it: relative to where it runs. */
  readonly nameOf: (file: string) => string;
}

/** A report as text, line end included. */
export type Reporter = (report: Report) => string;

/** How to mend a finding: what is said of this one, else what its rule says. */
export const mendOf = ({ hint, rule }: Rated, language: Language): string =>
  (hint ?? ruleOf(rule)?.mend)?.[language] ?? '';

/** Whether a finding makes the check fail. */
export const counts = ({ severity }: Rated, strict: boolean): boolean => strict || severity === 'error';
