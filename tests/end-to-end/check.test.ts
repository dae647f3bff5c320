import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { run } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'drill-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const bank = `topic: capsule
title: { zh: 胶囊网络, en: Capsules }
items:
  - id: squash-a
    type: calculation
    kind: squash
    marks: 4
    params: { vector: [3, 4] }
    answer: [0.5769, 0.7692]
    source: Sabour et al. 2017
`;

test('a fault is shown with its line and a caret, and exits 1', async () => {
  const file = join(folder, 'wrong.yaml');
  writeFileSync(file, bank.replace('0.7692]', '0.7692, 0.1]'));
  const { code, output } = await run(['check', file]);
  expect(code).toBe(1);
  expect(output).toContain(`${file}:9:13  key-differs  squash-a`);
  expect(output).toContain('│ answer: [0.5769, 0.7692, 0.1]\n   │         ^');
  expect(output).toContain('expected 2 components, got 3');
  expect(output).toContain('= the solver gives [0.5769,0.7692]');
  expect(output).toContain('1 fault in 1 item (1 file, ');
  const zh = await run(['check', file, '--lang', 'zh']);
  expect(zh.output).toContain('1 题中有 1 处错误');
  const json = JSON.parse((await run(['check', file, '--json'])).output);
  expect(json).toMatchObject({
    items: 1,
    files: 1,
    findings: [{ rule: 'key-differs', line: 9, column: 13, item: 'squash-a' }],
  });
});

test('folders are looked through, and what is not there exits 2', async () => {
  const inside = mkdtempSync(join(folder, 'banks-'));
  writeFileSync(join(inside, 'a.yaml'), bank);
  writeFileSync(
    join(inside, 'b.yml'),
    bank.replace('squash-a', 'squash-b').replace('[3, 4]', '[4, 3]').replace('0.5769, 0.7692', '0.7692, 0.5769'),
  );
  writeFileSync(join(inside, 'notes.txt'), 'not a bank');
  expect((await run(['check', inside])).output).toMatch(/^0 faults in 2 items \(2 files/);
  const missing = await run(['check', join(folder, 'nothing.yaml')]);
  expect([missing.code, missing.output]).toEqual([2, '']);
  expect(missing.errors).toContain('no such file');
});

test('reporters, rules and strictness', async () => {
  const file = join(folder, 'long.yaml');
  writeFileSync(file, bank.replace('0.5769, 0.7692', '0.576923, 0.769231'));
  const text = await run(['check', '--bank', file]);
  expect([text.code, text.output]).toEqual([0, expect.stringContaining('0 faults, 1 warning in 1 item')]);
  expect((await run(['check', file, '--strict'])).output).toContain('? 0.576923 has more than the 4 digits');
  expect((await run(['check', '--bank', file, '--strict'])).code).toBe(1);
  expect((await run(['check', file, '--strict', '--not-rule', 'key-digits,shape'])).code).toBe(0);
  expect((await run(['check', file, '--strict', '--rule', 'shape'])).output).toContain('0 faults in 1 item');
  const json = await run(['check', file, '--json']);
  expect((await run(['check', file, '--reporter', 'json'])).output).toBe(json.output);
  expect((await run(['check', file, '--reporter', 'github'])).output).toMatch(/^::warning file=/);
  expect((await run(['check', file, '--reporter', 'junit'])).output).toMatch(/^<\?xml/);
  expect(JSON.parse((await run(['check', file, '--reporter', 'sarif'])).output).version).toBe('2.1.0');
});

test('rules are explained, and unknown ones exit 2 with a guess', async () => {
  const list = await run(['check', '--explain']);
  expect([list.code, list.output]).toEqual([0, expect.stringContaining('key-differs')]);
  const page = await run(['check', '--explain', 'key-differs']);
  expect(page.output).toContain('- answer: [0.5769, 0.7693]');
  expect(page.output).toContain('+ answer: [0.5769, 0.7692]');
  expect((await run(['check', '--explain', 'key-differs', '--lang', 'zh'])).output).toContain('修正方法');
  for (const flag of ['--explain', '--rule', '--not-rule']) {
    const unknown = await run(['check', flag, 'key-differ']);
    expect([unknown.code, unknown.output]).toEqual([2, '']);
    expect(unknown.errors).toContain('did you mean “key-differs”');
  }
});

test('what cannot be read is a finding in a folder, and exits 2 when it is named', async () => {
  const inside = mkdtempSync(join(folder, 'loops-'));
  symlinkSync('loop.yaml', join(inside, 'loop.yaml'));
  writeFileSync(join(inside, 'sound.yaml'), bank);
  const all = await run(['check', inside]);
  expect([all.code, all.errors]).toEqual([1, '']);
  expect(all.output).toContain('unreadable');
  expect((await run(['check', join(inside, 'loop.yaml')])).code).toBe(2);
  const empty = await run(['check', mkdtempSync(join(folder, 'empty-'))]);
  expect([empty.code, empty.errors]).toEqual([2, expect.stringContaining('no bank file')]);
});

test('drill new writes an item that drill check passes, and never over a file', async () => {
  const file = join(folder, 'new.yaml');
  expect((await run(['new', 'squash', file])).code).toBe(0);
  expect((await run(['list', '--bank', file])).output).toContain('Squash a capsule vector');
  expect((await run(['check', '--strict', file])).output).toContain('0 faults in 1 item');
  expect((await run(['new', 'short', file])).code).toBe(2);
  expect((await run(['new', 'short', '--lang', 'zh'])).output).toContain('# 采分点');
  expect((await run(['new', 'squish'])).errors).toContain('did you mean “squash”');
});
