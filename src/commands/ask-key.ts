import type { Text } from '../problem/text.ts';
import { wrap } from '../render/width.ts';
import { type Ask, type Key, returnKey } from '../terminal/ask.ts';
import type { Look } from '../terminal/terminal.ts';

/** A key and what it does. */
export interface LabelledKey<T> extends Key<T> {
  readonly label: Text;
}

/** Asks for one of some keys: `⏎ go on · w show the whole work · 1 again`. */
export const askKey = <T>(ask: Ask, { language, width }: Look, keys: readonly LabelledKey<T>[]): Promise<T> => {
  const told = keys.map(({ key, label }) => `${key === returnKey ? '⏎' : key} ${label[language]}`).join(' · ');
  return ask.key(` ${wrap(told, width - 2).join('\n ')}`, keys);
};
