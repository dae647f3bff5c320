import { showTexts } from '../messages/list.ts';
import { UsageError } from '../messages/say.ts';
import { askedWords } from '../practice/session-record.ts';
import { isChanged } from '../practice/wording.ts';
import { solveWithSteps } from '../problem/solution.ts';
import { dateText } from '../render/dates.ts';
import { historyLines } from '../render/history.ts';
import { workAndAnswerLines } from '../render/problem.ts';
import { keyPointLines, modelAnswerLines, questionLines, questionTitle, sourceLines } from '../render/quiz.ts';
import { styleOf } from '../render/style.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { questionOf } from './question-of.ts';
import { loadStudy } from './study.ts';

export interface ShowFlags extends LookFlags {
  readonly seed?: string;
  readonly bank?: readonly string[];
  readonly json?: boolean;
}

const shownAnswers = 10;

/** `drill show`: an item whole: the question, the answer with its work or key points, the source, what was answered. */
export const show = async (id: string | undefined, flags: ShowFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const { language, width } = look;
  if (id === undefined) throw new UsageError(showTexts.missing);
  const { bank, records, cards } = await loadStudy(terminal, look, flags.bank);
  const question = await questionOf(bank, id, flags.seed);
  const own = records.filter(record => record.item === id);
  const card = cards.get(id);
  if (flags.json) {
    const { item } = question;
    const work = question.type === 'calculation' ? { params: question.params, answer: question.answer } : {};
    await write(terminal.output, `${JSON.stringify({ ...item, ...work, history: own, ...(card ? { card } : {}) })}\n`);
    return 0;
  }
  const style = await styleOf(look.coloured);
  const answer =
    question.type === 'short'
      ? [...modelAnswerLines(question.item, look, style), '', ...keyPointLines(question.item, look, style)]
      : workAndAnswerLines(
          question.kind,
          question.params,
          solveWithSteps(question.kind, question.params),
          { ...look, width: width - 1 },
          style,
          'full',
        ).map(line => (line ? ` ${line}` : ''));
  const lines = [
    ...questionTitle(question, look, style),
    '',
    ...questionLines(question, look, style, false),
    '',
    ...answer,
    ...(question.type === 'short' ? [] : ['', ...sourceLines(question.item, look, style)]),
    '',
    ` ${style.heading(showTexts.yours[language])}`,
    ...(own.length === 0 ? [`   ${showTexts.notYet[language]}`] : historyLines(own.slice(-shownAnswers), look, style)),
    ...(isChanged(own.at(-1)?.asked, askedWords(question)) ? [style.warn(` ${showTexts.changed[language]}`)] : []),
    ...(card ? [` ${showTexts.next(dateText(Date.parse(card.due)))[language]}`] : []),
  ];
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
