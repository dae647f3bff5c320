import type { Finding } from '../bank/finding.ts';
import type { ShortItem } from '../bank/item.ts';
import { same } from '../problem/text.ts';
import { reportOf } from './context.ts';
import { type Placed, placeOf } from './placed.ts';
import { alikeIndex, likeness, shinglesOf } from './shingles.ts';

/**
 * From this likeness on two questions are taken for one: nearly the same words; or, where one only adds words to the other,
 * half of them. Questions about over- and under-fitting differ in a word that each has alone.
 */
const least = { replaced: 0.8, added: 0.55 };

const wordsOf = ({ item }: Placed<ShortItem>): string[] => item.prompt.en.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

const onlyAdds = (a: readonly string[], b: readonly string[]): boolean =>
  a.every(word => b.includes(word)) || b.every(word => a.includes(word));

/** Questions about other numbers are other questions. */
const numbersOf = ({ item }: Placed<ShortItem>): string => (item.prompt.en.match(/\d+(?:\.\d+)?/g) ?? []).join(' ');

const near = (group: readonly Placed<ShortItem>[]): Finding[] => {
  const sets = group.map(({ item }) => shinglesOf(item.prompt));
  const alike = alikeIndex(sets, least.added);
  return group.flatMap(({ item, file }, i) => {
    const found = alike(i);
    if (found === undefined) return [];
    const other = group[found]!;
    const alikeness = likeness(sets[i]!, sets[found]!);
    if (alikeness < least.replaced && !onlyAdds(wordsOf(group[i]!), wordsOf(other))) return [];
    const share = Math.round(100 * alikeness);
    // The very same words are another rule's.
    if (share === 100) return [];
    return [
      reportOf(file, item)(
        'near-duplicate',
        ['prompt'],
        {
          en: `${share} % alike to “${other.item.id}”, in ${placeOf(other)}`,
          zh: `与 ${placeOf(other)} 的“${other.item.id}”有 ${share}% 相同`,
        },
        { got: same(other.item.id) },
      ),
    ];
  });
};

/** Short questions that are nearly the same words as an earlier one, over all files. */
export const nearDuplicates = (all: readonly Placed[]): Finding[] => {
  const groups = new Map<string, Placed<ShortItem>[]>();
  for (const placed of all) {
    if (placed.item.type !== 'short') continue;
    const short = placed as Placed<ShortItem>;
    const key = numbersOf(short);
    const group = groups.get(key);
    if (group) group.push(short);
    else groups.set(key, [short]);
  }
  return [...groups.values()].flatMap(near);
};
