import { planTexts } from '../messages/plan.ts';
import { UsageError } from '../messages/say.ts';
import { daysLeft, noonOf, planOf } from '../practice/plan.ts';
import { newId } from '../practice/record-id.ts';
import { planLines } from '../render/plan.ts';
import { styleOf } from '../render/style.ts';
import { wrap } from '../render/width.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { loadStudy } from './study.ts';

export interface PlanFlags extends LookFlags {
  readonly clear?: boolean;
  readonly json?: boolean;
}

const readDate = (written: string, now: number): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || noonOf(written) === undefined)
    throw new UsageError(planTexts.noDate(written));
  if (daysLeft(written, now) < 0) throw new UsageError(planTexts.past(written));
  return written;
};

/** `drill plan`: sets or clears the day of the exam, and shows what is left per day. */
export const plan = async (written: string | undefined, flags: PlanFlags, { terminal }: Shell): Promise<number> => {
  const look = lookOf(terminal, flags);
  const { language } = look;
  if (written !== undefined && flags.clear) throw new UsageError(planTexts.both);
  const study = await loadStudy(terminal, look);
  const { history, bank, cards, now } = study;
  const chosen = written === undefined ? undefined : readDate(written, now);
  if (chosen !== undefined || flags.clear) {
    const at = terminal.now().toISOString();
    await history.append({ v: 1, type: 'plan', id: newId(), at, ...(chosen === undefined ? {} : { exam: chosen }) });
  }
  const exam = flags.clear ? undefined : (chosen ?? study.exam);
  const unseen = bank.items.filter(item => !cards.has(item.id)).length;
  const days = exam === undefined ? [] : planOf(cards.values(), unseen, exam, now);
  if (flags.json) {
    const left = exam === undefined ? {} : { exam, daysLeft: daysLeft(exam, now) };
    await write(terminal.output, `${JSON.stringify({ ...left, days })}\n`);
    return 0;
  }
  const lines =
    exam === undefined
      ? wrap((flags.clear ? planTexts.cleared : planTexts.none)[language], look.width)
      : planLines(exam, days, now, look, await styleOf(look.coloured));
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
