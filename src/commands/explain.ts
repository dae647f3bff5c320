import { ruleIds, ruleOf } from '../check/rules.ts';
import { checkTexts } from '../messages/check.ts';
import { UsageError } from '../messages/say.ts';
import { nearest } from '../problem/params.ts';
import { ruleLines, ruleList } from '../render/reporters/explain.ts';
import type { Style } from '../render/style.ts';
import { type Look, type Terminal, write } from '../terminal/terminal.ts';

/** Throws a UsageError, with a guess at what was meant, for an id that is no rule's. */
export const requireRules = (ids: readonly string[]): void => {
  for (const id of ids) {
    if (!ruleOf(id)) throw new UsageError(checkTexts.unknownRule(id, nearest(id, ruleIds)));
  }
};

/** `drill check --explain`: the page of a rule, or the list of all. */
export const explain = async (rule: string | true, look: Look, style: Style, terminal: Terminal): Promise<number> => {
  if (rule !== true) requireRules([rule]);
  const lines = rule === true ? ruleList(look, style) : ruleLines(rule, ruleOf(rule)!, look, style);
  await write(terminal.output, `${lines.join('\n')}\n`);
  return 0;
};
