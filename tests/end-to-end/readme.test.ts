import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { run, words } from './run.ts';

const root = resolve(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const data = mkdtempSync(join(tmpdir(), 'drill-readme-'));
afterAll(() => rmSync(data, { recursive: true, force: true }));

/** Blocks that begin with `$ drill …`, perhaps behind `printf '%s\\n' … |`, and the output that stands under it. */
const examples = [...readme.matchAll(/```console\n\$ (.+)\n([\s\S]*?)```/g)].map(([, command, output]) => ({
  command: command!,
  expected: output!.trimEnd(),
}));

/** Times differ from run to run. */
const timeless = (text: string): string => text.replace(/\d+\.\d s\)/g, '_ s)').trimEnd();

describe('what the README shows is what drill prints', () => {
  test.each(examples.map(example => [example.command, example] as const))('%s', async (command, { expected }) => {
    const [, printed, line] = /^(?:printf '%s\\n' (.*) \| )?drill (.*)$/.exec(command) ?? [];
    const { output } = await run(words(line!), { input: words(printed ?? ''), env: { DRILL_DATA: data } });
    const lines = timeless(output).split('\n');
    if (!expected.includes('\n…\n')) expect(timeless(expected)).toBe(lines.join('\n'));
    // A line with nothing but … stands for lines that are left out.
    else for (const part of timeless(expected).split('\n…\n')) expect(lines.join('\n')).toContain(part);
  });

  test('there are examples of quiz, calc and check', () => {
    for (const command of ['quiz', 'calc', 'check'])
      expect(examples.some(example => example.command.includes(`drill ${command}`))).toBe(true);
  });
});
