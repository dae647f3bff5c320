/** Means and variances of lists of at least one number. */

/** Σ x/n, never outside the list by rounding: the mean of equal numbers is that number. */
export const mean = (x: readonly number[]): number => {
  const average = x.reduce((sum, xi) => sum + xi, 0) / x.length;
  if (!Number.isFinite(average)) return average;
  const [least, most] = x.reduce(([low, high], xi) => [Math.min(low, xi), Math.max(high, xi)], [x[0]!, x[0]!]);
  return Math.min(most, Math.max(least, average));
};

/** Σ d²/n. */
export const meanSquare = (d: readonly number[]): number => d.reduce((sum, di) => sum + di * di, 0) / d.length;

/** x − centre, entry by entry. */
export const deviations = (x: readonly number[], centre: number): number[] => x.map(xi => xi - centre);

/** The biased variance Σ(x − μ)²/n in two passes: unlike Σx²/n − μ² it survives a mean that is large. */
export const variance = (x: readonly number[]): number => meanSquare(deviations(x, mean(x)));
