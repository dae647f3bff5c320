import type { Finding } from '../bank/finding.ts';
import type { Item } from '../bank/item.ts';
import type { Path } from '../bank/positions.ts';
import type { BankFile } from '../bank/read.ts';
import type { Kind } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import type { RuleId } from './rules.ts';

export type KindOf = (id: string) => Promise<Kind | undefined>;

/** What a finding says besides its sentence. */
export interface Details extends Pick<Finding, 'expected' | 'got' | 'hint'> {
  /** It stands at the value of its path, or at the key that names it. */
  readonly part?: 'value' | 'key';
}

/** Makes the findings of one item, or of the file itself: the rule, the place inside the item, the words. */
export type Report = (rule: RuleId, path: Path, message: Text, details?: Details) => Finding;

export const reportOf =
  (file: BankFile, item?: Item): Report =>
  (rule, path, message, { part, ...details } = {}) => ({
    rule,
    ...(item ? { item: item.id } : {}),
    ...file.positionOf(item, path, part),
    message,
    ...details,
  });
