import { type Rule, ruleIds, rules } from '../../check/rules.ts';
import { checkTexts } from '../../messages/check.ts';
import type { Language } from '../../problem/text.ts';
import type { Style } from '../style.ts';
import { padEnd, wrap } from '../width.ts';

interface Page {
  readonly width: number;
  readonly language: Language;
}

const hung = (text: string, { width }: Page, indent: number): string[] =>
  wrap(text, width - indent).map(line => ' '.repeat(indent) + line);

/** The page of a rule: what it finds, why, lines that break it, how to mend them. */
export const ruleLines = (id: string, rule: Rule, page: Page, style: Style): string[] => {
  const { language } = page;
  const severity = checkTexts.severity[rule.severity][language];
  const section = (title: string, lines: readonly string[]): string[] => ['', style.heading(title), ...lines];
  const code = (sign: string, text: string): string[] => text.split('\n').map(line => `   ${sign} ${line}`);
  return [
    `${style.strong(id)}  ${rule.severity === 'error' ? style.bad(severity) : style.warn(severity)}`,
    ...hung(rule.finds[language], page, 3),
    ...section(checkTexts.why[language], hung(rule.why[language], page, 3)),
    ...section(checkTexts.breaks[language], code('-', rule.breaks)),
    ...section(checkTexts.mend[language], hung(rule.mend[language], page, 3)),
    ...section(checkTexts.mended[language], code('+', rule.mended)),
  ];
};

/** All rules, one sentence each. */
export const ruleList = (page: Page, style: Style): string[] => {
  const column = Math.max(...ruleIds.map(id => id.length)) + 2;
  return ruleIds.flatMap(id => {
    const { severity, finds } = rules[id];
    const paint = severity === 'error' ? style.bad : style.warn;
    const [first, ...rest] = wrap(finds[page.language], page.width - column - 2);
    return [`  ${paint(padEnd(id, column))}${first}`, ...rest.map(line => ' '.repeat(column + 2) + line)];
  });
};
