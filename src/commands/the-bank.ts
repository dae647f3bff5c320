import type { Bank, Item } from '../bank/item.ts';
import { loadShippedBank } from '../bank/load.ts';
import { loadKind } from '../kinds/index.ts';
import { markText } from '../marking/key-points.ts';
import { quizTexts } from '../messages/quiz.ts';
import { pose } from '../practice/question.ts';
import { type Look, type Terminal, write } from '../terminal/terminal.ts';

/** Whether an item can be asked and marked: its problem has an answer, its rubric can be read. */
const isUsable = async (item: Item): Promise<boolean> => {
  try {
    if (item.type === 'short') markText('', item.points);
    else pose(item, await loadKind(item.kind));
    return true;
  } catch {
    return false;
  }
};

/** The banks that are named, or the shipped one. What cannot be asked is left out, and warned of. */
export const theBank = async (
  paths: readonly string[] | undefined,
  terminal: Terminal,
  { language }: Look,
): Promise<Bank> => {
  if (paths === undefined || paths.length === 0) return loadShippedBank();
  const { loadBanks } = await import('../bank/load-banks.ts');
  const { topics, items, findings } = await loadBanks(paths);
  const usable: Item[] = [];
  for (const item of items) if (await isUsable(item)) usable.push(item);
  const faults = findings.length + items.length - usable.length;
  if (faults > 0) {
    const warning = `${quizTexts.notSaved[language]}${quizTexts.leftOut(faults, paths)[language]}\n`;
    await write(terminal.errors, warning);
  }
  return { topics, items: usable };
};
