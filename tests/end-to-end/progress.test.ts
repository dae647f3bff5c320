import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasPseudoTerminal, onTerminal } from './pseudo-terminal.ts';

const esc = String.fromCharCode(27);
const check = ['check', '--json', resolve(import.meta.dirname, '../../questions/cnn.yaml')];
const drawing = /[█░]+ \d+ %/;

/** What is left to see on a terminal that knows no more than a line end, a return and how to clear a line. */
const seenAfter = (raw: string): string =>
  raw
    .split('\r\n')
    .map(line => line.slice(line.lastIndexOf(`\r${esc}[K`) + 1).replace(`${esc}[K`, ''))
    .join('\n');

const piped = () => {
  const drill = resolve(import.meta.dirname, '../../bin/drill.js');
  return spawnSync(process.execPath, [drill, ...check], { encoding: 'utf8', env: { ...process.env, LANG: 'C.UTF-8' } });
};

describe.skipIf(!hasPseudoTerminal)('the progress of a check', { timeout: 60_000 }, () => {
  const { stdout, stderr } = piped();

  test('is not drawn in a pipe', () => {
    expect(stderr).toBe('');
    expect(stdout).not.toMatch(/[█░]/);
    expect(stdout).not.toContain(esc);
  });

  test.each([
    [80, 30],
    [30, 11],
  ])('is drawn on a terminal of %i columns, within a line, grows, and leaves nothing', async (columns, width) => {
    const { code, raw } = await onTerminal(check, [], {}, columns);
    expect(code).toBe(0);
    const shares = [...raw.matchAll(/([█░]+) (\d+) %/g)].map(([, blocks, share]) => {
      expect(blocks).toHaveLength(width);
      return Number(share);
    });
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(seenAfter(raw)).toBe(stdout);
  });

  test.each([
    ['terminal that cannot draw', [], { TERM: 'dumb' }, 80],
    ['terminal that is too narrow', [], {}, 12],
    ['plain terminal', ['--plain'], {}, 80],
  ])('is not drawn on a %s', async (_what, argv, env, columns) => {
    const { raw } = await onTerminal([...check, ...argv], [], env as Record<string, string>, columns);
    expect(raw).not.toMatch(drawing);
    expect(raw.replaceAll('\r\n', '\n')).toBe(stdout);
  });
});
