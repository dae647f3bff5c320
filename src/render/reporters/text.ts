import { agreementLines, closingLine, findingLines } from '../findings.ts';
import { counts, type Reporter } from './report.ts';

/** For a person: every fault with its line and a caret, warnings where they count, and a closing line. */
export const textReport: Reporter = report => {
  const { checked, files, seconds, language, style } = report;
  const shown = checked.findings.filter(finding => counts(finding, report.strict));
  const lines = shown.flatMap(finding =>
    findingLines(finding, files.get(finding.file)?.lines[finding.line - 1], report, style),
  );
  const agreement = agreementLines(checked.agreement, language);
  return `${[...lines, ...agreement, closingLine(checked, seconds, language)].join('\n')}\n`;
};
