import type { Item } from '../bank/item.ts';
import { listTexts } from '../messages/list.ts';
import { type ItemState, stateOf } from '../practice/state.ts';
import { listLines } from '../render/list.ts';
import { styleOf } from '../render/style.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { requireKnown } from './known.ts';
import { loadStudy } from './study.ts';

export interface ListFlags extends LookFlags {
  readonly type?: Item['type'];
  readonly state?: ItemState;
  readonly kind?: string;
  readonly bank?: readonly string[];
  readonly json?: boolean;
}

/** `drill list`: the items of the bank under their topics, each with its state. */
export const list = async (topics: readonly string[], flags: ListFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const { bank, cards, now } = await loadStudy(terminal, look, flags.bank);
  requireKnown(bank, topics, []);
  const { type, state, kind } = flags;
  const items = bank.items.filter(
    item =>
      (topics.length === 0 || topics.includes(item.topic)) &&
      (type === undefined || item.type === type) &&
      (kind === undefined || (item.type === 'calculation' && item.kind === kind)) &&
      (state === undefined || stateOf(cards.get(item.id), now) === state),
  );
  if (flags.json) {
    const listed = items.map(({ id, topic, type: itemType, level, marks, ...rest }) => ({
      id,
      topic,
      type: itemType,
      ...('kind' in rest ? { kind: rest.kind } : {}),
      level,
      marks,
      state: stateOf(cards.get(id), now),
      ...(cards.has(id) ? { due: cards.get(id)!.due } : {}),
    }));
    await write(terminal.output, `${JSON.stringify({ items: listed })}\n`);
    return 0;
  }
  const lines =
    items.length === 0
      ? [listTexts.none[look.language]]
      : listLines(items, cards, now, look, await styleOf(look.coloured));
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
