import { examTexts } from '../messages/exam.ts';
import { quizTexts } from '../messages/quiz.ts';
import type { Question } from '../practice/question.ts';
import type { Outcome } from '../practice/session.ts';
import { durationText } from './dates.ts';
import type { Page } from './drawing.ts';
import { questionLines, titleOf } from './quiz.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { padStart, wrap } from './width.ts';

const oneLine = (typed: string): string => safe(typed.replace(/\s+/gu, ' ').trim());

/** A question of a mock exam: no tips, the answer so far, the time that is left. */
export const examQuestionLines = (
  question: Question,
  at: number,
  of: number,
  typed: string | undefined,
  left: number,
  page: Page,
  style: Style,
): string[] => {
  const { language, width } = page;
  const head = [
    `${at + 1}/${of}`,
    titleOf(question.item)[language],
    quizTexts.marks(question.item.marks)[language],
    examTexts.left(durationText(left, language))[language],
  ].join(' · ');
  const own = typed === undefined ? [] : wrap(`${examTexts.yours[language]} ${oneLine(typed)}`, width - 1);
  return [
    '',
    ...wrap(head, width - 1).map(line => style.heading(` ${line}`)),
    '',
    ...questionLines(question, page, style, false),
    ...own.map(line => style.dim(` ${line}`)),
    '',
  ];
};

/** Every question with what was typed so far. */
export const examListLines = (
  questions: readonly Question[],
  answers: ReadonlyMap<number, string>,
  page: Page,
  style: Style,
): string[] => {
  const { language, width } = page;
  const column = String(questions.length).length;
  const rows = questions.map((question, i) => {
    const typed = answers.get(i);
    const said = typed === undefined || typed.trim() === '' ? style.dim(examTexts.blank[language]) : oneLine(typed);
    const head = `${titleOf(question.item)[language]} (${question.item.marks})`;
    return ` ${padStart(String(i + 1), column)}  ${wrap(`${head}  ${said}`, width - column - 4)[0]}`;
  });
  return ['', ...rows, ` ${style.heading(examTexts.answered(answers.size, questions.length)[language])}`];
};

/** What one answer of the exam came to. */
export const examMarkLines = (
  { question, verdict, marks, outOf, typed }: Outcome,
  i: number,
  page: Page,
  style: Style,
): string[] => {
  const { language, width } = page;
  const good = verdict === 'correct' || verdict === 'close';
  const sign = good ? style.good('✓') : marks > 0 ? style.warn('◐') : style.bad('✗');
  const said = typed.trim() === '' ? examTexts.blank[language] : `“${oneLine(typed)}”`;
  const head = `${padStart(String(i + 1), 3)}  ${marks}/${outOf}  ${question.item.id}`;
  return [
    ` ${sign}${head}`,
    ...wrap(said, width - 9)
      .slice(0, 2)
      .map(line => style.dim(`        ${line}`)),
  ];
};
