import type { Text } from './text.ts';

/** An entry of a drawn matrix: a number to be formatted, or an exact form such as `3√5`. */
export type Cell = number | string;

/** What stands in a line of a drawing. Pieces stand side by side where there is room, else below each other. */
export type Piece =
  | string
  | Text
  | { readonly matrix: readonly (readonly Cell[])[] }
  | { readonly vector: readonly Cell[] };

export type Drawing = readonly (readonly Piece[])[];

/** Draws a vector as (1, 2), a matrix in brackets, and a deeper nest as its matrices one after the other. */
export const draw = (value: unknown): readonly Piece[] => {
  if (typeof value === 'number') return [{ vector: [value] }];
  if (!Array.isArray(value)) return [String(value)];
  if (value.every(entry => !Array.isArray(entry))) return [{ vector: value as Cell[] }];
  if (value.every(row => Array.isArray(row) && row.every(entry => !Array.isArray(entry)))) {
    return [{ matrix: value as Cell[][] }];
  }
  return value.flatMap(draw);
};
