import { readFile } from 'node:fs/promises';
import { topics } from '../kinds/topics.ts';
import { historyTexts } from '../messages/history.ts';
import { planTexts } from '../messages/plan.ts';
import { quizErrors } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import { backUp, recordsIn, restore } from '../practice/backup.ts';
import { noonOf } from '../practice/plan.ts';
import type { RecordedVerdict } from '../practice/rating.ts';
import type { ReviewRecord } from '../practice/record.ts';
import { newId } from '../practice/record-id.ts';
import { startOfDay } from '../practice/study-day.ts';
import { nearest } from '../problem/params.ts';
import { timeText } from '../render/dates.ts';
import { historyLines } from '../render/history.ts';
import { styleOf } from '../render/style.ts';
import { wrap } from '../render/width.ts';
import { type Look, type LookFlags, lookOf, type Terminal, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { loadStudy, type Study, theHistory } from './study.ts';

export interface HistoryFlags extends LookFlags {
  readonly topic?: string;
  readonly item?: string;
  readonly verdict?: RecordedVerdict;
  readonly since?: string;
  readonly limit?: number;
  readonly json?: boolean;
}

const sinceOf = (written: string | undefined): number => {
  if (written === undefined) return Number.NEGATIVE_INFINITY;
  const noon = /^\d{4}-\d{2}-\d{2}$/.test(written) ? noonOf(written) : undefined;
  if (noon === undefined) throw new UsageError(planTexts.noDate(written));
  return startOfDay(noon);
};

const filtered = ({ records, bank }: Study, flags: HistoryFlags): readonly ReviewRecord[] => {
  const { topic, item, verdict } = flags;
  const since = sinceOf(flags.since);
  if (topic !== undefined && !Object.hasOwn(topics, topic)) {
    throw new UsageError(quizErrors.unknownTopic(topic, nearest(topic, Object.keys(topics)), Object.keys(topics)));
  }
  const topicOf = new Map(bank.items.map(one => [one.id, one.topic]));
  return records.filter(
    record =>
      (topic === undefined || topicOf.get(record.item) === topic) &&
      (item === undefined || record.item === item) &&
      (verdict === undefined || record.verdict === verdict) &&
      Date.parse(record.at) >= since,
  );
};

const list = async (flags: HistoryFlags, terminal: Terminal, look: Look): Promise<void> => {
  const study = await loadStudy(terminal, look);
  const found = filtered(study, flags);
  const limit = flags.limit ?? (flags.json ? found.length : 20);
  const shown = limit === 0 ? [] : found.slice(-limit);
  if (flags.json) {
    for (const record of shown) await write(terminal.output, `${JSON.stringify(record)}\n`);
    return;
  }
  const { language } = look;
  const lines =
    found.length === 0
      ? [(study.records.length === 0 ? historyTexts.none : historyTexts.noneMatch)[language]]
      : [
          ...historyLines(shown, look, await styleOf(look.coloured)),
          '',
          ...wrap(historyTexts.shown(shown.length, found.length)[language], look.width - 1).map(line => ` ${line}`),
        ];
  await write(terminal.output, `${lines.join('\n')}\n`);
};

/** Takes an answer back, the last one unless told; of an answer that was taken back, takes that back. */
const undo = async (id: string | undefined, terminal: Terminal, { language }: Look): Promise<void> => {
  const history = await theHistory(terminal);
  const { records } = await history.read();
  const counting = id === undefined ? records.at(-1) : records.find(record => record.id === id);
  const at = terminal.now().toISOString();
  const append = (of: string): Promise<void> => history.append({ v: 1, type: 'undo', id: newId(), at, of });
  if (counting) {
    await append(counting.id);
    const when = timeText(Date.parse(counting.at));
    const told = historyTexts.undone(counting.item, when)[language];
    return write(terminal.output, `${told}\n  drill history undo ${counting.id}\n`);
  }
  if (id === undefined) throw new UsageError(historyTexts.nothingToUndo);
  const all = recordsIn(await readFile(history.path, 'utf8').catch(() => '')).records;
  const gone = all.find(record => record.id === id && record.type === undefined) as ReviewRecord | undefined;
  const taken = all.findLast(record => record.type === 'undo' && record.of === id);
  if (!gone || !taken) throw new UsageError(historyTexts.noRecord(id));
  await append(taken.id);
  await write(terminal.output, `${historyTexts.redone(gone.item, timeText(Date.parse(gone.at)))[language]}\n`);
};

const copy = async (file: string | undefined, terminal: Terminal, { language }: Look): Promise<void> => {
  if (file === undefined) throw new UsageError(historyTexts.fileMissing);
  const count = await backUp(await theHistory(terminal), file);
  if (count === undefined) throw new UsageError(historyTexts.fileThere(file));
  await write(terminal.output, `${historyTexts.copied(count, file)[language]}\n`);
};

const restoreFrom = async (file: string | undefined, terminal: Terminal, { language }: Look): Promise<void> => {
  if (file === undefined) throw new UsageError(historyTexts.fileMissing);
  const result = await restore(await theHistory(terminal), file);
  if ('foreign' in result) throw new UsageError(historyTexts.noBackup(file, result.foreign.line, result.foreign.why));
  await write(terminal.output, `${historyTexts.restored(result.added, result.known)[language]}\n`);
};

/** `drill history`: lists what was answered, takes it back, says where it lies, copies and restores it. */
export const history = async (
  action: string | undefined,
  target: string | undefined,
  flags: HistoryFlags,
  { terminal }: Shell,
): Promise<number> => {
  const look = lookOf(terminal, flags);
  switch (action) {
    case undefined:
    case 'list':
      await list(flags, terminal, look);
      return 0;
    case 'undo':
      await undo(target, terminal, look);
      return 0;
    case 'where':
      await write(terminal.output, `${(await theHistory(terminal)).path}\n`);
      return 0;
    case 'backup':
      await copy(target, terminal, look);
      return 0;
    case 'restore':
      await restoreFrom(target, terminal, look);
      return 0;
    default:
      throw new UsageError(historyTexts.unknownAction(action));
  }
};
