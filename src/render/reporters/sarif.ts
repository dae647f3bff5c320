import type { Rated } from '../../check/check-bank.ts';
import { type RuleId, ruleIds, rules } from '../../check/rules.ts';
import type { Language } from '../../problem/text.ts';
import { safe, wellFormed } from '../safe.ts';
import { mendOf, type Report, type Reporter } from './report.ts';

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** `key-differs` as KeyDiffers: a rule's name is read by people. */
const nameOf = (id: string): string => id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** A file's name as the reference that SARIF asks for. */
const uriOf = (file: string): string => {
  const path = wellFormed(file).split('/').map(encodeURIComponent).join('/');
  return path.startsWith('/') ? `file://${path}` : path;
};

const descriptor = (id: (typeof ruleIds)[number], language: Language) => {
  const { severity, finds, why, mend, breaks, mended } = rules[id];
  return {
    id,
    name: nameOf(id),
    shortDescription: { text: finds[language] },
    fullDescription: { text: `${finds[language]} ${why[language]}` },
    help: { text: [mend[language], `- ${breaks}`, `+ ${mended}`].join('\n') },
    defaultConfiguration: { level: severity },
  };
};

const resultOf = (finding: Rated, { language, nameOf: shortName }: Report) => {
  const { rule, severity, file, line, column, item, message, expected, got } = finding;
  const mend = mendOf(finding, language);
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule as RuleId),
    level: severity,
    message: { text: [message[language], mend].filter(Boolean).map(safe).join('\n') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(shortName(file)) },
          region: { startLine: line, startColumn: column },
        },
        ...(item === undefined ? {} : { logicalLocations: [{ name: safe(item), kind: 'member' }] }),
      },
    ],
    properties: {
      ...(item === undefined ? {} : { item: safe(item) }),
      ...(expected ? { expected: safe(expected[language]) } : {}),
      ...(got ? { got: safe(got[language]) } : {}),
      mend: safe(mend),
    },
  };
};

/** SARIF 2.1.0, as code scanning reads it. */
export const sarifReport: Reporter = report => {
  const { checked, language, version } = report;
  const log = {
    $schema: schema,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'drill check',
            semanticVersion: version,
            language: language === 'zh' ? 'zh-CN' : 'en-US',
            rules: ruleIds.map(id => descriptor(id, language)),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        results: checked.findings.map(finding => resultOf(finding, report)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};
