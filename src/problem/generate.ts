import { type Answer, askedValue, type Kind, type Level, type Params } from './kind.ts';
import { seeded } from './random.ts';
import { distance, numbersOf, type Value } from './value.ts';

/** A mistake's value for a problem. */
export interface WrongValue {
  readonly mistake: string;
  readonly value: Value;
}

/** Two values that a marker could not tell apart: nearer than the last digit a student is asked for; whole numbers are exact. */
export const indistinct = (a: Value, b: Value): boolean => {
  if ([a, b].every(value => numbersOf(value).every(Number.isInteger))) return distance(a, b) === 0;
  const size = Math.max(1, ...numbersOf(a).map(Math.abs));
  return distance(a, b) <= 1e-4 * size;
};

/**
 * What each mistake gives for the asked quantity. Left out are mistakes that cannot be made on these parameters, and
 * mistakes about other fields.
 */
export const wrongValues = (kind: Kind, params: Params, answer: Answer, ask: string): WrongValue[] => {
  const derived = !Object.hasOwn(kind.answer, ask);
  const truth = askedValue(kind, ask, answer, params);
  return Object.entries(kind.mistakes).flatMap(([mistake, { answer: wrong }]) => {
    const given = wrong(params);
    if (!given || (!derived && !Object.hasOwn(given, ask))) return [];
    const value = askedValue(kind, ask, { ...answer, ...given }, params);
    if (value === undefined || !numbersOf(value).every(Number.isFinite)) return [];
    const untouched = derived && truth !== undefined && distance(value, truth) === 0;
    return untouched ? [] : [{ mistake, value }];
  });
};

/** Whether every mistake of a problem can be seen: it differs from the truth and from every other mistake. */
export const tellsMistakesApart = (kind: Kind, params: Params, answer: Answer, ask: string): boolean => {
  const truth = askedValue(kind, ask, answer, params);
  if (truth === undefined) return false;
  const values = [truth, ...wrongValues(kind, params, answer, ask).map(wrong => wrong.value)];
  return values.every((value, i) => values.slice(0, i).every(other => !indistinct(value, other)));
};

const attempts = 500;

/**
 * The problem of a seed: drawn from the kind's generator until no mistake coincides with the truth or with another
 * mistake. The same seed gives the same problem for ever. Throws after 500 draws without one: a fault of the generator.
 */
export const generateProblem = (kind: Kind, seed: number, level: Level, ask = kind.ask): Params => {
  const random = seeded(seed);
  for (let attempt = 0; attempt < attempts; attempt++) {
    const params = kind.read(kind.generate(random, level));
    if (tellsMistakesApart(kind, params, kind.solve(params), ask)) return params;
  }
  throw new Error(`${kind.id}: the generator gave no problem at level ${level} in ${attempts} draws (seed ${seed})`);
};
