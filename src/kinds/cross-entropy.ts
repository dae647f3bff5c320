/**
 * Entropy H(P) = −Σ p log p, cross-entropy H(P, Q) = −Σ p log q and the Kullback–Leibler divergence
 * D(P ‖ Q) = Σ p log(p/q) = H(P, Q) − H(P) of discrete distributions.
 *
 * Convention: natural logarithms (nats) unless `base` is 2 (bits) or 10; 0·log 0 = 0; P is the true distribution, which gives the
 * weights, and Q the model. Source: Shannon 1948, "A mathematical theory of communication", section 6; Kullback & Leibler
 * 1951; Goodfellow, Bengio & Courville 2016, section 3.13.
 */
import { type Base, crossEntropyTerms, divergenceTerms, logTo, sumOf } from '../math/information.ts';
import { invalid } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { optional } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { silent } from '../problem/work.ts';
import { distribution, drawDistribution } from './shared/distribution.ts';
import { base, bases, type Information, informationSteps, logarithms } from './shared/information-steps.ts';

const params = {
  p: distribution({ en: 'P, the true distribution', zh: 'P，真实分布' }),
  q: optional(distribution({ en: 'Q, the distribution of the model', zh: 'Q，模型的分布' })),
  base: optional<Base>(base, 'e'),
};

/** Every field of the right answer, negated. */
const negated = ({ entropy, crossEntropy, klDivergence }: Information): Partial<Information> =>
  crossEntropy === undefined
    ? { entropy: -entropy }
    : { entropy: -entropy, crossEntropy: -crossEntropy, klDivergence: -klDivergence! };

/** −Σ log x without weights, over the outcomes that have a logarithm. */
const unweighted = (x: readonly number[], base: Base): number =>
  -sumOf(x.filter(xk => xk > 0).map(xk => logTo(base, xk)));

export const crossEntropy = defineKind({
  id: 'cross-entropy',
  topic: 'cross-entropy',
  title: { en: 'Entropy, cross-entropy and KL divergence', zh: '熵、交叉熵与 KL 散度' },
  params,
  answer: {
    entropy: field<number>('number', 'H(P)', { en: 'the entropy H(P)', zh: '熵 H(P)' }),
    crossEntropy: field<number | undefined>('number', 'H(P, Q)', {
      en: 'the cross-entropy H(P, Q)',
      zh: '交叉熵 H(P, Q)',
    }),
    klDivergence: field<number | undefined>('number', 'D(P‖Q)', {
      en: 'the KL divergence D(P‖Q)',
      zh: 'KL 散度 D(P‖Q)',
    }),
  },
  ask: 'codeLength',
  quantities: {
    codeLength: {
      title: {
        en: 'the mean code length: the cross-entropy H(P, Q), or the entropy H(P) where there is no Q',
        zh: '平均编码长度：交叉熵 H(P, Q)；没有 Q 时为熵 H(P)',
      },
      symbol: 'H',
      form: 'number',
      of: answer => answer.crossEntropy ?? answer.entropy,
    },
  },
  positional: ['p', 'q'],
  examples: ["'[0.5 0.25 0.25]' --base 2", "'[0.5 0.3 0.2]' '[0.4 0.4 0.2]'", "'[1 0 0]' '[0.7 0.2 0.1]'"],
  settle: given => {
    const { p, q } = given;
    if (q && q.length !== p.length) {
      throw invalid(
        'q',
        { en: `${p.length} probabilities, one for every outcome of p`, zh: `${p.length} 个概率，与 p 的结果一一对应` },
        q,
      );
    }
    return given;
  },
  headline: ({ q, base }) => {
    const { sign } = logarithms[base];
    return same(q ? `D(P‖Q) = Σ p ${sign}(p/q) = H(P, Q) − H(P)` : `H(P) = −Σ p ${sign} p`);
  },
  prompt: ({ q, base }) => {
    const { sign, unit } = logarithms[base];
    return q
      ? {
          en: `P is the true distribution, Q the model's, over the same outcomes. Find the entropy of P, its cross-entropy with Q and the KL divergence, with ${sign} (in ${unit.en}).`,
          zh: `P 为真实分布，Q 为模型的分布（结果集相同）。用 ${sign}（单位：${unit.zh}）求 P 的熵、P 与 Q 的交叉熵以及 KL 散度。`,
        }
      : {
          en: `Find the entropy of the distribution P, with ${sign} (in ${unit.en}).`,
          zh: `用 ${sign}（单位：${unit.zh}）求分布 P 的熵。`,
        };
  },
  given: ({ p, q }) => [['P = ', { vector: p }, ...(q ? [',  Q = ', { vector: q }] : [])]],
  generate: (random, level) => {
    if (level === 1) {
      // Powers of a half: every logarithm to base 2 is a whole number.
      const draw = (eighths: readonly number[]): number[] => random.shuffle(eighths).map(part => part / 8);
      const base = random.pick<Base>([2, 2, 'e']);
      const four = [4, 2, 1, 1];
      if (random.oneIn(3)) return { p: draw(random.pick([[6, 2], [4, 2, 2], four])), q: undefined, base };
      return { p: draw(random.pick([[4, 2, 2, 0], four])), q: draw(four), base };
    }
    if (level === 2) {
      return {
        p: drawDistribution(random, 3, 10),
        q: drawDistribution(random, 3, 10),
        base: random.pick<Base>(['e', 'e', 2]),
      };
    }
    const q = drawDistribution(random, 4, 20);
    const p = random.oneIn(2) ? drawDistribution(random, 4, 20) : [...drawDistribution(random, 3, 20), 0];
    return { p: random.shuffle(p), q, base: random.pick(bases) };
  },
  solve: informationSteps,
  mistakes: {
    'wrong-base': {
      tell: {
        en: 'The logarithm has another base than was asked for: ln gives nats, log₂ bits, lg hartleys, and 1 nat = 1/ln 2 bits.',
        zh: '对数的底与题目要求的不符：ln 的单位是 nat，log₂ 是比特，lg 是 hartley；1 nat = 1/ln 2 比特。',
      },
      answer: given => informationSteps({ ...given, base: given.base === 'e' ? 2 : 'e' }, silent),
    },
    'p-and-q-swapped': {
      tell: {
        en: 'P and Q were swapped: the weights are the true distribution P, the logarithm is of the model Q; neither H(P, Q) nor D(P‖Q) is symmetric.',
        zh: 'P 与 Q 用反了：权重是真实分布 P，取对数的是模型 Q；H(P, Q) 与 D(P‖Q) 都不对称。',
      },
      answer: ({ p, q, base }) =>
        q && p.every((pk, k) => pk > 0 || q[k] === 0)
          ? { crossEntropy: sumOf(crossEntropyTerms(q, p, base)), klDivergence: sumOf(divergenceTerms(q, p, base)) }
          : undefined,
    },
    'divergence-for-cross-entropy': {
      tell: {
        en: 'That is the KL divergence D(P‖Q): the cross-entropy is larger by the entropy, H(P, Q) = H(P) + D(P‖Q).',
        zh: '这是 KL 散度 D(P‖Q)：交叉熵还要加上熵，H(P, Q) = H(P) + D(P‖Q)。',
      },
      answer: given => given.q && { crossEntropy: informationSteps(given, silent).klDivergence },
    },
    'cross-entropy-for-divergence': {
      tell: {
        en: 'That is the cross-entropy H(P, Q): the KL divergence is what it exceeds the entropy by, H(P, Q) − H(P).',
        zh: '这是交叉熵 H(P, Q)：KL 散度是它超出熵的部分，即 H(P, Q) − H(P)。',
      },
      answer: given => given.q && { klDivergence: informationSteps(given, silent).crossEntropy },
    },
    'entropy-for-cross-entropy': {
      tell: {
        en: 'That is the entropy H(P), with the logarithm of p: in the cross-entropy the logarithm is of q.',
        zh: '这是熵 H(P)，对数取的是 p：交叉熵中应对 q 取对数。',
      },
      answer: given => given.q && { crossEntropy: informationSteps(given, silent).entropy },
    },
    'sign-forgotten': {
      tell: {
        en: 'The sign is turned round: logarithms of probabilities are negative, so H = −Σ p log q; and in D the p stands above, Σ p log(p/q). None of them is negative.',
        zh: '符号反了：概率的对数为负，所以 H = −Σ p log q；D 中 p 在分子上，即 Σ p log(p/q)。三者都不为负。',
      },
      answer: given => negated(informationSteps(given, silent)),
    },
    'weights-forgotten': {
      tell: {
        en: 'The logarithms were added without their weights: every one is multiplied by its probability p, because H is a mean over P.',
        zh: '直接把对数相加，漏了权重：每个对数要乘以概率 p，因为 H 是关于 P 的期望。',
      },
      answer: ({ p, q, base }) => {
        const entropy = unweighted(p, base);
        if (!q) return { entropy };
        const both = p.flatMap((pk, k) => (pk > 0 ? [logTo(base, pk) - logTo(base, q[k]!)] : []));
        return { entropy, crossEntropy: unweighted(q, base), klDivergence: sumOf(both) };
      },
    },
  },
  verify: ({ p, q, base }, { entropy, crossEntropy, klDivergence }) => {
    // Shannon's grouping: outcomes joined one after the other, each time a choice between two. Then Π q^p, a weighted
    // geometric mean: its logarithm is −H(P, Q).
    const log = (x: number): number => Math.log(x) / (base === 'e' ? 1 : Math.log(base));
    const times = (x: number, share: number): number => (x === 0 ? 0 : x * log(share));
    let joined = 0;
    let choices = 0;
    for (const pk of p) {
      const all = joined + pk;
      if (all > 0) choices -= times(joined, joined / all) + times(pk, pk / all);
      joined = all;
    }
    const byGrouping = choices - joined * log(joined);
    const geometricMean = q?.reduce((product, qk, k) => product * qk ** p[k]!, 1);
    return [
      { claim: 'H(P) from a chain of choices between two', left: entropy, right: byGrouping },
      ...(geometricMean === undefined
        ? []
        : [
            { claim: 'H(P, Q) = −log Π q^p', left: crossEntropy!, right: -log(geometricMean) },
            { claim: 'D(P‖Q) = H(P, Q) − H(P)', left: klDivergence!, right: crossEntropy! - byGrouping },
          ]),
    ];
  },
});
