import { todayTexts } from '../messages/list.ts';
import { daysLeft } from '../practice/plan.ts';
import { stateOf } from '../practice/state.ts';
import { startOfDay } from '../practice/study-day.ts';
import { weaknessOf } from '../practice/weakness.ts';
import { durationText } from '../render/dates.ts';
import { topicTitle } from '../render/quiz.ts';
import { styleOf } from '../render/style.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { loadStudy } from './study.ts';

/** `drill` alone: today in five lines. */
export const today = async (flags: LookFlags, { terminal }: Shell): Promise<void> => {
  const look = lookOf(terminal, flags);
  const { language } = look;
  const { bank, records, cards, exam, paper, now } = await loadStudy(terminal, look);
  const count = (state: string): number => bank.items.filter(item => stateOf(cards.get(item.id), now) === state).length;
  const [due, fresh] = [count('due'), count('new')];
  const since = records.filter(record => Date.parse(record.at) >= startOfDay(now));
  const seconds = since.reduce((sum, record) => sum + record.seconds, 0);
  const left = exam === undefined ? undefined : daysLeft(exam, now);
  const [weakest] = [...weaknessOf(records, bank.items).topics].sort(([, a], [, b]) => b - a);
  const isWeak = weakest !== undefined && weakest[1] > 0;
  const next = paper
    ? 'drill quiz --resume'
    : due > 0 || fresh > 0
      ? 'drill quiz'
      : isWeak
        ? 'drill quiz --weak'
        : 'drill quiz --all';
  const style = await styleOf(look.coloured);
  const lines = [
    todayTexts.today(due, fresh, bank.items.length),
    todayTexts.done(since.length, durationText(seconds, language)),
    left === undefined ? todayTexts.noExam : left < 0 ? todayTexts.over : todayTexts.exam(left),
    isWeak ? todayTexts.weakest(topicTitle(weakest[0])[language], Math.round(100 * weakest[1])) : todayTexts.noWeak,
    todayTexts.next(next),
  ].map(text => ` ${text[language]}`);
  await write(terminal.output, `${[...lines.slice(0, 4), style.strong(lines[4]!)].join('\n')}\n\n`);
};
