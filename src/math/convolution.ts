import { type Axis, places } from './window.ts';

/** [channel][row][column] */
export type Volume = readonly (readonly (readonly number[])[])[];

/** Turns every plane of a kernel by 180°: cross-correlation with it is convolution with the original. */
export const turned = (kernel: Volume): number[][][] =>
  kernel.map(plane => plane.map(row => [...row].reverse()).reverse());

/** Surrounds every plane with zeros. */
export const padded = (input: Volume, rows: Axis, columns: Axis): number[][][] => {
  const zeros = (count: number): number[] => new Array<number>(count).fill(0);
  const width = columns.length + columns.before + columns.after;
  return input.map(plane => [
    ...Array.from({ length: rows.before }, () => zeros(width)),
    ...plane.map(row => [...zeros(columns.before), ...row, ...zeros(columns.after)]),
    ...Array.from({ length: rows.after }, () => zeros(width)),
  ]);
};

/** The entries of a padded volume under the window at output place (y, x), shaped like the kernel. */
export const windowAt = (volume: Volume, rows: Axis, columns: Axis, y: number, x: number): number[][][] =>
  volume.map(plane =>
    Array.from({ length: rows.window }, (_, i) => {
      const row = plane[y * rows.stride + i * rows.dilation]!;
      return Array.from({ length: columns.window }, (_, j) => row[x * columns.stride + j * columns.dilation]!);
    }),
  );

/** Σ over all entries of window · kernel. */
export const overlap = (window: Volume, kernel: Volume): number => {
  let sum = 0;
  window.forEach((plane, c) => {
    plane.forEach((row, i) => {
      row.forEach((x, j) => {
        sum += x * kernel[c]![i]![j]!;
      });
    });
  });
  return sum;
};

/**
 * Cross-correlation by the transposed view: every input entry adds its products to the outputs it reaches. Nothing is
 * padded and no window is cut out, so it checks the sliding window by another way.
 */
export const scatter = (input: Volume, kernel: Volume, rows: Axis, columns: Axis): number[][] => {
  const [height, width] = [places(rows), places(columns)];
  const output = Array.from({ length: height }, () => new Array<number>(width).fill(0));
  const reached = (at: number, tap: number, axis: Axis): number =>
    (at + axis.before - tap * axis.dilation) / axis.stride;
  input.forEach((plane, c) => {
    plane.forEach((row, r) => {
      row.forEach((value, s) => {
        for (let i = 0; i < rows.window; i++) {
          const y = reached(r, i, rows);
          if (!Number.isInteger(y) || y < 0 || y >= height) continue;
          for (let j = 0; j < columns.window; j++) {
            const x = reached(s, j, columns);
            if (!Number.isInteger(x) || x < 0 || x >= width) continue;
            output[y]![x]! += value * kernel[c]![i]![j]!;
          }
        }
      });
    });
  });
  return output;
};
