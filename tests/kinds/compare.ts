import { all, create } from 'mathjs';
import { constant } from '../../src/math/expression.ts';
import type { Step } from '../../src/problem/work.ts';

const math = create(all!);

/** Every number of a nest with its path, expression strings by their value, booleans as they are. */
const leaves = (quantity: unknown, path = ''): [string, unknown][] => {
  if (typeof quantity === 'string') return [[path, constant(quantity)]];
  if (Array.isArray(quantity)) return quantity.flatMap((part, i) => leaves(part, `${path}[${i}]`));
  if (typeof quantity === 'object' && quantity !== null) {
    return Object.entries(quantity).flatMap(([key, part]) => leaves(part, `${path}.${key}`));
  }
  return [[path, quantity]];
};

/** Where two nests differ by more than `abs` and `rel`; undefined where they agree. */
export const difference = (got: unknown, expected: unknown, rel: number, abs: number): string | undefined => {
  const [left, right] = [leaves(got), leaves(expected)];
  if (left.length !== right.length) return `${left.length} numbers instead of ${right.length}`;
  for (const [i, [path, value]] of right.entries()) {
    const [where, found] = left[i]!;
    if (where !== path) return `${where} instead of ${path}`;
    const agrees =
      typeof value === 'number' && typeof found === 'number'
        ? Math.abs(found - value) <= Math.max(abs, rel * Math.abs(value))
        : found === value;
    if (!agrees) return `${path}: ${String(found)} instead of ${String(value)}`;
  }
  return undefined;
};

/** What mathjs makes of a step's formula, as plain numbers. */
export const evaluateStep = ({ formula, scope }: Step): unknown => {
  const value = math.evaluate(formula!, structuredClone({ ...scope }));
  return typeof value?.toArray === 'function' ? value.toArray() : value;
};
