import { type Command, Option } from 'commander';
import type { Item } from '../bank/item.ts';
import { commandTexts } from '../messages/commands.ts';
import { quizExamples, quizHelp, quizTexts } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import type { LookFlags } from '../terminal/terminal.ts';
import { newCommand, type Shell, several, withLook } from './common.ts';

export interface QuizFlags extends LookFlags {
  readonly count: number;
  readonly type?: Item['type'];
  readonly seed?: number;
  readonly item?: readonly string[];
  readonly json?: boolean;
  readonly new?: number;
  readonly due?: boolean;
  readonly all?: boolean;
  readonly weak?: boolean;
  readonly cram?: boolean;
  readonly exam?: number;
  readonly marks: number;
  readonly resume?: boolean;
  readonly bank?: readonly string[];
}

/** Reads a whole number of at least `least`; throws UsageError. */
export const whole =
  (flag: string, least: number) =>
  (written: string): number => {
    const n = Number(written);
    if (Number.isSafeInteger(n) && n >= least) return n;
    throw new UsageError({
      en: `${flag}: expected a whole number ≥ ${least}, but got ${JSON.stringify(written)}`,
      zh: `${flag}：应为 ≥ ${least} 的整数，实际为 ${JSON.stringify(written)}`,
    });
  };

/** 90m, 1h30m, 5400s, or minutes, in seconds. */
const duration = (written: string): number => {
  const parts = /^(?:(\d+)h)?(?:(\d+)m(?:in)?)?(?:(\d+)s)?$/.exec(written.trim());
  const [hours, minutes, seconds] = parts ? parts.slice(1).map(part => Number(part ?? 0)) : [0, Number(written), 0];
  const total = hours! * 3600 + minutes! * 60 + seconds!;
  if (Number.isSafeInteger(total) && total >= 1 && total <= 24 * 3600) return total;
  throw new UsageError({
    en: `--exam: expected a time such as 90m or 1h30m, at most 24h, but got ${JSON.stringify(written)}`,
    zh: `--exam：应为时间，如 90m 或 1h30m，最长 24h，实际为 ${JSON.stringify(written)}`,
  });
};

/** The command as the help shows it. */
export const quizCommand = (shell: Shell): Command => {
  const { language } = shell;
  const command = newCommand('quiz', shell)
    .argument('[topics...]', quizHelp.topics[language])
    .option('-n, --count <n>', quizHelp.count[language], whole('--count', 1), 10)
    .addOption(new Option('--type <type>', quizHelp.type[language]).choices(['short', 'calculation']))
    .option('--seed <n>', quizHelp.seed[language], whole('--seed', 0))
    .option('--item <id...>', quizHelp.item[language])
    .option('--json', quizHelp.json[language])
    .option('--new <n>', quizHelp.fresh[language], whole('--new', 0))
    .option('--due', quizHelp.due[language])
    .option('--all', quizHelp.all[language])
    .option('--weak', quizHelp.weak[language])
    .option('--cram', quizHelp.cram[language])
    .option('--exam <time>', quizHelp.exam[language], duration)
    .option('--marks <n>', quizHelp.marks[language], whole('--marks', 1), 100)
    .option('--resume', quizHelp.resume[language])
    .option('--bank <path>', quizTexts.bank[language], several)
    .addHelpText('after', `\n${commandTexts.examples[language]}\n${quizExamples}`);
  return withLook(command, shell);
};
