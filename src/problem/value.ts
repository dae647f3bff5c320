/** A number, a vector, a matrix, or a deeper nest of them: what a step hands on and an answer holds. */
export type Value = number | readonly Value[];

/** Applies `change` to every number of a value, keeping its shape. */
export const mapValue = <T extends Value>(value: T, change: (x: number) => number): T =>
  (typeof value === 'number' ? change(value) : value.map(part => mapValue(part, change))) as T;

/** Every number of a value, in reading order. */
export const numbersOf = (value: Value): number[] => (typeof value === 'number' ? [value] : value.flatMap(numbersOf));

/** The lengths of a regular nest, outermost first: [] for a number, [2, 3] for a 2×3 matrix. */
export const shapeOf = (value: Value): number[] =>
  typeof value === 'number' ? [] : [value.length, ...(value[0] === undefined ? [] : shapeOf(value[0]))];

/** Equal shapes all the way down, ragged nests included. */
export const sameShape = (a: Value, b: Value): boolean => {
  if (typeof a === 'number' || typeof b === 'number') return typeof a === typeof b;
  return a.length === b.length && a.every((part, i) => sameShape(part, b[i]!));
};

/** The largest distance between numbers in the same place; Infinity where the shapes differ. */
export const distance = (a: Value, b: Value): number => {
  if (!sameShape(a, b)) return Number.POSITIVE_INFINITY;
  const [left, right] = [numbersOf(a), numbersOf(b)];
  return left.reduce((worst, x, i) => Math.max(worst, Math.abs(x - right[i]!)), 0);
};

export const isValue = (candidate: unknown): candidate is Value =>
  typeof candidate === 'number' || (Array.isArray(candidate) && candidate.every(isValue));
