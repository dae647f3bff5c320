import { examTexts } from '../messages/exam.ts';
import type { Question } from '../practice/question.ts';
import type { OpenPaper } from '../practice/read-history.ts';
import type { HistoryRecord } from '../practice/record.ts';
import { newId } from '../practice/record-id.ts';
import type { Limits } from '../practice/schedule.ts';
import { type Outcome, summaryOf } from '../practice/session.ts';
import { recordOf } from '../practice/session-record.ts';
import { durationText } from '../render/dates.ts';
import { examListLines, examMarkLines, examQuestionLines } from '../render/exam.ts';
import { summaryLines } from '../render/quiz.ts';
import type { Style } from '../render/style.ts';
import { wrap } from '../render/width.ts';
import { type Ask, exitCodeOf, InputEnded } from '../terminal/ask.ts';
import { type Look, type Terminal, write } from '../terminal/terminal.ts';
import { markQuestion } from './mark-question.ts';
import type { Study } from './study.ts';
import { tellsOf } from './tells.ts';
import { warned } from './warned.ts';

export interface ExamSetting {
  readonly study: Study;
  readonly paper: OpenPaper;
  readonly questions: readonly Question[];
  readonly limits: Limits;
  readonly ask: Ask;
  readonly look: Look;
  readonly style: Style;
  readonly terminal: Terminal;
}

/** The time of the exam is over. */
class TimeUp extends Error {}

const withAnswer = (answers: ReadonlyMap<number, string>, at: number, typed: string): Map<number, string> =>
  new Map([...answers, [at, typed]]);

/** A line of the student in a mock exam: a move, or an answer. */
type Line =
  | { readonly move: number }
  | { readonly show: 'list' }
  | { readonly show: 'end' }
  | { readonly answer: string };

/**
 * Reads a line. A bare whole number goes to that question only where the question does not ask for a number itself: there it is
 * an answer, and `:7` goes.
 */
const readLine = (typed: string, at: number, question: Question): Line => {
  const text = typed.trim();
  const isNumberAsked = question.type === 'calculation' && typeof question.truth === 'number';
  if (text === '') return { move: at + 1 };
  if (text === '<' || text === '＜') return { move: at - 1 };
  if (/^[:：]?(?:end|交卷)$/iu.test(text)) return { show: 'end' };
  if (/^[:：]?(?:list|列表)$/iu.test(text)) return { show: 'list' };
  const number = /^([:：]?)(\d{1,3})$/u.exec(text);
  if (number && (number[1] !== '' || !isNumberAsked)) return { move: Number(number[2]) - 1 };
  return { answer: typed };
};

/** Runs a mock exam to its end, or until the student leaves it; every answer is kept before the next question appears. */
export const sitExam = async (setting: ExamSetting): Promise<number> => {
  const { study, paper, questions, ask, look, style, terminal } = setting;
  const { language, width } = look;
  const say = (lines: readonly string[]): Promise<void> => write(terminal.output, `${lines.join('\n')}\n`);
  const told = (text: string): Promise<void> => say(wrap(text, width - 1).map(line => ` ${line}`));
  const append = (record: HistoryRecord): Promise<boolean> =>
    warned(terminal, look, () => study.history.append(record));
  const ends = terminal.now().getTime() + paper.left * 1000;
  const leftNow = (): number => Math.max(0, Math.round((ends - terminal.now().getTime()) / 1000));
  let answers = new Map(paper.answers);
  let at = Math.min(paper.current, questions.length - 1);
  const keep = (answer?: string): Promise<boolean> =>
    append({
      v: 1,
      type: 'paper-answer',
      id: newId(),
      at: terminal.now().toISOString(),
      paper: paper.id,
      question: at,
      ...(answer === undefined ? {} : { answer }),
      left: leftNow(),
    });

  /** A line typed before the time is up. */
  const line = async (): Promise<string> => {
    if (leftNow() === 0) throw new TimeUp();
    const waiting = new AbortController();
    const timeUp = new Promise<never>((_, reject) => {
      const timer = setTimeout(() => reject(new TimeUp()), leftNow() * 1000);
      waiting.signal.addEventListener('abort', () => clearTimeout(timer));
    });
    try {
      return await Promise.race([ask.line(examTexts.answer[language]), timeUp]);
    } finally {
      waiting.abort();
    }
  };

  const isHandedIn = async (): Promise<boolean> => {
    const open = questions.length - [...answers.values()].filter(typed => typed.trim() !== '').length;
    return ask.choose(examTexts.sure(open)[language], [
      { value: true, label: examTexts.handIn[language] },
      { value: false, label: examTexts.goOn[language] },
    ]);
  };

  const marks = questions.reduce((sum, { item }) => sum + item.marks, 0);
  await told(examTexts.intro(questions.length, marks, durationText(leftNow(), language))[language]);
  await told(examTexts.keys[language]);
  try {
    for (;;) {
      const question = questions[at]!;
      await say(examQuestionLines(question, at, questions.length, answers.get(at), leftNow(), look, style));
      const read = readLine(await line(), at, question);
      if ('answer' in read) {
        answers = withAnswer(answers, at, read.answer);
        await keep(read.answer);
        at = Math.min(at + 1, questions.length - 1);
        if (at === questions.length - 1 && answers.size === questions.length && (await isHandedIn())) break;
      } else if ('show' in read) {
        if (read.show === 'end' && (await isHandedIn())) break;
        await say(examListLines(questions, answers, look, style));
      } else if (read.move >= questions.length) {
        if (await isHandedIn()) break;
        at = 0;
      } else if (read.move < 0) {
        await told(examTexts.noQuestion(read.move + 1)[language]);
      } else {
        at = read.move;
        await keep();
      }
    }
  } catch (error) {
    if (error instanceof InputEnded) {
      await keep();
      await say(['', ...wrap(examTexts.kept[language], width - 1).map(row => ` ${row}`)]);
      return exitCodeOf[error.how];
    }
    if (!(error instanceof TimeUp)) throw error;
    await say(['', ` ${style.warn(examTexts.timeUp[language])}`]);
  }
  await report(setting, answers, append);
  return 0;
};

/** Marks everything, writes it to the history, and says what it came to by topic. */
const report = async (
  { study, paper, questions, limits, look, style, terminal }: ExamSetting,
  answers: ReadonlyMap<number, string>,
  append: (record: HistoryRecord) => Promise<boolean>,
): Promise<void> => {
  const now = terminal.now().getTime();
  const spent = Math.max(0, Math.round((now - Date.parse(paper.at)) / 1000));
  const outcomes = questions.map((question, i): Outcome => {
    const typed = answers.get(i) ?? '';
    const marked = markQuestion(question, typed);
    const { marks, outOf, mistake, points } = marked;
    return {
      question,
      verdict:
        marked.verdict === 'unreadable'
          ? 'wrong'
          : marked.verdict === 'wrong' && marks > 0
            ? 'partial'
            : marked.verdict,
      typed,
      tries: 1,
      hints: 0,
      marks,
      outOf,
      seconds: Math.round(spent / questions.length),
      ...(mistake ? { mistake } : {}),
      ...(points ? { points } : {}),
    };
  });
  for (const outcome of outcomes) {
    const card = study.cards.get(outcome.question.item.id);
    await append(recordOf(outcome, { session: paper.id, now, card, limits, mode: 'exam' }));
  }
  await append({ v: 1, type: 'paper-end', id: newId(), at: terminal.now().toISOString(), paper: paper.id });
  const lines = outcomes.flatMap((outcome, i) => examMarkLines(outcome, i, look, style));
  const summary = summaryLines(summaryOf(outcomes), tellsOf(outcomes), [], look, style);
  await write(
    terminal.output,
    `${['', ` ${style.heading(examTexts.report[look.language])}`, ...lines, '', ...summary].join('\n')}\n`,
  );
};
