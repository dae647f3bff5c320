/** Euclidean length, scaled so that neither large nor small entries overflow or vanish. */
export const norm = (vector: readonly number[]): number => Math.hypot(...vector);

/** v = ‖s‖²/(1 + ‖s‖²) · s/‖s‖, written without dividing by a vanishing length; the zero vector stays zero. */
export const squashed = (s: readonly number[]): number[] => {
  const n = norm(s);
  return n === 0 ? s.map(() => 0) : s.map(x => (x / n) * (n / (n + 1 / n)));
};
