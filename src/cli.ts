import { type Command, CommanderError, Option } from 'commander';
import type { CheckFlags } from './commands/check.ts';
import { newCommand, type Shell, several, withLook } from './commands/common.ts';
import type { HistoryFlags } from './commands/history.ts';
import type { ListFlags } from './commands/list.ts';
import type { MarkFlags } from './commands/mark.ts';
import type { PlanFlags } from './commands/plan.ts';
import { type QuizFlags, quizCommand, whole } from './commands/quiz-flags.ts';
import type { ShowFlags } from './commands/show.ts';
import type { StatsFlags } from './commands/stats.ts';
import { checkTexts, reporterNames } from './messages/check.ts';
import { newTexts } from './messages/check-new.ts';
import { commanderErrors, commandTexts, errors, errorWord } from './messages/commands.ts';
import { historyTexts } from './messages/history.ts';
import { learnTexts } from './messages/learn.ts';
import { listTexts, showTexts } from './messages/list.ts';
import { markExamples, markTexts } from './messages/mark.ts';
import { planTexts } from './messages/plan.ts';
import { quizTexts } from './messages/quiz.ts';
import { statsTexts } from './messages/stats.ts';
import { recordedVerdicts } from './practice/rating.ts';
import { itemStates } from './practice/state.ts';
import type { Language } from './problem/text.ts';
import { safe } from './render/safe.ts';
import { exitCodeOf, InputEnded } from './terminal/ask.ts';
import { type LookFlags, languageOf, type Terminal, write } from './terminal/terminal.ts';
import { version } from './version.ts';

/** The language is known before the command line is read, so that help and errors are said in it. */
const languageIn = (argv: readonly string[], env: Terminal['env']): Language => {
  const at = argv.findIndex(arg => arg === '--lang' || arg.startsWith('--lang='));
  const said = argv[at]?.includes('=') ? argv[at].split('=')[1] : argv[at + 1];
  return at >= 0 && (said === 'zh' || said === 'en') ? said : languageOf(env);
};

/** A flag of names with commas between them, that may be given several times. */
const severalNames = (value: string, before: readonly string[] = []): string[] => [
  ...before,
  ...value.split(',').filter(Boolean),
];

/** The command tree. A command's own code is loaded when it is called. */
const programOf = (shell: Shell, done: (code: number) => void): Command => {
  const { language } = shell;
  const program = newCommand('drill', shell).description(commandTexts.drill[language]).enablePositionalOptions();
  withLook(program, shell).version(version, '-V, --version', commandTexts.version[language]);
  program.addCommand(
    quizCommand(shell)
      .description(commandTexts.quiz[language])
      .action(async (topics: string[], flags: QuizFlags) =>
        done(await (await import('./commands/quiz.ts')).quiz(topics, flags, shell)),
      ),
  );
  program.addCommand(
    newCommand('calc', shell)
      .description(commandTexts.calc[language])
      .usage('<kind> [values…] [options]')
      .argument('[arguments...]')
      .allowUnknownOption()
      .passThroughOptions()
      .helpOption(false)
      .action(async (args: string[]) => done(await calc(args, shell))),
  );
  program.addCommand(
    withLook(newCommand('plan', shell), shell)
      .description(planTexts.about[language])
      .argument('[date]', planTexts.date[language])
      .option('--clear', planTexts.clear[language])
      .option('--json', commandTexts.json[language])
      .action(async (date: string | undefined, flags: PlanFlags) =>
        done(await (await import('./commands/plan.ts')).plan(date, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('learn', shell), shell)
      .description(learnTexts.about[language])
      .argument('[topic]', learnTexts.topic[language])
      .action(async (topic: string | undefined, flags: LookFlags) =>
        done(await (await import('./commands/learn.ts')).learn(topic, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('list', shell), shell)
      .description(listTexts.about[language])
      .argument('[topics...]', listTexts.topics[language])
      .addOption(new Option('--type <type>', listTexts.type[language]).choices(['short', 'calculation']))
      .addOption(new Option('--state <state>', listTexts.state[language]).choices([...itemStates]))
      .option('--kind <kind>', listTexts.kind[language])
      .option('--bank <path>', quizTexts.bank[language], several)
      .option('--json', commandTexts.json[language])
      .action(async (topics: string[], flags: ListFlags) =>
        done(await (await import('./commands/list.ts')).list(topics, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('show', shell), shell)
      .description(showTexts.about[language])
      .argument('[item]', showTexts.item[language])
      .option('--seed <n>', showTexts.seed[language])
      .option('--bank <path>', quizTexts.bank[language], several)
      .option('--json', commandTexts.json[language])
      .action(async (item: string | undefined, flags: ShowFlags) =>
        done(await (await import('./commands/show.ts')).show(item, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('stats', shell), shell)
      .description(statsTexts.about[language])
      .option('--json', commandTexts.json[language])
      .action(async (flags: StatsFlags) => done(await (await import('./commands/stats.ts')).stats(flags, shell))),
  );
  program.addCommand(
    withLook(newCommand('history', shell), shell)
      .description(historyTexts.about[language])
      .argument('[action]', historyTexts.action[language])
      .argument('[target]', historyTexts.target[language])
      .option('--topic <topic>', historyTexts.topic[language])
      .option('--item <id>', historyTexts.item[language])
      .addOption(new Option('--verdict <verdict>', historyTexts.verdict[language]).choices([...recordedVerdicts]))
      .option('--since <date>', historyTexts.since[language])
      .option('--limit <n>', historyTexts.limit[language], whole('--limit', 0))
      .option('--json', commandTexts.json[language])
      .action(async (action: string | undefined, target: string | undefined, flags: HistoryFlags) =>
        done(await (await import('./commands/history.ts')).history(action, target, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('mark', shell), shell)
      .description(commandTexts.mark[language])
      .argument('[item]', markTexts.item[language])
      .option('--answer <text>', markTexts.answer[language])
      .option('--seed <n>', markTexts.seed[language])
      .option('--bank <path>', quizTexts.bank[language], several)
      .option('--json', commandTexts.json[language])
      .option('--batch', markTexts.batch[language])
      .addHelpText('after', `\n${commandTexts.examples[language]}\n${markExamples}`)
      .action(async (item: string | undefined, flags: MarkFlags) =>
        done(await (await import('./commands/mark.ts')).mark(item, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('check', shell), shell)
      .description(commandTexts.check[language])
      .argument('[files...]', commandTexts.checkFiles[language])
      .option('--bank <path>', checkTexts.bank[language], several)
      .addOption(new Option('--reporter <form>', checkTexts.reporter[language]).choices([...reporterNames]))
      .option('--json', commandTexts.json[language])
      .option('--rule <rules>', checkTexts.rule[language], severalNames)
      .option('--not-rule <rules>', checkTexts.notRule[language], severalNames)
      .option('--strict', checkTexts.strict[language])
      .option('--explain [rule]', checkTexts.explain[language])
      .action(async (files: string[], flags: CheckFlags) =>
        done(await (await import('./commands/check.ts')).check(files, flags, shell)),
      ),
  );
  program.addCommand(
    withLook(newCommand('new', shell), shell)
      .description(newTexts.about[language])
      .argument('<kind>', newTexts.kind[language])
      .argument('[file]', newTexts.file[language])
      .action(async (kind: string, file: string | undefined, flags: LookFlags) =>
        done(await (await import('./commands/new.ts')).newItem(kind, file, flags, shell)),
      ),
  );
  return program;
};

const calc = async (args: readonly string[], shell: Shell): Promise<number> =>
  (await import('./commands/calc.ts')).calc(args, shell);

/** What a commander error is about: the last quoted words, and its guess at what was meant. */
const aboutOf = (message: string): string => {
  const quoted = [...message.matchAll(/'([^']*)'/g)].map(match => match[1]!);
  const meant = /Did you mean (.*)\?\)/.exec(message)?.[1];
  return `“${quoted[0] ?? ''}”${meant ? ` (→ ${meant}?)` : ''}`;
};

const wordOf = (error: CommanderError, language: Language): string => {
  const choices = /option '([^']*)' argument '([^']*)' is invalid\. Allowed choices are (.*)\.$/s.exec(error.message);
  if (choices) return errors.notAChoice(choices[1]!, choices[2]!, choices[3]!)[language];
  const known = commanderErrors[error.code];
  return known ? known(aboutOf(error.message))[language] : error.message.replace(/^error: /, '');
};

/** An error that says in both languages what the user can mend: of a problem, a command line, a history. */
const isTold = (error: unknown): error is Error & { in(language: Language): string } =>
  error instanceof Error && 'in' in error && typeof error.in === 'function';

/** The only place where an error becomes an exit code: 0 help, 2 what the user can mend, 3 a bug. */
const report = async (error: unknown, { terminal, language }: Shell): Promise<number> => {
  const complain = (text: string): Promise<void> => write(terminal.errors, `${errorWord[language]}${text}\n`);
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    await complain(safe(wordOf(error, language)));
    return 2;
  }
  if (error instanceof InputEnded) return exitCodeOf[error.how];
  if (isTold(error)) {
    await complain(safe(error.in(language)));
    return 2;
  }
  await complain(`${errors.bug[language]}\n${error instanceof Error ? error.stack : String(error)}`);
  return 3;
};

/** Runs a command line and gives its exit code; prints to the terminal, never ends the process. */
export const runCommandLine = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  const shell: Shell = { terminal, language: languageIn(argv, terminal.env) };
  let code = 0;
  try {
    // The calculator reads its own command line, made from the kind's parameters; it is on the way of every start-up.
    const [command, ...rest] = argv;
    if (command === 'calc') return await calc(rest, shell);
    const program = programOf(shell, given => {
      code = given;
    });
    await program.parseAsync([...argv], { from: 'user' }).catch(async error => {
      if (!(error instanceof CommanderError && error.code === 'commander.help')) throw error;
      // Without a command: how things stand today, and what there is to do.
      await (await import('./commands/today.ts')).today(program.opts<LookFlags>(), shell);
      program.outputHelp();
    });
    return code;
  } catch (error) {
    return report(error, shell);
  }
};
