import type { Level } from '../../problem/kind.ts';
import type { Random } from '../../problem/random.ts';

/** Deviations from a mean whose variance is a square, 4 or 9. */
const squareVariance = [
  [-5, 1, 1, 3],
  [-3, -3, 3, 3],
  [-3, -1, 0, 1, 3],
  [-4, 1, 1, 1, 1],
];

/** Deviations from a mean whose variance is one less than a square, 3 or 8: a square with ε = 1. */
const nearSquareVariance = [
  [-1, -1, -1, 3],
  [-4, -2, 0, 2, 4],
  [-5, -1, 1, 2, 3],
];

/** One feature around a whole mean with a root that comes out even; at level 3, two features of short decimals. */
export const drawBatch = (random: Random, level: Level) => {
  const rescaling = () => ({ gamma: random.pick([0.5, 2, 3, -2]), beta: random.pick([-1, 1, 4, 5]) });
  if (level === 3) {
    const features = [rescaling(), rescaling()];
    return {
      x: random.matrix(random.integer(3, 4), 2, () => random.decimal(-3, 6, 1)),
      gamma: features.map(({ gamma }) => gamma),
      beta: features.map(({ beta }) => beta),
      epsilon: random.pick([0, 0.01, 0.1]),
    };
  }
  const sign = random.pick([-1, 1]);
  const centre = random.nonZero(-3, 8);
  const spread = random.shuffle(random.pick(level === 1 ? squareVariance : nearSquareVariance));
  const tenths = level === 2 && random.oneIn(2);
  const x = spread.map(d => (centre + sign * d) / (tenths ? 10 : 1));
  return { x, ...rescaling(), epsilon: level === 1 ? 0 : tenths ? 0.01 : 1 };
};
