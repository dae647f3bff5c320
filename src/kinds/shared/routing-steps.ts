import { squashed, squashedLength } from '../../math/capsule.ts';
import { apply, dot, norm, type Vector } from '../../math/matrix.ts';
import { softmax } from '../../math/network.ts';
import { ProblemError } from '../../problem/error.ts';
import { join, type Text } from '../../problem/text.ts';
import { type Scope, silent, type Work } from '../../problem/work.ts';
import { lengthShown } from './capsule-steps.ts';

/**
 * Dynamic routing by agreement, written down: i counts the capsules below, j those above, û_ij is what i predicts for j
 * (û_j|i in the paper). Source: Sabour, Frosst & Hinton 2017, procedure 1.
 */

export interface RoutingParams {
  readonly predictions?: number[][][] | undefined;
  readonly inputs?: number[][] | undefined;
  readonly weights?: number[][][][] | undefined;
  readonly iterations: number;
  readonly logits?: number[][] | undefined;
}

export interface Routed {
  readonly outputs: number[][];
  readonly lengths: number[];
  readonly coupling: number[][];
  readonly logits: number[][];
  readonly predictions: number[][][];
}

/** What a student does differently who makes a mistake; the right way is `rightly`. */
export interface Manner {
  /** Whether the softmax runs over the capsules below (i) instead of those above (j). */
  readonly overInputs: boolean;
  readonly squash: (s: Vector) => number[];
  /** What agreement is measured with: the output v, or s before it is squashed. */
  readonly agreeWith: 'v' | 's';
  /** Whether a new agreement replaces the logits instead of adding to them. */
  readonly replaces: boolean;
}

export const rightly: Manner = { overInputs: false, squash: squashed, agreeWith: 'v', replaces: false };

/** Layers with at most this many couplings are worked one by one. */
const namedCouplings = 12;
/** Sums over at most this many capsules are written out. */
const namedTerms = 6;
/** So many iterations are worked whole at the start; then come the logits alone, and the last iteration whole again. */
const shownIterations = 3;

/** One iteration: its number from 1, the ids and titles of its steps, and who writes them down. */
interface Iteration {
  readonly number: number;
  readonly isSmall: boolean;
  readonly at: (name: string) => string;
  readonly title: (text: Text) => Text;
  readonly work: Work;
}

/** Of a large layer so many capsules above are worked, and the others found in the same way. */
const shownCapsules = 4;

const cell = (letter: string, i: number, j: number): string => `${letter}_${i + 1}${j + 1}`;

const predictionSteps = (
  { predictions, inputs, weights }: RoutingParams,
  isSmall: boolean,
  work: Work,
): number[][][] => {
  if (predictions) return predictions;
  const title = {
    en: 'Predictions û_ij = W_ij·u_i: what capsule i expects capsule j to be',
    zh: '预测向量 û_ij = W_ij·u_i：胶囊 i 对胶囊 j 的预测',
  };
  const inner = isSmall ? work : silent;
  const predicted = weights!.map((row, i) =>
    row.map((W, j) => {
      const u = inputs![i]!;
      const value = apply(W, u);
      return inner.step(cell('û', i, j), value, () => ({
        title,
        symbol: cell('û', i, j),
        formula: 'W*u',
        scope: { W, u },
        drawn: [[{ matrix: W }, ' · ', { vector: u }, ' = ', { vector: value }]],
      }));
    }),
  );
  return isSmall ? predicted : work.step('predictions', predicted, () => ({ title, symbol: 'û' }));
};

/** softmax of the logits of every capsule below, over the capsules above. */
const couplingSteps = (
  b: readonly Vector[],
  { at, title: titled, number, isSmall, work }: Iteration,
  { overInputs }: Manner,
): number[][] => {
  const columns = overInputs ? b[0]!.map((_, j) => softmax(b.map(row => row[j]!))) : undefined;
  const c = columns ? b.map((_, i) => columns.map(column => column[i]!)) : b.map(softmax);
  const title = titled({
    en: 'coupling: softmax of b over the capsules j above',
    zh: '耦合系数：对上层胶囊 j 做 softmax',
  });
  const note = {
    en: 'The coefficients of one capsule i below add up to 1 over j.',
    zh: '同一个下层胶囊 i 的耦合系数对 j 求和为 1。',
  };
  if (!isSmall) {
    return work.step(at('coupling'), c, () => {
      const shown = { title, symbol: 'C', note };
      if (b.length * b[0]!.length ** 2 > 1e6) return shown;
      // Shifted by the largest logit of its row; the product with ones gives every row's sum.
      const M = b.map(row => row.map(() => row.reduce((a, x) => Math.max(a, x), Number.NEGATIVE_INFINITY)));
      const O = b[0]!.map(() => b[0]!.map(() => 1));
      return { ...shown, formula: 'map(B - M, exp) ./ (map(B - M, exp)*O)', scope: { B: b, M, O } };
    });
  }
  return c.map((row, i) => {
    const most = b[i]!.reduce((a, x) => Math.max(a, Math.abs(x)), 0);
    const names = row.map((_, j) => cell('b', i, j));
    // Large logits are shifted before their powers overflow.
    const shift = most > 300 ? ' - m' : '';
    const scope: Scope = {
      ...Object.fromEntries(names.map((name, j) => [name, b[i]![j]!])),
      ...(shift ? { m: Math.max(...b[i]!) } : {}),
    };
    const power = (name: string): string => `exp(${name}${shift})`;
    return row.map((value, j) =>
      work.step(at(cell('c', i, j)), value, () => ({
        title,
        symbol: cell('c', i, j),
        formula: `${power(names[j]!)}/(${names.map(power).join(' + ')})`,
        scope,
        ...(i === 0 && j === 0 && number === 1 ? { note } : {}),
      })),
    );
  });
};

/** s_j = Σ_i c_ij û_ij of one capsule above. */
const sumSteps = (
  j: number,
  predictions: readonly (readonly Vector[])[],
  c: readonly Vector[],
  { at, title, work }: Iteration,
): number[] => {
  const own = predictions.map(row => row[j]!);
  const coefficients = c.map(row => row[j]!);
  const sum = own[0]!.map((_, d) =>
    dot(
      coefficients,
      own.map(vector => vector[d]!),
    ),
  );
  return work.step(at(`s_${j + 1}`), sum, () => ({
    title: title({ en: 'weighted sums s_j = Σ_i c_ij·û_ij', zh: '加权和 s_j = Σ_i c_ij·û_ij' }),
    symbol: `s_${j + 1}`,
    ...(own.length > namedTerms
      ? { formula: 'transpose(U)*c', scope: { U: own, c: coefficients } }
      : {
          formula: own.map((_, i) => `${cell('c', i, j)}*${cell('û', i, j)}`).join(' + '),
          scope: Object.assign(
            {},
            ...own.map((u, i) => ({ [cell('c', i, j)]: coefficients[i]!, [cell('û', i, j)]: u })),
          ),
        }),
  }));
};

/** v_j = squash(s_j) of one capsule above, and its length. */
const squashSteps = (
  j: number,
  s: Vector,
  { at, title, work }: Iteration,
  manner: Manner,
): { v: number[]; length: number } => {
  const J = j + 1;
  const heading = title({
    en: 'squash: v_j = ‖s_j‖²/(1 + ‖s_j‖²)·s_j/‖s_j‖',
    zh: '压缩：v_j = ‖s_j‖²/(1 + ‖s_j‖²)·s_j/‖s_j‖',
  });
  const n = work.step(at(`n_${J}`), norm(s), () => ({ title: heading, symbol: `‖s_${J}‖`, ...lengthShown(s, 's') }));
  if (!Number.isFinite(n)) {
    throw new ProblemError('not-finite', {
      en: `the length of s_${J} is not finite: the predictions are too large`,
      zh: `s_${J} 的长度不是有限值：预测向量过大`,
    });
  }
  const length = work.step(at(`f_${J}`), squashedLength(n), () => ({
    title: heading,
    symbol: `‖v_${J}‖`,
    formula: n > 1e100 ? '1/(1 + 1/n^2)' : 'n^2/(1 + n^2)',
    scope: { n },
  }));
  const isRight = manner.squash === squashed;
  const value = isRight ? s.map(x => (n === 0 ? 0 : (x / n) * length)) : manner.squash(s);
  const v = work.step(at(`v_${J}`), value, () => ({
    title: heading,
    symbol: `v_${J}`,
    ...(n === 0
      ? { note: { en: 'The zero vector has no direction; it stays zero.', zh: '零向量没有方向，压缩后仍为零向量。' } }
      : { formula: 'f*(s/n)', scope: { f: length, s, n } }),
  }));
  return { v, length: isRight ? length : norm(v) };
};

/** b_ij + û_ij·v_j, or without what was there before. */
const agreementSteps = (
  b: readonly Vector[],
  predictions: readonly (readonly Vector[])[],
  v: readonly Vector[],
  { at, title: titled, isSmall, work }: Iteration,
  { replaces }: Manner,
): number[][] => {
  const title = titled({ en: 'agreement: b_ij ← b_ij + û_ij·v_j', zh: '一致性更新：b_ij ← b_ij + û_ij·v_j' });
  const inner = isSmall ? work : silent;
  const next = b.map((row, i) =>
    row.map((old, j) => {
      const prediction = predictions[i]![j]!;
      return inner.step(at(cell('b', i, j)), (replaces ? 0 : old) + dot(prediction, v[j]!), () => ({
        title,
        symbol: cell('b', i, j),
        formula: `${cell('b', i, j)} + dot(${cell('û', i, j)}, v_${j + 1})`,
        scope: { [cell('b', i, j)]: old, [cell('û', i, j)]: prediction, [`v_${j + 1}`]: v[j]! },
      }));
    }),
  );
  return isSmall ? next : work.step(at('logits'), next, () => ({ title, symbol: 'B' }));
};

/** The routing of `params`; the last iteration leaves the logits as they are. */
export const route = (params: RoutingParams, work: Work, manner: Manner = rightly): Routed => {
  const { iterations } = params;
  const [rows, columns] = params.predictions
    ? [params.predictions.length, params.predictions[0]!.length]
    : [params.weights!.length, params.weights![0]!.length];
  const isSmall = rows * columns <= namedCouplings;
  const predictions = predictionSteps(params, isSmall, work);
  let logits: number[][] = params.logits ?? predictions.map(row => row.map(() => 0));
  const isLong = iterations > shownIterations + 1;
  for (let number = 1; ; number++) {
    const isWhole = !isLong || number <= shownIterations || number === iterations;
    const when = { en: `Iteration ${number}, `, zh: `第 ${number} 次迭代，` };
    const now: Iteration = {
      number,
      isSmall,
      at: name => `it${number}_${name}`,
      title: text =>
        iterations === 1 ? { ...text, en: text.en[0]!.toUpperCase() + text.en.slice(1) } : join([when, text]),
      work: isWhole ? work : silent,
    };
    if (isLong && number === iterations) {
      const skipped = logits;
      logits = work.step('logits', skipped, () => ({
        title: {
          en: `Logits b after iteration ${iterations - 1}, each like the ones before`,
          zh: `第 ${iterations - 1} 次迭代后的 b（各次算法相同）`,
        },
        symbol: 'b',
      }));
    }
    const coupling = couplingSteps(logits, now, manner);
    const shown = (j: number): Iteration => (isSmall || j < shownCapsules ? now : { ...now, work: silent });
    const sums = predictions[0]!.map((_, j) => sumSteps(j, predictions, coupling, shown(j)));
    const above = sums.map((s, j) => squashSteps(j, s, shown(j), manner));
    const outputs = above.map(({ v }) => v);
    if (number === iterations) {
      const last = work.step('outputs', outputs, () => ({
        title: { en: 'The capsules above, row by row', zh: '上层胶囊的输出（每行一个）' },
        symbol: 'v',
      }));
      return { outputs: last, lengths: above.map(({ length }) => length), coupling, logits, predictions };
    }
    logits = agreementSteps(logits, predictions, manner.agreeWith === 's' ? sums : outputs, now, manner);
  }
};
