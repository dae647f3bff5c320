import { statsTexts } from '../messages/stats.ts';
import type { Statistics } from '../practice/statistics.ts';
import { startOfDay } from '../practice/study-day.ts';
import type { Text } from '../problem/text.ts';
import { bar } from './bar.ts';
import { dateText, durationText, weekdayText } from './dates.ts';
import type { Page } from './drawing.ts';
import { topicTitle } from './quiz.ts';
import type { Style } from './style.ts';
import { padEnd, padStart, widthOf, wrap } from './width.ts';

const shades = ['·', '░', '▒', '▓', '█'];

/** 0 for none, then 1 to 4 by the share of the busiest day. */
const shadeOf = (count: number, most: number): string =>
  shades[count === 0 ? 0 : Math.min(4, 1 + Math.floor((4 * (count - 1)) / Math.max(1, most)))]!;

const mostWeeks = 26;

/** Weeks as columns, Monday to Sunday as rows; the last column is this week. */
const calendarLines = ({ byDay }: Statistics, now: number, page: Page, style: Style): string[] => {
  const { language, width } = page;
  const weeks = Math.min(mostWeeks, Math.floor((width - 10) / 2));
  const today = (new Date(startOfDay(now)).getDay() + 6) % 7;
  const most = Math.max(1, ...byDay.values());
  const agoOf = (week: number, day: number): number => (weeks - 1 - week) * 7 + (today - day);
  const cell = (week: number, day: number): string => {
    const ago = agoOf(week, day);
    return ago < 0 ? ' ' : shadeOf(byDay.get(ago) ?? 0, most);
  };
  const names = Array.from({ length: 7 }, (_, day) => weekdayText(startOfDay(now, day - today), language));
  const column = Math.max(...names.map(widthOf));
  const rows = names.map((name, day) => {
    const cells = Array.from({ length: weeks }, (_, week) => cell(week, day));
    return `   ${padEnd(day % 2 === 0 ? name : '', column)} ${style.good(cells.join(' ').trimEnd())}`;
  });
  const legend = `${statsTexts.less[language]} ${shades.join(' ')} ${statsTexts.more[language]}`;
  return [...rows, style.dim(`   ${' '.repeat(column)} ${legend}`)];
};

const listedDays = 14;

/** The same without a picture: the last days one by one. */
const dayLines = ({ byDay }: Statistics, now: number, { language }: Page): string[] =>
  Array.from({ length: listedDays }, (_, i) => listedDays - 1 - i).flatMap(ago => {
    const start = startOfDay(now, -ago);
    const count = byDay.get(ago) ?? 0;
    return count === 0 ? [] : [`   ${dateText(start)} ${weekdayText(start, language)}  ${count}`];
  });

const topicLines = ({ topics }: Statistics, { language, width }: Page, style: Style): string[] => {
  const titles = topics.map(({ topic }) => topicTitle(topic)[language]);
  const column = Math.max(...titles.map(widthOf));
  const counts = topics.map(({ due, fresh, learnt }) => `${due}, ${fresh}, ${learnt}`);
  const countColumn = Math.max(...counts.map(widthOf));
  const room = width - column - countColumn - 14;
  const isNarrow = room < 5;
  const barWidth = isNarrow ? Math.max(5, width - countColumn - 16) : Math.min(24, room);
  return topics.flatMap(({ mastery }, i) => {
    const drawn = (mastery >= 0.6 ? style.good : style.warn)(bar(mastery, barWidth));
    const rest = `${drawn} ${padStart(`${Math.round(100 * mastery)} %`, 5)}   ${counts[i]}`;
    return isNarrow ? [`   ${titles[i]}`, `   ${rest}`] : [`   ${padEnd(titles[i]!, column)}  ${rest}`];
  });
};

const shownMistakes = 5;

/** The statistics as a person likes to look at them; `tellOf` gives a mistake's sentence. */
export const statsLines = (
  statistics: Statistics,
  tellOf: (kind: string, mistake: string) => Text | undefined,
  daysToExam: number | undefined,
  now: number,
  page: Page,
  style: Style,
  isPlain: boolean,
): string[] => {
  const { language, width } = page;
  const { answers, seconds, marks, outOf, streak, recall, mistakes } = statistics;
  const share = outOf === 0 ? 0 : Math.round((100 * marks) / outOf);
  const head = [
    statsTexts.total(answers, durationText(seconds, language), share),
    ...(streak > 1 ? [statsTexts.streak(streak)] : []),
  ];
  const title = (text: Text): string => ` ${style.heading(text[language])}`;
  const percent = Math.round(100 * (recall ?? 0));
  const isAhead = daysToExam !== undefined && daysToExam > 0;
  const remembered = isAhead ? statsTexts.recallExam(percent, daysToExam) : statsTexts.recallNow(percent);
  const wrong = mistakes.slice(0, shownMistakes).flatMap(({ kind, mistake, times }) => {
    const text = `${tellOf(kind, mistake)?.[language] ?? mistake} (${kind} ×${times})`;
    return wrap(text, width - 5).map((line, i) => `   ${i === 0 ? '· ' : '  '}${line}`);
  });
  return [
    ...wrap(head.map(text => text[language]).join(' · '), width - 1).map(line => ` ${style.heading(line)}`),
    '',
    title(statsTexts.calendar),
    ...(isPlain ? dayLines(statistics, now, page) : calendarLines(statistics, now, page, style)),
    '',
    ...wrap(statsTexts.topics[language], width - 1).map(line => ` ${style.heading(line)}`),
    ...topicLines(statistics, page, style),
    ...(recall === undefined ? [] : ['', ...wrap(remembered[language], width - 1).map(line => ` ${line}`)]),
    ...(wrong.length > 0 ? ['', title(statsTexts.mistakes), ...wrong] : []),
  ];
};
