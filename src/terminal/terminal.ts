import type { Language } from '../problem/text.ts';

/** What a command needs of the outside: streams, environment and clock; tests give their own. */
export interface Terminal {
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly errors: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** The process's own terminal. A pipe that is closed on the other side ends the program quietly. */
export const processTerminal = (): Terminal => {
  const { env } = process;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0);
      throw error;
    });
  }
  return {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    env,
    now: () => (env.DRILL_NOW ? new Date(env.DRILL_NOW) : new Date()),
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

const [narrowest, usual, widest] = [24, 80, 100];

export const lookOf = (terminal: Terminal, flags: LookFlags): Look => {
  const { env, input, output } = terminal;
  const isTerminal = output.isTTY === true;
  const forced = env.FORCE_COLOR !== undefined && env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  const forbidden = env.NO_COLOR !== undefined && env.NO_COLOR !== '';
  const coloured = flags.color !== false && !forbidden && (forced || (isTerminal && env.TERM !== 'dumb'));
  const columns = (isTerminal ? output.columns : Number(env.COLUMNS)) || usual;
  return {
    language: flags.lang ?? languageOf(env),
    coloured,
    width: Math.max(narrowest, Math.min(widest, columns)),
    isPlain: flags.plain === true || !isTerminal || input.isTTY !== true || env.TERM === 'dumb',
  };
};

/** Writes, and waits while the reader is slower than the writer. */
export const write = async (stream: NodeJS.WritableStream, text: string): Promise<void> => {
  if (stream.write(text)) return;
  await new Promise<void>(resolve => stream.once('drain', () => resolve()));
};
