/**
 * Softmax and cross-entropy together: p = softmax(z), L = −Σ_k y_k ln p_k (−ln p_t for a class t), and ∂L/∂z = p − y.
 *
 * Convention: natural logarithm; `target` is a class counted from 0, or a distribution y; in formulas classes are counted from
 * 1. The gradient is with respect to the logits, the factor Σy = 1 left out unless rounding shows in it. Source: Bridle
 * 1990; Goodfellow, Bengio & Courville 2016, section 6.2.2.3; CS231n notes, "Softmax classifier".
 */
import { softmaxLoss, softmaxOneByOne } from '../math/information.ts';
import { unitVector } from '../math/matrix.ts';
import { sigmoid } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { invalid } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { integer, type Param, type ParamsOf, vector } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import { type Scope, silent, type Work } from '../problem/work.ts';
import { distribution, drawDistribution } from './shared/distribution.ts';
import { softmaxSteps } from './shared/softmax-steps.ts';

const about: Text = {
  en: 'the true class, counted from 0, or y: a distribution over the classes',
  zh: '真实类别（从 0 起数），或 y：各类别的分布',
};
const classIndex = integer(about, { min: 0 });
const classShares = distribution(about);

const params = {
  logits: vector({ en: 'the logits z', zh: 'logits z（未归一化的得分）' }),
  target: {
    ...classIndex,
    form: { en: 'a class counted from 0, or a distribution', zh: '从 0 起数的类别，或一个分布' },
    read: (raw: unknown, path: string) =>
      Array.isArray(raw) ? classShares.read(raw, path) : classIndex.read(raw, path),
  } as Param<number | number[]>,
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly probabilities: number[];
  readonly loss: number;
  readonly gradient: number[];
}

/** y: 1 at the class, or the distribution itself. */
const sharesOf = ({ logits, target }: Params): number[] =>
  typeof target === 'number' ? unitVector(logits.length, target) : target;

const massOf = (y: readonly number[]): number => y.reduce((a, b) => a + b, 0);

/** Losses of at most this many classes with y > 0 are written out. */
const namedClasses = 6;

/** The loss as a formula: of the probabilities, or of the logits where a probability is too small for its logarithm. */
const lossShown = (
  given: Params,
  { probabilities: p, sum, shift }: ReturnType<typeof softmaxSteps>,
): { formula: string; scope: Scope } => {
  const y = sharesOf(given);
  const present = y.flatMap((yk, k) => (yk > 0 ? [k] : []));
  const among = (all: readonly number[]): number[] => present.map(k => all[k]!);
  const name = (letter: string, k: number): string => `${letter}_${k + 1}`;
  const [only] = present;
  const isOneClass = present.length === 1 && y[only!] === 1;
  if (present.some(k => isTiny(p[k]!))) {
    const z = isOneClass ? name('z', only!) : 'z';
    const each = `log(S) - (${z} - m)`;
    return isOneClass
      ? { formula: each, scope: { S: sum, [z]: given.logits[only!]!, m: shift ?? 0 } }
      : { formula: `sum(y .* (${each}))`, scope: { y: among(y), S: sum, z: among(given.logits), m: shift ?? 0 } };
  }
  if (isOneClass) return { formula: `-log(${name('p', only!)})`, scope: { [name('p', only!)]: p[only!]! } };
  if (present.length > namedClasses) {
    return { formula: '-sum(y .* map(p, f(x) = log(x)))', scope: { y: among(y), p: among(p) } };
  }
  return {
    formula: `-(${present.map(k => `${name('y', k)}*log(${name('p', k)})`).join(' + ')})`,
    scope: Object.fromEntries(present.flatMap(k => [[name('y', k), y[k]!] as const, [name('p', k), p[k]!] as const])),
  };
};

/** A probability that has lost digits, or all of them, at the lower end of the doubles. */
const isTiny = (p: number): boolean => p < 1e-290;
/** A probability so near 1 that its logarithm has lost digits. */
const isNearOne = (p: number): boolean => p > 1 - 1e-6;

const solve = (given: Params, work: Work): Solved => {
  const y = sharesOf(given);
  const steps = softmaxSteps(given.logits, 1, work);
  const { probabilities } = steps;
  const needsLogits = probabilities.some((p, k) => y[k]! > 0 && (isTiny(p) || isNearOne(p)));
  const value = needsLogits
    ? softmaxLoss(given.logits, y)
    : -y.reduce((sum, yk, k) => (yk === 0 ? sum : sum + yk * Math.log(probabilities[k]!)), 0);
  const loss = work.step('loss', value, () => ({
    title: { en: 'Cross-entropy loss: −Σ y ln p', zh: '交叉熵损失：−Σ y ln p' },
    symbol: 'L',
    ...lossShown(given, steps),
    ...(typeof given.target === 'number'
      ? {
          note: {
            en: `One-hot: only the true class counts. Class ${given.target}, counted from 0, is number ${given.target + 1} here.`,
            zh: `独热编码：只有真实类别起作用。从 0 起数的类别 ${given.target} 即这里的第 ${given.target + 1} 个。`,
          },
        }
      : {}),
  }));
  const mass = massOf(y);
  const isWhole = Math.abs(mass - 1) < 1e-12;
  const gradient = work.step(
    'gradient',
    probabilities.map((p, k) => (isWhole ? p : mass * p) - y[k]!),
    () => ({
      title: { en: 'Gradient with respect to the logits: p − y', zh: '对 logits 的梯度：p − y' },
      symbol: '∂L/∂z',
      formula: isWhole ? 'p - y' : 'sum(y)*p - y',
      scope: { p: probabilities, y },
      note: { en: 'Check: its entries sum to 0.', zh: '检验：各分量之和为 0。' },
    }),
  );
  return { probabilities, loss, gradient };
};

/** The fields from other probabilities, by the usual loss and gradient. */
const fromProbabilities = (given: Params, probabilities: number[]): Solved => {
  const y = sharesOf(given);
  return {
    probabilities,
    loss: -y.reduce((sum, yk, k) => (yk === 0 ? sum : sum + yk * Math.log(probabilities[k]!)), 0),
    gradient: probabilities.map((p, k) => p - y[k]!),
  };
};

/** The class with the largest logit. */
const predicted = ({ logits }: Params): number => logits.reduce((best, z, k) => (z > logits[best]! ? k : best), 0);

/** The gradient by another rule. */
const gradientBy =
  (rule: (p: number, y: number) => number) =>
  (given: Params): Partial<Solved> => {
    const y = sharesOf(given);
    return { gradient: solve(given, silent).probabilities.map((p, k) => rule(p, y[k]!)) };
  };

export const softmaxCrossEntropy = defineKind({
  id: 'softmax-cross-entropy',
  topic: 'cross-entropy',
  title: { en: 'Softmax with cross-entropy loss', zh: 'softmax 与交叉熵损失' },
  params,
  answer: {
    probabilities: field<number[]>('vector', 'p', { en: 'the probabilities p', zh: '概率 p' }),
    loss: field<number>('number', 'L', { en: 'the loss L', zh: '损失 L' }),
    gradient: field<number[]>('vector', '∂L/∂z', {
      en: 'the gradient ∂L/∂z with respect to the logits',
      zh: '损失对 logits 的梯度 ∂L/∂z',
    }),
  },
  ask: 'gradient',
  examples: ["'[1 2 3]' 2", "'[2 1 0]' '[0.7 0.2 0.1]'", "'[1000 0 -1000]' 2"],
  settle: given => {
    const { logits, target } = given;
    const count = logits.length;
    if (typeof target === 'number' ? target >= count : target.length !== count) {
      throw invalid(
        'target',
        {
          en: `a class from 0 to ${count - 1}, or ${count} probabilities`,
          zh: `0 到 ${count - 1} 的类别，或 ${count} 个概率`,
        },
        target,
      );
    }
    return given;
  },
  headline: () => same('p = softmax(z),  L = −Σ y ln p,  ∂L/∂z = p − y'),
  prompt: ({ target }) =>
    typeof target === 'number'
      ? {
          en: `The logits z go through softmax; the true class is ${target}, counted from 0 (y is one-hot). Find the cross-entropy loss (ln) and its gradient with respect to z.`,
          zh: `logits z 经 softmax 输出，真实类别为 ${target}（从 0 起数，y 为独热向量）。求交叉熵损失（自然对数）及其对 z 的梯度。`,
        }
      : {
          en: 'The logits z go through softmax; the target is the distribution y. Find the cross-entropy loss (ln) and its gradient with respect to z.',
          zh: 'logits z 经 softmax 输出，目标为分布 y。求交叉熵损失（自然对数）及其对 z 的梯度。',
        },
  given: given => [['z = ', ...draw(given.logits), ',  y = ', ...draw(sharesOf(given))]],
  generate: (random, level) => {
    const few = random.shuffle([-2, -1, 0, 1, 2, 3]).slice(0, 3);
    if (level === 1) return { logits: few, target: random.integer(0, 2) };
    const many = random.shuffle([-8, -5, -2, 1, 4, 7, 10, 14]).slice(0, level + 1);
    const tenths = many.map(z => z / 10);
    if (level === 2) return { logits: random.oneIn(2) ? few : tenths, target: random.integer(0, 2) };
    // Powers that no pocket calculator can take: the largest logit has to be subtracted.
    if (random.oneIn(3)) return { logits: many.map(z => Math.round(z / 3) + 1000), target: random.integer(0, 3) };
    return { logits: tenths, target: drawDistribution(random, 4, 10) };
  },
  solve,
  mistakes: {
    'gradient-turned-round': {
      tell: {
        en: 'The sign is turned round: the gradient is p − y, negative at the true class, so that descent raises its logit.',
        zh: '符号反了：梯度是 p − y，在真实类别处为负，梯度下降才会增大它的 logit。',
      },
      answer: gradientBy((p, y) => y - p),
    },
    'one-hot-forgotten': {
      tell: {
        en: 'Those are the probabilities: y still has to be subtracted, 1 at the true class.',
        zh: '这只是概率 p：还要减去 y（真实类别处减 1）。',
      },
      answer: gradientBy(p => p),
    },
    'jacobian-diagonal': {
      tell: {
        en: 'p(1 − p) is only the diagonal of softmax’s Jacobian, ∂p_k/∂z_k: with the loss, all classes are coupled and the gradient is p − y.',
        zh: 'p(1 − p) 只是 softmax 雅可比矩阵的对角元 ∂p_k/∂z_k：与损失合在一起、计入各类别间的影响后，梯度是 p − y。',
      },
      answer: gradientBy(p => p * (1 - p)),
    },
    'gradient-at-the-probabilities': {
      tell: {
        en: '−y/p is the gradient with respect to the probabilities: through softmax, with respect to the logits, it becomes p − y.',
        zh: '−y/p 是对概率 p 的梯度：再经 softmax 传到 logits，得 p − y。',
      },
      answer: gradientBy((p, y) => (y === 0 ? 0 : -y / p)),
    },
    'counted-from-one': {
      tell: {
        en: 'The class before the true one was used: the target counts from 0, so target t is the logit number t + 1.',
        zh: '用了前一个类别：target 从 0 起数，t 对应第 t + 1 个 logit。',
      },
      answer: given => {
        const { target } = given;
        if (typeof target !== 'number' || target === 0) return undefined;
        const { loss, gradient } = solve({ ...given, target: target - 1 }, silent);
        return { loss, gradient };
      },
    },
    'predicted-class': {
      tell: {
        en: 'The most probable class was used: the loss is −ln p of the true class, however small its probability is.',
        zh: '用了概率最大的类别：损失应取真实类别的 −ln p，无论它的概率多小。',
      },
      answer: given => {
        const { target } = given;
        const top = predicted(given);
        if (typeof target !== 'number' || top === target || top === target - 1) return undefined;
        const { loss, gradient } = solve({ ...given, target: top }, silent);
        return { loss, gradient };
      },
    },
    'sign-forgotten': {
      tell: {
        en: 'The minus sign is missing: ln p is negative, and the loss is −Σ y ln p.',
        zh: '漏了负号：ln p 为负，损失是 −Σ y ln p。',
      },
      answer: given => ({ loss: -solve(given, silent).loss }),
    },
    'wrong-base': {
      tell: {
        en: 'The logarithm was taken to base 2: the loss takes the natural one, for which the gradient is p − y.',
        zh: '取了以 2 为底的对数：损失用自然对数，梯度 p − y 才成立。',
      },
      answer: given => ({ loss: solve(given, silent).loss / Math.LN2 }),
    },
    'weights-forgotten': {
      tell: {
        en: 'The logarithms of all classes were added: each is weighted by y, and a class with y = 0 adds nothing.',
        zh: '把所有类别的对数都加了起来：每一项要乘以 y，y = 0 的类别不起作用。',
      },
      answer: given => {
        const { probabilities } = solve(given, silent);
        return { loss: -probabilities.reduce((sum, p) => sum + Math.log(p), 0) };
      },
    },
    'sigmoid-of-each': {
      tell: {
        en: 'The sigmoid was taken of every logit by itself: softmax compares the logits, and its probabilities sum to 1.',
        zh: '对每个 logit 分别取了 sigmoid：softmax 要在各 logits 之间归一化，概率之和为 1。',
      },
      answer: given => fromProbabilities(given, given.logits.map(sigmoid)),
    },
  },
  verify: (given, { probabilities, loss, gradient }) => {
    // ln Σ e^z gathered term by term; and the slope of the loss along one direction, by differences.
    const y = sharesOf(given);
    const lossAt = (z: readonly number[]): number => {
      const { logOfSum } = softmaxOneByOne(z);
      return z.reduce((sum, zk, k) => sum + y[k]! * (logOfSum - zk), 0);
    };
    const direction = y.map((_, k) => Math.cos(1 + 2 * k));
    const h = 1e-4;
    const moved = (by: number): number => lossAt(given.logits.map((z, k) => z + by * direction[k]!));
    const size = given.logits.reduce((most, z) => Math.max(most, Math.abs(z)), 1);
    return [
      { claim: 'p_k = e^(z_k − L)', left: probabilities, right: softmaxOneByOne(given.logits).probabilities },
      { claim: 'the loss is Σ y (L − z)', left: loss, right: lossAt(given.logits) },
      {
        claim: 'the gradient predicts how the loss changes along a direction',
        left: gradient.reduce((sum, g, k) => sum + g * direction[k]!, 0),
        right: (moved(h) - moved(-h)) / (2 * h),
        tolerance: 1e-7 + 1e-11 * size,
      },
      { claim: 'the gradient sums to 0', left: massOf(gradient), right: 0 },
    ];
  },
});
