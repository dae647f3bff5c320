import type { Finding } from '../bank/finding.ts';
import { same } from '../problem/text.ts';
import { reportOf } from './context.ts';
import { type Placed, placeOf } from './placed.ts';

/** Keeps the first of each key, and gives it for each later one. */
const firstOf = () => {
  const first = new Map<string, Placed>();
  return (key: string, placed: Placed): Placed | undefined => {
    const other = first.get(key);
    if (!other) first.set(key, placed);
    return other;
  };
};

/** A value as text that does not depend on the order of its keys. */
const stable = (value: unknown): string =>
  JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

/** What an item asks: the words of a short question, the problem and quantity of a calculation. */
const askedBy = ({ item }: Placed): string[] =>
  item.type === 'short'
    ? [`zh ${item.prompt.zh}`, `en ${item.prompt.en}`].map(text => text.replace(/[\s\p{P}]+/gu, ' ').toLowerCase())
    : [`${item.kind} ${item.ask} ${stable(item.params)}`];

/** Ids are unique and no question is asked twice, over all files: both places are named. */
export const duplicates = (all: readonly Placed[]): Finding[] => {
  const [sameId, sameQuestion] = [firstOf(), firstOf()];
  return all.flatMap(placed => {
    const { item, file } = placed;
    const report = reportOf(file, item);
    const twin = sameId(item.id, placed);
    if (twin) {
      const message = {
        en: `the id “${item.id}” is used already, in ${placeOf(twin)}`,
        zh: `编号“${item.id}”已在 ${placeOf(twin)} 使用`,
      };
      return [report('duplicate-id', ['id'], message, { got: same(item.id) })];
    }
    const asked = askedBy(placed)
      .map(key => sameQuestion(key, placed))
      .find(other => other !== undefined && other !== placed);
    if (!asked) return [];
    return [
      report(
        item.type === 'short' ? 'duplicate-question' : 'duplicate-problem',
        [item.type === 'short' ? 'prompt' : 'params'],
        {
          en: `asks the same as “${asked.item.id}”, in ${placeOf(asked)}`,
          zh: `与 ${placeOf(asked)} 的“${asked.item.id}”相同`,
        },
        { got: same(asked.item.id) },
      ),
    ];
  });
};
