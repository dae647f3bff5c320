import { type Base, crossEntropyTerms, divergenceTerms, entropyTerms, sumOf } from '../../math/information.ts';
import { invalid, ProblemError } from '../../problem/error.ts';
import type { Param } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';
import { type Scope, silent, type Work } from '../../problem/work.ts';

export const bases: readonly Base[] = ['e', 2, 10];

const baseForm: Text = { en: 'one of e, 2, 10', zh: 'e、2、10 之一' };
export const base: Param<Base> = {
  about: { en: 'the base of the logarithms', zh: '对数的底' },
  form: baseForm,
  example: '2',
  optional: false,
  choices: bases.map(String),
  read(raw, path) {
    const found = bases.find(candidate => candidate === raw || String(candidate) === raw);
    if (found === undefined) throw invalid(path, baseForm, raw);
    return found;
  },
};

export interface Distributions {
  readonly p: readonly number[];
  /** As long as `p`. */
  readonly q?: readonly number[] | undefined;
  readonly base: Base;
}

export interface Information {
  readonly entropy: number;
  readonly crossEntropy: number | undefined;
  readonly klDivergence: number | undefined;
}

/** How the logarithm of a base is called in formulas, in sentences, and the unit it gives. */
export const logarithms: Readonly<Record<Base, { formula: string; sign: string; unit: Text }>> = {
  e: { formula: 'log', sign: 'ln', unit: { en: 'nats', zh: 'nat' } },
  2: { formula: 'log2', sign: 'log₂', unit: { en: 'bits', zh: '比特' } },
  10: { formula: 'log10', sign: 'lg', unit: { en: 'hartleys', zh: 'hartley' } },
};

/** Distributions with at most this many outcomes above 0 are worked outcome by outcome. */
const namedOutcomes = 6;

/** One of the three sums: how its term for outcome `k` is written (`row`), and all of them as vectors (`whole`). */
interface Sum {
  readonly id: string;
  readonly letter: string;
  readonly symbol: string;
  readonly title: Text;
  readonly note: Text | undefined;
  readonly terms: readonly number[];
  readonly row: (k: number) => { readonly formula: string; readonly scope: Scope };
  readonly whole: string;
}

/**
 * The three sums with their steps; the cross-entropy comes last where there is `q`, and without it only the entropy is there.
 * Throws `not-finite` where q is 0 and p is not.
 */
export const informationSteps = ({ p, q, base }: Distributions, work: Work): Information => {
  const { formula: log, sign, unit } = logarithms[base];
  const support = p.flatMap((pk, k) => (pk > 0 ? [k] : []));
  const isSmall = support.length <= namedOutcomes;
  const impossible = q ? support.find(k => q[k] === 0) : undefined;
  if (impossible !== undefined) {
    throw new ProblemError(
      'not-finite',
      {
        en: `H(P, Q) is infinite: q[${impossible}] is 0, but p[${impossible}] is not, and log 0 is −∞`,
        zh: `H(P, Q) 为无穷大：q[${impossible}] 为 0 而 p[${impossible}] 不为 0，log 0 = −∞`,
      },
      'crossEntropy',
    );
  }
  const among = (all: readonly number[]): number[] => support.map(k => all[k]!);
  const add = ({ id, letter, symbol, title, note, terms, row, whole }: Sum): number => {
    const parts = support.map(k =>
      (isSmall ? work : silent).step(`${letter}_${k + 1}`, terms[k]!, () => ({
        title,
        symbol: `${letter}_${k + 1}`,
        ...row(k),
      })),
    );
    const each = isSmall
      ? parts
      : work.step(letter, parts, () => ({
          title,
          symbol: letter,
          formula: whole,
          scope: { p: among(p), ...(q ? { q: among(q) } : {}) },
        }));
    return work.step(id, sumOf(each), () => ({
      title,
      symbol,
      ...(isSmall
        ? {
            formula: support.map(k => `${letter}_${k + 1}`).join(' + '),
            scope: Object.fromEntries(support.map((k, i) => [`${letter}_${k + 1}`, each[i]!])),
          }
        : { formula: `sum(${letter})`, scope: { [letter]: each } }),
      ...(note ? { note } : {}),
    }));
  };
  const zeros: Text = {
    en: `0·${sign} 0 = 0: outcomes with p = 0 add nothing, and are left out.`,
    zh: `约定 0·${sign} 0 = 0：p = 0 的结果不计入。`,
  };
  const entropy = add({
    id: 'entropy',
    letter: 'h',
    symbol: 'H(P)',
    title: { en: `Entropy: −Σ p ${sign} p, in ${unit.en}`, zh: `熵：−Σ p ${sign} p（单位：${unit.zh}）` },
    note: support.length < p.length ? zeros : undefined,
    terms: entropyTerms(p, base),
    row: k => ({ formula: `-(p_${k + 1}*${log}(p_${k + 1}))`, scope: { [`p_${k + 1}`]: p[k]! } }),
    whole: `-(p .* map(p, f(x) = ${log}(x)))`,
  });
  if (!q) return { entropy } as Information;
  const scopeOf = (k: number): Scope => ({ [`p_${k + 1}`]: p[k]!, [`q_${k + 1}`]: q[k]! });
  const klDivergence = add({
    id: 'klDivergence',
    letter: 'd',
    symbol: 'D(P‖Q)',
    title: { en: `KL divergence: Σ p ${sign}(p/q)`, zh: `KL 散度：Σ p ${sign}(p/q)` },
    note: {
      en: 'One term may be negative; the sum is not, and it is 0 only where Q = P.',
      zh: '单独一项可以为负，总和不会为负，且仅当 Q = P 时为 0。',
    },
    terms: divergenceTerms(p, q, base),
    row: k => {
      const [P, Q] = [`p_${k + 1}`, `q_${k + 1}`];
      const isPlain = Number.isFinite(p[k]! / q[k]!);
      return { formula: isPlain ? `${P}*${log}(${P}/${Q})` : `${P}*(${log}(${P}) - ${log}(${Q}))`, scope: scopeOf(k) };
    },
    whole: `p .* (map(p, f(x) = ${log}(x)) - map(q, f(x) = ${log}(x)))`,
  });
  const crossEntropy = add({
    id: 'crossEntropy',
    letter: 'c',
    symbol: 'H(P, Q)',
    title: {
      en: `Cross-entropy: −Σ p ${sign} q, in ${unit.en}`,
      zh: `交叉熵：−Σ p ${sign} q（单位：${unit.zh}）`,
    },
    note: {
      en: 'The weights are P’s, the logarithms Q’s. Check: H(P, Q) = H(P) + D(P‖Q).',
      zh: '权重取自 P，对数取自 Q。检验：H(P, Q) = H(P) + D(P‖Q)。',
    },
    terms: crossEntropyTerms(p, q, base),
    row: k => ({ formula: `-(p_${k + 1}*${log}(q_${k + 1}))`, scope: scopeOf(k) }),
    whole: `-(p .* map(q, f(x) = ${log}(x)))`,
  });
  return { entropy, crossEntropy, klDivergence };
};
