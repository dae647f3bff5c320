import { readFile, writeFile } from 'node:fs/promises';
import type { Text } from '../problem/text.ts';
import type { History } from './history.ts';
import { codeOf, notRead, notSaved } from './history-error.ts';
import { readRecord } from './read-record.ts';
import type { HistoryRecord } from './record.ts';

/** A line of a history file that holds no record. */
export interface ForeignLine {
  readonly line: number;
  readonly why: Text;
}

/** Every record of a history's text, each once, and the lines that are none. */
export const recordsIn = (text: string): { records: HistoryRecord[]; foreign: ForeignLine[] } => {
  const records = new Map<string, HistoryRecord>();
  const foreign: ForeignLine[] = [];
  for (const [i, content] of text.split('\n').entries()) {
    const line = content.trim();
    if (line === '') continue;
    const read = readRecord(line);
    if ('fault' in read) foreign.push({ line: i + 1, why: read.fault });
    else if (!records.has(read.record.id)) records.set(read.record.id, read.record);
  }
  return { records: [...records.values()], foreign };
};

const textOf = async (path: string): Promise<string> => {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return '';
    throw notRead(path, cause);
  }
};

/**
 * Copies the records of a history to a new file and reads the copy back. Returns how many; undefined where the file is there
 * already. Throws HistoryError where either cannot be read or written.
 */
export const backUp = async (history: History, file: string): Promise<number | undefined> => {
  const { records } = recordsIn(await textOf(history.path));
  const text = `${records.map(record => JSON.stringify(record)).join('\n')}\n`;
  const what = { en: 'the copy', zh: '备份' };
  try {
    await writeFile(file, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (cause) {
    if (codeOf(cause) === 'EEXIST') return undefined;
    throw notSaved(what, file, cause);
  }
  if ((await textOf(file)) !== text) throw notSaved(what, file, new Error('it reads back differently'));
  return records.length;
};

/**
 * Appends the records of a copy that the history does not have. A copy with a line that is no record is refused whole, unless
 * that line is its last: a torn end.
 */
export const restore = async (
  history: History,
  file: string,
): Promise<{ readonly added: number; readonly known: number } | { readonly foreign: ForeignLine }> => {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (cause) {
    throw notRead(file, cause);
  }
  const { records, foreign } = recordsIn(text);
  const lines = text.trimEnd().split('\n').length;
  const fault = foreign.find(({ line }) => line < lines || records.length === 0);
  if (fault) return { foreign: fault };
  const known = new Set(recordsIn(await textOf(history.path)).records.map(record => record.id));
  const missing = records.filter(record => !known.has(record.id));
  for (const record of missing) await history.append(record);
  return { added: missing.length, known: records.length - missing.length };
};
