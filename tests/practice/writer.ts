import { type ChildProcess, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const script = (history: string): string => `
import { writeSync } from 'node:fs';
import { openHistory } from ${JSON.stringify(history)};
const [path, name, count, size] = process.argv.slice(2);
const history = openHistory(path);
for (let i = 0; i < Number(count); i++) {
  const record = {
    v: 1, id: name + '-' + i, at: new Date().toISOString(), session: name, item: 'an item',
    answer: '答'.repeat(Number(size)), verdict: 'correct', marks: 1, outOf: 1, tries: 1, hints: 0, seconds: 1, rating: 3,
  };
  try {
    await history.append(record);
    writeSync(1, record.id + '\\n');
  } catch (error) {
    writeSync(2, JSON.stringify({ name: error.name, code: error.code, text: error.text }) + '\\n');
  }
}
`;

export interface Ended {
  /** The ids that were said to be saved. */
  readonly saved: readonly string[];
  readonly errors: readonly {
    readonly name: string;
    readonly code?: string;
    readonly text: { en: string; zh: string };
  }[];
  readonly signal: NodeJS.Signals | null;
}

export interface Writer {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
}

const attend = (child: ChildProcess): Writer => {
  const output = { stdout: '', stderr: '' };
  child.stdout!.setEncoding('utf8').on('data', text => {
    output.stdout += text;
  });
  child.stderr!.setEncoding('utf8').on('data', text => {
    output.stderr += text;
  });
  const lines = (text: string): string[] => text.split('\n').filter(line => line !== '');
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) => {
      try {
        const errors = lines(output.stderr).map(line => JSON.parse(line));
        resolve({ saved: lines(output.stdout), errors, signal });
      } catch {
        reject(new Error(output.stderr));
      }
    });
  });
  return { process: child, ended };
};

/** What a writer is to do: so many records under its name, each of about so many characters. */
export interface Task {
  readonly path: string;
  readonly name: string;
  readonly count: number;
  readonly size?: number;
  /** A user other than the one who runs the tests. */
  readonly uid?: number;
  /** The shell's limit on the size of files, in its blocks of 512 bytes. */
  readonly blocks?: number;
}

/** A place for histories, and processes that write to them. */
export interface Place {
  readonly directory: string;
  write(task: Task): Writer;
  /** Ends what still writes, and takes everything away. */
  remove(): Promise<void>;
}

/** Makes a place below the system's directory for temporary files, with the history bundled for other processes. */
export const makePlace = async (): Promise<Place> => {
  const directory = await mkdtemp(join(tmpdir(), 'drill-history-'));
  await chmod(directory, 0o755);
  const [bundle, program] = [join(directory, 'history.mjs'), join(directory, 'writer.mjs')];
  const entry = resolve(import.meta.dirname, '../../src/practice/history.ts');
  await build({
    entryPoints: [entry],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
  });
  await writeFile(program, script(bundle));
  const writers: Writer[] = [];
  const start = (child: ChildProcess): Writer => {
    const writer = attend(child);
    writers.push(writer);
    return writer;
  };
  return {
    directory,
    write({ path, name, count, size = 20, uid, blocks }) {
      const rest = [program, path, name, `${count}`, `${size}`];
      const options = {
        stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'],
        ...(uid === undefined ? {} : { uid }),
      };
      if (blocks === undefined) return start(spawn(process.execPath, rest, options));
      const limited = ['-c', `trap '' XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, ...rest];
      return start(spawn('/bin/sh', limited, options));
    },
    async remove() {
      for (const { process } of writers) process.kill('SIGKILL');
      await Promise.allSettled(writers.map(writer => writer.ended));
      await rm(directory, { recursive: true, force: true });
    },
  };
};
