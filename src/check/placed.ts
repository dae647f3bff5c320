import type { Item } from '../bank/item.ts';
import type { BankFile } from '../bank/read.ts';

/** An item and the file it is in. */
export interface Placed<I extends Item = Item> {
  readonly item: I;
  readonly file: BankFile;
}

/** `questions/gan.yaml:41` */
export const placeOf = ({ item, file }: Placed): string => {
  const { file: name, line } = file.positionOf(item, ['id']);
  return `${name}:${line}`;
};
