import { type Command, Option } from 'commander';
import type { Item } from '../bank/item.ts';
import { quizHelp } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import type { LookFlags } from '../terminal/terminal.ts';
import { newCommand, type Shell, withLook } from './common.ts';

export interface QuizFlags extends LookFlags {
  readonly count: number;
  readonly type?: Item['type'];
  readonly seed?: number;
  readonly item?: readonly string[];
  readonly json?: boolean;
}

const whole =
  (flag: string, least: number) =>
  (written: string): number => {
    const n = Number(written);
    if (Number.isSafeInteger(n) && n >= least) return n;
    throw new UsageError({
      en: `${flag}: expected a whole number ≥ ${least}, but got ${JSON.stringify(written)}`,
      zh: `${flag}：应为 ≥ ${least} 的整数，实际为 ${JSON.stringify(written)}`,
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
    .option('--json', quizHelp.json[language]);
  return withLook(command, shell);
};
