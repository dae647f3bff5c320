import { ProblemError } from '../../problem/error.ts';
import { type Param, vector } from '../../problem/params.ts';
import type { Random } from '../../problem/random.ts';
import type { Text } from '../../problem/text.ts';

/** How far from 1 the probabilities of a distribution may sum: 1e-6, and what rounding adds to three times 0.333333. */
const slack = 1e-6 + 1e-12;

/** A discrete distribution: probabilities, none negative, that sum to 1 within 1e-6. */
export const distribution = (about: Text): Param<number[]> => {
  const probabilities = vector(about, { min: 0 });
  return {
    ...probabilities,
    example: '[0.5 0.25 0.25]',
    read(raw, path) {
      const p = probabilities.read(raw, path);
      const sum = p.reduce((a, b) => a + b, 0);
      if (Math.abs(sum - 1) <= slack) return p;
      throw new ProblemError(
        'invalid-params',
        {
          en: `the probabilities of a distribution sum to 1, but these sum to ${Number(sum.toPrecision(9))}`,
          zh: `分布的概率之和应为 1，实际为 ${Number(sum.toPrecision(9))}`,
        },
        path,
      );
    },
  };
};

/** A drawn distribution whose `count` probabilities are whole multiples of 1/`parts`, none 0. */
export const drawDistribution = (random: Random, count: number, parts: number): number[] => {
  const inside = Array.from({ length: parts - 1 }, (_, i) => i + 1);
  const cuts = random.shuffle(inside).slice(0, count - 1);
  const bounds = [0, ...cuts.sort((a, b) => a - b), parts];
  return bounds.slice(1).map((bound, i) => (bound - bounds[i]!) / parts);
};
