import type { Text } from '../problem/text.ts';
import type { Path } from './positions.ts';

/** Control characters but tab and line feed (a file's lines end in \r\n or \n), the characters that turn the direction of writing, and what is not UTF-8. */
const forbidden =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd\p{Surrogate}]/u;

/** The first character of a text, named: a control character, one that turns the direction of writing, or what is not UTF-8. */
export const forbiddenCharacter = (text: string): Text => {
  const code = text.codePointAt(0)!;
  const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0xfffd || (code >= 0xd800 && code <= 0xdfff)) {
    return { en: 'text that is not UTF-8', zh: '非 UTF-8 编码的文本' };
  }
  return code < 0xa0
    ? { en: `a control character, ${name}`, zh: `控制字符 ${name}` }
    : { en: `a character that turns the direction of writing, ${name}`, zh: `改变书写方向的字符 ${name}` };
};

/** Where a text has a forbidden character, counted from 0; -1 where it has none. */
export const forbiddenAt = (text: string): number => text.search(forbidden);

/** Something in a value as it was read that no text of a bank may hold: such a character, or a key that names a prototype. */
export interface Foul {
  readonly path: Path;
  /** The key itself, where it is the fault. */
  readonly key?: string;
  /** The text from the character on; undefined where the key is the fault. */
  readonly from?: string;
}

/** Looks through a value: escapes such as "\e" bring in characters that the file itself does not show. */
export const foulIn = (value: unknown, path: Path = []): Foul[] => {
  if (typeof value === 'string') {
    const at = forbiddenAt(value);
    return at < 0 ? [] : [{ path, from: value.slice(at) }];
  }
  if (Array.isArray(value)) return value.flatMap((part, i) => foulIn(part, [...path, i]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]): Foul[] => {
    if (key === '__proto__') return [{ path, key }];
    const at = forbiddenAt(key);
    return [...(at < 0 ? [] : [{ path, key, from: key.slice(at) }]), ...foulIn(part, [...path, key])];
  });
};
