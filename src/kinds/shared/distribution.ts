import { ProblemError } from '../../problem/error.ts';
import { type Param, vector } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';

/** How far from 1 the probabilities of a distribution may sum. */
const slack = 1e-6;

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
