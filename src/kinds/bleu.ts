/**
 * BLEU of one candidate sentence: BLEU = BP·exp((ln p_1 + … + ln p_N)/N). p_n is the share of the candidate's n-grams that the
 * references have, each counted at most as often as in the one reference that has it most; BP = min(1, e^(1 − r/c)), c the
 * candidate's length, r the length of the reference nearest to it.
 *
 * Conventions: uniform weights 1/N; of two references as near the shorter gives r; a precision of 0 makes BLEU 0, and so does
 * a candidate too short for an N-gram. `add-one` counts one match and one n-gram more for n > 1. Words are split at white
 * space, and upper and lower case differ. NLTK's sentence_bleu gives the same but in two places: without smoothing it writes
 * a tiny number for 0, and its method2 lets a candidate too short for an n-gram have p_n = 1/2 there.
 * Source: Papineni, Roukos, Ward & Zhu 2002, "BLEU: a method for automatic evaluation of machine translation", section 2;
 * Lin & Och 2004, "ORANGE: a method for evaluating automatic evaluation metrics for machine translation" (add-one).
 */
import { clipped, geometricMean, mostIn, type NgramMatch, ngramMatches, ngramTotal, precision } from '../math/bleu.ts';
import { defineKind, field, type Mistake } from '../problem/kind.ts';
import { checkOperations } from '../problem/limits.ts';
import { choice, integer, optional, type ParamsOf } from '../problem/params.ts';
import { join, same } from '../problem/text.ts';
import { silent } from '../problem/work.ts';
import { isSmoothed, referenceLength, type Solved, solveBleu } from './shared/bleu-steps.ts';
import { drawCaptions } from './shared/captions.ts';
import { sentence, sentences } from './shared/words.ts';

const params = {
  candidate: sentence({ en: 'the sentence to be judged', zh: '待评句子' }),
  references: sentences({ en: 'the reference sentences', zh: '参考句子' }),
  maxN: optional(integer({ en: 'N, the longest n-grams', zh: 'N，n 元组的最大长度' }, { min: 1, max: 100 }), 4),
  smoothing: optional(
    choice({ en: 'add-one: one match more for n > 1', zh: 'add-one：n > 1 时匹配数加一' }, ['none', 'add-one']),
    'none',
  ),
};
type Params = ParamsOf<typeof params>;

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** The answer with other precisions; undefined where they are the right ones. */
const withPrecisions =
  (rule: (matches: readonly NgramMatch[], total: number, n: number, given: Params) => number) =>
  (given: Params): Partial<Solved> | undefined => {
    const right = solveBleu(given, silent);
    const precisions = right.precisions.map((p, i) => {
      const total = ngramTotal(given.candidate.length, i + 1);
      return total === 0 ? p : rule(ngramMatches(given.candidate, given.references, i + 1), total, i + 1, given);
    });
    if (precisions.every((p, i) => p === right.precisions[i])) return undefined;
    return { precisions, bleu: right.brevityPenalty * geometricMean(precisions) };
  };

/** The answer with another penalty; undefined where it is the right one. */
const withPenalty =
  (rule: (c: number, r: number) => number) =>
  (given: Params): Partial<Solved> | undefined => {
    const right = solveBleu(given, silent);
    const penalty = rule(given.candidate.length, referenceLength(given));
    if (penalty === right.brevityPenalty || given.candidate.length === 0) return undefined;
    return { brevityPenalty: penalty, bleu: penalty * geometricMean(right.precisions) };
  };

/** The score from right precisions by another mean; undefined where it is the right one. */
const withMean =
  (mean: (precisions: number[]) => number) =>
  (given: Params): Partial<Solved> | undefined => {
    const right = solveBleu(given, silent);
    const bleu = right.brevityPenalty * mean(right.precisions);
    return given.maxN === 1 || bleu === right.bleu ? undefined : { bleu };
  };

const smoothed = (matched: number, total: number, n: number, given: Params): number =>
  precision(matched, total, n, isSmoothed(given));

const mistakes = {
  'brevity-penalty-forgotten': {
    tell: {
      en: 'The brevity penalty is missing: a candidate shorter than its reference (c < r) is multiplied by e^(1 − r/c), or leaving words out would pay.',
      zh: '漏了简短惩罚：候选句比参考句短（c < r）时要乘以 e^(1 − r/c)，否则少写词反而得分更高。',
    },
    answer: withPenalty(() => 1),
  },
  'counts-unclipped': {
    tell: {
      en: 'The counts were not clipped: an n-gram counts at most as often as in the one reference that has it most, so repeating a right word gains nothing.',
      zh: '没有截断计数：每个 n 元组最多计为它在单个参考句中出现的最大次数，重复正确的词不能加分。',
    },
    answer: withPrecisions((matches, total, n, given) =>
      smoothed(sum(matches.map(match => (mostIn(match) > 0 ? match.count : 0))), total, n, given),
    ),
  },
  'clipped-by-all-references': {
    tell: {
      en: 'The counts were clipped by the sum over the references: the limit is the most in any one reference.',
      zh: '按各参考句次数之和截断了：上限是单个参考句中的最大次数。',
    },
    answer: withPrecisions((matches, total, n, given) =>
      smoothed(sum(matches.map(match => Math.min(match.count, sum(match.inReferences)))), total, n, given),
    ),
  },
  'arithmetic-mean': {
    tell: {
      en: 'The precisions were averaged: BLEU takes their geometric mean, exp of the mean logarithm, so that one poor precision counts.',
      zh: '对精确率取了算术平均：BLEU 用几何平均，即对数的平均再取 exp，某一项很低就会拉低得分。',
    },
    answer: withMean(precisions => sum(precisions) / precisions.length),
  },
  'root-forgotten': {
    tell: {
      en: 'The precisions were only multiplied: the geometric mean also takes the N-th root (every logarithm is weighted by 1/N).',
      zh: '只把精确率相乘了：几何平均还要开 N 次方根（每个对数的权重为 1/N）。',
    },
    answer: withMean(precisions => precisions.reduce((product, p) => product * p, 1)),
  },
  'penalty-ratio-reversed': {
    tell: {
      en: 'c and r were swapped in the penalty: it is e^(1 − r/c) with the reference’s length above, applied only when c < r, and never more than 1.',
      zh: '惩罚中的 c 与 r 用反了：应为 e^(1 − r/c)，参考长度 r 在分子上，仅当 c < r 时使用，且不大于 1。',
    },
    answer: withPenalty((c, r) => (r === 0 ? 1 : Math.exp(1 - c / r))),
  },
  'recall-for-precision': {
    tell: {
      en: 'The matches were divided by the n-grams of the reference (recall): a precision divides by the n-grams of the candidate.',
      zh: '除以了参考句的 n 元组数（召回率）：精确率应除以候选句的 n 元组数。',
    },
    answer: given => {
      if (ngramTotal(referenceLength(given), given.maxN) === 0) return undefined;
      return withPrecisions((matches, _total, n) =>
        smoothed(sum(matches.map(clipped)), ngramTotal(referenceLength(given), n), n, given),
      )(given);
    },
  },
  'smoothing-forgotten': {
    tell: {
      en: 'Nothing was added: add-one smoothing takes (m_n + 1)/(t_n + 1) for n > 1.',
      zh: '没有做加一平滑：n > 1 时应为 (m_n + 1)/(t_n + 1)。',
    },
    answer: given =>
      isSmoothed(given)
        ? withPrecisions((matches, total, n) => precision(sum(matches.map(clipped)), total, n, false))(given)
        : undefined,
  },
  'smoothed-words': {
    tell: {
      en: 'One was added for n = 1 too: add-one smoothing only touches n > 1.',
      zh: 'n = 1 也加了一：加一平滑只用于 n > 1。',
    },
    answer: given =>
      isSmoothed(given)
        ? withPrecisions((matches, total) => (sum(matches.map(clipped)) + 1) / (total + 1))(given)
        : undefined,
  },
} satisfies Readonly<Record<string, Mistake<Params, Solved>>>;

export const bleu = defineKind({
  id: 'bleu',
  topic: 'image-captioning',
  title: { en: 'BLEU of a caption', zh: '描述句的 BLEU 得分' },
  params,
  answer: {
    precisions: field<number[]>('vector', 'p', { en: 'the clipped precisions p_1 … p_N', zh: '截断精确率 p_1 … p_N' }),
    brevityPenalty: field<number>('number', 'BP', { en: 'the brevity penalty', zh: '简短惩罚' }),
    bleu: field<number>('number', 'BLEU', { en: 'the score', zh: '得分' }),
  },
  ask: 'bleu',
  examples: [
    "'the cat the cat on the mat' 'the cat is on the mat' --max-n 2",
    `--candidate 'a dog runs' --references '["a dog runs fast", "the dog is running"]' --max-n 2`,
    "'a man rides a wave' 'a man is riding a wave' --smoothing add-one",
  ],
  settle: given => {
    const words = sum([given.candidate, ...given.references].map(({ length }) => length));
    checkOperations(words * given.maxN ** 2);
    return given;
  },
  headline: ({ maxN, smoothing }) =>
    join([
      same(`N = ${maxN}`),
      smoothing === 'none' ? same('') : { en: ', add-one for n > 1', zh: '，n > 1 加一平滑' },
    ]),
  prompt: given => {
    const { maxN } = given;
    const weights = maxN === 1 ? '' : ` 1/${maxN}`;
    return {
      en: `Find the BLEU score of the candidate with n-grams up to N = ${maxN} (uniform weights${weights}${isSmoothed(given) ? '; add-one smoothing for n > 1' : ''}). Upper and lower case differ.`,
      zh: `求候选句的 BLEU 得分，n 元组取到 N = ${maxN}（等权${weights}${isSmoothed(given) ? '；n > 1 时加一平滑' : ''}）。区分大小写。`,
    };
  },
  given: ({ candidate, references }) => [
    [{ en: 'candidate:   ', zh: '候选句：  ' }, candidate.join(' ')],
    ...references.map((reference, i) => [{ en: `reference ${i + 1}: `, zh: `参考句 ${i + 1}：` }, reference.join(' ')]),
  ],
  generate: (random, level) => {
    // Mostly too short, or with a word said too often, or both.
    const [isShort, isClipped] = random.pick([
      [true, false],
      [false, true],
      [true, true],
    ]);
    for (;;) {
      const drawn: Params = {
        ...drawCaptions(random, level),
        maxN: level === 3 ? 3 : 2,
        smoothing: level === 3 && random.oneIn(2) ? 'add-one' : 'none',
      };
      const { precisions, brevityPenalty } = solveBleu(drawn, silent);
      const [first, last] = [precisions[0]!, precisions.at(-1)!];
      const clips = mistakes['counts-unclipped'].answer(drawn) !== undefined;
      // Precisions well apart keep the means apart.
      if (last > 0 && first - last >= 0.15 && brevityPenalty < 1 === isShort && clips === isClipped) return drawn;
    }
  },
  solve: solveBleu,
  mistakes,
  verify: (given, answer) => {
    // Word by word: the k-th time an n-gram comes it counts where some reference has it at least k times.
    const { candidate, references } = given;
    const isAt = (words: readonly string[], at: number, other: readonly string[], start: number, n: number): boolean =>
      Array.from({ length: n }, (_, k) => words[at + k] === other[start + k]).every(Boolean);
    const times = (words: readonly string[], at: number, other: readonly string[], end: number, n: number): number =>
      Array.from({ length: Math.max(0, end) }, (_, start) => isAt(words, at, other, start, n)).filter(Boolean).length;
    const precisions = answer.precisions.map((_, i) => {
      const n = i + 1;
      const total = Math.max(0, candidate.length - n + 1);
      const hits = Array.from({ length: total }, (_, i) => {
        const nth = times(candidate, i, candidate, i + 1, n);
        return references.some(other => times(candidate, i, other, other.length - n + 1, n) >= nth);
      }).filter(Boolean).length;
      const more = isSmoothed(given) && n > 1 ? 1 : 0;
      return total === 0 ? 0 : (hits + more) / (total + more);
    });
    const c = candidate.length;
    const [r] = references.map(({ length }) => length).sort((a, b) => Math.abs(a - c) - Math.abs(b - c) || a - b);
    const logPenalty = c === 0 ? Number.NEGATIVE_INFINITY : Math.min(0, (c - r!) / c);
    const product = answer.precisions.reduce((left, p) => left * p, 1);
    return [
      { claim: 'every n-gram of the candidate looked up in turn', left: answer.precisions, right: precisions },
      { claim: 'BP = e^min(0, (c − r)/c)', left: answer.brevityPenalty, right: Math.exp(logPenalty) },
      {
        claim: 'BLEU^N = BP^N·p_1·…·p_N',
        left: answer.bleu ** given.maxN,
        right: answer.brevityPenalty ** given.maxN * product,
      },
    ];
  },
});
