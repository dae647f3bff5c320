import type { TextVerdict, Verdict } from '../marking/verdict.ts';
import { quizTexts } from '../messages/quiz.ts';
import { hintLevels } from '../practice/hint-price.ts';
import type { Question } from '../practice/question.ts';
import type { Outcome, Summary } from '../practice/session.ts';
import { solveWithSteps } from '../problem/solution.ts';
import type { Language, Text } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';
import type { Page } from '../render/drawing.ts';
import { hintLines } from '../render/hints.ts';
import { stepJson, workAndAnswerLines } from '../render/problem.ts';
import {
  askedText,
  modelAnswerLines,
  pointLines,
  questionHeading,
  questionLines,
  summaryLines,
  verdictLines,
} from '../render/quiz.ts';
import { noStyle, type Style } from '../render/style.ts';
import { wrap } from '../render/width.ts';
import type { Ask } from '../terminal/ask.ts';
import { type Terminal, write } from '../terminal/terminal.ts';
import { workAlong } from './work-along.ts';

/** What a summary needs besides its numbers. */
export interface Ending {
  readonly summary: Summary;
  /** The sentence of each mistake, by `kind mistake`. */
  readonly tells: ReadonlyMap<string, Text>;
  readonly next: readonly string[];
  /** Whether the person left before the last question. */
  readonly isEarly: boolean;
}

/** Where a session shows itself: as text for a person, or as one JSON event a line for a program. */
export interface View {
  question(question: Question, number: number, of: number): Promise<void>;
  verdict(question: Question, verdict: Verdict, typed: Value | undefined, outcome: Outcome | undefined): Promise<void>;
  points(question: Extract<Question, { type: 'short' }>, marking: TextVerdict, met: readonly string[]): Promise<void>;
  work(question: Question): Promise<void>;
  /** A hint of a level, undefined where none is left; and what one more would cost. */
  hint(question: Question, level: number | undefined, nextPrice: number | undefined): Promise<void>;
  /** The student works the problem step by step. */
  along(question: Extract<Question, { type: 'calculation' }>, ask: Ask): Promise<void>;
  closed(outcome: Outcome): Promise<void>;
  nothing(): Promise<void>;
  end(ending: Ending): Promise<void>;
}

export const textView = (terminal: Terminal, page: Page, style: Style): View => {
  const { language } = page;
  const say = (lines: readonly string[]): Promise<void> => write(terminal.output, `${lines.join('\n')}\n`);
  return {
    question: (question, number, of) =>
      say(['', ...questionHeading(question, number, of, page, style), '', ...questionLines(question, page, style), '']),
    verdict: (_question, verdict, typed, outcome) =>
      say(verdictLines(verdict, typed, outcome?.tries ?? 1, page, style)),
    points: ({ item }, marking, met) => say(pointLines(item, marking, met, page, style)),
    async work(question) {
      if (question.type === 'short') return say(['', ...modelAnswerLines(question.item, page, style)]);
      const { kind, params } = question;
      const inner = { ...page, width: page.width - 1 };
      const lines = workAndAnswerLines(kind, params, solveWithSteps(kind, params), inner, style, 'full');
      await say(['', ...lines.map(line => (line ? ` ${line}` : ''))]);
    },
    async hint(question, level, nextPrice) {
      if (level === undefined) return say([style.dim(` ${quizTexts.noHint[language]}`)]);
      const more = nextPrice === undefined ? [] : [style.dim(` ${quizTexts.nextHint(nextPrice)[language]}`)];
      const heading = style.heading(` ${quizTexts.hint(level, hintLevels)[language]}`);
      return say([heading, ...hintLines(question, level, page, style), ...more]);
    },
    async along({ kind, params, item }, ask) {
      await workAlong(kind, params, { ask, terminal, page, style }, item.decimals);
    },
    closed: ({ marks, outOf }) => say([`   ${quizTexts.earned(marks, outOf)[language]}`]),
    nothing: () => say(wrap(quizTexts.nothing[language], page.width)),
    end: ({ summary, tells, next, isEarly }) =>
      say([
        '',
        ...(isEarly ? [...wrap(quizTexts.ended[language], page.width - 1).map(line => ` ${line}`), ''] : []),
        ...summaryLines(summary, tells, next, page, style),
      ]),
  };
};

export const jsonView = (terminal: Terminal, language: Language): View => {
  const event = (name: string, data: object): Promise<void> =>
    write(terminal.output, `${JSON.stringify({ event: name, ...data })}\n`);
  const messageOf = (verdict: Verdict): string =>
    (verdict.verdict === 'correct' ? quizTexts.right : verdict.message)[language];
  return {
    question(question, number, of) {
      const { id, topic, type, marks, level } = question.item;
      const asked =
        question.type === 'short'
          ? { prompt: question.item.prompt[language] }
          : {
              kind: question.kind.id,
              params: question.params,
              ask: question.item.ask,
              decimals: question.item.decimals,
              prompt: `${(question.item.prompt ?? question.kind.prompt(question.params))[language]} ${askedText(question)[language]}`,
              ...(question.seed === undefined ? {} : { seed: question.seed }),
            };
      return event('question', { item: id, topic, type, marks, level, number, of, ...asked });
    },
    verdict: (question, verdict, _typed, outcome) =>
      event('verdict', {
        item: question.item.id,
        verdict: verdict.verdict,
        message: messageOf(verdict),
        ...(verdict.verdict === 'wrong' && verdict.mistake ? { mistake: verdict.mistake } : {}),
        ...(verdict.verdict === 'wrong' && verdict.cells ? { cells: verdict.cells } : {}),
        ...(outcome ? { marks: outcome.marks, outOf: outcome.outOf, tries: outcome.tries } : {}),
      }),
    points: ({ item }, marking, met) => {
      const marks = item.points.filter(point => met.includes(point.id)).reduce((sum, point) => sum + point.marks, 0);
      const verdict = marks === item.marks ? 'correct' : marks > 0 ? 'partial' : 'wrong';
      return event('verdict', { item: item.id, verdict, marks, outOf: item.marks, points: marking.points });
    },
    work(question) {
      if (question.type === 'short')
        return event('work', { item: question.item.id, answer: question.item.answer[language] });
      const { answer, steps } = solveWithSteps(question.kind, question.params);
      return event('work', { item: question.item.id, answer, steps: steps.map(step => stepJson(step, language)) });
    },
    hint: (question, level, nextPrice) =>
      event('hint', {
        item: question.item.id,
        ...(level === undefined
          ? { message: quizTexts.noHint[language] }
          : { level, text: hintLines(question, level, { width: 1000, language }, noStyle).map(line => line.trim()) }),
        ...(nextPrice === undefined ? {} : { nextPrice }),
      }),
    along: async () => undefined,
    closed: async () => undefined,
    nothing: () =>
      event('summary', {
        questions: 0,
        seconds: 0,
        marks: 0,
        outOf: 0,
        topics: [],
        message: quizTexts.nothing[language],
      }),
    end: ({ summary, isEarly, next }) => event('summary', { ...summary, isEarly, next }),
  };
};
