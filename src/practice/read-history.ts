import type { Text } from '../problem/text.ts';
import { readRecord } from './read-record.ts';
import type { HistoryRecord, PaperAnswerRecord, PaperQuestion, ReviewRecord } from './record.ts';

/** A line that is no record; lines count from 1. */
export interface SkippedLine {
  readonly line: number;
  readonly reason: Text;
}

export interface HistoryRead {
  /** In the order of the file, each once, without those that were undone. */
  readonly records: readonly ReviewRecord[];
  /** The local date of the examination, where one is set. */
  readonly exam?: string;
  /** The mock exam that was begun last and not handed in. */
  readonly paper?: OpenPaper;
  readonly skipped: readonly SkippedLine[];
}

/** A mock exam that is not over. */
export interface OpenPaper {
  readonly id: string;
  /** When it was begun, as an ISO time. */
  readonly at: string;
  readonly questions: readonly PaperQuestion[];
  /** What was typed so far, by question. */
  readonly answers: ReadonlyMap<number, string>;
  /** The question at which the student was. */
  readonly current: number;
  /** Seconds that were left. */
  readonly left: number;
}

const openPaperOf = (records: readonly HistoryRecord[]): OpenPaper | undefined => {
  const ended = new Set(records.flatMap(record => (record.type === 'paper-end' ? [record.paper] : [])));
  const begun = records.findLast(record => record.type === 'paper' && !ended.has(record.id));
  if (begun?.type !== 'paper') return undefined;
  const { id, at, questions, seconds } = begun;
  const given = records.filter(record => record.type === 'paper-answer' && record.paper === id) as PaperAnswerRecord[];
  const answers = new Map(
    given.flatMap(({ question, answer }) => (answer === undefined ? [] : [[question, answer] as const])),
  );
  const last = given.at(-1);
  const current = Math.min(last?.question ?? 0, questions.length - 1);
  return { id, at, questions, answers, current, left: last?.left ?? seconds };
};

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
  const exam = [...all.values()].findLast(record => record.type === 'plan' && !gone.has(record.id));
  const paper = openPaperOf([...all.values()]);
  return {
    records: records as ReviewRecord[],
    ...(exam?.type === 'plan' && exam.exam !== undefined ? { exam: exam.exam } : {}),
    ...(paper ? { paper } : {}),
    skipped,
  };
};
