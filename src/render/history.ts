import { historyTexts } from '../messages/history.ts';
import type { ReviewRecord } from '../practice/record.ts';
import { timeText } from './dates.ts';
import type { Page } from './drawing.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { padEnd, widthOf, wrap } from './width.ts';

const signs: Readonly<Record<ReviewRecord['verdict'], string>> = { correct: '✓', close: '≈', partial: '◐', wrong: '✗' };

/** One answer a line: when, how it went, the item, what was typed. */
export const historyLines = (records: readonly ReviewRecord[], page: Page, style: Style): string[] => {
  const { language, width } = page;
  const column = Math.max(...records.map(({ item }) => widthOf(item)));
  return records.flatMap(record => {
    const { at, verdict, item, marks, outOf, answer, id } = record;
    const good = verdict === 'correct' || verdict === 'close';
    const sign = (good ? style.good : style.bad)(signs[verdict]);
    const word = historyTexts.verdicts[verdict][language];
    const typed = safe(answer.replace(/\s+/gu, ' '));
    const head = ` ${timeText(Date.parse(at))}  ${sign} `;
    const rest = `${padEnd(item, Math.min(column, 36))}  ${marks}/${outOf}  ${word}`;
    const first = wrap(rest, Math.max(20, width - 22));
    const about = [typed ? `“${typed}”` : '', id].filter(Boolean).join('  ');
    const cut = widthOf(about) > width - 4 ? wrap(about, width - 4) : [about];
    return [
      ...first.map((line, i) => (i === 0 ? head + line : ' '.repeat(21) + line)),
      ...cut.slice(0, 2).map(line => style.dim(`   ${line}`)),
    ];
  });
};
