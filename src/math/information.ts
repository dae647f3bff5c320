/** Entropy, cross-entropy and divergence of discrete distributions, outcome by outcome; 0·log 0 is 0. */

/** The base of a logarithm: e gives nats, 2 bits, 10 hartleys. */
export type Base = 'e' | 2 | 10;

const naturalOf: Readonly<Record<Base, number>> = { e: 1, 2: Math.LN2, 10: Math.LN10 };

export const logTo = (base: Base, x: number): number =>
  base === 'e' ? Math.log(x) : base === 2 ? Math.log2(x) : Math.log10(x);

/** −p log p of every outcome. */
export const entropyTerms = (p: readonly number[], base: Base): number[] => crossEntropyTerms(p, p, base);

/** −p log q of every outcome; infinite where q = 0 and p > 0. */
export const crossEntropyTerms = (p: readonly number[], q: readonly number[], base: Base): number[] =>
  p.map((pk, k) => (pk === 0 ? 0 : -pk * logTo(base, q[k]!) + 0));

/** log(p/q), exact where p and q are close; p and q above 0. */
const logRatio = (p: number, q: number, base: Base): number => {
  if (Math.abs(p - q) < q / 4) return Math.log1p((p - q) / q) / naturalOf[base];
  return Number.isFinite(p / q) ? logTo(base, p / q) : logTo(base, p) - logTo(base, q);
};

/** p log(p/q) of every outcome; infinite where q = 0 and p > 0. */
export const divergenceTerms = (p: readonly number[], q: readonly number[], base: Base): number[] =>
  p.map((pk, k) => (pk === 0 ? 0 : pk * logRatio(pk, q[k]!, base)));

export const sumOf = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0);

/**
 * −Σ y ln softmax(z) from the logits themselves: finite where a probability underflows, and exact where it is almost 1.
 * `target` is as long as `logits`.
 */
export const softmaxLoss = (logits: readonly number[], target: readonly number[]): number => {
  const top = logits.reduce((best, z, k) => (z > logits[best]! ? k : best), 0);
  const most = logits[top]!;
  const rest = logits.reduce((sum, z, k) => (k === top ? sum : sum + Math.exp(z - most)), 0);
  const logOfSum = Math.log1p(rest);
  return target.reduce((sum, y, k) => (y === 0 ? sum : sum + y * (most - logits[k]! + logOfSum)), 0);
};

/**
 * The softmax by another way: ln Σ e^a gathered from one term to the next, ln(e^L + e^a) = max + ln(1 + e^−|L − a|), and
 * p_k = e^(a_k − L). Returns the probabilities and L.
 */
export const softmaxOneByOne = (a: readonly number[]): { probabilities: number[]; logOfSum: number } => {
  const logOfSum = a.reduce(
    (L, ak) => Math.max(L, ak) + Math.log1p(Math.exp(-Math.abs(L - ak))),
    Number.NEGATIVE_INFINITY,
  );
  return { probabilities: a.map(ak => Math.exp(ak - logOfSum)), logOfSum };
};
