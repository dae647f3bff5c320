import { type Command, Option } from 'commander';
import { kindIds, loadKind } from '../kinds/index.ts';
import { topics } from '../kinds/topics.ts';
import { calcTexts, commandTexts, errors } from '../messages/commands.ts';
import { UsageError } from '../messages/say.ts';
import { ProblemError } from '../problem/error.ts';
import { type Kind, type Params, positionalOf } from '../problem/kind.ts';
import { raiseLimits } from '../problem/limits.ts';
import { looksLikeSize } from '../problem/notation.ts';
import { nearest } from '../problem/params.ts';
import { solveWithSteps } from '../problem/solution.ts';
import { usualDecimals } from '../render/number.ts';
import { problemLines, solutionLines, stepJson } from '../render/problem.ts';
import { styleOf } from '../render/style.ts';
import { padEnd, widthOf, wrap } from '../render/width.ts';
import type { Detail } from '../render/work.ts';
import { type Look, type LookFlags, lookOf, type Terminal, write } from '../terminal/terminal.ts';
import { newCommand, type Shell, withLook } from './common.ts';
import { readArgument, readData, readText } from './input.ts';

interface CalcFlags extends LookFlags {
  readonly params?: string;
  readonly json?: boolean;
  readonly batch?: boolean;
  readonly steps?: Detail;
  readonly decimals?: string;
  readonly limit?: string;
  readonly workAlong?: boolean;
  readonly only?: string;
}

const addFlags = (command: Command, shell: Shell): Command => {
  const { language } = shell;
  return withLook(
    command
      .option('--params <file>', calcTexts.params[language])
      .option('--json', commandTexts.json[language])
      .option('--batch', calcTexts.batch[language])
      .addOption(new Option('--steps <detail>', calcTexts.steps[language]).choices(['none', 'brief', 'full']))
      .option('--decimals <n>', calcTexts.decimals[language])
      .option('--limit <n>', calcTexts.limit[language])
      .option('--work-along', calcTexts.workAlong[language])
      .option('--only <steps>', calcTexts.only[language]),
    shell,
  );
};

/** learningRate as learning-rate; a leading capital stays: Wx. */
const kebab = (name: string): string => name.replace(/(?!^)[A-Z]/g, letter => `-${letter.toLowerCase()}`);

/** The command line of one kind, made from its parameters. */
const commandOf = (kind: Kind, shell: Shell): Command => {
  const { language } = shell;
  const command = newCommand(`drill calc ${kind.id}`, shell).description(kind.title[language]);
  for (const name of positionalOf(kind)) command.argument(`[${name}]`, kind.params[name]!.about[language]);
  for (const [name, param] of Object.entries(kind.params)) {
    const { about, form, isFlag, fallback } = param;
    const note =
      fallback === undefined || isFlag
        ? param.optional && !isFlag
          ? ` (${calcTexts.optional[language]})`
          : ''
        : ` (${calcTexts.fallback[language]} ${JSON.stringify(fallback)})`;
    if (isFlag) command.option(fallback === true ? `--no-${kebab(name)}` : `--${kebab(name)}`, about[language]);
    else command.option(`--${kebab(name)} <value>`, `${about[language]}: ${form[language]}${note}`);
  }
  addFlags(command, shell);
  const examples = kind.examples.map(example => `  drill calc ${kind.id} ${example}`).join('\n');
  return command.addHelpText(
    'after',
    `\n${calcTexts.valuesHelp[language]}\n\n${commandTexts.examples[language]}\n${examples}`,
  );
};

const flagName = (name: string): string => `--${kebab(name)}`;

/** The raw parameters from a file, the values without a flag, and the flags, in this order of precedence from low to high. */
const gather = async (kind: Kind, command: Command, terminal: Terminal): Promise<Record<string, unknown>> => {
  const options = command.opts<Record<string, string | boolean | undefined> & CalcFlags>();
  const raw: Record<string, unknown> = {};
  if (options.params !== undefined) {
    const data = await readData(await readText(options.params, terminal), options.params);
    if (typeof data !== 'object' || data === null || Array.isArray(data)) throw new UsageError(errors.notAnObject);
    Object.assign(raw, data);
  }
  const typed: [string, string][] = positionalOf(kind).flatMap((name, i) =>
    command.args[i] === undefined ? [] : [[name, command.args[i]] as [string, string]],
  );
  for (const [name, param] of Object.entries(kind.params)) {
    const value = options[name];
    const isGiven = command.getOptionValueSource(name) === 'cli';
    if (!isGiven) continue;
    if (param.isFlag) raw[name] = value;
    else {
      if (typed.some(([other]) => other === name)) throw new UsageError(errors.twice(flagName(name)));
      typed.push([name, value as string]);
    }
  }
  if (typed.filter(([, written]) => written === '-').length + (options.params === '-' ? 1 : 0) > 1) {
    throw new UsageError(errors.standardInputTwice);
  }
  for (const [name, written] of typed) raw[name] = await readArgument(written, terminal, kind.params[name]!.isText);
  return raw;
};

const missingOf = (kind: Kind, raw: Record<string, unknown>): string[] =>
  Object.keys(kind.params).filter(name => !kind.params[name]!.optional && raw[name] === undefined);

const wholeNumber = (written: string | undefined, flag: string, least: number, most: number): number | undefined => {
  if (written === undefined) return undefined;
  const n = Number(written);
  if (Number.isInteger(n) && n >= least && n <= most) return n;
  const range = `${least}…${most}`;
  throw new UsageError({
    en: `${flag}: expected a whole number ${range}, but got ${JSON.stringify(written)}`,
    zh: `${flag}：应为整数 ${range}，实际为 ${JSON.stringify(written)}`,
  });
};

const solveOne = async (kind: Kind, args: readonly string[], shell: Shell): Promise<number> => {
  const { terminal } = shell;
  const command = commandOf(kind, shell);
  command.parse([...args], { from: 'user' });
  const flags = command.opts<CalcFlags>();
  const decimals = wholeNumber(flags.decimals, '--decimals', 0, 15);
  raiseLimits(wholeNumber(flags.limit, '--limit', 1, 1e6) ?? 1);
  if (flags.batch) return batch(terminal, lookOf(terminal, flags));
  const look = lookOf(terminal, flags);
  const raw = await gather(kind, command, terminal);
  const missing = missingOf(kind, raw);
  if (missing.length > 0) {
    if (look.isPlain || flags.json) throw new UsageError(errors.missing(missing[0]!, kind.params[missing[0]!]!.form));
    const { askParams } = await import('./ask-params.ts');
    Object.assign(raw, await askParams(kind, missing, terminal, look));
  }
  try {
    const params = kind.read(raw);
    if (flags.workAlong) return await alongOne(kind, params, look, flags, decimals, terminal);
    const solution = solveWithSteps(kind, params);
    if (flags.json) {
      const steps = solution.steps.map(step => stepJson(step, look.language));
      await write(terminal.output, `${JSON.stringify({ kind: kind.id, params, answer: solution.answer, steps })}\n`);
      return 0;
    }
    const page = { width: look.width, language: look.language, ...(decimals === undefined ? {} : { decimals }) };
    const lines = solutionLines(kind, params, solution, page, await styleOf(look.coloured), flags.steps ?? 'full');
    await write(terminal.output, `${lines.join('\n')}\n`);
    return 0;
  } catch (error) {
    if (flags.json && error instanceof ProblemError) {
      const { batchError } = await import('./batch.ts');
      await write(terminal.output, `${JSON.stringify({ kind: kind.id, error: batchError(error, look.language) })}\n`);
    }
    throw error;
  }
};

/** The problem, then step by step with the student. */
const alongOne = async (
  kind: Kind,
  params: Params,
  look: Look,
  flags: CalcFlags,
  decimals: number | undefined,
  terminal: Terminal,
): Promise<number> => {
  const [{ workAlong }, { withAsk }] = await Promise.all([import('./work-along.ts'), import('./with-ask.ts')]);
  const page = { width: look.width, language: look.language };
  const style = await styleOf(look.coloured);
  await write(terminal.output, `${problemLines(kind, params, page, style).join('\n')}\n`);
  const only = flags.only?.split(/[,，\s]+/u).filter(name => name !== '');
  await withAsk(terminal, look, ask =>
    workAlong(kind, params, { ask, terminal, page, style }, decimals ?? usualDecimals, only),
  );
  return 0;
};

const batch = async (terminal: Terminal, look: Look): Promise<number> => {
  const { runBatch } = await import('./batch.ts');
  return runBatch(terminal, look.language);
};

/** The kinds under their topics. */
const listKinds = async (terminal: Terminal, look: Look): Promise<number> => {
  const kinds = await Promise.all(kindIds.map(async id => (await loadKind(id))!));
  const column = Math.max(...kindIds.map(widthOf)) + 2;
  const style = await styleOf(look.coloured);
  const sections = Object.entries(topics).flatMap(([topic, title]) => {
    const here = kinds.filter(kind => kind.topic === topic);
    const rows = here.map(kind => `  ${padEnd(kind.id, column)}${kind.title[look.language]}`);
    return rows.length > 0 ? [style.heading(title[look.language]), ...rows] : [];
  });
  const intro = wrap(calcTexts.kinds[look.language], look.width);
  await write(terminal.output, `${[...sections, '', ...intro].join('\n')}\n`);
  return 0;
};

/** `drill calc`: the kind is the first word; without one the kinds are listed. */
export const calc = async (args: readonly string[], shell: Shell): Promise<number> => {
  const { terminal, language } = shell;
  const [first, ...rest] = args;
  if (first === undefined || first.startsWith('-')) {
    const command = addFlags(newCommand('drill calc', shell).usage('<kind> [values…] [options]'), shell)
      .description(commandTexts.calc[language])
      .addHelpText('after', `\n${commandTexts.examples[language]}\n  drill calc\n  drill calc conv --help`);
    command.parse([...args], { from: 'user' });
    const flags = command.opts<CalcFlags>();
    raiseLimits(wholeNumber(flags.limit, '--limit', 1, 1e6) ?? 1);
    return flags.batch ? batch(terminal, lookOf(terminal, flags)) : listKinds(terminal, lookOf(terminal, flags));
  }
  const named = await loadKind(first);
  if (!named) throw new ProblemError('unknown-kind', errors.unknownKind(first, nearest(first, kindIds)));
  const sized = named.bySize !== undefined && rest[0] !== undefined && looksLikeSize(rest[0]);
  const kind = sized ? (await loadKind(named.bySize!))! : named;
  return solveOne(kind, rest, shell);
};
