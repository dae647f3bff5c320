import { planTexts } from '../messages/plan.ts';
import { daysLeft, type PlannedDay } from '../practice/plan.ts';
import { startOfDay } from '../practice/study-day.ts';
import { bar } from './bar.ts';
import { dateText, weekdayText } from './dates.ts';
import type { Page } from './drawing.ts';
import type { Style } from './style.ts';
import { padEnd, padStart, widthOf, wrap } from './width.ts';

/** At most this many days are shown one by one. */
const shownDays = 21;

/** The days until the exam, each with what comes back and what is new. */
export const planLines = (
  exam: string,
  days: readonly PlannedDay[],
  now: number,
  page: Page,
  style: Style,
): string[] => {
  const { language, width } = page;
  const left = daysLeft(exam, now);
  const sum = (key: 'due' | 'fresh'): number => days.reduce((total, day) => total + day[key], 0);
  const head = [
    planTexts.exam(exam, left)[language],
    ...(left > 0 ? [planTexts.total(sum('due'), sum('fresh'))[language]] : []),
  ];
  const heading = wrap(head.join(' '), width - 1).map(line => ` ${style.heading(line)}`);
  if (left <= 0) return heading;
  const most = Math.max(1, ...days.map(({ due, fresh }) => due + fresh));
  const names = days.map(({ ahead }) => {
    const start = startOfDay(now, ahead);
    return ahead === 0 ? planTexts.today[language] : `${dateText(start).slice(5)} ${weekdayText(start, language)}`;
  });
  const column = Math.max(...names.slice(0, shownDays).map(widthOf), widthOf(planTexts.day[language]));
  const barWidth = Math.max(5, Math.min(40, width - column - 20));
  const titles = `   ${padEnd(planTexts.day[language], column)}  ${padStart(planTexts.due[language], 5)} ${padStart(planTexts.fresh[language], 5)}`;
  const rows = days.slice(0, shownDays).map(({ due, fresh }, i) => {
    const drawn = bar((due + fresh) / most, Math.max(1, barWidth)).replace(/░+$/u, '');
    return `   ${padEnd(names[i]!, column)}  ${padStart(String(due), 5)} ${padStart(String(fresh), 5)}  ${style.good(drawn)}`;
  });
  const rest = days.length - shownDays;
  return [
    ...heading,
    '',
    style.dim(titles),
    ...rows,
    ...(rest > 0 ? [style.dim(`   ${planTexts.further(rest)[language]}`)] : []),
  ];
};
