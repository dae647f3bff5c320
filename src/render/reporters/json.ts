import { precisionOf, recallOf } from '../../check/agreement.ts';
import type { Rated } from '../../check/check-bank.ts';
import type { Language } from '../../problem/text.ts';
import { wellFormed } from '../safe.ts';
import { mendOf, type Reporter } from './report.ts';

const dataOf = (finding: Rated, language: Language) => {
  const { rule, severity, file, line, column, item, message, expected, got } = finding;
  return {
    rule,
    severity,
    file,
    line,
    column,
    ...(item === undefined ? {} : { item }),
    message: message[language],
    ...(expected ? { expected: expected[language] } : {}),
    ...(got ? { got: got[language] } : {}),
    hint: mendOf(finding, language),
  };
};

/** One JSON object: the findings, the marker's agreement with the samples by key points, and how many items and files were looked at. */
export const jsonReport: Reporter = ({ checked, language }) => {
  const data = {
    findings: checked.findings.map(finding => dataOf(finding, language)),
    agreement: checked.agreement.map(point => ({
      ...point,
      precision: precisionOf(point),
      recall: recallOf(point),
    })),
    items: checked.items,
    files: checked.files,
  };
  return `${JSON.stringify(data, (_key, part: unknown) => (typeof part === 'string' ? wellFormed(part) : part))}\n`;
};
