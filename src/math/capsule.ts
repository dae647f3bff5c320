import { norm } from './matrix.ts';

/** ‖s‖²/(1 + ‖s‖²) of a length, without overflow: the length of a squashed vector. */
export const squashedLength = (length: number): number =>
  length > 1 ? 1 / (1 + 1 / length / length) : (length * length) / (1 + length * length);

/** v = ‖s‖²/(1 + ‖s‖²) · s/‖s‖; the zero vector stays zero. */
export const squashed = (s: readonly number[]): number[] => {
  const length = norm(s);
  return length === 0 ? s.map(() => 0) : s.map(x => (x / length) * squashedLength(length));
};
