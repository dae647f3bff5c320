import { markCalculation } from '../marking/calculation.ts';
import { markText } from '../marking/key-points.ts';
import { readAnswer } from '../marking/read-answer.ts';
import { markTexts } from '../messages/mark.ts';
import { quizTexts } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import type { Question } from '../practice/question.ts';
import { invalid } from '../problem/error.ts';
import type { Language } from '../problem/text.ts';
import type { Page } from '../render/drawing.ts';
import { pointLines, verdictLines } from '../render/quiz.ts';
import { type Style, styleOf } from '../render/style.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { type Marked, markQuestion } from './mark-question.ts';
import { questionOf } from './question-of.ts';
import { theBank } from './the-bank.ts';

export interface MarkFlags extends LookFlags {
  readonly answer?: string;
  readonly seed?: string;
  readonly json?: boolean;
  readonly batch?: boolean;
  readonly bank?: readonly string[];
}

/** An answer of a batch: a text as typed, or the numbers themselves. */
const typedOf = (answer: unknown): string => {
  if (typeof answer === 'string') return answer;
  if (typeof answer === 'number' || Array.isArray(answer)) return JSON.stringify(answer);
  throw invalid('answer', markTexts.noAnswer, answer);
};

const json = ({ message, ...marked }: Marked, language: Language) => ({ ...marked, message: message[language] });

/** What a student is told in the quiz. */
const saidOf = (question: Question, typed: string, page: Page, style: Style): string[] => {
  if (question.type === 'short') {
    const marking = markText(typed, question.item.points);
    return pointLines(
      question.item,
      marking,
      marking.points.flatMap(point => (point.met ? [point.point] : [])),
      page,
      style,
    );
  }
  const { kind, params, answer, item, truth } = question;
  const verdict = markCalculation(
    { kind, params, answer, ask: item.ask, decimals: item.decimals, tolerance: item.tolerance },
    typed,
  );
  return verdictLines(verdict, readAnswer(typed, truth)?.value, 1, page, style);
};

/** `drill mark`: the verdict on one answer, or on one a line. 0 when every answer was marked, whatever the verdict. */
export const mark = async (id: string | undefined, flags: MarkFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const { language } = look;
  const bank = await theBank(flags.bank, terminal, look);
  if (flags.batch) {
    const { answerLines } = await import('./batch.ts');
    return answerLines(terminal, language, 'item', async ({ item, answer, seed }) =>
      json(markQuestion(await questionOf(bank, item, seed), typedOf(answer)), language),
    );
  }
  if (id === undefined) throw new UsageError(markTexts.noItem);
  const question = await questionOf(bank, id, flags.seed);
  const { readAll } = await import('./input.ts');
  const typed = flags.answer ?? (await readAll(terminal.input)).trimEnd();
  if (flags.json) {
    await write(terminal.output, `${JSON.stringify({ item: id, ...json(markQuestion(question, typed), language) })}\n`);
    return 0;
  }
  const style = await styleOf(look.coloured);
  const { marks, outOf } = markQuestion(question, typed);
  const lines = [...saidOf(question, typed, look, style), `   ${quizTexts.earned(marks, outOf)[language]}`];
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
