/**
 * The softmax of logits: p_k = e^(z_k/T)/Σ_j e^(z_j/T).
 *
 * Convention: the temperature T divides the logits (T > 1 makes the probabilities more even, T < 1 sharper). The largest
 * logit is subtracted first where a power could overflow; that changes nothing else. Source: Bridle 1990, "Probabilistic
 * interpretation of feedforward classification network outputs"; Goodfellow, Bengio & Courville 2016, equations 4.1 and 6.29;
 * Hinton, Vinyals & Dean 2015, "Distilling the knowledge in a neural network", equation 1 (temperature).
 */
import { softmaxOneByOne } from '../math/information.ts';
import { sigmoid, softmax as softmaxOf } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { number, optional, type ParamsOf, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { softmaxSteps } from './shared/softmax-steps.ts';

const params = {
  logits: vector({ en: 'the logits z', zh: 'logits z（未归一化的得分）' }),
  temperature: optional(number({ en: 'T, which divides the logits', zh: '温度 T，logits 除以它' }, { above: 0 }), 1),
};
type Params = ParamsOf<typeof params>;

/** z/T. */
const scaled = ({ logits, temperature }: Params): number[] => logits.map(z => z / temperature);

/** Probabilities by another rule. */
const byRule =
  (rule: (given: Params) => number[] | undefined) =>
  (given: Params): { probabilities: number[] } | undefined => {
    const probabilities = rule(given);
    return probabilities && { probabilities };
  };

export const softmax = defineKind({
  id: 'softmax',
  topic: 'cross-entropy',
  title: { en: 'Softmax', zh: 'softmax 函数' },
  params,
  answer: {
    probabilities: field<number[]>('vector', 'p', { en: 'the probabilities p', zh: '概率 p' }),
  },
  ask: 'probabilities',
  positional: ['logits', 'temperature'],
  examples: ["'[1 2 3]'", "'[2 1 0]' --temperature 2", "'[1000 1001 1002]'"],
  headline: ({ temperature }) => same(temperature === 1 ? 'p_k = e^z_k / Σ e^z_j' : 'p_k = e^(z_k/T) / Σ e^(z_j/T)'),
  prompt: ({ temperature }) =>
    temperature === 1
      ? { en: 'Find the softmax of the logits z.', zh: '求 logits z 的 softmax。' }
      : {
          en: `Find the softmax of the logits z at temperature T = ${temperature}.`,
          zh: `求 logits z 在温度 T = ${temperature} 下的 softmax。`,
        },
  given: ({ logits, temperature }) => [
    ['z = ', ...draw(logits), ...(temperature === 1 ? [] : [`,  T = ${temperature}`])],
  ],
  generate: (random, level) => {
    const few = random.shuffle([-2, -1, 0, 1, 2, 3]).slice(0, 3);
    if (level === 1) return { logits: few, temperature: 1 };
    if (level === 2) return { logits: few, temperature: random.pick([0.5, 1, 2]) };
    const many = random.shuffle([-8, -5, -2, 1, 4, 7, 10, 14]).slice(0, 4);
    // Powers that no pocket calculator can take: the largest logit has to be subtracted.
    const large = random.oneIn(3) ? random.pick([500, 1000, -1000]) : 0;
    return {
      logits: many.map(z => (large === 0 ? z / 10 : z + large)),
      temperature: random.pick(large === 0 ? [0.5, 2, 4] : [2, 4, 5]),
    };
  },
  solve: ({ logits, temperature }, work) => ({ probabilities: softmaxSteps(logits, temperature, work).probabilities }),
  mistakes: {
    'exponential-forgotten': {
      tell: {
        en: 'The logits themselves were divided by their sum: softmax divides powers of e, e^z over Σ e^z, so that no probability is negative.',
        zh: '直接用 logits 除以它们的和：softmax 应先取指数，即 e^z 除以 Σ e^z，这样概率不会为负。',
      },
      answer: byRule(({ logits }) => {
        const sum = logits.reduce((a, b) => a + b, 0);
        return sum === 0 ? undefined : logits.map(z => z / sum);
      }),
    },
    'temperature-multiplied': {
      tell: {
        en: 'The logits were multiplied by T: they are divided by it, so that a high temperature evens the probabilities out.',
        zh: '把 logits 乘以了 T：应除以 T，温度越高概率越平均。',
      },
      answer: byRule(({ logits, temperature }) =>
        temperature === 1 ? undefined : softmaxOf(logits.map(z => z * temperature)),
      ),
    },
    'temperature-forgotten': {
      tell: {
        en: 'The temperature is missing: every logit is divided by T before its power is taken.',
        zh: '漏了温度：取指数之前每个 logit 要先除以 T。',
      },
      answer: byRule(({ logits, temperature }) => (temperature === 1 ? undefined : softmaxOf(logits))),
    },
    'divided-by-the-largest': {
      tell: {
        en: 'The powers were divided by the largest of them: divide by their sum, so that the probabilities sum to 1.',
        zh: '用最大的指数作了除数：应除以各指数之和，使概率之和为 1。',
      },
      answer: byRule(given => {
        const p = softmaxOf(scaled(given));
        const most = p.reduce((a, b) => Math.max(a, b), 0);
        return p.map(pk => pk / most);
      }),
    },
    'sigmoid-of-each': {
      tell: {
        en: 'The sigmoid was taken of every logit by itself: softmax compares the logits, and its probabilities sum to 1.',
        zh: '对每个 logit 分别取了 sigmoid：softmax 要在各 logits 之间归一化，概率之和为 1。',
      },
      answer: byRule(given => scaled(given).map(sigmoid)),
    },
    'not-normalised': {
      tell: {
        en: 'Those are the powers e^z: each still has to be divided by their sum.',
        zh: '这只是指数 e^z：还要除以它们的和。',
      },
      answer: byRule(given => scaled(given).map(Math.exp)),
    },
  },
  verify: (given, { probabilities }) => [
    {
      claim: 'the probabilities sum to 1',
      left: probabilities.reduce((a, b) => a + b, 0),
      right: 1,
    },
    {
      claim: 'p_k = e^(z_k/T − L), with L = ln Σ e^(z/T) gathered term by term',
      left: probabilities,
      right: softmaxOneByOne(scaled(given)).probabilities,
    },
  ],
});
