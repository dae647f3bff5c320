import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readBankFile } from '../../src/bank/read.ts';
import { checkBank } from '../../src/check/check-bank.ts';
import { loadKind } from '../../src/kinds/index.ts';
import type { Language } from '../../src/problem/text.ts';
import { reporters } from '../../src/render/reporters/index.ts';
import type { Report } from '../../src/render/reporters/report.ts';
import { noStyle } from '../../src/render/style.ts';
import { faultsOf, readXml } from './fixtures/junit.ts';
import { sarif } from './fixtures/sarif.ts';

const sound = readFileSync(new URL('fixtures/sound.yaml', import.meta.url), 'utf8');
const broken = sound
  .replace('answer: [0.5769, 0.7692]', 'answer: [0.5769, 0.7693]')
  .replace('answer: [0.3727, 0.7454]', 'answer: [0.372678, 0.745356]')
  .replace('id: squash-length', 'id: "Squash <&\\" length>"')
  .replace('kind: conv', 'kind: "conv\\n::error::%0A, 卷积"');

const reportOn = async (texts: Readonly<Record<string, string>>, more: Partial<Report> = {}): Promise<Report> => {
  const files = new Map(Object.entries(texts).map(([name, text]) => [name, readBankFile(text, name)]));
  return {
    checked: await checkBank([...files.values()], loadKind),
    files,
    seconds: 0.1,
    strict: false,
    language: 'en',
    width: 80,
    style: noStyle,
    version: '1.2.3',
    time: new Date('2026-11-23T12:00:00Z'),
    nameOf: file => file,
    ...more,
  };
};
const name = 'my banks/a,b: 池.yaml';
const report = await reportOn({ [name]: broken, 'sound.yaml': 'topic: x\n' });

test('json has every part of a finding', () => {
  const { findings, items, files } = JSON.parse(reporters.json(report));
  expect([items, files]).toEqual([6, 2]);
  expect(findings[0]).toEqual({
    rule: 'key-differs',
    severity: 'error',
    file: name,
    line: 12,
    column: 13,
    item: 'squash-3-4',
    message: 'number 2 of the key is 0.7693, expected 0.7692',
    expected: '[0.5769,0.7692]',
    got: '[0.5769,0.7693]',
    hint: 'the solver gives [0.5769,0.7692]',
  });
  for (const finding of findings) expect(finding.hint).not.toBe('');
});

test('github writes one workflow command a finding, escaped', () => {
  const lines = reporters.github(report).trimEnd().split('\n');
  const commands = lines.filter(line => line.startsWith('::'));
  expect(commands).toHaveLength(report.checked.findings.length);
  expect(commands[0]).toBe(
    '::error file=my banks/a%2Cb%3A 池.yaml,line=12,col=13,title=key-differs (squash-3-4)::' +
      'number 2 of the key is 0.7693, expected 0.7692%0Athe solver gives [0.5769,0.7692]',
  );
  for (const command of commands)
    expect(command).toMatch(/^::(error|warning) file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::\S/u);
  expect(commands.filter(command => command.startsWith('::warning'))).toHaveLength(1);
});

test.each<Language>(['en', 'zh'])('sarif is of the form of SARIF 2.1.0 (%s)', language => {
  const log = sarif.parse(JSON.parse(reporters.sarif({ ...report, language })));
  const [{ results, tool }] = log.runs as [(typeof log.runs)[number]];
  expect(results).toHaveLength(report.checked.findings.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  expect(results[0]!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'my%20banks/a%2Cb%3A%20%E6%B1%A0.yaml' },
    region: { startLine: 12, startColumn: 13 },
  });
});

test.each([false, true])('junit is well-formed and of JUnit’s form (strict: %s)', strict => {
  const root = readXml(reporters.junit({ ...report, strict }));
  expect(faultsOf(root)).toEqual([]);
  const failures = root.children.flatMap(suite => suite.children).flatMap(testcase => testcase.children);
  const counted = report.checked.findings.filter(({ severity }) => strict || severity === 'error');
  expect(failures.map(({ attributes }) => attributes.type)).toEqual(counted.map(({ rule }) => rule));
  for (const suite of root.children) {
    const cases = suite.children.filter(({ name: tag }) => tag === 'testcase');
    expect(suite.attributes.tests).toBe(String(cases.length));
    expect(suite.attributes.failures).toBe(String(cases.flatMap(({ children }) => children).length));
  }
  expect(root.children.map(suite => suite.children.at(-2)!.text).join('')).toMatch(strict ? /^$/ : /key-digits/);
});

test('text shows the line with a caret, what is wrong and how to mend it', () => {
  expect(reporters.text(report)).toContain(
    [
      `${name}:12:13  key-differs  squash-3-4`,
      '   │ answer: [0.5769, 0.7693]',
      '   │         ^',
      '   ! number 2 of the key is 0.7693, expected 0.7692',
      '   = the solver gives [0.5769,0.7692]',
    ].join('\n'),
  );
});

test('reports of a sound bank have no findings', async () => {
  const clean = await reportOn({ 'sound.yaml': sound });
  expect(JSON.parse(reporters.json(clean)).findings).toEqual([]);
  expect(sarif.parse(JSON.parse(reporters.sarif(clean))).runs[0]!.results).toEqual([]);
  const root = readXml(reporters.junit(clean));
  expect(faultsOf(root)).toEqual([]);
  expect(root.children[0]!.attributes).toMatchObject({ tests: '7', failures: '0' });
  expect(reporters.github(clean)).not.toContain('::');
});
