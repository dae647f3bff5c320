import { closingLine, findingLines } from '../findings.ts';
import type { Reporter } from './report.ts';

/** For a person: every finding with its line and a caret, and a closing line. */
export const textReport: Reporter = report => {
  const { checked, files, seconds, language, style } = report;
  const lines = checked.findings.flatMap(finding =>
    findingLines(finding, files.get(finding.file)?.lines[finding.line - 1], report, style),
  );
  return `${[...lines, closingLine(checked, seconds, language)].join('\n')}\n`;
};
