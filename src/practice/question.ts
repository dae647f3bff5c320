import type { CalculationItem, Item, ShortItem } from '../bank/item.ts';
import { generateProblem } from '../problem/generate.ts';
import { type Answer, askedValue, type Kind, type Params } from '../problem/kind.ts';
import type { Value } from '../problem/value.ts';

/** A calculation item with the numbers it is asked with: the printed ones, or fresh ones from a seed. */
export interface CalculationQuestion {
  readonly type: 'calculation';
  readonly item: CalculationItem;
  readonly kind: Kind;
  readonly params: Params;
  readonly answer: Answer;
  readonly truth: Value;
  /** The seed of fresh numbers; undefined for the printed ones. */
  readonly seed?: number;
}

export interface ShortQuestion {
  readonly type: 'short';
  readonly item: ShortItem;
}

export type Question = CalculationQuestion | ShortQuestion;

/**
 * An item as it is asked. `kind` is the item's kind, `seed` draws fresh numbers from its generator where the item allows them.
 * Throws where the item asks for something its problem does not have.
 */
export const pose = (item: Item, kind: Kind | undefined, seed?: number): Question => {
  if (item.type === 'short') return { type: 'short', item };
  if (!kind) throw new Error(`${item.id}: there is no kind ${item.kind}`);
  const isFresh = item.fresh && seed !== undefined;
  const params = isFresh ? generateProblem(kind, seed, item.level, item.ask) : kind.read(item.params);
  const answer = kind.solve(params);
  const truth = askedValue(kind, item.ask, answer, params);
  if (truth === undefined) throw new Error(`${item.id}: its problem has no ${item.ask}`);
  return { type: 'calculation', item, kind, params, answer, truth, ...(isFresh ? { seed } : {}) };
};
