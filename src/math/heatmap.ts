/** Positions in heatmaps: [row, column], counted from 0. */

import { dot, type Matrix, transpose } from './matrix.ts';
import { softmax } from './network.ts';

/** A list of cells in reading order, as rows of `columns` each. */
export const inRows = (cells: readonly number[], columns: number): number[][] =>
  Array.from({ length: cells.length / columns }, (_, r) => cells.slice(r * columns, (r + 1) * columns));

/** The sum of every row. */
export const rowSums = (a: Matrix): number[] => a.map(row => row.reduce((sum, entry) => sum + entry, 0));

export const largestEntry = (a: Matrix): number =>
  a.reduce((most, row) => row.reduce((x, y) => Math.max(x, y), most), Number.NEGATIVE_INFINITY);

/** The cell of the largest entry, the first in reading order. */
export const argmax = (a: Matrix): [number, number] => {
  const most = largestEntry(a);
  const row = a.findIndex(entries => entries.includes(most));
  return [row, a[row]!.indexOf(most)];
};

/** e^(h/T)/Σ e^(h/T) over all cells, shifted by the largest. */
export const softmaxOverCells = (heatmap: Matrix, temperature: number): number[][] => {
  const most = largestEntry(heatmap);
  return inRows(softmax(heatmap.flat().map(h => (h - most) / temperature)), heatmap[0]!.length);
};

/** Σ i·weight of the lines 0, 1, 2, … */
export const expectedIndex = (weights: readonly number[]): number =>
  dot(
    weights.map((_, i) => i),
    weights,
  );

/** The cell expected under the weights of a matrix; they need not sum to 1. */
export const expectedCell = (weights: Matrix): [number, number] => [
  expectedIndex(rowSums(weights)),
  expectedIndex(rowSums(transpose(weights))),
];
