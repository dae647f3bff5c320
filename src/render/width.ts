import { eastAsianWidth } from 'get-east-asian-width';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the escape that begins a colour code
const colour = /\u001b\[[0-9;]*m/g;
const isSimple = /^[ -~]*$/;

/** Below this no character is wide or combining, and the tables need not be asked. */
const firstSpecial = 0x300;

/** Combining marks, zero-width characters and variation selectors, as ranges of code points. */
const withoutWidth: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x591, 0x5bd],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
];

/** The text without its colour codes. */
export const plain = (text: string): string => text.replace(colour, '');

/** Columns that a text takes in a terminal: 汉字 are two wide, colour codes and combining marks nothing. */
export const widthOf = (text: string): number => {
  if (isSimple.test(text)) return text.length;
  let width = 0;
  for (const character of plain(text)) {
    const code = character.codePointAt(0)!;
    if (code < firstSpecial) width++;
    else if (!withoutWidth.some(([first, last]) => code >= first && code <= last)) width += eastAsianWidth(code);
  }
  return width;
};

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Closing punctuation never begins a line, opening punctuation never ends one. */
const closing = /^[,.;:!?)\]}，。；：！？、）】》」”’…]/u;
const opening = /[([{（【《「“‘]$/u;
const wide = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60]/u;

/** The smallest pieces a line may break between: words with the spaces after them, and single Chinese characters. */
const breakable = (text: string): string[] => {
  const pieces: string[] = [];
  for (const word of text.match(/\s+|[^\s]+/gu) ?? []) {
    if (/^\s/.test(word)) {
      pieces.push(word);
      continue;
    }
    let run = '';
    for (const character of word) {
      const joins = run === '' || closing.test(character) || opening.test(run);
      if (!joins && (wide.test(character) || wide.test(run.at(-1)!))) {
        pieces.push(run);
        run = '';
      }
      run += character;
    }
    if (run) pieces.push(run);
  }
  return pieces;
};

/** Cuts a piece that is wider than a whole line. */
const cut = (piece: string, width: number): string[] => {
  const parts: string[] = [''];
  for (const character of piece) {
    if (widthOf(parts.at(-1)! + character) > width) parts.push('');
    parts[parts.length - 1] += character;
  }
  return parts;
};

/**
 * Breaks a text into lines of at most `width` columns: at spaces and, in Chinese, between any two characters. Line breaks of
 * the text stay; lines after the first begin with `hang` spaces. The text carries no colour codes.
 */
export const wrap = (text: string, width: number, hang = 0): string[] => {
  const room = Math.max(8, width);
  if (widthOf(text) <= room && !text.includes('\n')) return [text];
  return text.split('\n').flatMap(paragraph => {
    const indent = ' '.repeat(Math.min(hang, room - 8));
    const lines: string[] = [];
    let line = '';
    for (const piece of breakable(paragraph).flatMap(p =>
      widthOf(p) > room - indent.length ? cut(p, room - indent.length) : [p],
    )) {
      if (widthOf(line + piece.trimEnd()) <= room) {
        line += piece;
        continue;
      }
      lines.push(line.trimEnd());
      line = indent + piece.trimStart();
    }
    lines.push(line.trimEnd());
    return lines;
  });
};
