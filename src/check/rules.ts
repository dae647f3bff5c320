import { bankRules } from './rules/bank.ts';
import { calculationRules } from './rules/calculation.ts';
import { fileRules } from './rules/file.ts';
import type { Rule, Severity } from './rules/rule.ts';
import { shortRules } from './rules/short.ts';

export type { Rule, Severity } from './rules/rule.ts';

/** Every rule of `drill check` by its id: the one catalogue. */
export const rules = { ...fileRules, ...bankRules, ...calculationRules, ...shortRules } as const;

export type RuleId = keyof typeof rules;

export const ruleIds = Object.keys(rules) as readonly RuleId[];

const isRule = (id: string): id is RuleId => Object.hasOwn(rules, id);

/** The rule called `id`; undefined where there is none. */
export const ruleOf = (id: string): Rule | undefined => (isRule(id) ? rules[id] : undefined);

/** How grave what a rule finds is. */
export const severityOf = (id: string): Severity => ruleOf(id)?.severity ?? 'error';
