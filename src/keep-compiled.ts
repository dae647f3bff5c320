import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Writable } from 'node:stream';
import { loadScript } from './calculator.ts';

/** Runs a built calculator a few times, so that V8 has compiled what a start needs, and keeps what it compiled beside it. */
const file = resolve(process.argv[2]!);
const { runCommandLine, script } = loadScript(file)!;
const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
const terminal = { input: process.stdin, output: nowhere, errors: nowhere, env: {}, now: () => new Date() };
const usual = ['calc', 'conv', '[1 2 0; 0 1 3; 2 1 1]', '[1 0; 0 -1]', '--mode', 'full'];
for (const argv of [usual, ['calc'], ['calc', 'conv', '--help'], [...usual, '--json']]) {
  await runCommandLine(argv, terminal);
}
writeFileSync(`${file}.cache`, script.createCachedData());
