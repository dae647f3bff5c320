import type { Finding } from '../bank/finding.ts';
import type { CalculationItem } from '../bank/item.ts';
import type { Kind } from '../problem/kind.ts';
import { same } from '../problem/text.ts';
import { type KindOf, reportOf } from './context.ts';
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

/** Parameters as the kind reads them: defaults filled in, 0.5 and "1/2" one number; as written where it cannot. */
const paramsOf = ({ params }: CalculationItem, kind: Kind | undefined): unknown => {
  try {
    return kind?.read(params) ?? params;
  } catch {
    return params;
  }
};

/** What an item asks: the words of a short question, the problem and quantity of a calculation. */
const askedBy = async ({ item }: Placed, kindOf: KindOf): Promise<string[]> => {
  if (item.type === 'short') {
    return [`zh ${item.prompt.zh}`, `en ${item.prompt.en}`].map(text =>
      text.replace(/[\s\p{P}]+/gu, ' ').toLowerCase(),
    );
  }
  const kind = await kindOf(item.kind);
  return [`${item.kind} ${item.ask || kind?.ask} ${stable(paramsOf(item, kind))}`];
};

/** Ids are unique and no question is asked twice, over all files: both places are named. */
export const duplicates = async (all: readonly Placed[], kindOf: KindOf): Promise<Finding[]> => {
  const [sameId, sameQuestion] = [firstOf(), firstOf()];
  const findings: Finding[] = [];
  for (const placed of all) {
    const { item, file } = placed;
    const report = reportOf(file, item);
    const twin = sameId(item.id, placed);
    if (twin) {
      const message = {
        en: `the id “${item.id}” is used already, in ${placeOf(twin)}`,
        zh: `编号“${item.id}”已在 ${placeOf(twin)} 使用`,
      };
      findings.push(report('duplicate-id', ['id'], message, { got: same(item.id) }));
      continue;
    }
    const asked = (await askedBy(placed, kindOf))
      .map(key => sameQuestion(key, placed))
      .find(other => other !== undefined && other !== placed);
    if (!asked) continue;
    const isShort = item.type === 'short';
    findings.push(
      report(
        isShort ? 'duplicate-question' : 'duplicate-problem',
        [isShort ? 'prompt' : 'params'],
        {
          en: `asks the same as “${asked.item.id}”, in ${placeOf(asked)}`,
          zh: `与 ${placeOf(asked)} 的“${asked.item.id}”相同`,
        },
        { got: same(asked.item.id) },
      ),
    );
  }
  return findings;
};
