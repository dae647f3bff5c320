import type { Finding } from '../bank/finding.ts';
import type { Item } from '../bank/item.ts';
import type { Path } from '../bank/positions.ts';
import type { BankFile } from '../bank/read.ts';
import type { Kind } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import type { RuleId } from './rules.ts';

export type KindOf = (id: string) => Promise<Kind | undefined>;

/** What a finding says besides its sentence. */
export type Details = Pick<Finding, 'expected' | 'got' | 'hint'>;

/** Makes the findings of one item: the rule, the place inside the item, the words. */
export type Report = (rule: RuleId, path: Path, message: Text, details?: Details) => Finding;

export const reportOf =
  (file: BankFile, item: Item): Report =>
  (rule, path, message, details = {}) => ({
    rule,
    item: item.id,
    ...file.positionOf(item, path),
    message,
    ...details,
  });
