import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadNotes, readNotes } from '../../src/bank/notes.ts';
import { topics } from '../../src/kinds/topics.ts';
import { widthOf } from '../../src/render/width.ts';
import { run, words } from './run.ts';

const folder = resolve(import.meta.dirname, '../../questions/notes');

test('every topic has notes, and every note its topic', () => {
  const there = readdirSync(folder).map(file => file.replace(/\.yaml$/, ''));
  expect(there.sort()).toEqual(Object.keys(topics).sort());
  expect(join(folder)).toContain('questions');
});

describe.each(Object.keys(topics))('%s', topic => {
  test('fits a screen in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      const { code, output } = await run(['learn', topic, '--lang', lang]);
      expect(code).toBe(0);
      const lines = output.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(40);
      for (const line of lines) expect(widthOf(line), line).toBeLessThanOrEqual(80);
      expect(output).toContain(`drill quiz ${topic}`);
      for (const line of (await run(['learn', topic, '--lang', lang], { env: { COLUMNS: '40' } })).output.split('\n')) {
        expect(widthOf(line), line).toBeLessThanOrEqual(40);
      }
    }
  });

  test('its worked examples run as printed', async () => {
    const { calc } = await loadNotes(topic);
    expect(calc.length).toBeGreaterThan(0);
    for (const line of calc) {
      const [drill, ...argv] = words(line);
      expect(drill).toBe('drill');
      expect((await run(argv)).code, line).toBe(0);
    }
  });
});

test('without a topic they are listed; an unknown one is guessed at', async () => {
  expect((await run(['learn'])).output).toContain('pose-estimation');
  const { code, errors } = await run(['learn', 'capsul']);
  expect([code, errors]).toEqual([2, expect.stringContaining('did you mean “capsule”')]);
});

test('notes of another form are refused', () => {
  for (const text of ['', 'notes: x', 'notes: { zh: a }\ncalc: []', 'notes: { zh: a, en: b }\ncalc: 1']) {
    expect(() => readNotes(text, 'notes.yaml')).toThrow(/notes\.yaml: expected notes/);
  }
});
