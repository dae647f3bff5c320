/**
 * Gradient clipping. By the norm: g ← g·θ/‖g‖ where ‖g‖ > θ, which keeps the direction; by the value: every component is cut to
 * [−c, c], which may turn it. A gradient within the limit stays as it is.
 *
 * Convention: ‖g‖ is the length over all components together, without the small ε that some libraries add to it.
 * Source: Pascanu, Mikolov & Bengio 2013, "On the difficulty of training recurrent neural networks", algorithm 1; Goodfellow,
 * Bengio & Courville 2016, section 10.11.1.
 */
import { norm as lengthOf } from '../math/matrix.ts';
import { draw } from '../problem/drawing.ts';
import { ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { number, optional, type ParamsOf, tensor } from '../problem/params.ts';
import type { Random } from '../problem/random.ts';
import { distance, mapValue, numbersOf, type Value } from '../problem/value.ts';
import { silent, type Work } from '../problem/work.ts';
import { lengthShown } from './shared/capsule-steps.ts';

type Gradient = number[] | number[][] | number[][][];

const params = {
  gradient: tensor<Gradient>({ en: 'the gradient g', zh: '梯度 g' }, [1, 3]),
  maxNorm: optional(number({ en: 'θ, the longest norm allowed', zh: 'θ，允许的最大范数' }, { above: 0 })),
  maxValue: optional(
    number({ en: 'c, the largest size of a component', zh: 'c，每个分量允许的最大绝对值' }, { above: 0 }),
  ),
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly norm: number;
  readonly clipped: Gradient;
}

const times = (g: Gradient, factor: number): Gradient => mapValue(g as Value, x => factor * x) as Gradient;
const cut = (g: Gradient, c: number): Gradient => mapValue(g as Value, x => Math.max(-c, Math.min(c, x))) as Gradient;
const normOf = (g: Gradient): number => lengthOf(numbersOf(g));

const within = { en: 'The limit is not exceeded: the gradient stays as it is.', zh: '没有超过上限：梯度保持不变。' };

const byNorm = (g: Gradient, n: number, θ: number, work: Work): Gradient => {
  if (n <= θ) {
    return work.step('clipped', g as Value, () => ({
      title: { en: `n ≤ θ = ${θ}: nothing is to be clipped`, zh: `n ≤ θ = ${θ}：不需要裁剪` },
      symbol: 'g′',
      note: within,
    })) as Gradient;
  }
  const title = { en: 'n > θ: scale the whole vector down to the limit', zh: 'n > θ：把整个向量缩短到上限' };
  const factor = work.step('factor', θ / n, () => ({ title, symbol: 'k', formula: 'θ/n', scope: { θ, n } }));
  return work.step('clipped', times(g, factor) as Value, () => ({
    title,
    symbol: 'g′',
    formula: 'k*g',
    scope: { k: factor, g },
    note: { en: 'Every component by the same factor: the direction stays.', zh: '各分量乘同一个系数：方向不变。' },
  })) as Gradient;
};

const solve = ({ gradient: g, maxNorm, maxValue }: Params, work: Work): Solved => {
  const norm = work.step('norm', normOf(g), () => ({
    title: { en: 'The norm of the gradient, n = ‖g‖', zh: '梯度的范数 n = ‖g‖' },
    symbol: '‖g‖',
    ...lengthShown(numbersOf(g), 'g'),
    ...(maxNorm === undefined
      ? { note: { en: 'Clipping by the value does not need it.', zh: '按值裁剪用不到范数。' } }
      : {}),
  }));
  if (maxNorm !== undefined) return { norm, clipped: byNorm(g, norm, maxNorm, work) };
  const c = maxValue!;
  const clipped = work.step('clipped', cut(g, c) as Value, () => ({
    title: { en: 'Cut every component to [−c, c]', zh: '把每个分量截到 [−c, c]' },
    symbol: 'g′',
    formula: 'map(g, f(x) = max(-c, min(c, x)))',
    scope: { g, c },
    note: numbersOf(g).some(x => Math.abs(x) > c)
      ? {
          en: 'Components that are too large are cut, the others stay: the direction may turn.',
          zh: '超出的分量被截断，其余不变：方向可能改变。',
        }
      : within,
  })) as Gradient;
  return { norm, clipped };
};

/** A wrong clipping; undefined where it is asked for otherwise, or changes nothing. */
const wrongly =
  (limit: 'maxNorm' | 'maxValue', clip: (g: Gradient, limit: number, norm: number) => Gradient | undefined) =>
  (given: Params): { clipped: Gradient } | undefined => {
    const most = given[limit];
    if (most === undefined) return undefined;
    const right = solve(given, silent);
    const clipped = clip(given.gradient, most, right.norm);
    return clipped === undefined || distance(clipped, right.clipped) === 0 ? undefined : { clipped };
  };

/** A wrong norm: what is clipped by it, and itself. */
const byWrongNorm =
  (measure: (g: Gradient, norm: number) => number) =>
  (given: Params): Partial<Solved> | undefined => {
    const { gradient: g } = given;
    const right = normOf(g);
    const wrong = measure(g, right);
    if (wrong === right) return undefined;
    const clipped = wrongly('maxNorm', (_g, θ) => (wrong > θ ? times(g, θ / wrong) : undefined))(given);
    return { norm: wrong, ...clipped };
  };

const sumOfSizes = (g: Gradient): number => numbersOf(g).reduce((sum, x) => sum + Math.abs(x), 0);

const triples = [
  [3, 4],
  [6, 8],
  [5, 12],
  [8, 15],
];
const quadruples = [
  [1, 2, 2],
  [2, 3, 6],
  [1, 4, 8],
  [2, 6, 9],
  [4, 4, 7],
];

const drawGradient = (random: Random, level: number): number[] => {
  const drawn = random.shuffle(random.pick(level === 1 ? triples : quadruples));
  const sign = (x: number): number => (random.oneIn(2) ? -x : x);
  return drawn.map(x => sign(level === 3 ? x / 10 : x));
};

export const clipGradient = defineKind({
  id: 'clip-gradient',
  topic: 'gradient-problems',
  title: { en: 'Gradient clipping', zh: '梯度裁剪' },
  params,
  answer: {
    norm: field<number>('number', '‖g‖', { en: 'the norm of the gradient', zh: '梯度的范数' }),
    clipped: field<Gradient>('tensor', 'g′', { en: 'the clipped gradient', zh: '裁剪后的梯度' }),
  },
  ask: 'clipped',
  positional: ['gradient'],
  examples: ["'[3 4]' --max-norm 1", "'[1 -2 2]' --max-value 1.5", "'[0.3 -0.4]' --max-norm 1"],
  settle: given => {
    if ((given.maxNorm === undefined) === (given.maxValue === undefined)) {
      const got =
        given.maxNorm === undefined ? { en: 'neither', zh: '都没有给出' } : { en: 'both', zh: '两者都给出了' };
      throw new ProblemError(
        'invalid-params',
        {
          en: `expected either maxNorm or maxValue, but got ${got.en}`,
          zh: `应在 maxNorm 与 maxValue 中给出一个，实际${got.zh}`,
        },
        given.maxNorm === undefined ? 'maxNorm' : 'maxValue',
      );
    }
    return given;
  },
  headline: ({ maxNorm, maxValue }) =>
    maxNorm === undefined
      ? { en: `by the value, c = ${maxValue}`, zh: `按值裁剪，c = ${maxValue}` }
      : { en: `by the norm, θ = ${maxNorm}`, zh: `按范数裁剪，θ = ${maxNorm}` },
  prompt: ({ maxNorm, maxValue }) =>
    maxNorm === undefined
      ? { en: `Clip the gradient g by the value, c = ${maxValue}.`, zh: `对梯度 g 按值裁剪，c = ${maxValue}。` }
      : { en: `Clip the gradient g by its norm, θ = ${maxNorm}.`, zh: `对梯度 g 按范数裁剪，θ = ${maxNorm}。` },
  given: ({ gradient }) => [['g = ', ...draw(gradient)]],
  generate: (random, level) => {
    const gradient = drawGradient(random, level);
    const norm = lengthOf(gradient);
    const isByNorm = level === 1 || !random.oneIn(3);
    const most = Math.max(...gradient.map(Math.abs));
    // Now and then the limit is not reached: nothing is to be done.
    const isWithin = level === 3 && random.oneIn(4);
    const limit = isWithin ? norm * random.pick([1.5, 2]) : norm / random.pick([2, 4, 5]);
    const round = (x: number): number => Number(x.toPrecision(2));
    return isByNorm
      ? { gradient, maxNorm: round(limit), maxValue: undefined }
      : { gradient, maxNorm: undefined, maxValue: round(most / random.pick([1.5, 2])) };
  },
  solve,
  mistakes: {
    'by-value-for-norm': {
      tell: {
        en: 'Every component was cut by itself: clipping by the norm scales the whole vector by θ/‖g‖, so that its direction stays.',
        zh: '对每个分量分别做了截断：按范数裁剪应把整个向量乘以 θ/‖g‖，方向不变。',
      },
      answer: wrongly('maxNorm', (g, θ) => cut(g, θ)),
      as: ({ maxNorm, ...given }) =>
        maxNorm === undefined ? undefined : { ...given, maxNorm: undefined, maxValue: maxNorm },
    },
    'by-norm-for-value': {
      tell: {
        en: 'The whole vector was scaled: clipping by the value cuts each component to [−c, c] and leaves the others.',
        zh: '缩放了整个向量：按值裁剪只把超出的分量截到 [−c, c]，其余不变。',
      },
      answer: wrongly('maxValue', (g, c, n) => (n > c ? times(g, c / n) : g)),
    },
    'limit-forgotten': {
      tell: {
        en: 'That is the unit vector g/‖g‖: it has still to be multiplied by the limit θ.',
        zh: '这只是单位向量 g/‖g‖：还要乘以上限 θ。',
      },
      answer: wrongly('maxNorm', (g, _θ, n) => (n === 0 ? undefined : times(g, 1 / n))),
    },
    'clipped-within-the-limit': {
      tell: {
        en: 'A gradient whose norm does not exceed θ stays as it is: it is never lengthened.',
        zh: '范数没有超过 θ 的梯度保持不变，不会被拉长。',
      },
      answer: wrongly('maxNorm', (g, θ, n) => (n > 0 && n < θ ? times(g, θ / n) : undefined)),
    },
    'sum-for-norm': {
      tell: {
        en: 'The sizes of the components were added: the norm is the root of the sum of their squares.',
        zh: '把各分量的绝对值相加当作了范数：范数是平方和的平方根。',
      },
      answer: byWrongNorm(sumOfSizes),
    },
    'squared-norm': {
      tell: {
        en: 'The root is missing: ‖g‖² was taken for ‖g‖, the root of the sum of the squares.',
        zh: '漏了开平方：用平方和 ‖g‖² 代替了范数 ‖g‖。',
      },
      answer: byWrongNorm((_g, n) => n ** 2),
    },
    'lower-side-forgotten': {
      tell: {
        en: 'Only large positive components were cut: a component below −c becomes −c.',
        zh: '只截断了过大的正分量：小于 −c 的分量应截为 −c。',
      },
      answer: wrongly('maxValue', (g, c) => mapValue(g as Value, x => Math.min(c, x)) as Gradient),
    },
    'sign-lost': {
      tell: {
        en: 'The signs are lost: a component that is cut keeps its sign.',
        zh: '丢了符号：被截断的分量保持原来的符号。',
      },
      answer: wrongly('maxValue', (g, c) => mapValue(g as Value, x => Math.min(c, Math.abs(x))) as Gradient),
    },
  },
  verify: ({ gradient, maxNorm, maxValue }, { norm, clipped }) => {
    const [g, out] = [numbersOf(gradient), numbersOf(clipped)];
    const hypotenuse = (x: readonly number[]): number => x.reduce((length, entry) => Math.hypot(length, entry), 0);
    if (maxNorm === undefined) {
      // (|x + c| − |x − c|)/2 is x cut to [−c, c].
      const c = maxValue!;
      return [
        { claim: '‖g‖ by the hypotenuse', left: norm, right: hypotenuse(g) },
        {
          claim: 'every component by (|x + c| − |x − c|)/2',
          left: out,
          right: g.map(x => (Math.abs(x + c) - Math.abs(x - c)) / 2),
        },
      ];
    }
    const longest = Math.min(norm, maxNorm);
    return [
      { claim: '‖g‖ by the hypotenuse', left: norm, right: hypotenuse(g) },
      { claim: 'the clipped gradient is as long as allowed', left: hypotenuse(out), right: longest },
      {
        claim: 'and points the same way: ‖g‖·g′ = ‖g′‖·g',
        left: out.map(x => x * norm),
        right: g.map(x => x * longest),
      },
    ];
  },
});
