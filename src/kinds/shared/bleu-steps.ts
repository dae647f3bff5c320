import {
  brevityPenalty,
  clipped,
  closestLength,
  geometricMean,
  mostIn,
  type NgramMatch,
  ngramMatches,
  ngramOf,
  ngramTotal,
  precision,
  type Tokens,
} from '../../math/bleu.ts';
import { join, type Text } from '../../problem/text.ts';
import type { Shown, Work } from '../../problem/work.ts';

/** The BLEU score of one candidate, written down: m_n matched n-grams of t_n, candidate length c, reference length r. */

export interface BleuParams {
  readonly candidate: Tokens;
  readonly references: readonly Tokens[];
  readonly maxN: number;
  readonly smoothing: 'none' | 'add-one';
}

export interface Solved {
  readonly precisions: number[];
  readonly brevityPenalty: number;
  readonly bleu: number;
}

export const isSmoothed = ({ smoothing }: BleuParams): boolean => smoothing === 'add-one';

/** r, the length of the reference nearest to the candidate's. */
export const referenceLength = ({ candidate, references }: BleuParams): number =>
  closestLength(
    candidate.length,
    references.map(reference => reference.length),
  );

/** So many n-grams are named under a step, and so many lengths. */
const mostNamed = 8;

const namesOf = (matches: readonly NgramMatch[], count: (match: NgramMatch) => string): Text => {
  const names = matches.slice(0, mostNamed).map(match => `“${ngramOf(match.key).join(' ')}”${count(match)}`);
  const all = matches.length > mostNamed ? [...names, '…'] : names;
  return { en: all.join(', '), zh: all.join('、') };
};

/** Which n-grams count, and which are cut down. */
const matchNote = (matches: readonly NgramMatch[], n: number): Text => {
  const matched = matches.filter(match => clipped(match) > 0);
  if (matched.length === 0) return { en: `n = ${n}: no match.`, zh: `n = ${n}：无匹配。` };
  const found = namesOf(matched, match => (clipped(match) > 1 ? ` ×${clipped(match)}` : ''));
  const cut = matched.filter(match => match.count > mostIn(match));
  const clips = namesOf(cut, match => ` ${match.count} → ${mostIn(match)}`);
  return join([
    { en: `n = ${n}: ${found.en}.`, zh: `n = ${n}：${found.zh}。` },
    cut.length === 0
      ? { en: '', zh: '' }
      : {
          en: ` Clipped to the most in any one reference: ${clips.en}.`,
          zh: `按单个参考句中的最大次数截断：${clips.zh}。`,
        },
  ]);
};

const precisionStep = (given: BleuParams, n: number, work: Work): number => {
  const { candidate, references } = given;
  const total = ngramTotal(candidate.length, n);
  const matches = total === 0 ? [] : ngramMatches(candidate, references, n);
  const matched = matches.reduce((sum, match) => sum + clipped(match), 0);
  const adds = isSmoothed(given) && n > 1;
  return work.step(`p_${n}`, precision(matched, total, n, isSmoothed(given)), (): Shown => {
    const title = {
      en: 'Precisions: matched n-grams m_n, clipped, of the t_n = c − n + 1 in the candidate',
      zh: '精确率：截断后的匹配数 m_n 除以候选句的 n 元组总数 t_n = c − n + 1',
    };
    if (total > 0) {
      return {
        title,
        symbol: `p_${n}`,
        formula: adds ? `(m_${n} + 1)/(t_${n} + 1)` : `m_${n}/t_${n}`,
        scope: { [`m_${n}`]: matched, [`t_${n}`]: total },
        note: matchNote(matches, n),
      };
    }
    const isFirst = n === candidate.length + 1;
    return {
      title,
      symbol: `p_${n}`,
      ...(isFirst ? { note: { en: `The candidate has no ${n}-gram.`, zh: `候选句没有 ${n} 元组。` } } : {}),
    };
  });
};

const penaltyNote = (c: number, r: number, lengths: readonly number[]): Text => {
  const named = [...lengths.slice(0, mostNamed), ...(lengths.length > mostNamed ? ['…'] : [])];
  const choice =
    lengths.length === 1
      ? { en: 'c is the length of the candidate, r of the reference. ', zh: 'c 为候选句长度，r 为参考句长度。' }
      : {
          en: `c is the length of the candidate; r, of the reference lengths ${named.join(', ')}, the one nearest to c (of two as near the shorter). `,
          zh: `c 为候选句长度；r 是参考句长度 ${named.join('、')} 中最接近 c 的（同样接近时取较短者）。`,
        };
  const outcome =
    c < r || c === 0
      ? { en: 'The candidate is too short and pays for it.', zh: '候选句过短，受惩罚。' }
      : { en: 'The candidate is not shorter: no penalty.', zh: '候选句不短于参考句，不受惩罚。' };
  return join([choice, outcome]);
};

const penaltyStep = (given: BleuParams, work: Work): number => {
  const [c, r] = [given.candidate.length, referenceLength(given)];
  return work.step('brevityPenalty', brevityPenalty(c, r), () => ({
    title: { en: 'Brevity penalty', zh: '简短惩罚' },
    symbol: 'BP',
    ...(c === 0 ? {} : { formula: c < r ? 'exp(1 - r/c)' : 'min(1, exp(1 - r/c))', scope: { r, c } }),
    note: penaltyNote(
      c,
      r,
      given.references.map(reference => reference.length),
    ),
  }));
};

/** Up to so many precisions are written out. */
const namedTerms = 6;

/** BP times the geometric mean, by logarithms where every precision has one. */
const scoreFormula = (names: readonly string[], hasZero: boolean): string => {
  const N = names.length;
  if (N === 1) return 'BP*p_1';
  if (N > namedTerms) return hasZero ? 'BP*prod(p)^(1/N)' : 'BP*exp(sum(map(p, f(x) = log(x)))/N)';
  return hasZero
    ? `BP*(${names.join('*')})^(1/${N})`
    : `BP*exp((${names.map(name => `log(${name})`).join(' + ')})/${N})`;
};

const scoreStep = (precisions: number[], BP: number, work: Work): number =>
  work.step('bleu', BP * geometricMean(precisions), () => {
    const N = precisions.length;
    const names = precisions.map((_, i) => `p_${i + 1}`);
    const hasZero = precisions.includes(0);
    return {
      title: { en: 'BLEU: BP times the geometric mean', zh: 'BLEU：BP 乘以几何平均' },
      symbol: 'BLEU',
      formula: scoreFormula(names, hasZero),
      scope:
        N > namedTerms
          ? { BP, p: precisions, N }
          : { BP, ...Object.fromEntries(precisions.map((p, i) => [names[i]!, p])) },
      ...(hasZero && N > 1
        ? {
            note: {
              en: 'One precision of 0 makes the geometric mean 0, and BLEU with it.',
              zh: '只要有一个精确率为 0，几何平均就为 0，BLEU 也为 0。',
            },
          }
        : {}),
    };
  });

export const solveBleu = (given: BleuParams, work: Work): Solved => {
  const precisions = Array.from({ length: given.maxN }, (_, i) => precisionStep(given, i + 1, work));
  const penalty = penaltyStep(given, work);
  return { precisions, brevityPenalty: penalty, bleu: scoreStep(precisions, penalty, work) };
};
