import { loadShippedBank } from '../bank/load.ts';
import { loadNotes } from '../bank/notes.ts';
import { topics } from '../kinds/topics.ts';
import { learnTexts } from '../messages/learn.ts';
import { quizErrors } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import { nearest } from '../problem/params.ts';
import { notesLines } from '../render/notes.ts';
import { styleOf } from '../render/style.ts';
import { padEnd, widthOf, wrap } from '../render/width.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';

/** `drill learn`: the notes of a topic, or the topics. */
export const learn = async (topic: string | undefined, flags: LookFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const ids = Object.keys(topics);
  if (topic === undefined) {
    const column = Math.max(...ids.map(widthOf));
    const rows = ids.map(id => `   ${padEnd(id, column)}  ${topics[id]![look.language]}`);
    const intro = wrap(learnTexts.topics[look.language], look.width - 1).map(line => ` ${line}`);
    await write(terminal.output, `${[...rows, '', ...intro].join('\n')}\n`);
    return 0;
  }
  if (!ids.includes(topic)) throw new UsageError(quizErrors.unknownTopic(topic, nearest(topic, ids), ids));
  const [notes, bank] = await Promise.all([loadNotes(topic), loadShippedBank()]);
  const questions = bank.items.filter(item => item.topic === topic).length;
  const lines = notesLines(topic, notes, questions, look, await styleOf(look.coloured));
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
