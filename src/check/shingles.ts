import { languages, type Text } from '../problem/text.ts';

/** Runs of characters that a text is compared by: as long as a syllable in either language. */
const lengths = { zh: 2, en: 4 };

/** The set of a question's runs of characters, in both languages; spaces, case and punctuation make no difference. */
export const shinglesOf = (text: Text): Set<string> => {
  const found = new Set<string>();
  for (const language of languages) {
    const plain = text[language].toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
    for (let i = 0; i + lengths[language] <= plain.length; i++) found.add(plain.slice(i, i + lengths[language]));
  }
  return found;
};

/** Shared runs over all runs of two texts (Jaccard). */
export const likeness = (a: ReadonlySet<string>, b: ReadonlySet<string>): number => {
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const run of few) if (many.has(run)) shared++;
  return shared / (a.size + b.size - shared || 1);
};

/** How many entries of one list of the index are looked at: runs in every question say nothing. */
const longestList = 48;

/**
 * Finds earlier texts that are alike, without comparing all pairs. Two sets with a likeness of at least `least` share one of
 * their rarest runs: only those are indexed and looked up.
 */
export const alikeIndex = (sets: readonly ReadonlySet<string>[], least: number) => {
  const count = new Map<string, number>();
  for (const set of sets) for (const run of set) count.set(run, (count.get(run) ?? 0) + 1);
  const rarest = (set: ReadonlySet<string>): string[] =>
    [...set]
      .sort((a, b) => count.get(a)! - count.get(b)! || (a < b ? -1 : 1))
      .slice(0, set.size - Math.ceil(least * set.size) + 1);
  const lists = new Map<string, number[]>();
  /** The most alike of the texts before this one; they must be asked for in order. */
  return (i: number): number | undefined => {
    const candidates = new Set<number>();
    for (const run of rarest(sets[i]!)) {
      const list = lists.get(run);
      if (list === undefined) lists.set(run, [i]);
      else {
        for (const j of list) candidates.add(j);
        if (list.length < longestList) list.push(i);
      }
    }
    let [best, most]: [number | undefined, number] = [undefined, least];
    for (const j of candidates) {
      const alike = likeness(sets[i]!, sets[j]!);
      if (alike >= most && (best === undefined || alike > most)) [best, most] = [j, alike];
    }
    return best;
  };
};
