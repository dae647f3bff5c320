import type { Finding } from '../bank/finding.ts';
import type { Checked } from '../check/check-bank.ts';
import type { Language } from '../problem/text.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { widthOf, wrap } from './width.ts';

/** How much of a source line is shown around a fault. */
const context = 64;

/** The source line with a caret under the place; long lines are cut around it. */
const excerptLines = (finding: Finding, source: string | undefined, style: Style): string[] => {
  if (source === undefined) return [];
  const from = Math.max(0, Math.min(finding.column - 1 - 20, source.length - context));
  const before = safe(source.slice(from, finding.column - 1)).trimStart();
  const rest = safe(source.slice(finding.column - 1, from + context));
  return [
    `${style.dim('   │ ')}${before}${rest}`,
    `${style.dim('   │ ')}${' '.repeat(widthOf(before))}${style.bad('^')}`,
  ];
};

/** A finding: where, which rule, which item, the line, what is wrong, how to mend it. */
export const findingLines = (
  finding: Finding,
  source: string | undefined,
  page: { width: number; language: Language },
  style: Style,
): string[] => {
  const { file, line, column, rule, item, message, hint } = finding;
  const say = (sign: string, text: string): string[] =>
    wrap(safe(text), page.width - 5).map((part, i) => `   ${i === 0 ? sign : ' '} ${part}`);
  return [
    `${style.strong(`${safe(file)}:${line}:${column}`)}  ${style.bad(rule)}${item ? `  ${safe(item)}` : ''}`,
    ...excerptLines(finding, source, style),
    ...say('!', message[page.language]),
    ...(hint ? say('=', hint[page.language]) : []),
    '',
  ];
};

/** `1 fault in 312 items (21 files, 0.9 s)` */
export const closingLine = ({ findings, items, files }: Checked, seconds: number, language: Language): string => {
  const faults = findings.length;
  const time = seconds.toFixed(1);
  if (language === 'zh') return `${items} 题中有 ${faults} 处错误（${files} 个文件，${time} 秒）`;
  return `${faults} ${faults === 1 ? 'fault' : 'faults'} in ${items} ${items === 1 ? 'item' : 'items'} (${files} ${files === 1 ? 'file' : 'files'}, ${time} s)`;
};
