import { ProblemError } from '../../problem/error.ts';
import { tensor } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';
import type { Scope } from '../../problem/work.ts';

/** The scores of a discriminator, probabilities that what it sees is real, and the means of their logarithms. */

export type Scores = number | number[];

export const scoresParam = (about: Text) => tensor<Scores>(about, [0, 1], { min: 0, max: 1 });

export const scoresOf = (scores: Scores): readonly number[] => [scores].flat();

/** Scores under the name of their parameter, and the letter that formulas write for them. */
export interface Named {
  readonly parameter: string;
  readonly letter: string;
  readonly scores: Scores;
}

/** ln s of the scores themselves, or ln(1 − s) of what is left of them. */
export type Side = 'score' | 'rest';

/** The mean of ln s or of ln(1 − s); throws `not-finite` for `quantity` where a logarithm is of 0. */
export const meanLog = ({ parameter, scores }: Named, side: Side, quantity: string): number => {
  const list = scoresOf(scores);
  const zero = list.indexOf(side === 'score' ? 0 : 1);
  if (zero >= 0) {
    const where = typeof scores === 'number' ? parameter : `${parameter}[${zero}]`;
    throw new ProblemError(
      'not-finite',
      side === 'score'
        ? { en: `ln ${where} is not finite, because the score is 0`, zh: `${where} 为 0，ln 0 不是有限值` }
        : { en: `ln(1 − ${where}) is not finite, because the score is 1`, zh: `${where} 为 1，ln(1 − 1) 不是有限值` },
      quantity,
    );
  }
  return list.reduce((sum, s) => sum + (side === 'score' ? Math.log(s) : Math.log1p(-s)), 0) / list.length;
};

/** Means of at most this many logarithms are written out. */
const namedTerms = 6;

/** The mean as a formula: `(log(d_1) + log(d_2))/2`. */
export const meanLogFormula = ({ letter, scores }: Named, side: Side): { formula: string; scope: Scope } => {
  const list = scoresOf(scores);
  const log = (name: string): string => (side === 'score' ? `log(${name})` : `log(1 - ${name})`);
  if (list.length > namedTerms) {
    const logs = side === 'score' ? `map(${letter}, f(x) = log(x))` : `map(${letter}, f(x) = log(1 - x))`;
    return { formula: `sum(${logs})/n`, scope: { [letter]: list, n: list.length } };
  }
  if (list.length === 1) return { formula: log(letter), scope: { [letter]: list[0]! } };
  const names = list.map((_, i) => `${letter}_${i + 1}`);
  return {
    formula: `(${names.map(log).join(' + ')})/${list.length}`,
    scope: Object.fromEntries(names.map((name, i) => [name, list[i]!])),
  };
};

/** ln s of a score as −softplus(−a) of its logit a, and ln(1 − s) as −softplus(a): the logit, infinite at 0 and 1. */
export const logitOf = (score: number): number => Math.log(score) - Math.log1p(-score);
