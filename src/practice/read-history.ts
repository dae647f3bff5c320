import type { Text } from '../problem/text.ts';
import { readRecord } from './read-record.ts';
import type { HistoryRecord, ReviewRecord } from './record.ts';

/** A line that is no record; lines count from 1. */
export interface SkippedLine {
  readonly line: number;
  readonly reason: Text;
}

export interface HistoryRead {
  /** In the order of the file, each once, without those that were undone. */
  readonly records: readonly ReviewRecord[];
  readonly skipped: readonly SkippedLine[];
}

/** The latest word counts: an undo that was itself undone takes nothing back. */
const undone = (records: readonly HistoryRecord[]): ReadonlySet<string> => {
  const ids = new Set<string>();
  for (const record of records.toReversed()) {
    if (record.type === 'undo' && !ids.has(record.id)) ids.add(record.of);
  }
  return ids;
};

/** Reads the text of a history. A line that is torn or foreign is skipped and reported, and costs no other line. */
export const readHistory = (text: string): HistoryRead => {
  const all = new Map<string, HistoryRecord>();
  const skipped: SkippedLine[] = [];
  for (const [index, content] of text.split('\n').entries()) {
    const line = content.trim();
    if (line === '') continue;
    const read = readRecord(line);
    if ('fault' in read) skipped.push({ line: index + 1, reason: read.fault });
    else if (!all.has(read.record.id)) all.set(read.record.id, read.record);
  }
  const gone = undone([...all.values()]);
  const records = [...all.values()].filter(record => record.type === undefined && !gone.has(record.id));
  return { records: records as ReviewRecord[], skipped };
};
