import { ProblemError } from './error.ts';

/**
 * What one problem may cost, checked before memory is taken: entries of one tensor, and elementary operations of one
 * solution. `raiseLimits` multiplies both (`--limit` on the command line).
 */
const limits = { entries: 1_000_000, operations: 200_000_000 };
let factor = 1;

export const raiseLimits = (times: number): void => {
  factor = times;
};

const check = (what: { en: string; zh: string }, count: number, most: number, path?: string): void => {
  if (count <= most * factor) return;
  throw new ProblemError(
    'too-large',
    {
      en: `${count} ${what.en} are more than the limit of ${most * factor}; --limit ${Math.ceil(count / most)} raises it`,
      zh: `${count} ${what.zh}超过上限 ${most * factor}；可用 --limit ${Math.ceil(count / most)} 提高上限`,
    },
    path,
  );
};

/** Throws `too-large` when a tensor would have more entries than allowed. */
export const checkEntries = (count: number, path?: string): void =>
  check({ en: 'entries', zh: '个元素' }, count, limits.entries, path);

/** Throws `too-large` when a solution would take more operations than allowed. */
export const checkOperations = (count: number): void =>
  check({ en: 'operations', zh: '次运算' }, count, limits.operations);
