import { exactSvd } from '../../math/exact-svd.ts';
import { dot, largest, type Matrix, transpose, type Vector } from '../../math/matrix.ts';
import type { Level } from '../../problem/kind.ts';
import type { Random } from '../../problem/random.ts';

/**
 * Matrices with an exact decomposition: Σ cₖ·xₖyₖᵀ of orthogonal whole vectors xₖ and yₖ has the singular values
 * |cₖ|·‖xₖ‖·‖yₖ‖.
 */

const planes: readonly Matrix[] = [
  [
    [1, 1],
    [1, -1],
  ],
  [
    [1, 2],
    [2, -1],
  ],
  [
    [2, 1],
    [1, -2],
  ],
  [
    [1, 3],
    [3, -1],
  ],
  [
    [3, 1],
    [1, -3],
  ],
  [
    [3, 4],
    [4, -3],
  ],
  [
    [1, 0],
    [0, 1],
  ],
];

const spaces: readonly Matrix[] = [
  [
    [1, 1, 1],
    [1, -1, 0],
    [1, 1, -2],
  ],
  [
    [1, 2, 2],
    [2, 1, -2],
    [2, -2, 1],
  ],
  [
    [1, 1, 0],
    [1, -1, 0],
    [0, 0, 1],
  ],
  [
    [1, 0, 1],
    [1, 0, -1],
    [0, 1, 0],
  ],
  [
    [0, 1, 1],
    [0, 1, -1],
    [1, 0, 0],
  ],
  [
    [1, 1, -1],
    [1, -1, 0],
    [1, 1, 2],
  ],
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
];

/** Orthogonal vectors of a pool, their order and signs drawn. */
const basis = (random: Random, length: number): Matrix =>
  random.shuffle(random.pick(length === 2 ? planes : spaces)).map(x => (random.oneIn(2) ? x : x.map(entry => -entry)));

const greatestDivisor = (a: number, b: number): number => (b === 0 ? Math.abs(a) : greatestDivisor(b, a % b));

const combination = (xs: Matrix, ys: Matrix, weights: Vector): number[][] => {
  const sum = xs[0]!.map((_, i) =>
    ys[0]!.map((_, j) => weights.reduce((s, c, k) => s + c * xs[k]![i]! * ys[k]![j]!, 0)),
  );
  const divisor = sum.flat().reduce(greatestDivisor, 0);
  return divisor === 0 ? sum : sum.map(row => row.map(entry => entry / divisor + 0));
};

interface Shape {
  readonly size: readonly [number, number];
  readonly rank: number;
  /** The largest entry, and the largest eigenvalue of AᵀA. */
  readonly entries: number;
  readonly eigenvalue: number;
}

const shapeOf = (random: Random, level: Level): Shape => {
  if (level === 1) return { size: [2, 2], rank: 2, entries: 5, eigenvalue: 50 };
  if (level === 2) {
    const size = random.pick([
      [2, 2],
      [3, 2],
      [2, 3],
    ] as const);
    return { size, rank: 2, entries: 6, eigenvalue: 100 };
  }
  const [size, rank] = random.pick([
    [[3, 3], 3],
    [[3, 3], 2],
    [[3, 3], 2],
    [[3, 2], 1],
    [[2, 3], 1],
    [[2, 2], 1],
  ] as const);
  return { size, rank, entries: 6, eigenvalue: 150 };
};

/** Whether the work is worth asking and fit for a person: no empty row or column, no diagonal AᵀA, no repeated eigenvalue, small numbers. */
const isFit = (matrix: Matrix, { rank, entries, eigenvalue }: Shape): boolean => {
  if (largest(matrix.map(largest)) > entries) return false;
  const columns = transpose(matrix);
  if ([...matrix, ...columns].some(line => largest(line) === 0)) return false;
  if (columns.every((x, i) => columns.every((y, j) => i === j || dot(x, y) === 0))) return false;
  const found = exactSvd(matrix).decomposition;
  if (!found) return false;
  const values = found.eigenvalues.map(Number).filter(value => value > 0);
  return values.length === rank && values[0]! <= eigenvalue && new Set(values).size === rank;
};

/** A small whole matrix of the level: 2×2; 2×2, 3×2 or 2×3; 3×3 or without full rank. */
export const drawMatrix = (random: Random, level: Level): number[][] => {
  const shape = shapeOf(random, level);
  const [m, n] = shape.size;
  for (;;) {
    const weights = Array.from({ length: shape.rank }, () => random.nonZero(-6, 6));
    const matrix = combination(basis(random, m), basis(random, n), weights);
    if (isFit(matrix, shape)) return matrix;
  }
};
