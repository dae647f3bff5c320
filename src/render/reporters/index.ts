import type { reporterNames } from '../../messages/check.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import type { Reporter } from './report.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export type ReporterName = (typeof reporterNames)[number];

/** Every form that a check can be reported in. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  junit: junitReport,
  sarif: sarifReport,
};
