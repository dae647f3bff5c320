import { kindIds, loadKind } from '../kinds/index.ts';
import { tellOf } from '../marking/diagnosis.ts';
import { statsTexts } from '../messages/stats.ts';
import { daysLeft } from '../practice/plan.ts';
import { statisticsOf } from '../practice/statistics.ts';
import { startOfDay } from '../practice/study-day.ts';
import type { Text } from '../problem/text.ts';
import { dateText } from '../render/dates.ts';
import { statsLines } from '../render/stats.ts';
import { styleOf } from '../render/style.ts';
import { wrap } from '../render/width.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { loadStudy } from './study.ts';

export interface StatsFlags extends LookFlags {
  readonly json?: boolean;
}

/** `drill stats`: a calendar, what is known by topic, the most frequent mistakes. */
export const stats = async (flags: StatsFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const { records, bank, cards, exam, now } = await loadStudy(terminal, look);
  const statistics = statisticsOf(records, bank.items, cards, exam, now);
  if (flags.json) {
    const byDay = [...statistics.byDay].sort(([a], [b]) => b - a);
    const days = byDay.map(([ago, answers]) => ({ day: dateText(startOfDay(now, -ago)), answers }));
    const { byDay: _, ...rest } = statistics;
    await write(terminal.output, `${JSON.stringify({ ...rest, days, ...(exam ? { exam } : {}) })}\n`);
    return 0;
  }
  if (records.length === 0) {
    await write(terminal.output, `${wrap(statsTexts.none[look.language], look.width).join('\n')}\n`);
    return 0;
  }
  const tells = new Map<string, Text>();
  for (const { kind: id, mistake } of statistics.mistakes) {
    const kind = kindIds.includes(id) ? await loadKind(id) : undefined;
    const tell = kind && tellOf(kind, mistake);
    if (tell) tells.set(`${id} ${mistake}`, tell);
  }
  const days = exam === undefined ? undefined : daysLeft(exam, now);
  const tell = (kind: string, mistake: string): Text | undefined => tells.get(`${kind} ${mistake}`);
  const isPlain = flags.plain === true || terminal.output.isTTY !== true;
  const lines = statsLines(statistics, tell, days, now, look, await styleOf(look.coloured), isPlain);
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
