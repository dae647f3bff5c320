import type { Rated } from '../../check/check-bank.ts';
import { safe } from '../safe.ts';
import { counts, mendOf, type Report, type Reporter } from './report.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text for XML 1.0, which holds no control characters and no non-characters. */
const xml = (text: string): string =>
  safe(text)
    .replace(/[\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, character => entities[character]!);

const sentence = (finding: Rated, { language, nameOf }: Report): string => {
  const { file, line, column, message, rule } = finding;
  return `${nameOf(file)}:${line}:${column}  ${rule}  ${message[language]}`;
};

const failure = (finding: Rated, file: string, report: Report): string => {
  const { rule, item, message } = finding;
  const text = [sentence(finding, report), mendOf(finding, report.language)].map(xml).join('\n');
  return [
    `    <testcase name="${xml(`${item ?? 'file'}: ${rule}`)}" classname="${xml(file)}" time="0">`,
    `      <failure message="${xml(message[report.language])}" type="${xml(rule)}">${text}</failure>`,
    '    </testcase>',
  ].join('\n');
};

const suite = (file: string, findings: readonly Rated[], id: number, report: Report): string => {
  const name = report.nameOf(file);
  const failing = findings.filter(finding => counts(finding, report.strict));
  const warnings = findings.filter(finding => !counts(finding, report.strict));
  const faulty = new Set(failing.map(({ item }) => item));
  const sound = (report.files.get(file)?.items ?? []).filter(item => !faulty.has(item.id));
  const time = report.time.toISOString().replace(/\.\d+Z$/, '');
  return [
    `  <testsuite name="${xml(name)}" package="drill" id="${id}" timestamp="${time}" hostname="localhost" ` +
      `tests="${failing.length + sound.length}" failures="${failing.length}" errors="0" time="0">`,
    `    <properties><property name="drill" value="${xml(report.version)}"/></properties>`,
    ...sound.map(({ id: item }) => `    <testcase name="${xml(item)}" classname="${xml(name)}" time="0"/>`),
    ...failing.map(finding => failure(finding, name, report)),
    `    <system-out>${warnings.map(finding => xml(sentence(finding, report))).join('\n')}</system-out>`,
    '    <system-err/>',
    '  </testsuite>',
  ].join('\n');
};

/** JUnit's XML: a suite for each file, a test case for each sound item and each fault; warnings stand in its output. */
export const junitReport: Reporter = report => {
  const byFile = new Map<string, Rated[]>([...report.files.keys()].map(file => [file, []]));
  for (const finding of report.checked.findings) byFile.get(finding.file)?.push(finding);
  const suites = [...byFile].map(([file, findings], id) => suite(file, findings, id, report));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${suites.map(text => `${text}\n`).join('')}</testsuites>\n`;
};
