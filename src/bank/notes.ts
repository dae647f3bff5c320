import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { languages, type Text } from '../problem/text.ts';
import { shippedFolder } from './load.ts';

/** The notes on a topic: what an examination asks, on one screen. */
export interface Notes {
  /** Groups of lines: a heading ends in a colon, a line of its group begins with `- `. */
  readonly notes: Text;
  /** Command lines that work an example. */
  readonly calc: readonly string[];
}

/** Reads the notes of a file; throws where they are not of this form. */
export const readNotes = (text: string, file: string): Notes => {
  const read = parse(text, { maxAliasCount: 0 }) as Partial<Notes> | null;
  const isText = languages.every(language => typeof read?.notes?.[language] === 'string');
  const isList = Array.isArray(read?.calc) && read.calc.every(line => typeof line === 'string');
  if (!isText || !isList) throw new Error(`${file}: expected notes (zh, en) and calc (a list of command lines)`);
  return read as Notes;
};

/** The notes of one of the course's topics; `topic` is known. */
export const loadNotes = async (topic: string): Promise<Notes> => {
  const file = join(shippedFolder(), 'notes', `${topic}.yaml`);
  return readNotes(await readFile(file, 'utf8'), file);
};
