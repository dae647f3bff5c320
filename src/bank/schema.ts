import * as z from 'zod';
import { constant, ExpressionError } from '../math/expression.ts';
import type { Value } from '../problem/value.ts';

/** The shape of a bank file. Unknown keys are faults; what a kind's parameters must be is the kind's business. */

const text = z.strictObject({ zh: z.string().trim().min(1), en: z.string().trim().min(1) });

/** Kebab-case: the history refers to ids for ever. */
const id = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** Deeper than any tensor: the deepest nest that is looked through. */
const deepest = 8;

const number = (raw: unknown): number | undefined => {
  if (typeof raw === 'boolean') return Number(raw);
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : undefined;
  if (typeof raw !== 'string') return undefined;
  try {
    const value = constant(raw);
    return Number.isFinite(value) ? value : undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
};

/** The value of a nest; `refuse` hears of each part that is none. */
const evaluate = (raw: unknown, path: (string | number)[], refuse: (path: (string | number)[]) => void): Value => {
  if (Array.isArray(raw) && raw.length > 0 && path.length < deepest) {
    return raw.map((part, i) => evaluate(part, [...path, i], refuse));
  }
  const value = number(raw);
  if (value === undefined) refuse(path);
  return value ?? 0;
};

/** A number, a constant expression, or a nest of them. */
const value = z.unknown().transform((raw, context): Value => {
  let isValue = true;
  const read = evaluate(raw, [], path => {
    isValue = false;
    context.addIssue({ code: 'custom', message: 'value', path, input: raw });
  });
  return isValue ? read : z.NEVER;
});

const marks = z.number().int().min(1).max(100);
const level = z.union([z.literal(1), z.literal(2), z.literal(3)]).default(2);
const source = z.string().trim().min(1);

const calculation = z.strictObject({
  id,
  type: z.literal('calculation'),
  kind: z.string().min(1),
  marks,
  level,
  params: z.record(z.string(), z.unknown()),
  ask: z.string().min(1).optional(),
  answer: value,
  wrong: z.record(z.string(), value).default({}),
  fresh: z.boolean().default(true),
  decimals: z.number().int().min(0).max(10).default(4),
  tolerance: z.number().positive().optional(),
  prompt: text.optional(),
  source,
});

const words = z.array(z.array(z.string().trim().min(1)).min(1));
const accept = words
  .min(1)
  .describe(
    'Alternatives: all words of one are said together. a|b either, word* any ending, !a not a, A -> B in order',
  );
const contradict = words.default([]).describe('What takes the point away, in one clause; written like accept');
const about = z
  .array(z.string().trim().min(1))
  .min(2)
  .max(6)
  .optional()
  .describe(
    'What the point speaks of, then what it could be taken for, each a|b: what is said of those does not count',
  );

const short = z.strictObject({
  id,
  type: z.literal('short'),
  marks,
  level,
  prompt: text,
  answer: text,
  points: z.array(z.strictObject({ id, marks, text, accept, contradict, about })).min(1).max(12),
  samples: z.array(z.strictObject({ text: z.string(), points: z.array(z.string()) })).default([]),
  source,
});

export const itemSchema = z.discriminatedUnion('type', [calculation, short]);

export const fileSchema = z.strictObject({ topic: id, title: text, items: z.array(z.unknown()).min(1) });

export type RawItem = z.infer<typeof itemSchema>;
