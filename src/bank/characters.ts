import type { Text } from '../problem/text.ts';
import type { Path } from './positions.ts';

/** Control characters but tab and line ends, the characters that turn the direction of writing, and what is not UTF-8. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\p{Surrogate}]/u;

export const forbiddenCharacter: Text = {
  en: 'a control character, a character that turns the direction of writing, or text that is not UTF-8',
  zh: '含有控制字符、改变书写方向的字符，或不是 UTF-8 文本',
};

/** Where a text has a forbidden character, counted from 0; -1 where it has none. */
export const forbiddenAt = (text: string): number => text.search(forbidden);

/** Something in a value as it was read that no text of a bank may hold: such a character, or a key that names a prototype. */
export interface Foul {
  readonly path: Path;
  /** The key itself, where it is the fault. */
  readonly key?: string;
  readonly why: 'characters' | 'key';
}

/** Looks through a value: escapes such as "\e" bring in characters that the file itself does not show. */
export const foulIn = (value: unknown, path: Path = []): Foul[] => {
  if (typeof value === 'string') return forbiddenAt(value) < 0 ? [] : [{ path, why: 'characters' }];
  if (Array.isArray(value)) return value.flatMap((part, i) => foulIn(part, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Foul[] => {
    if (key === '__proto__') return [{ path, key, why: 'key' }];
    return [
      ...(forbiddenAt(key) < 0 ? [] : [{ path, key, why: 'characters' } as const]),
      ...foulIn(part, [...path, key]),
    ];
  });
};
