/**
 * BLEU, the n-gram precision of a candidate sentence against references. Source: Papineni, Roukos, Ward & Zhu 2002, "BLEU: a
 * method for automatic evaluation of machine translation", section 2. A token is compared as it is written.
 */

export type Tokens = readonly string[];

/** The n-gram of a key of `ngramCounts`. */
export const ngramOf = (key: string): string[] => JSON.parse(key);

/** How often each run of n tokens occurs, in order of first occurrence; empty where there are fewer than n tokens. */
export const ngramCounts = (tokens: Tokens, n: number): Map<string, number> => {
  const counts = new Map<string, number>();
  for (let i = 0; i + n <= tokens.length; i++) {
    const key = JSON.stringify(tokens.slice(i, i + n));
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
};

export interface NgramMatch {
  readonly key: string;
  /** How often it occurs in the candidate. */
  readonly count: number;
  /** How often it occurs in each reference. */
  readonly inReferences: readonly number[];
}

/** Every n-gram of the candidate with its counts, in order of first occurrence. */
export const ngramMatches = (candidate: Tokens, references: readonly Tokens[], n: number): NgramMatch[] => {
  const counts = references.map(reference => ngramCounts(reference, n));
  return [...ngramCounts(candidate, n)].map(([key, count]) => ({
    key,
    count,
    inReferences: counts.map(found => found.get(key) ?? 0),
  }));
};

/** The most in any one reference. */
export const mostIn = ({ inReferences }: NgramMatch): number => inReferences.reduce((a, b) => Math.max(a, b), 0);

/** A count cut down to the most in any one reference. */
export const clipped = (match: NgramMatch): number => Math.min(match.count, mostIn(match));

/** How many n-grams a sentence of so many tokens has. */
export const ngramTotal = (length: number, n: number): number => Math.max(0, length - n + 1);

/** matched/total; with add-one (Lin & Och 2004, ORANGE) for n > 1; 0 where there is no n-gram at all. */
export const precision = (matched: number, total: number, n: number, isSmoothed: boolean): number => {
  if (total === 0) return 0;
  return isSmoothed && n > 1 ? (matched + 1) / (total + 1) : matched / total;
};

/** The reference length nearest to the candidate's, of two as near the shorter. */
export const closestLength = (length: number, references: readonly number[]): number =>
  references.reduce((best, r) => {
    const [near, far] = [Math.abs(r - length), Math.abs(best - length)];
    return near < far || (near === far && r < best) ? r : best;
  });

/** 1 for a candidate at least as long as the reference, else e^(1 − r/c); 0 for an empty candidate. */
export const brevityPenalty = (candidate: number, reference: number): number =>
  candidate === 0 ? 0 : Math.min(1, Math.exp(1 - reference / candidate));

/** exp of the mean logarithm; 0 where any number is 0. */
export const geometricMean = (numbers: readonly number[]): number =>
  numbers.includes(0) ? 0 : Math.exp(numbers.reduce((sum, p) => sum + Math.log(p), 0) / numbers.length);
