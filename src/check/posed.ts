import type { CalculationItem } from '../bank/item.ts';
import { isExact } from '../marking/comparing.ts';
import { type Answer, askedOf, type Kind, type Params } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import { mapValue, shapeOf, type Value } from '../problem/value.ts';

/** A calculation item with its problem solved: what its rules look at. */
export interface Posed {
  readonly item: CalculationItem;
  readonly kind: Kind;
  readonly params: Params;
  readonly answer: Answer;
  readonly truth: Value;
}

/** What only whole numbers can be: a size, a count. */
export const isWhole = ({ item, kind, truth }: Posed): boolean => isExact(truth, askedOf(kind, item.ask)?.form);

/** How far a typed number may be from the truth, as the marker has it: the item's tolerance, or half a unit of its last place. */
export const toleranceOf = (posed: Posed): number =>
  posed.item.tolerance ?? (isWhole(posed) ? 0 : 0.5 * 10 ** -posed.item.decimals);

export const shown = (value: Value, decimals: number): string =>
  JSON.stringify(mapValue(value, x => Number(x.toFixed(decimals))));

/** A value's size in words. */
export const sizeOf = (value: Value): Text => {
  const shape = shapeOf(value);
  if (shape.length === 0) return { en: 'a number', zh: '一个数' };
  return shape.length === 1
    ? { en: `${shape[0]} component${shape[0] === 1 ? '' : 's'}`, zh: `${shape[0]} 个分量` }
    : { en: shape.join('×'), zh: shape.join('×') };
};
