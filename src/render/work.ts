import { draw } from '../problem/drawing.ts';
import { rankOf } from '../problem/params.ts';
import type { Text } from '../problem/text.ts';
import type { Step } from '../problem/work.ts';
import { drawingLines, type Page } from './drawing.ts';
import { prettySymbol, substituted, symbolic } from './formula.ts';
import { formatNumber, usualDecimals } from './number.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { padEnd, padStart, widthOf, wrap } from './width.ts';

/** How much of the work is shown: `brief` leaves out the numbers put in and the middle of long sections. */
export type Detail = 'none' | 'brief' | 'full';

/** Steps under one heading. */
interface Section {
  readonly title: Text;
  readonly steps: readonly Step[];
}

const sectionsOf = (steps: readonly Step[]): Section[] => {
  const sections: { title: Text; steps: Step[] }[] = [];
  for (const step of steps) {
    const open = sections.at(-1);
    if (open && open.title.en === step.title.en) open.steps.push(step);
    else sections.push({ title: step.title, steps: [step] });
  }
  return sections;
};

const indent = 5;
const briefRows = 3;

const numberText = (x: number, decimals: number): string => formatNumber(x, decimals).replace(/^-/, '−');

/** Breaks `a = b = c` before an equals sign where it does not fit on one line. */
const equationLines = (parts: readonly string[], width: number): string[] => {
  const lines: string[] = [];
  let line = parts[0]!;
  const hang = Math.min(widthOf(parts[0]!), 12);
  for (const part of parts.slice(1)) {
    if (widthOf(`${line} = ${part}`) <= width) line = `${line} = ${part}`;
    else {
      lines.push(line);
      line = `${' '.repeat(hang)} = ${part}`;
    }
  }
  lines.push(line);
  return lines.flatMap(l => wrap(l, width, hang + 3));
};

/** A row of a table: symbol, what leads, the numbers put in, the result; all aligned over the section. */
const tableLines = (steps: readonly Step[], page: Page, decimals: number): string[] | undefined => {
  if (steps.length < 2 || steps.some(step => step.lead === undefined || typeof step.result !== 'number'))
    return undefined;
  const rows = steps.map(step => ({
    symbol: prettySymbol(step.symbol ?? step.id),
    lead: step.lead!,
    numbers: (step.formula && step.scope && substituted(step.formula, step.scope, decimals)) ?? '',
    result: numberText(step.result as number, decimals),
  }));
  const widest = (key: 'symbol' | 'lead' | 'numbers' | 'result'): number =>
    Math.max(...rows.map(row => widthOf(row[key])));
  const [symbol, lead, numbers, result] = [widest('symbol'), widest('lead'), widest('numbers'), widest('result')];
  const withLead = symbol + lead + numbers + result + 11 <= page.width;
  const aligned = symbol + numbers + result + 8 <= page.width;
  return rows.flatMap(row => {
    const head = padEnd(row.symbol, symbol) + (withLead ? `   ${padEnd(row.lead, lead)}` : '');
    if (aligned) return [`${head}   ${padEnd(row.numbers, numbers)}   = ${padStart(row.result, result)}`];
    return wrap(`${head}   ${row.numbers} = ${row.result}`, page.width, symbol + 3);
  });
};

const equationOf = (step: Step, detail: Detail, decimals: number): string[] => {
  const { symbol, formula, scope, result } = step;
  const parts = [
    symbol === undefined ? undefined : prettySymbol(symbol),
    formula === undefined ? undefined : symbolic(formula),
    detail === 'full' && formula && scope ? substituted(formula, scope, decimals) : undefined,
    typeof result === 'number' && !step.drawn ? numberText(result, decimals) : undefined,
  ];
  return parts.filter((part, i) => part !== undefined && part !== '' && parts.indexOf(part) === i) as string[];
};

const stepLines = (step: Step, page: Page, detail: Detail, decimals: number): string[] => {
  const equation = equationOf(step, detail, decimals);
  const drawn = step.drawn ?? (typeof step.result === 'number' ? undefined : [draw(step.result)]);
  if (!drawn) return equationLines(equation, page.width);
  const inline = step.drawn === undefined || step.drawn.length === 1;
  const text = equation.join(' = ');
  const small = rankOf(step.result) < 2 || inline;
  if (equation.length > 0 && small && widthOf(text) + 12 <= page.width) {
    return drawingLines([[`${text} = `, ...drawn[0]!], ...drawn.slice(1)], page);
  }
  return [
    ...(equation.length > 0 ? equationLines([...equation.slice(0, -1), `${equation.at(-1)} =`], page.width) : []),
    ...drawingLines(drawn, page),
  ];
};

/** One step alone: its formula, the numbers put in, its result. */
export const stepRows = (step: Step, page: Page): string[] =>
  stepLines(step, page, 'full', page.decimals ?? usualDecimals);

const rowsOf = (section: Section, page: Page, detail: Detail, decimals: number): string[] => {
  const { steps } = section;
  const cutShort = detail === 'brief' && steps.length > briefRows + 1;
  const shown = cutShort ? [...steps.slice(0, briefRows), steps.at(-1)!] : steps;
  const lines = tableLines(shown, page, decimals) ?? shown.flatMap(step => stepLines(step, page, detail, decimals));
  return cutShort ? withGap(lines, shown.length) : lines;
};

const notesOf = ({ steps }: Section, page: Page): string[] =>
  steps.flatMap(step => (step.note ? wrap(safe(step.note[page.language]), page.width) : []));

const withGap = (lines: string[], rows: number): string[] => {
  const perRow = lines.length / rows;
  return Number.isInteger(perRow) ? [...lines.slice(0, -perRow), '…', ...lines.slice(-perRow)] : lines;
};

/** The steps of a solution as numbered sections. */
export const workLines = (steps: readonly Step[], page: Page, style: Style, detail: Detail = 'full'): string[] => {
  if (detail === 'none') return [];
  const decimals = page.decimals ?? usualDecimals;
  const inner = { ...page, width: page.width - indent };
  const sections = sectionsOf(steps);
  const numberWidth = String(sections.length).length;
  return sections.flatMap((section, i) => {
    const [first] = section.steps;
    const isTable = section.steps.length > 1 && first!.lead !== undefined && first!.formula;
    const heading = wrap(section.title[page.language], page.width - numberWidth - 2);
    const formula = isTable
      ? `   ${prettySymbol(first!.symbol!.replace(/_.*/, ''))} = ${symbolic(first!.formula!)}`
      : '';
    const fits = heading.length === 1 && widthOf(heading[0]! + formula) <= page.width - numberWidth - 2;
    const head = heading.map(
      (line, k) => `${padStart(k === 0 ? String(i + 1) : '', numberWidth)}  ${style.heading(line)}`,
    );
    if (fits) head[0] += style.dim(formula);
    const rows = [...rowsOf(section, inner, detail, decimals), ...notesOf(section, inner).map(style.dim)];
    return [...head, ...rows.map(line => (line ? ' '.repeat(indent) + line : '')), ''];
  });
};
