import { PassThrough, Readable, Writable } from 'node:stream';
import { main } from '../../src/main.ts';
import type { Terminal } from '../../src/terminal/terminal.ts';

export interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly input?: string | readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
}

const collecting = (): { stream: Writable; text: () => string } => {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
};

/** Runs a command line in this process, as from a pipe: no terminal, no colour, English unless the environment says otherwise. */
export const run = async (argv: readonly string[], { input = '', env = {}, now }: RunOptions = {}): Promise<Run> => {
  const [output, errors] = [collecting(), collecting()];
  const source =
    typeof input === 'string'
      ? Readable.from([Buffer.from(input)])
      : Readable.from(input.map(line => Buffer.from(`${line}\n`)));
  const terminal: Terminal = {
    input: source.pipe(new PassThrough()),
    output: output.stream,
    errors: errors.stream,
    env,
    now: now ?? (() => new Date('2026-11-23T12:00:00Z')),
  };
  const code = await main(argv, terminal);
  return { code, output: output.text(), errors: errors.text() };
};

/** The words of a command line as a shell splits them: spaces, '…' and "…". */
export const words = (line: string): string[] =>
  [...line.matchAll(/(?:'([^']*)'|"([^"]*)"|([^\s'"]+))+/g)].map(([word]) =>
    [...word.matchAll(/'([^']*)'|"([^"]*)"|([^'"]+)/g)]
      .map(([, single, double, bare]) => single ?? double ?? bare)
      .join(''),
  );
