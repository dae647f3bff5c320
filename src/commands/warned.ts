import { quizTexts } from '../messages/quiz.ts';
import { HistoryError } from '../practice/history-error.ts';
import { type Look, type Terminal, write } from '../terminal/terminal.ts';

/** Writes to the history; where that fails it is warned of and the session goes on. Whether it was written. */
export const warned = async (
  terminal: Terminal,
  { language }: Pick<Look, 'language'>,
  append: () => Promise<void>,
): Promise<boolean> => {
  try {
    await append();
    return true;
  } catch (error) {
    if (!(error instanceof HistoryError)) throw error;
    await write(terminal.errors, `${quizTexts.notSaved[language]}${error.in(language)}\n`);
    return false;
  }
};
