import type { Finding } from '../bank/finding.ts';
import type { Item } from '../bank/item.ts';
import type { Path } from '../bank/positions.ts';
import type { BankFile } from '../bank/read.ts';
import type { Kind } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';

export type KindOf = (id: string) => Promise<Kind | undefined>;

/** Makes the findings of one item: the rule, the place inside the item, the words. */
export type Report = (rule: string, path: Path, message: Text, hint?: Text) => Finding;

export const reportOf =
  (file: BankFile, item: Item): Report =>
  (rule, path, message, hint) => ({
    rule,
    item: item.id,
    ...file.positionOf(item.id, path),
    message,
    ...(hint ? { hint } : {}),
  });
