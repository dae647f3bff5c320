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

/** Puts a label before the first line of a block, or above it where there is no room. */
const labelled = (label: string, lines: readonly string[], page: Page, paint: (text: string) => string): string[] => {
  const column = 12;
  const wide = Math.max(0, ...lines.map(widthOf));
  if (column + wide > page.width || page.width < 60) return [paint(label), ...indented(lines, 2)];
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

/**
 * A worked problem: the problem, its steps, the answer, and what other conventions would give. The last step is the answer, so
 * it is drawn there and not among the steps.
 */
export const solutionLines = (
  kind: Kind,
  params: Params,
  solution: { readonly answer: Answer; readonly steps: readonly Step[] },
  page: Page,
  style: Style,
  detail: Detail,
): string[] => {
  const last = solution.steps.at(-1);
  const drawnLast = last?.formula === undefined;
  const steps = workLines(drawnLast ? solution.steps.slice(0, -1) : solution.steps, page, style, detail);
  const inner = { ...page, width: page.width - 12 };
  const answer = drawingLines(answerDrawing(kind, solution.answer, params), inner).map(style.answer);
  const note = drawnLast ? last?.note : undefined;
  return [
    ...problemLines(kind, params, page, style),
    ...steps,
    ...labelled(answerHeading[page.language], answer, page, style.heading),
    ...(note
      ? ['', ...labelled(conventionHeading[page.language], wrap(note[page.language], inner.width), page, style.heading)]
      : []),
  ];
};

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
