import { quizTexts } from '../messages/quiz.ts';
import type { Question } from '../practice/question.ts';
import { askedOf } from '../problem/kind.ts';
import { solveWithSteps } from '../problem/solution.ts';
import { shapeOf } from '../problem/value.ts';
import type { Page } from './drawing.ts';
import { prettySymbol, symbolic } from './formula.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { wrap } from './width.ts';
import { workLines } from './work.ts';

type Calculation = Extract<Question, { type: 'calculation' }>;
type Short = Extract<Question, { type: 'short' }>;

/** What is asked for, and the way to it: the headings of the work. */
const way = ({ kind, params, item, truth }: Calculation, { language }: Page): string[] => {
  const { title, symbol } = askedOf(kind, item.ask)!;
  const shape = shapeOf(truth).join('×');
  const { steps } = solveWithSteps(kind, params);
  const titles = [...new Set(steps.filter(step => step.formula).map(step => step.title[language]))];
  return [
    `${symbol}${shape ? ` (${shape})` : ''}: ${title[language]}`,
    ...(titles.length > 1 ? titles.map((heading, i) => `${i + 1}  ${heading}`) : []),
  ];
};

/** At most this many formulas make one hint. */
const shownFormulas = 8;

/** The formulas without numbers; of rows alike only the first. */
const formulas = ({ kind, params }: Calculation): string[] => {
  const { steps } = solveWithSteps(kind, params);
  const titled = steps.filter(
    (step, i) =>
      step.formula &&
      steps.findIndex(one => one.title.en === step.title.en && shapeKey(one.formula) === shapeKey(step.formula)) === i,
  );
  return titled
    .slice(0, shownFormulas)
    .map(step => `${step.symbol ? `${prettySymbol(step.symbol)} = ` : ''}${symbolic(step.formula!)}`);
};

/** A formula without its indices. */
const shapeKey = (formula: string | undefined): string => formula?.replace(/\d+/g, '') ?? '';

const firstStep = ({ kind, params }: Calculation, page: Page, style: Style): string[] => {
  const { steps } = solveWithSteps(kind, params);
  const [first] = steps.filter(step => step.formula);
  const alike = steps.filter(step => step.title.en === first!.title.en);
  return workLines(alike.slice(0, 2), page, style).filter(line => line !== '');
};

const ofCalculation = (question: Calculation, level: number, page: Page, style: Style): string[] => {
  if (level === 1) return way(question, page).flatMap(line => wrap(line, page.width));
  if (level === 2) return formulas(question).flatMap(line => wrap(line, page.width, 3));
  return firstStep(question, page, style);
};

/** The first words of a sentence. */
const opening = (sentence: string): string => {
  const words = sentence.match(/[\p{Script=Han}]|[^\s\p{Script=Han}]+\s*/gu) ?? [];
  return `${words
    .slice(0, Math.max(2, Math.ceil(words.length / 3)))
    .join('')
    .trim()} …`;
};

const ofShort = ({ item }: Short, level: number, page: Page): string[] => {
  const { language, width } = page;
  if (level === 1) return [quizTexts.pointsWanted(item.points.map(point => point.marks))[language]];
  const told = level === 2 ? item.points.map(point => opening(point.text[language])) : [item.points[0]!.text[language]];
  return told.flatMap(line => wrap(`· ${safe(line)}`, width, 2));
};

/** The hint of a level, 1 to 3: what is asked for, the formula, the first step worked. */
export const hintLines = (question: Question, level: number, page: Page, style: Style): string[] => {
  const inner = { ...page, width: page.width - 5 };
  const lines =
    question.type === 'short' ? ofShort(question, level, inner) : ofCalculation(question, level, inner, style);
  return lines.map(line => `     ${line}`);
};
