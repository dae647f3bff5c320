import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const drill = resolve(import.meta.dirname, '../../bin/drill.js');

/** Whether this machine has util-linux's `script`, which gives a command a pseudo-terminal. */
export const hasPseudoTerminal = spawnSync('script', ['-qec', 'true', '/dev/null']).status === 0;

export interface Seen {
  readonly code: number | null;
  /** Everything that was written, without the codes that move the cursor and colour. */
  readonly screen: string;
  /** As it was written. */
  readonly raw: string;
}

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;?]*[A-Za-z]`, 'g');
const quoted = (word: string): string => `'${word.replaceAll("'", `'\\''`)}'`;

/**
 * Runs drill on a terminal of its own. Each pair of `talk` waits for words that are new on the screen, and then types; an
 * `undefined` takes the terminal away.
 */
export const onTerminal = (
  argv: readonly string[],
  talk: readonly (readonly [wait: RegExp, type: string | undefined])[],
  env: Readonly<Record<string, string>> = {},
  columns = 80,
): Promise<Seen> =>
  new Promise(done => {
    const command = [process.execPath, drill, ...argv].map(quoted).join(' ');
    const child = spawn('script', ['-qefc', `stty cols ${columns} rows 40; exec ${command}`, '/dev/null'], {
      env: { ...process.env, LANG: 'C.UTF-8', NO_COLOR: '', TERM: 'xterm-256color', ...env },
    });
    let [raw, read, at] = ['', 0, 0];
    child.stdout.on('data', chunk => {
      raw += chunk;
      const next = talk[at];
      if (!next?.[0].test(raw.slice(read).replace(escapes, ''))) return;
      at++;
      read = raw.length;
      if (next[1] === undefined) child.kill('SIGKILL');
      else setTimeout(() => child.stdin.write(next[1]!), 30);
    });
    child.stdin.on('error', () => undefined);
    child.on('close', code => done({ code, raw, screen: raw.replace(escapes, '').replaceAll('\r', '') }));
  });
