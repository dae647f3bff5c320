import type { Axis } from './window.ts';

/** Pooling: one number for every window. Which entries of the input a window sees, and what is made of them. */

export type Operation = 'max' | 'average';

/** Where a window stands on one axis. */
export interface Stand {
  /** The input entries under its taps. */
  readonly inside: readonly number[];
  /** How many of its taps lie in the padded input; what hangs over where the size is rounded up is not among them. */
  readonly counted: number;
}

export const standAt = (axis: Axis, place: number): Stand => {
  const { length, after, window, dilation } = axis;
  const start = place * axis.stride - axis.before;
  const tapsBefore = (end: number): number => Math.max(0, Math.min(window, Math.ceil((end - start) / dilation)));
  const first = tapsBefore(0);
  return {
    inside: Array.from({ length: tapsBefore(length) - first }, (_, i) => start + (first + i) * dilation),
    counted: tapsBefore(length + after),
  };
};

export const sum = (entries: readonly number[]): number => entries.reduce((total, x) => total + x, 0);

/** Σ x / count; the entries are divided one by one where their sum is too large for a number. */
export const mean = (entries: readonly number[], count: number): number => {
  const total = sum(entries);
  return Number.isFinite(total) ? total / count : sum(entries.map(x => x / count));
};

export const largest = (entries: readonly number[]): number =>
  entries.reduce((most, x) => Math.max(most, x), Number.NEGATIVE_INFINITY);

/**
 * The entries that every output cell sees, found from the input's side: each entry is handed to the windows that it lies
 * under. With `counted` the padding's zeros are handed out too. [row][column][entry].
 */
export const handedOut = (
  plane: readonly (readonly number[])[],
  [rows, columns]: readonly [Axis, Axis],
  [height, width]: readonly [number, number],
  counted: boolean,
): number[][][] => {
  const cells = Array.from({ length: height }, () => Array.from({ length: width }, (): number[] => []));
  const reached = (axis: Axis, count: number, at: number): number[] =>
    Array.from({ length: count }, (_, place) => place).filter(place => {
      const tap = (at + axis.before - place * axis.stride) / axis.dilation;
      return Number.isInteger(tap) && tap >= 0 && tap < axis.window;
    });
  const range = ({ length, before, after }: Axis): [number, number] =>
    counted ? [-before, length + after] : [0, length];
  const [[top, bottom], [left, right]] = [range(rows), range(columns)];
  for (let r = top; r < bottom; r++) {
    for (let c = left; c < right; c++) {
      for (const y of reached(rows, height, r)) {
        for (const x of reached(columns, width, c)) cells[y]![x]!.push(plane[r]?.[c] ?? 0);
      }
    }
  }
  return cells;
};
