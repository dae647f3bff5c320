import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('the shipped bank is sound', async () => {
  const { code, output, errors } = await run(['check']);
  expect([code, errors]).toEqual([0, '']);
  expect(output).toMatch(/^0 faults in \d+ items/);
});

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
  writeFileSync(join(inside, 'b.yml'), bank.replace('squash-a', 'squash-b'));
  writeFileSync(join(inside, 'notes.txt'), 'not a bank');
  expect((await run(['check', inside])).output).toMatch(/^0 faults in 2 items \(2 files/);
  const missing = await run(['check', join(folder, 'nothing.yaml')]);
  expect([missing.code, missing.output]).toEqual([2, '']);
  expect(missing.errors).toContain('no such file');
});
