import type { Rated } from '../../check/check-bank.ts';
import { closingLine } from '../findings.ts';
import { safe } from '../safe.ts';
import { mendOf, type Report, type Reporter } from './report.ts';

/** A workflow command ends at a line end; in its properties a colon and a comma stand for more too. */
const escapeMessage = (text: string): string => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
const escapeProperty = (text: string): string => escapeMessage(text).replace(/:/g, '%3A').replace(/,/g, '%2C');

const annotation = (finding: Rated, { language, nameOf }: Report): string => {
  const { severity, file, line, column, rule, item, message } = finding;
  const place = `file=${escapeProperty(safe(nameOf(file)))},line=${line},col=${column}`;
  const title = escapeProperty(safe(item ? `${rule} (${item})` : rule));
  const mend = mendOf(finding, language);
  const text = [safe(message[language]), safe(mend)].filter(Boolean).join('\n');
  return `::${severity} ${place},title=${title}::${escapeMessage(text)}`;
};

/** Annotations on the lines of a pull request, by GitHub's workflow commands. */
export const githubReport: Reporter = report =>
  `${[
    ...report.checked.findings.map(finding => annotation(finding, report)),
    closingLine(report.checked, report.seconds, report.language),
  ].join('\n')}\n`;
