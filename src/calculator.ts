import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';
import type { runCommandLine } from './cli.ts';

interface CommandLine {
  readonly runCommandLine: typeof runCommandLine;
}

const read = (file: string): Buffer | undefined => {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
};

/**
 * A command line that was built to one script, with V8's code cache beside it where there is one. Most of a start-up is
 * compiling, and the cache saves it; a cache of another V8 is refused by V8. Undefined where nothing was built.
 */
export const loadScript = (file: string): (CommandLine & { readonly script: Script }) | undefined => {
  const source = read(file);
  if (!source) return undefined;
  const cachedData = read(`${file}.cache`);
  const script = new Script(`(function (exports, require, module) {${source}\n})`, {
    filename: file,
    ...(cachedData ? { cachedData } : {}),
  });
  const module = { exports: {} as CommandLine };
  script.runInThisContext()(module.exports, createRequire(file), module);
  return { script, runCommandLine: module.exports.runCommandLine };
};

/** The calculator as the build left it, beside this file. */
export const builtCalculator = (): CommandLine | undefined =>
  loadScript(fileURLToPath(new URL('calculator.cjs', import.meta.url)));
