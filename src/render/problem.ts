import { type Drawing, draw } from '../problem/drawing.ts';
import type { Answer, Kind, Params } from '../problem/kind.ts';
import type { Language, Text } from '../problem/text.ts';
import { isValue } from '../problem/value.ts';
import type { Step } from '../problem/work.ts';
import { drawingLines, type Page } from './drawing.ts';
import type { Style } from './style.ts';
import { widthOf, wrap } from './width.ts';
import { type Detail, workLines } from './work.ts';

const indented = (lines: readonly string[], by: number): string[] =>
  lines.map(line => (line ? ' '.repeat(by) + line : ''));

/** The answer drawn: as the kind draws it, or every field that is a number, a vector, a matrix or a size. */
const answerDrawing = (kind: Kind, answer: Answer, params: Params): Drawing => {
  if (kind.display) return kind.display(answer, params);
  const fields = Object.entries(kind.answer).filter(([name, { form }]) => form !== 'list' && isValue(answer[name]));
  return fields.map(([name, { symbol, form }]) => {
    const value = answer[name];
    return [`${symbol} = `, ...(form === 'size' ? [[value].flat().join('×')] : draw(value))];
  });
};

const answerHeading: Text = { en: 'Answer', zh: '答案' };
const conventionHeading: Text = { en: 'Convention', zh: '约定' };

/** Labels stand before their block in a column of this width, or above it where the page is narrow. */
const labelColumn = 12;
const isNarrow = ({ width }: Page): boolean => width < 60;

/** Puts a label before the first line of a block, or above it where there is no room. */
const labelled = (label: string, lines: readonly string[], page: Page, paint: (text: string) => string): string[] => {
  const column = labelColumn;
  const wide = Math.max(0, ...lines.map(widthOf));
  if (column + wide > page.width || isNarrow(page)) return [paint(label), ...indented(lines, 2)];
  return lines.map(
    (line, i) =>
      (i === 0 ? paint(label) + ' '.repeat(Math.max(1, column - widthOf(label))) : ' '.repeat(column)) + line,
  );
};

/** The title of a problem and its numbers, drawn. */
export const problemLines = (kind: Kind, params: Params, page: Page, style: Style): string[] => {
  const { language } = page;
  const headline = kind.headline?.(params)[language];
  const title = kind.title[language] + (headline ? ` · ${headline}` : '');
  const given = drawingLines(kind.given(params), { ...page, width: page.width - 2 });
  return [...wrap(title, page.width).map(style.heading), '', ...(given.length > 0 ? [...indented(given, 2), ''] : [])];
};

export interface Solved {
  readonly answer: Answer;
  readonly steps: readonly Step[];
}

/**
 * The work and the answer, and what other conventions would give. A last step without a formula is the answer itself: it is
 * drawn there and not among the steps.
 */
export const workAndAnswerLines = (
  kind: Kind,
  params: Params,
  { answer, steps }: Solved,
  page: Page,
  style: Style,
  detail: Detail,
): string[] => {
  const last = steps.at(-1);
  const isAnswer = last?.formula === undefined;
  const work = workLines(isAnswer ? steps.slice(0, -1) : steps, page, style, detail);
  const inner = { ...page, width: page.width - (isNarrow(page) ? 2 : labelColumn) };
  const drawn = drawingLines(answerDrawing(kind, answer, params), inner).map(style.answer);
  const note = isAnswer ? last?.note : undefined;
  const { language } = page;
  return [
    ...work,
    ...labelled(answerHeading[language], drawn, page, style.heading),
    ...(note
      ? ['', ...labelled(conventionHeading[language], wrap(note[language], inner.width), page, style.heading)]
      : []),
  ];
};

/** A worked problem: its title, its numbers, the work, the answer. */
export const solutionLines = (
  kind: Kind,
  params: Params,
  solved: Solved,
  page: Page,
  style: Style,
  detail: Detail,
): string[] => [
  ...problemLines(kind, params, page, style),
  ...workAndAnswerLines(kind, params, solved, page, style, detail),
];

/** A step in the form of the JSON contract. */
export const stepJson = (
  { id, title, formula, scope, result, note }: Step,
  language: Language,
): Record<string, unknown> => ({
  id,
  title: title[language],
  ...(formula === undefined ? {} : { formula, scope: scope ?? {} }),
  result,
  ...(note ? { note: note[language] } : {}),
});
