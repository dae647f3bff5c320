/**
 * The squashing function of capsules: v = ‖s‖²/(1 + ‖s‖²) · s/‖s‖. The direction stays, the length becomes less than 1
 * and is read as a probability; the zero vector stays zero.
 *
 * Source: Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", equation 1.
 */
import { squashedLength } from '../math/capsule.ts';
import { norm as normOf } from '../math/matrix.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { rankOf, tensor } from '../problem/params.ts';
import type { Text } from '../problem/text.ts';
import type { Work } from '../problem/work.ts';
import { lengthShown } from './shared/capsule-steps.ts';

type Vectors = number[] | number[][];

/** Applies a function of one vector to a vector or to each of a list. */
const forEach = <T>(vectors: Vectors, f: (s: number[], name: string) => T): T | T[] =>
  rankOf(vectors) === 1 ? f(vectors as number[], '') : (vectors as number[][]).map((s, i) => f(s, String(i + 1)));

/** A wrong squash that scales the vector by `scale(‖s‖)`; the zero vector stays zero. */
const scaledBy =
  (scale: (norm: number) => number) =>
  ({ vector }: { vector: Vectors }) => {
    const wrong = forEach(vector, s => s.map(x => (normOf(s) === 0 ? 0 : x * scale(normOf(s)))));
    return { vector: wrong as Vectors, length: forEach(wrong as Vectors, normOf) };
  };

const squashSteps = (s: number[], index: string, work: Work) => {
  const title = (text: Text): Text =>
    index ? { en: `Capsule ${index}: ${text.en}`, zh: `胶囊 ${index}：${text.zh}` } : text;
  const id = (name: string): string => (index ? `${name}${index}` : name);
  const length = work.step(id('norm'), normOf(s), () => ({
    title: title({ en: 'Length of the input', zh: '输入的长度' }),
    symbol: `‖s${index && `_${index}`}‖`,
    ...lengthShown(s, 's'),
  }));
  const factor = work.step(id('factor'), squashedLength(length), () => ({
    title: title({ en: 'How far it is squashed', zh: '压缩系数' }),
    symbol: `‖v${index && `_${index}`}‖`,
    formula: length > 1e100 ? '1/(1 + 1/n^2)' : 'n^2/(1 + n^2)',
    scope: { n: length },
    note: {
      en: 'This is also the length of the output: always below 1, so it can stand for a probability.',
      zh: '这也是输出向量的长度：恒小于 1，因此可以表示概率。',
    },
  }));
  const unit = work.step(id('unit'), length === 0 ? s.map(() => 0) : s.map(x => x / length), () => ({
    title: title({ en: 'Unit vector: the direction', zh: '单位向量：方向' }),
    symbol: 's/‖s‖',
    ...(length === 0
      ? { note: { en: 'The zero vector has no direction; it stays zero.', zh: '零向量没有方向，压缩后仍为零向量。' } }
      : { formula: 's/n', scope: { s, n: length } }),
  }));
  const vector = work.step(
    id('vector'),
    unit.map(x => factor * x),
    () => ({
      title: title({ en: 'Squashed vector', zh: '压缩后的向量' }),
      symbol: `v${index && `_${index}`}`,
      formula: 'f*u',
      scope: { f: factor, u: unit },
    }),
  );
  return { vector, norm: length, length: factor };
};

export const squash = defineKind({
  id: 'squash',
  topic: 'capsule',
  title: { en: 'Squash a capsule vector', zh: '压缩（squash）胶囊向量' },
  params: {
    vector: tensor<Vectors>({ en: 'the capsule input s, or a list of them', zh: '胶囊输入 s，或其列表' }, [1, 2]),
  },
  answer: {
    vector: field<Vectors>('tensor', 'v', { en: 'the squashed vector v', zh: '压缩后的向量 v' }),
    norm: field<number | number[]>('tensor', '‖s‖', { en: 'the length of s', zh: 's 的长度' }),
    length: field<number | number[]>('tensor', '‖v‖', { en: 'the length of v', zh: 'v 的长度' }),
  },
  ask: 'vector',
  examples: ["'[3 4]'", "'[0.6, 0.8]'", "'[1 2 2; 0 3 4]' --steps brief"],
  prompt: () => ({ en: 'Squash the capsule input s.', zh: '对胶囊输入 s 做压缩（squash）。' }),
  given: ({ vector }) => [['s = ', ...draw(vector)]],
  generate: (random, level) => {
    // Triples whose length is a whole number, so that only one division is left to do.
    const triples =
      level === 1
        ? [
            [3, 4],
            [4, 3],
            [6, 8],
          ]
        : [
            [1, 2, 2],
            [2, 3, 6],
            [2, 1, 2],
            [1, 4, 8],
            [4, 4, 7],
          ];
    const sign = (x: number): number => (random.oneIn(3) ? -x : x);
    const drawn = (): number[] => random.shuffle(random.pick(triples)).map(sign);
    const tenths = (s: number[]): number[] => s.map(x => x / 10);
    if (level === 3) return { vector: [drawn(), tenths(drawn())] };
    return { vector: random.oneIn(2) ? tenths(drawn()) : drawn() };
  },
  solve: ({ vector }, work) => {
    if (rankOf(vector) === 1) return squashSteps(vector as number[], '', work);
    const each = (vector as number[][]).map((s, i) => squashSteps(s, String(i + 1), work));
    const answer = { norm: each.map(one => one.norm), length: each.map(one => one.length) };
    const vectors = work.step(
      'vectors',
      each.map(one => one.vector),
      () => ({
        title: { en: 'All squashed vectors, row by row', zh: '各胶囊压缩后的向量（每行一个）' },
        symbol: 'V',
      }),
    );
    return { vector: vectors, ...answer };
  },
  mistakes: {
    'per-component': {
      tell: {
        en: 'Each component was squashed by itself: the length of the whole vector is squashed, and every component is scaled by the same factor.',
        zh: '对每个分量分别做了压缩：应压缩整个向量的长度，各分量乘以同一个系数。',
      },
      answer: ({ vector }) => {
        const wrong = forEach(vector, s => s.map(x => (x * Math.abs(x)) / (1 + x * x))) as Vectors;
        return { vector: wrong, length: forEach(wrong, normOf) };
      },
    },
    'unit-vector-forgotten': {
      tell: {
        en: 's was scaled by ‖s‖²/(1 + ‖s‖²) without being made a unit vector first: the direction is s/‖s‖.',
        zh: '直接用 ‖s‖²/(1 + ‖s‖²) 乘以 s，没有先化为单位向量：方向应为 s/‖s‖。',
      },
      answer: scaledBy(n => n ** 2 / (1 + n ** 2)),
    },
    'norm-squared-divisor': {
      tell: {
        en: 's was divided by ‖s‖² (a misprint that goes round): the unit vector is s/‖s‖.',
        zh: '把 s 除以了 ‖s‖²（流传的一处印刷错误）：单位向量是 s/‖s‖。',
      },
      answer: scaledBy(n => 1 / (1 + n ** 2)),
    },
    'normalised-only': {
      tell: {
        en: 'That is the unit vector s/‖s‖: the factor ‖s‖²/(1 + ‖s‖²) is missing.',
        zh: '这只是单位向量 s/‖s‖：还要乘以 ‖s‖²/(1 + ‖s‖²)。',
      },
      answer: scaledBy(n => 1 / n),
    },
    'norm-not-squared': {
      tell: {
        en: 'The factor is ‖s‖²/(1 + ‖s‖²), with the square of the length above and below.',
        zh: '压缩系数是 ‖s‖²/(1 + ‖s‖²)，分子分母中的长度都要平方。',
      },
      answer: scaledBy(n => 1 / (1 + n)),
    },
  },
  verify: ({ vector }, answer) => {
    // The inverse: a squashed vector of length r came from one of length √(r/(1 − r)) in the same direction.
    const inputs = (rankOf(vector) === 1 ? [vector] : vector) as number[][];
    const outputs = (rankOf(vector) === 1 ? [answer.vector] : answer.vector) as number[][];
    return outputs.map((v, i) => {
      const r = normOf(v);
      const back = r === 0 ? v : v.map(x => (x / r) * Math.sqrt(r / (1 - r)));
      return { claim: 'undoing the squash gives s back', left: back, right: inputs[i]!, tolerance: 1e-6 };
    });
  },
});
