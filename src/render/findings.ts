import { isLow, type PointAgreement, pooled, precisionOf, recallOf } from '../check/agreement.ts';
import type { Checked, Rated } from '../check/check-bank.ts';
import type { Language } from '../problem/text.ts';
import { mendOf } from './reporters/report.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { widthOf, wrap } from './width.ts';

/** How much of a source line is shown around a fault. */
const context = 64;

/** The source line with a caret under the place; long lines are cut around it. */
const excerptLines = (finding: Rated, source: string | undefined, style: Style): string[] => {
  if (source === undefined) return [];
  const from = Math.max(0, Math.min(finding.column - 1 - 20, source.length - context));
  const before = safe(source.slice(from, finding.column - 1)).trimStart();
  const rest = safe(source.slice(finding.column - 1, from + context));
  const paint = finding.severity === 'error' ? style.bad : style.warn;
  return [`${style.dim('   │ ')}${before}${rest}`, `${style.dim('   │ ')}${' '.repeat(widthOf(before))}${paint('^')}`];
};

/** A finding: where, which rule, which item, the line, what is wrong, how to mend it. */
export const findingLines = (
  finding: Rated,
  source: string | undefined,
  page: { width: number; language: Language },
  style: Style,
): string[] => {
  const { file, line, column, rule, item, message, severity } = finding;
  const say = (sign: string, text: string): string[] =>
    wrap(safe(text), page.width - 5).map((part, i) => `   ${i === 0 ? sign : ' '} ${part}`);
  const paint = severity === 'error' ? style.bad : style.warn;
  return [
    `${style.strong(`${safe(file)}:${line}:${column}`)}  ${paint(rule)}${item ? `  ${safe(item)}` : ''}`,
    ...excerptLines(finding, source, style),
    ...say(severity === 'error' ? '!' : '?', message[page.language]),
    ...say('=', mendOf(finding, page.language)),
    '',
  ];
};

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

/** `1 fault, 2 warnings in 312 items (21 files, 0.9 s)` */
export const closingLine = ({ findings, items, files }: Checked, seconds: number, language: Language): string => {
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  const faults = findings.length - warnings;
  const time = seconds.toFixed(1);
  if (language === 'zh') {
    const and = warnings > 0 ? `、${warnings} 处警告` : '';
    return `${items} 题中有 ${faults} 处错误${and}（${files} 个文件，${time} 秒）`;
  }
  const and = warnings > 0 ? `, ${counted(warnings, 'warning')}` : '';
  return `${counted(faults, 'fault')}${and} in ${counted(items, 'item')} (${counted(files, 'file')}, ${time} s)`;
};

const figures = (agreement: Parameters<typeof precisionOf>[0] & Parameters<typeof recallOf>[0]): [string, string] => [
  precisionOf(agreement).toFixed(3),
  recallOf(agreement).toFixed(3),
];

/** How the marker agrees with the samples: over all key points, then those that are not to be relied on. */
export const agreementLines = (agreement: readonly PointAgreement[], language: Language): string[] => {
  if (agreement.length === 0) return [];
  const [precision, recall] = figures(pooled(agreement));
  const sum =
    language === 'zh'
      ? `样例答案：${agreement.length} 个采分点，判分的精确率 ${precision}，召回率 ${recall}`
      : `samples: ${counted(agreement.length, 'key point')}, the marker's precision ${precision}, recall ${recall}`;
  const low = agreement.filter(isLow).map(point => {
    const [precision, recall] = figures(point);
    return language === 'zh'
      ? `  ${point.item} · ${point.point}：精确率 ${precision}，召回率 ${recall}（${point.samples} 个样例）`
      : `  ${point.item} · ${point.point}: precision ${precision}, recall ${recall} (${counted(point.samples, 'sample')})`;
  });
  return [sum, ...low];
};
