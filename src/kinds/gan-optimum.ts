/**
 * The best discriminator against a fixed generator, D*(x) = p_data(x)/(p_data(x) + p_g(x)), and the value of the game there,
 * V = Σ p_data ln D* + Σ p_g ln(1 − D*) = −2 ln 2 + 2·JSD(p_data ‖ p_g), least where p_g = p_data.
 *
 * Convention: natural logarithms (nats); JSD = ½ KL(p_data ‖ m) + ½ KL(p_g ‖ m) with m = (p_data + p_g)/2; 0·ln 0 = 0. In formulas p is
 * p_data and q is p_g. Source: Goodfellow et al. 2014, "Generative adversarial nets", proposition 1 and theorem 1.
 */
import { ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import type { ParamsOf } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';
import { distribution } from './shared/distribution.ts';

const params = {
  data: distribution({ en: 'p, the distribution of the data', zh: 'p，真实数据的分布' }),
  generator: distribution({ en: 'q, the distribution of the generator', zh: 'q，生成器的分布' }),
};
type Params = ParamsOf<typeof params>;

/** Distributions with at most this many outcomes are worked outcome by outcome. */
const namedOutcomes = 6;

/** a ln(a/b), 0 where a is 0. */
const entropyTerm = (a: number, b: number): number => (a === 0 ? 0 : a * Math.log(a / b));

/** One outcome's part of JSD: (p ln(2p/(p + q)) + q ln(2q/(p + q)))/2, exact where p and q are close. */
const divergenceOf = (p: number, q: number): number => {
  const half = (a: number, b: number): number => {
    if (a === 0) return 0;
    // Beside a much larger b the share a/(a + b) is exact, and the difference is not.
    return a * (2 * a < b ? Math.log(a / (a + b)) + Math.LN2 : Math.log1p((a - b) / (a + b)));
  };
  return (half(p, q) + half(q, p)) / 2;
};

/** One outcome's part of V at D*. */
const gainOf = (p: number, q: number): number => entropyTerm(p, p + q) + entropyTerm(q, p + q);

const sumOf = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0);

const solve = ({ data, generator }: Params, work: Work) => {
  const isSmall = data.length <= namedOutcomes;
  const inner = isSmall ? work : silent;
  const each = (f: (p: number, q: number, k: number) => number): number[] => data.map((p, k) => f(p, generator[k]!, k));
  const scopeOf = (k: number) => ({ [`p_${k + 1}`]: data[k]!, [`q_${k + 1}`]: generator[k]! });
  const total = (id: string, symbol: string, letter: string, terms: number[], heading: { en: string; zh: string }) =>
    work.step(id, sumOf(terms), () => ({
      title: heading,
      symbol,
      ...(isSmall
        ? {
            formula: terms.map((_, k) => `${letter}_${k + 1}`).join(' + '),
            scope: Object.fromEntries(terms.map((term, k) => [`${letter}_${k + 1}`, term])),
          }
        : { formula: `sum(${letter})`, scope: { [letter]: terms } }),
    }));

  const optimum = { en: 'The best discriminator D* = p/(p + q)', zh: '最优判别器 D* = p/(p + q)' };
  const parts = each((p, q, k) =>
    inner.step(`D_${k + 1}`, p / (p + q), () => ({
      title: optimum,
      symbol: `D_${k + 1}`,
      formula: `p_${k + 1}/(p_${k + 1} + q_${k + 1})`,
      scope: scopeOf(k),
    })),
  );
  const discriminator = isSmall
    ? parts
    : work.step('D', parts, () => ({
        title: optimum,
        symbol: 'D',
        formula: 'p ./ (p + q)',
        scope: { p: data, q: generator },
      }));

  const divergence = {
    en: 'Jensen–Shannon divergence: ½ KL(p ‖ m) + ½ KL(q ‖ m), m = (p + q)/2',
    zh: 'JS 散度：½ KL(p ‖ m) + ½ KL(q ‖ m)，m = (p + q)/2',
  };
  const divergences = each((p, q, k) =>
    inner.step(`J_${k + 1}`, divergenceOf(p, q), () => {
      const term = (a: string, b: string): string =>
        `${a}_${k + 1}*log(2*${a}_${k + 1}/(${a}_${k + 1} + ${b}_${k + 1}))`;
      const terms = [p === 0 ? '' : term('p', 'q'), q === 0 ? '' : term('q', 'p')].filter(Boolean);
      return { title: divergence, symbol: `J_${k + 1}`, formula: `(${terms.join(' + ')})/2`, scope: scopeOf(k) };
    }),
  );
  // Rounding may leave −1e-17 of a sum that is 0.
  const jensenShannon = Math.max(0, total('jensenShannon', 'JSD', 'J', divergences, divergence));

  const atOptimum = {
    en: 'The value there: each outcome adds p ln D* + q ln(1 − D*)',
    zh: '此时的值：每个结果贡献 p ln D* + q ln(1 − D*)',
  };
  const values = each((p, q, k) =>
    inner.step(`V_${k + 1}`, gainOf(p, q), () => {
      const [P, Q, D] = [`p_${k + 1}`, `q_${k + 1}`, `D_${k + 1}`];
      // 1 − D* loses its digits where q is small beside p.
      const rest = q < 1e-6 * p ? `${Q}/(${P} + ${Q})` : `1 - ${D}`;
      const terms = [p === 0 ? '' : `${P}*log(${D})`, q === 0 ? '' : `${Q}*log(${rest})`].filter(Boolean);
      return {
        title: atOptimum,
        symbol: `V_${k + 1}`,
        formula: terms.join(' + '),
        scope: { ...scopeOf(k), [D]: p / (p + q) },
      };
    }),
  );
  const value = total('value', 'V', 'V', values, {
    en: 'Altogether, which is −2 ln 2 + 2·JSD',
    zh: '总和，等于 −2 ln 2 + 2·JSD',
  });
  return { discriminator, value, jensenShannon };
};

/** V and JSD with the logarithm of another base. */
const divided = ({ value, jensenShannon }: ReturnType<typeof solve>, by: number) => ({
  value: value / by,
  jensenShannon: jensenShannon / by,
});

export const ganOptimum = defineKind({
  id: 'gan-optimum',
  topic: 'gan',
  title: { en: 'The optimum of a GAN', zh: 'GAN 的最优判别器' },
  params,
  answer: {
    discriminator: field<number[]>('vector', 'D*', { en: 'the best discriminator', zh: '最优判别器' }),
    value: field<number>('number', 'V', { en: 'the value of the game at D*', zh: '在 D* 处的值' }),
    jensenShannon: field<number>('number', 'JSD', {
      en: 'the Jensen–Shannon divergence of data and generator, in nats',
      zh: '真实分布与生成分布的 JS 散度（单位 nat）',
    }),
  },
  ask: 'value',
  examples: ["'[0.5 0.5]' '[0.5 0.5]'", "'[0.5 0.25 0.25]' '[0.2 0.4 0.4]'", "--data '[1 0]' --generator '[0 1]'"],
  settle: given => {
    const { data, generator } = given;
    if (data.length !== generator.length) {
      throw new ProblemError(
        'invalid-params',
        {
          en: `expected ${data.length} probabilities, one per outcome as in data, but got ${generator.length}`,
          zh: `应与 data 一样有 ${data.length} 个概率，实际为 ${generator.length}`,
        },
        'generator',
      );
    }
    const impossible = data.findIndex((p, k) => p === 0 && generator[k] === 0);
    if (impossible >= 0) {
      throw new ProblemError(
        'invalid-params',
        {
          en: 'this outcome has probability 0 in data and in generator, so D* = 0/0 is not defined there; leave it out',
          zh: '该结果在 data 与 generator 中的概率均为 0，D* = 0/0 无定义；请去掉它',
        },
        `generator[${impossible}]`,
      );
    }
    return given;
  },
  headline: () => same('D* = p/(p + q),  V = Σ p ln D* + Σ q ln(1 − D*)'),
  prompt: () => ({
    en: 'The data have the distribution p, the generator the distribution q over the same outcomes. Find the best discriminator and the value of the game there (natural logarithms).',
    zh: '真实数据的分布为 p，生成器的分布为 q（相同的结果集）。求最优判别器及此时的值函数（自然对数）。',
  }),
  given: ({ data, generator }) => [['p = ', { vector: data }, ',  q = ', { vector: generator }]],
  generate: (random, level) => {
    const count = level + 1;
    const parts = level === 1 ? 4 : 10;
    /** Positive parts of a whole, as short decimals. */
    const drawn = (): number[] => {
      for (;;) {
        const cuts = random.vector(count, () => random.integer(1, parts - 1));
        if (sumOf(cuts) === parts) return cuts.map(cut => cut / parts);
      }
    };
    return { data: drawn(), generator: drawn() };
  },
  solve,
  mistakes: {
    'turned-round': {
      tell: {
        en: 'D* was turned round: it is the share of the data, p/(p + q), because D is the probability of being real.',
        zh: 'D* 写反了：D 表示为真的概率，应为真实数据所占的比例 p/(p + q)。',
      },
      answer: ({ data, generator }) => {
        if (data.some((p, k) => (p === 0) !== (generator[k] === 0))) return undefined;
        const discriminator = data.map((p, k) => generator[k]! / (p + generator[k]!));
        const value = data.map(
          (p, k) => p * Math.log(discriminator[k]!) + generator[k]! * Math.log(1 - discriminator[k]!),
        );
        return { discriminator, value: sumOf(value) };
      },
    },
    'ratio-of-densities': {
      tell: {
        en: 'That is the ratio p/q: the best discriminator is p/(p + q), always between 0 and 1.',
        zh: '这是比值 p/q：最优判别器是 p/(p + q)，恒在 0 与 1 之间。',
      },
      answer: ({ data, generator }) =>
        generator.includes(0) ? undefined : { discriminator: data.map((p, k) => p / generator[k]!) },
    },
    'base-two': {
      tell: {
        en: 'log₂ was taken (bits): here the logarithm is natural (nats), and the optimum −2 ln 2 ≈ −1.386.',
        zh: '用了以 2 为底的对数（比特）：这里取自然对数（nat），最优值为 −2 ln 2 ≈ −1.386。',
      },
      answer: given => divided(solve(given, silent), Math.LN2),
    },
    'generator-term-forgotten': {
      tell: {
        en: 'The second expectation is missing: V also contains Σ q ln(1 − D*), over what the generator makes.',
        zh: '漏了第二个期望：V 还包括对生成样本的 Σ q ln(1 − D*)。',
      },
      answer: ({ data, generator }) => ({ value: sumOf(data.map((p, k) => entropyTerm(p, p + generator[k]!))) }),
    },
    'half-forgotten': {
      tell: {
        en: 'The ½ of the Jensen–Shannon divergence is missing: it is the mean of the two divergences from m.',
        zh: 'JS 散度漏了 ½：它是两个分布到 m 的 KL 散度的平均。',
      },
      answer: given => {
        const { jensenShannon } = solve(given, silent);
        return { jensenShannon: 2 * jensenShannon, value: 4 * jensenShannon - 2 * Math.LN2 };
      },
    },
    'one-ln-two': {
      tell: {
        en: 'The constant is −2 ln 2, −ln 2 from each of the two expectations.',
        zh: '常数项是 −2 ln 2：两个期望各贡献 −ln 2。',
      },
      answer: given => ({ value: solve(given, silent).value + Math.LN2 }),
    },
  },
  verify: ({ data, generator }, { discriminator, value, jensenShannon }) => {
    // Entropies instead of divergences: JSD = H(m) − (H(p) + H(q))/2; and moving D* never raises V.
    const entropy = (p: readonly number[]): number => -sumOf(p.map(x => (x === 0 ? 0 : x * Math.log(x))));
    const mixture = data.map((p, k) => (p + generator[k]!) / 2);
    const [P, Q] = [sumOf(data), sumOf(generator)];
    const byEntropy = entropy(mixture) - (entropy(data) + entropy(generator)) / 2;
    const at = (move: number): number =>
      sumOf(
        data.map((p, k) => {
          const d = Math.min(1 - 1e-12, Math.max(1e-12, discriminator[k]! + move));
          return p * Math.log(d) + generator[k]! * Math.log1p(-d);
        }),
      );
    return [
      { claim: 'JSD = H(m) − ½H(p) − ½H(q)', left: jensenShannon, right: byEntropy },
      { claim: 'V = −2 ln 2 + 2·JSD', left: value, right: 2 * byEntropy - (P + Q) * Math.LN2 },
      {
        claim: 'no other discriminator reaches a higher value',
        left: Math.max(at(0.01), at(-0.01), value + 1e-9),
        right: value + 1e-9,
      },
    ];
  },
});
