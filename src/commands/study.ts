import type { Bank } from '../bank/item.ts';
import { quizTexts } from '../messages/quiz.ts';
import type { Card } from '../practice/card.ts';
import { dataDirectory, historyFile } from '../practice/data-directory.ts';
import { type History, openHistory } from '../practice/history.ts';
import { HistoryError } from '../practice/history-error.ts';
import type { HistoryRead } from '../practice/read-history.ts';
import { cardsOf } from '../practice/schedule.ts';
import { type Look, type Terminal, write } from '../terminal/terminal.ts';
import { theBank } from './the-bank.ts';

/** Everything that is known of a student: the bank, the history and what follows from it. */
export interface Study extends HistoryRead {
  readonly bank: Bank;
  readonly history: History;
  readonly cards: ReadonlyMap<string, Card>;
  /** Milliseconds. */
  readonly now: number;
}

/** The history of the data directory, not yet read. */
export const theHistory = async ({ env }: Terminal): Promise<History> =>
  openHistory(historyFile(await dataDirectory(env)));

const warn = (terminal: Terminal, text: string): Promise<void> => write(terminal.errors, `${text}\n`);

/**
 * Reads the bank (the shipped one, or those that are named) and the history. Lines that cannot be read are warned of; a history that cannot be read at all is too, and
 * counts as empty.
 */
export const loadStudy = async (terminal: Terminal, look: Look, banks?: readonly string[]): Promise<Study> => {
  const { language } = look;
  const [bank, history] = await Promise.all([theBank(banks, terminal, look), theHistory(terminal)]);
  const warning = quizTexts.notSaved[language];
  let read: HistoryRead = { records: [], skipped: [] };
  try {
    read = await history.read();
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    await warn(terminal, `${warning}${error.in(language)}`);
  }
  if (read.skipped.length > 0) {
    await warn(terminal, `${warning}${quizTexts.skipped(read.skipped.length, history.path)[language]}`);
  }
  return { bank, history, ...read, cards: cardsOf(read.records), now: terminal.now().getTime() };
};
