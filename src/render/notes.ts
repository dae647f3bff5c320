import type { Notes } from '../bank/notes.ts';
import { learnTexts } from '../messages/learn.ts';
import type { Page } from './drawing.ts';
import { prose } from './prose.ts';
import { topicTitle } from './quiz.ts';
import type { Style } from './style.ts';
import { wrap } from './width.ts';

const noteLine = (line: string, width: number, style: Style): string[] => {
  const text = prose(line.trim());
  if (text === '') return [];
  if (!text.startsWith('- ')) return wrap(text, width - 1).map(part => ` ${style.heading(part)}`);
  return wrap(text.slice(2), width - 5).map((part, i) => (i === 0 ? `   · ${part}` : `     ${part}`));
};

/** The notes of a topic, the command lines that work an example, and how to practise it. */
export const notesLines = (
  topic: string,
  { notes, calc }: Notes,
  questions: number,
  page: Page,
  style: Style,
): string[] => {
  const { language, width } = page;
  return [
    ` ${style.strong(topicTitle(topic)[language])}`,
    '',
    ...notes[language].split('\n').flatMap(line => noteLine(line, width, style)),
    '',
    ` ${style.heading(learnTexts.work[language])}`,
    ...calc.flatMap(line => wrap(line, width - 3, 4).map(part => `   ${part}`)),
    ` ${style.heading(learnTexts.practise[language])}`,
    ...wrap(`drill quiz ${topic}   (${learnTexts.items(questions)[language]})`, width - 3, 4).map(part => `   ${part}`),
  ];
};
