import type { CalculationItem } from '../bank/item.ts';
import { generateProblem } from '../problem/generate.ts';
import { askedValue, type Kind } from '../problem/kind.ts';
import { same, type Text } from '../problem/text.ts';
import { brokenClaims } from './claims.ts';

/** Seeds that a generator is tried with: as many as a look takes, or as a proof does. */
export const seeds = { usual: 20, strict: 200 };

const faultOf = (kind: Kind, seed: number, { level, ask }: CalculationItem): Text | undefined => {
  const params = generateProblem(kind, seed, level, ask);
  const answer = kind.solve(params);
  if (askedValue(kind, ask, answer, params) === undefined) {
    return { en: `seed ${seed} gives a problem without ${ask}`, zh: `种子 ${seed} 生成的题目没有 ${ask}` };
  }
  const [broken] = brokenClaims(kind, params, answer);
  return (
    broken && { en: `seed ${seed} does not hold: ${broken.claim}`, zh: `种子 ${seed} 验证不成立：${broken.claim}` }
  );
};

/** Tries the generator that draws an item's fresh numbers; each kind, level and asked field once. */
export const tryGenerators = (count: number) => {
  const tried = new Map<string, Text | undefined>();
  const attempt = (item: CalculationItem, kind: Kind): Text | undefined => {
    try {
      for (let seed = 0; seed < count; seed++) {
        const fault = faultOf(kind, seed, item);
        if (fault) return fault;
      }
    } catch (error) {
      return same((error as Error).message);
    }
    return undefined;
  };
  return (item: CalculationItem, kind: Kind): Text | undefined => {
    const key = [kind.id, item.level, item.ask].join(' ');
    if (!tried.has(key)) tried.set(key, attempt(item, kind));
    return tried.get(key);
  };
};

export type TryGenerator = ReturnType<typeof tryGenerators>;
