import { UsageError } from '../messages/say.ts';
import type { Language, Text } from '../problem/text.ts';

/** What a command needs of the outside: streams, environment and clock; tests give their own. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** A pipe that is closed on the other side ends the program quietly. */
const quietly = <T extends NodeJS.WritableStream>(stream: T): T => {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  return stream;
};

const noTime = (found: string): Text => ({
  en: `DRILL_NOW: expected a time such as 2026-12-01T09:00, but got ${JSON.stringify(found)}`,
  zh: `DRILL_NOW：应为时间，如 2026-12-01T09:00，实际为 ${JSON.stringify(found)}`,
});

/** The system's clock; or one that was set to `start` when the program began, and goes on from there. */
const clockOf = (start: string | undefined): (() => Date) => {
  if (!start) return () => new Date();
  const [set, began] = [Date.parse(start), performance.now()];
  return () => {
    if (Number.isNaN(set)) throw new UsageError(noTime(start));
    return new Date(set + performance.now() - began);
  };
};

/** The process's own terminal. Its streams are opened when they are first used: each takes time. */
export const processTerminal = (): Terminal => {
  let output: NodeJS.WriteStream | undefined;
  let errors: NodeJS.WriteStream | undefined;
  return {
    get input() {
      return process.stdin;
    },
    get output() {
      output ??= quietly(process.stdout);
      return output;
    },
    get errors() {
      errors ??= quietly(process.stderr);
      return errors;
    },
    env: process.env,
    now: clockOf(process.env.DRILL_NOW),
  };
};

/** How the output looks: from the flags, the environment and the terminal, in this order. */
export interface Look {
  readonly language: Language;
  readonly coloured: boolean;
  /** Columns to lay out for. */
  readonly width: number;
  /** Line by line, without prompts that redraw themselves. */
  readonly isPlain: boolean;
}

export interface LookFlags {
  readonly lang?: Language | undefined;
  readonly color?: boolean | undefined;
  readonly plain?: boolean | undefined;
}

/** zh where the environment says so, else en. */
export const languageOf = (env: Terminal['env']): Language => {
  const said = env.DRILL_LANG ?? (env.LC_ALL || env.LC_MESSAGES || env.LANG || '');
  return /^zh/i.test(said) ? 'zh' : 'en';
};

/** The columns of a terminal that does not tell. */
export const usualColumns = 80;

const [narrowest, widest] = [24, 100];

export const lookOf = (terminal: Terminal, flags: LookFlags): Look => {
  const { env, output } = terminal;
  const isTerminal = output.isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const forbidden = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const coloured = flags.color !== false && !forbidden && (forced || (isTerminal && env.TERM !== 'dumb'));
  const columns = (isTerminal ? output.columns : Number(env.COLUMNS)) || usualColumns;
  return {
    language: flags.lang ?? languageOf(env),
    coloured,
    width: Math.max(narrowest, Math.min(widest, columns)),
    isPlain: flags.plain === true || !isTerminal || env.TERM === 'dumb' || terminal.input.isTTY !== true,
  };
};

/** Writes, and waits while the reader is slower than the writer. */
export const write = async (stream: NodeJS.WritableStream, text: string): Promise<void> => {
  if (stream.write(text)) return;
  await new Promise<void>(resolve => stream.once('drain', () => resolve()));
};
