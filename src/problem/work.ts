import type { Drawing } from './drawing.ts';
import type { Text } from './text.ts';
import { mapValue, type Value } from './value.ts';

/** Every symbol of a formula and its value. */
export type Scope = Readonly<Record<string, Value>>;

/** How a step is shown to a student. */
export interface Shown {
  /** The heading; steps in a row that share it are the rows of one numbered section. */
  readonly title: Text;
  /** The name of the result, as in the course: `δ2`, `w1_11`, `AᵀA`. */
  readonly symbol?: string;
  /** mathjs syntax over `scope`; evaluating it gives the result. */
  readonly formula?: string;
  readonly scope?: Scope;
  /** A remark under the step: a convention that was used, a warning. */
  readonly note?: Text;
  /** What stands before the formula in a row: the window of a convolution. */
  readonly lead?: string;
  /** Draws the result in another way than its numbers: exact surds, matrices side by side. */
  readonly drawn?: Drawing;
}

export interface Step extends Shown {
  readonly id: string;
  readonly result: Value;
}

/**
 * Carries the values of a solution from step to step. A solver hands every value that matters to `step` and goes on
 * with what it returns, so the same solver solves, explains, rounds as a person does, or follows a student's own values.
 */
export interface Work {
  step<T extends Value>(id: string, value: T, shown: () => Shown): T;
}

/** Returns the values and never looks at how they are shown: for batch, checking and marking. */
export const silent: Work = { step: (_id, value) => value };

/** Keeps the steps for display, in order. */
export const recording = (): Work & { readonly steps: Step[] } => {
  const steps: Step[] = [];
  return {
    steps,
    step(id, value, shown) {
      steps.push({ id, result: value, ...shown() });
      return value;
    },
  };
};

/** Rounds every step to `decimals` places, as a person with a pocket calculator carries it on. */
export const rounding = (decimals: number): Work => {
  const unit = 10 ** decimals;
  return { step: (_id, value) => mapValue(value, x => Math.round(x * unit) / unit) };
};

/** Goes on with the student's own value wherever there is one: one slip then costs one step. */
export const following = (own: ReadonlyMap<string, Value>): Work => ({
  step: <T extends Value>(id: string, value: T): T => (own.get(id) as T | undefined) ?? value,
});

/** Keeps the steps like `recording`, each worked out on the student's own values of the steps before it. */
export const recordingAlong = (own: ReadonlyMap<string, Value>): Work & { readonly steps: Step[] } => {
  const [kept, along] = [recording(), following(own)];
  return {
    steps: kept.steps,
    step: (id, value, shown) => along.step(id, kept.step(id, value, shown), shown),
  };
};
