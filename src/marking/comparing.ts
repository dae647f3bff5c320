import type { Form } from '../problem/kind.ts';
import { numbersOf, sameShape, type Value } from '../problem/value.ts';

/** Answers that are compared exactly: sizes, counts, and whole numbers throughout. */
export const isExact = (truth: Value, form: Form | undefined): boolean =>
  form === 'size' || form === 'flag' || numbersOf(truth).every(Number.isInteger);

/** What double arithmetic itself may lose. */
export const tiny = (t: number): number => 1e-9 * Math.max(1, Math.abs(t));

/** How far a number may be from the one it is compared with. */
export type Allowed = (t: number, i: number) => number;

/** Paths of the entries that are farther from the truth than allowed; both have the same shape. */
export const wrongCells = (value: Value, truth: Value, allowed: Allowed): number[][] => {
  const cells: number[][] = [];
  let count = 0;
  const walk = (x: Value, t: Value, path: number[]): void => {
    if (typeof t === 'number') {
      if (!(Math.abs((x as number) - t) <= allowed(t, count++))) cells.push(path);
    } else for (const [i, part] of t.entries()) walk((x as Value[])[i]!, part, [...path, i]);
  };
  walk(value, truth, []);
  return cells;
};

/** Whether two values have the same shape and no entry is farther off than allowed. */
export const fits = (value: Value, truth: Value, allowed: Allowed): boolean =>
  sameShape(value, truth) && wrongCells(value, truth, allowed).length === 0;
