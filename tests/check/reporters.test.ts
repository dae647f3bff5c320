import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { faultyFile, readBankFile } from '../../src/bank/read.ts';
import { type Checked, checkBank } from '../../src/check/check-bank.ts';
import { ruleIds } from '../../src/check/rules.ts';
import { loadKind } from '../../src/kinds/index.ts';
import type { Language } from '../../src/problem/text.ts';
import { reporters } from '../../src/render/reporters/index.ts';
import type { Report } from '../../src/render/reporters/report.ts';
import { noStyle } from '../../src/render/style.ts';
import { bankThatBreaks } from './fixtures/broken.ts';
import { junitFaults, readReport } from './fixtures/junit.ts';
import { type Log, sarifFaults } from './fixtures/sarif.ts';

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
    column: 22,
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
    '::error file=my banks/a%2Cb%3A 池.yaml,line=12,col=22,title=key-differs (squash-3-4)::' +
      'number 2 of the key is 0.7693, expected 0.7692%0Athe solver gives [0.5769,0.7692]',
  );
  for (const command of commands)
    expect(command).toMatch(/^::(error|warning) file=[^:,]+,line=\d+,col=\d+,title=[^:,]+::\S/u);
  expect(commands.filter(command => command.startsWith('::warning'))).toHaveLength(1);
});

/** What is not as the schemas of SARIF and JUnit, and those who read them, have it. */
const faultsOf = (report: Report): string[] =>
  [false, true].flatMap(strict => [
    ...junitFaults(reporters.junit({ ...report, strict })),
    ...sarifFaults(reporters.sarif({ ...report, strict })),
  ]);

test.each<Language>(['en', 'zh'])('sarif is as its schema and code scanning have it (%s)', language => {
  const text = reporters.sarif({ ...report, language });
  expect(sarifFaults(text)).toEqual([]);
  const [{ results, tool }] = (JSON.parse(text) as Log).runs;
  expect(results).toHaveLength(report.checked.findings.length);
  for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
  expect(results[0]!.locations[0]!.physicalLocation).toEqual({
    artifactLocation: { uri: 'my%20banks/a%2Cb%3A%20%E6%B1%A0.yaml' },
    region: { startLine: 12, startColumn: 22 },
  });
});

test.each([false, true])('junit is as its schema has it, and counts right (strict: %s)', strict => {
  const xml = reporters.junit({ ...report, strict });
  expect(junitFaults(xml)).toEqual([]);
  const counted = report.checked.findings.filter(({ severity }) => strict || severity === 'error');
  readReport(xml, root => {
    expect(root.find('//failure/@type').map(({ content }) => content)).toEqual(counted.map(({ rule }) => rule));
    expect(root.eval('boolean(//testsuite[@tests != count(testcase) or @failures != count(testcase/failure)])')).toBe(
      false,
    );
    expect(root.eval('string(//system-out)')).toMatch(strict ? /^$/ : /key-digits/);
  });
});

test('what the schemas refuse is refused', () => {
  const [xml, log] = [reporters.junit(report), reporters.sarif(report)];
  expect(junitFaults(xml.replace('<failure ', '<fault '))).not.toEqual([]);
  expect(junitFaults(xml.replace('&lt;', '<'))).not.toEqual([]);
  expect(sarifFaults(log.replace('"startLine": 12', '"startLine": 0'))).not.toEqual([]);
  expect(sarifFaults(log.replace('my%20banks', 'my banks'))).not.toEqual([]);
  expect(sarifFaults(log.replace('"my%20banks', '"file:///my%20banks'))).toEqual(['no relative uri']);
});

test.each(ruleIds)('what breaks %s is reported as the schemas have it', async id => {
  const { text, kindOf } = bankThatBreaks(id);
  const gone = {
    rule: 'unreadable',
    file: 'bank.yaml',
    line: 1,
    column: 1,
    message: { en: 'not a file', zh: '不是文件' },
  };
  const file = id === 'unreadable' ? faultyFile('bank.yaml', [gone]) : readBankFile(text, 'bank.yaml');
  const files = new Map([['bank.yaml', file]]);
  const checked = await checkBank([...files.values()], kindOf);
  expect(checked.findings.map(({ rule }) => rule)).toContain(id);
  expect(faultsOf({ ...report, checked, files })).toEqual([]);
});

test.each([
  ['control characters', '\\u0001\\e[2J\\u009b\\u0085\\u202e'],
  ['the end of a section', ']]>'],
  ['astral characters', '😀'.repeat(40)],
  ['lone surrogates', '\\ud800 \\udfff'],
  ['non-characters', '\\ufffe\\uffff\\ufdd0'],
])('%s are reported as the schemas have it', async (_what, written) => {
  const yaml = written.replace(/\\e/g, '\\u001b');
  const said = JSON.parse(`"${yaml}"`) as string;
  const odd = ['id: squash-3-4', 'kind: squash', 'ask: vector', 'source: "Sabour et al. 2017"', 'text: 只有不变性'];
  for (const line of odd) {
    const text = sound.replace(line, `${line.slice(0, line.indexOf(':'))}: "a${yaml}"`);
    const odder = await reportOn({ [`a${said}.yaml`]: text });
    expect(faultsOf(odder)).toEqual([]);
    const [finding] = odder.checked.findings;
    if (!finding) continue;
    const spoken = { ...finding, item: said, message: { zh: said, en: said }, expected: { zh: said, en: said } };
    const checked: Checked = { ...odder.checked, findings: [{ ...spoken, got: spoken.message, hint: spoken.message }] };
    expect(faultsOf({ ...odder, checked })).toEqual([]);
  }
});

test('text shows the line with a caret, what is wrong and how to mend it', () => {
  expect(reporters.text(report)).toContain(
    [
      `${name}:12:22  key-differs  squash-3-4`,
      '   │ answer: [0.5769, 0.7693]',
      '   │                  ^',
      '   ! number 2 of the key is 0.7693, expected 0.7692',
      '   = the solver gives [0.5769,0.7692]',
    ].join('\n'),
  );
});

test('reports of a sound bank have no findings', async () => {
  const clean = await reportOn({ 'sound.yaml': sound });
  expect(faultsOf(clean)).toEqual([]);
  expect(JSON.parse(reporters.json(clean)).findings).toEqual([]);
  expect((JSON.parse(reporters.sarif(clean)) as Log).runs[0].results).toEqual([]);
  readReport(reporters.junit(clean), root => {
    expect(['tests', 'failures'].map(name => root.eval(`string(//@${name})`))).toEqual(['7', '0']);
  });
  expect(reporters.github(clean)).not.toContain('::');
});
