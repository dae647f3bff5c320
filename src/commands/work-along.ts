import {
  answerStep,
  beginAlong,
  nextAlong,
  type StepVerdict,
  stepsAlong,
  summariseAlong,
  type WorkAlong,
} from '../marking/work-along.ts';
import { UsageError } from '../messages/say.ts';
import { alongTexts } from '../messages/work-along.ts';
import type { Kind, Params } from '../problem/kind.ts';
import type { Step } from '../problem/work.ts';
import type { Page } from '../render/drawing.ts';
import { prettySymbol, symbolic } from '../render/formula.ts';
import type { Style } from '../render/style.ts';
import { wrap } from '../render/width.ts';
import { stepRows } from '../render/work.ts';
import { type Ask, InputEnded } from '../terminal/ask.ts';
import { type Terminal, write } from '../terminal/terminal.ts';

export interface AlongSetting {
  readonly ask: Ask;
  readonly terminal: Terminal;
  readonly page: Page;
  readonly style: Style;
}

const nameOf = ({ symbol, id }: Step): string => prettySymbol(symbol ?? id);

const verdictRows = (verdict: StepVerdict, step: Step, { page, style }: AlongSetting): string[] => {
  const { language } = page;
  const inner = { ...page, width: page.width - 5 };
  const say = (sign: string, text: string): string[] =>
    wrap(text, page.width - 3).map((line, i) => (i === 0 ? sign : '   ') + line);
  const shown = stepRows(step, inner).map(line => `     ${line}`);
  switch (verdict.verdict) {
    case 'right':
      return say(style.good(' ✓ '), (verdict.isOwn ? alongTexts.rightOwn : alongTexts.right)[language]);
    case 'skipped':
      return [...say(style.dim(' – '), alongTexts.skipped[language]), ...shown];
    case 'unreadable':
      return say(style.warn(' ? '), verdict.message[language]);
    case 'wrong':
      return [
        ...say(style.bad(' ✗ '), alongTexts.wrong[language]),
        ...shown,
        ...wrap((verdict.isFollowed ? alongTexts.goOn : alongTexts.goOnRight)[language], page.width - 3).map(line =>
          style.dim(`   ${line}`),
        ),
      ];
  }
};

const endRows = (along: WorkAlong, isEarly: boolean, { page, style }: AlongSetting): string[] => {
  const { language } = page;
  const { right, wrong, skipped, firstWrong } = summariseAlong(along);
  const first = stepsAlong(along).find(step => step.id === firstWrong);
  return [
    '',
    ...(isEarly ? [` ${alongTexts.ended[language]}`] : []),
    ...wrap(alongTexts.summary(right, wrong, skipped)[language], page.width - 1).map(line => ` ${style.heading(line)}`),
    ...(first
      ? wrap(alongTexts.firstWrong(nameOf(first), first.title)[language], page.width - 1).map(line => ` ${line}`)
      : []),
  ];
};

/**
 * The student works the problem step by step: the first wrong step is shown alone, and the rest is marked on the student's own
 * value. Throws InputEnded, after the summary, where the input ends.
 */
export const workAlong = async (
  kind: Kind,
  params: Params,
  setting: AlongSetting,
  decimals: number,
  only?: readonly string[],
): Promise<WorkAlong> => {
  const { ask, terminal, page, style } = setting;
  const { language } = page;
  const say = (lines: readonly string[]): Promise<void> => write(terminal.output, `${lines.join('\n')}\n`);
  let along = beginAlong(kind, params, decimals, only);
  const known = stepsAlong(along).flatMap(({ id, symbol }) => [id, symbol]);
  const unknown = only?.filter(name => !known.includes(name)) ?? [];
  if (unknown.length > 0) {
    throw new UsageError(
      alongTexts.noStep(unknown, [...new Set(stepsAlong(along).map(step => step.symbol ?? step.id))]),
    );
  }
  await say(wrap(alongTexts.intro[language], page.width - 1).map(line => style.dim(` ${line}`)));
  let title = '';
  try {
    for (let step = nextAlong(along); step; step = nextAlong(along)) {
      if (step.title[language] !== title) {
        title = step.title[language];
        await say(['', ...wrap(title, page.width - 1).map(line => ` ${style.heading(line)}`)]);
      }
      const typed = await ask.line(` ${nameOf(step)} ›`);
      if (/^[?？]$/u.test(typed.trim())) {
        await say(
          wrap(step.formula ? `${nameOf(step)} = ${symbolic(step.formula)}` : title, page.width - 5).map(
            line => `     ${line}`,
          ),
        );
        continue;
      }
      const answered = answerStep(along, typed);
      along = answered.along;
      await say(verdictRows(answered.verdict, step, setting));
    }
  } catch (error) {
    if (error instanceof InputEnded) await say(endRows(along, true, setting));
    throw error;
  }
  await say(endRows(along, false, setting));
  return along;
};
