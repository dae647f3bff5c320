import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

/** Seeded random numbers: a stored seed means the same problem for ever. */
export interface Random {
  /** A whole number from `low` to `high`, both included. */
  integer(low: number, high: number): number;
  /** As `integer`, but never 0. */
  nonZero(low: number, high: number): number;
  /** A short decimal from `low` to `high` with `places` digits after the point: 0.3, −0.25. */
  decimal(low: number, high: number, places: number): number;
  pick<T>(choices: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
  /** True once in `n` times. */
  oneIn(n: number): boolean;
  vector(length: number, entry: () => number): number[];
  matrix(rows: number, columns: number, entry: () => number): number[][];
}

export const seeded = (seed: number): Random => {
  const generator = xoroshiro128plus(seed);
  const integer = (low: number, high: number): number => uniformInt(generator, low, high);
  const random: Random = {
    integer,
    nonZero(low, high) {
      for (;;) {
        const drawn = integer(low, high);
        if (drawn !== 0) return drawn;
      }
    },
    decimal(low, high, places) {
      const unit = 10 ** places;
      return integer(Math.round(low * unit), Math.round(high * unit)) / unit;
    },
    pick: choices => choices[integer(0, choices.length - 1)]!,
    shuffle(items) {
      const shuffled = [...items];
      for (let i = shuffled.length - 1; i > 0; i--) {
        const j = integer(0, i);
        [shuffled[i], shuffled[j]] = [shuffled[j]!, shuffled[i]!];
      }
      return shuffled;
    },
    oneIn: n => integer(1, n) === 1,
    vector: (length, entry) => Array.from({ length }, entry),
    matrix: (rows, columns, entry) => Array.from({ length: rows }, () => Array.from({ length: columns }, entry)),
  };
  return random;
};
