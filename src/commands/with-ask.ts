import { type Ask, endingSignal } from '../terminal/ask.ts';
import type { Look, Terminal } from '../terminal/terminal.ts';

/**
 * Opens the way of asking that fits the terminal, prompts or plain lines, and gives the terminal back however `run` ends.
 * `isSilent` prints no questions.
 */
export const withAsk = async <T>(
  terminal: Terminal,
  look: Look,
  run: (ask: Ask) => Promise<T>,
  isSilent = false,
): Promise<T> => {
  const ending = endingSignal();
  const ask =
    look.isPlain || isSilent
      ? (await import('../terminal/ask-plain.ts')).askPlain(terminal, ending, isSilent)
      : (await import('../terminal/ask-terminal.ts')).askTerminal(terminal, ending, look.language);
  try {
    return await run(ask);
  } finally {
    ask.close();
    ending.release();
  }
};
