/**
 * Dynamic routing between capsules: c_ij = softmax_j(b_ij), s_j = Σ_i c_ij û_j|i, v_j = squash(s_j), b_ij ← b_ij + û_j|i·v_j, for a
 * few iterations, in training and in use alike. û_j|i = W_ij u_i where inputs and weights are given.
 *
 * Convention: the softmax runs over the capsules j above, so that what capsule i sends out adds up to 1; the last iteration
 * does not update b, and the answer's logits are those that the last coupling came from. û_j|i is written û_ij in formulas.
 * Source: Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", procedure 1.
 */
import { squashedLength } from '../math/capsule.ts';
import { dot, norm } from '../math/matrix.ts';
import { logSumExp } from '../math/network.ts';
import { type Drawing, draw } from '../problem/drawing.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { checkEntries, checkOperations } from '../problem/limits.ts';
import { integer, matrix, optional, type ParamsOf, tensor } from '../problem/params.ts';
import { silent } from '../problem/work.ts';
import { type Manner, type Routed, rightly, route } from './shared/routing-steps.ts';

const params = {
  predictions: optional(
    tensor<number[][][]>({ en: 'the predictions û_j|i, as [i][j][d]', zh: '预测向量 û_j|i，按 [i][j][d]' }, [3, 3]),
  ),
  inputs: optional(
    matrix({
      en: 'the capsules u_i below, one row each (with weights)',
      zh: '下层胶囊 u_i，每行一个（与 weights 一起）',
    }),
  ),
  weights: optional(
    tensor<number[][][][]>({ en: 'the matrices W_ij, as [i][j][d][a]', zh: '矩阵 W_ij，按 [i][j][d][a]' }, [4, 4]),
  ),
  iterations: optional(integer({ en: 'how many iterations', zh: '迭代次数' }, { min: 1, max: 100_000 }), 3),
  logits: optional(matrix({ en: 'the logits b_ij at the start (0)', zh: '初始的 b_ij（默认 0）' })),
};
type Params = ParamsOf<typeof params>;

const wrongShape = (path: string, en: string, zh: string): ProblemError =>
  new ProblemError('invalid-params', { en, zh }, path);

/** Every û_j|i, or every W_ij, has the shape of the first. */
const requireRegular = (nest: readonly (readonly (readonly unknown[])[])[], path: string): void => {
  const shape = (part: unknown): string =>
    Array.isArray(part) ? `${part.length}${Array.isArray(part[0]) ? `×${part[0].length}` : ''}` : '';
  const first = shape(nest[0]![0]);
  nest.forEach((row, i) => {
    row.forEach((part, j) => {
      if (shape(part) === first) return;
      const where = `${path}[${i}][${j}]`;
      throw wrongShape(
        where,
        `expected the shape ${first}, as in ${path}[0][0], but got ${shape(part)}`,
        `应与 ${path}[0][0] 的形状 ${first} 相同，实际为 ${shape(part)}`,
      );
    });
  });
};

/** The numbers of capsules below and above, and the dimension of those above. */
const sizeOf = ({ predictions, weights }: Params): [number, number, number] => {
  const nest: readonly (readonly (readonly unknown[])[])[] = predictions ?? weights!;
  return [nest.length, nest[0]!.length, nest[0]![0]!.length];
};

/** Capsules that are drawn; of more, the first ones. */
const shownCapsules = 6;

const wrongly =
  (manner: Partial<Manner>, applies: (given: Params) => boolean = () => true) =>
  (given: Params): Partial<Routed> | undefined =>
    applies(given) ? route(given, silent, { ...rightly, ...manner }) : undefined;

export const routing = defineKind({
  id: 'routing',
  topic: 'capsule',
  title: { en: 'Dynamic routing between capsules', zh: '胶囊的动态路由' },
  params,
  answer: {
    outputs: field<number[][]>('matrix', 'v', {
      en: 'the capsules v_j above, row by row',
      zh: '上层胶囊 v_j（每行一个）',
    }),
    lengths: field<number[]>('vector', '‖v‖', { en: 'their lengths: the probabilities', zh: '各自的长度：即概率' }),
    coupling: field<number[][]>('matrix', 'c', {
      en: 'the coupling coefficients c_ij of the last iteration (row i)',
      zh: '最后一次迭代的耦合系数 c_ij（第 i 行）',
    }),
    logits: field<number[][]>('matrix', 'b', {
      en: 'the logits b_ij that the last coupling came from',
      zh: '得到最后一次耦合系数的 b_ij',
    }),
    predictions: field<number[][][]>('tensor', 'û', { en: 'the predictions û_j|i', zh: '预测向量 û_j|i' }),
  },
  ask: 'outputs',
  positional: ['predictions'],
  examples: [
    "'[[[1, 0], [0, 2]], [[1, 1], [2, 0]]]' --iterations 2",
    "--inputs '[1 2; 0 1]' --weights '[[[[1,0],[0,1]],[[0,1],[1,0]]],[[[1,1],[0,1]],[[2,0],[0,1]]]]' --iterations 1",
    "'[[[1, 0], [0, 2]], [[1, 1], [2, 0]]]' --logits '[0.5 0; 0 1]' --steps brief",
  ],
  settle: given => {
    const { predictions, inputs, weights, iterations, logits } = given;
    if (predictions ? inputs || weights : !inputs || !weights) {
      throw wrongShape(
        predictions ? (inputs ? 'inputs' : 'weights') : inputs ? 'weights' : weights ? 'inputs' : 'predictions',
        'expected either predictions, or inputs together with weights',
        '应给出 predictions，或同时给出 inputs 与 weights',
      );
    }
    requireRegular(predictions ?? weights!, predictions ? 'predictions' : 'weights');
    const [rows, columns, dimension] = sizeOf(given);
    if (inputs && weights) {
      if (inputs.length !== rows) {
        throw wrongShape(
          'inputs',
          `expected ${rows} capsules, one per weights[i], but got ${inputs.length}`,
          `应有 ${rows} 个胶囊（每个 weights[i] 一个），实际为 ${inputs.length}`,
        );
      }
      const width = weights[0]![0]![0]!.length;
      if (inputs[0]!.length !== width) {
        throw wrongShape(
          'inputs[0]',
          `expected ${width} numbers, one per column of weights[0][0], but got ${inputs[0]!.length}`,
          `应为 ${width} 个数（weights[0][0] 的每列一个），实际为 ${inputs[0]!.length}`,
        );
      }
    }
    if (logits && (logits.length !== rows || logits[0]!.length !== columns)) {
      throw invalid(
        'logits',
        {
          en: `a matrix of ${rows}×${columns}, one logit per pair of capsules`,
          zh: `${rows}×${columns} 的矩阵，每对胶囊一个数`,
        },
        logits,
      );
    }
    checkEntries(rows * columns * dimension, predictions ? 'predictions' : 'weights');
    checkOperations(rows * columns * dimension * ((inputs?.[0]?.length ?? 0) + 2 * iterations));
    return { ...given, logits: logits ?? Array.from({ length: rows }, () => new Array<number>(columns).fill(0)) };
  },
  headline: ({ iterations }) => ({
    en: `${iterations} iteration${iterations === 1 ? '' : 's'}, softmax over the capsules above`,
    zh: `迭代 ${iterations} 次，softmax 对上层胶囊求`,
  }),
  prompt: given => {
    const [rows, columns] = sizeOf(given);
    const { iterations, inputs, logits } = given;
    const starts = logits?.flat().some(b => b !== 0);
    return {
      en: `${rows} capsules below ${inputs ? 'send u_i through W_ij' : 'predict û_ij'} to ${columns} above. Route by agreement, ${iterations} iteration${iterations === 1 ? '' : 's'}, from ${starts ? 'the given b' : 'b = 0'}: the outputs v_j.`,
      zh: `${rows} 个下层胶囊${inputs ? '经 W_ij 变换' : '给出预测 û_ij'}，送往 ${columns} 个上层胶囊。从${starts ? '给定的 b' : ' b = 0'} 开始做 ${iterations} 次动态路由，求输出 v_j。`,
    };
  },
  given: ({ predictions, inputs, weights, logits }): Drawing => {
    const start = logits?.flat().some(b => b !== 0) ? [['b = ', ...draw(logits)]] : [];
    const side = (letter: string, i: number | string, j: number | string, rows: number[][]) => [
      `${j === 'j' ? (i === 1 ? '' : '  ') : j === 1 ? '' : '  '}${letter}${i}${j} = `,
      { matrix: rows },
    ];
    const rest = (count: number): string[] => (count > shownCapsules ? ['  …'] : []);
    if (predictions) {
      const shown = predictions.slice(0, shownCapsules).flatMap((rows, i) => side('û', i + 1, 'j', rows));
      return [[...shown, ...rest(predictions.length)], ...start];
    }
    const lines = weights!
      .slice(0, shownCapsules)
      .map((row, i) => [
        ...row.slice(0, shownCapsules).flatMap((W, j) => side('W', i + 1, j + 1, W)),
        ...rest(row.length),
      ]);
    return [['u = ', ...draw(inputs)], ...lines, ...(weights!.length > shownCapsules ? [['…']] : []), ...start];
  },
  display: ({ outputs, lengths, coupling }) => [
    ['v = ', { matrix: outputs }],
    ['‖v‖ = ', { vector: lengths }],
    ['c = ', { matrix: coupling }],
  ],
  generate: (random, level) => {
    const [rows, columns] = level === 1 ? [3, 2] : [2, 2];
    const vector = (): number[] => random.vector(2, () => random.integer(-2, 3));
    const common = { predictions: undefined, inputs: undefined, weights: undefined, logits: undefined };
    if (level === 3) {
      return {
        ...common,
        inputs: random.matrix(rows, 2, () => random.nonZero(-2, 2)),
        weights: Array.from({ length: rows }, () =>
          Array.from({ length: columns }, () => random.matrix(2, 2, () => random.integer(-1, 1))),
        ),
        iterations: 3,
      };
    }
    const predictions = Array.from({ length: rows }, () => Array.from({ length: columns }, vector));
    return { ...common, predictions, iterations: level };
  },
  solve: (given, work) => route(given, work),
  mistakes: {
    'softmax-over-inputs': {
      tell: {
        en: 'The softmax ran over the wrong axis: for each capsule i below, the c_ij add up to 1 over the capsules j above.',
        zh: 'softmax 的方向错了：对每个下层胶囊 i，c_ij 应对上层胶囊 j 求和为 1。',
      },
      answer: wrongly({ overInputs: true }),
    },
    'one-iteration-too-few': {
      tell: {
        en: 'One iteration is missing: every iteration computes c, s and v anew, the last one too.',
        zh: '少迭代了一次：每次迭代都要重新计算 c、s 和 v，最后一次也不例外。',
      },
      answer: given =>
        given.iterations > 1 ? route({ ...given, iterations: given.iterations - 1 }, silent) : undefined,
      as: given => (given.iterations > 1 ? { ...given, iterations: given.iterations - 1 } : undefined),
    },
    'squash-per-component': {
      tell: {
        en: 'Each component was squashed by itself: the length of the whole vector s_j is squashed, its direction stays.',
        zh: '对每个分量分别做了压缩：应压缩整个向量 s_j 的长度，方向不变。',
      },
      answer: wrongly({ squash: s => s.map(x => (x * Math.abs(x)) / (1 + x * x)) }),
    },
    'squash-forgotten': {
      tell: {
        en: 'The squash is missing: v_j = squash(s_j), with a length below 1.',
        zh: '漏了压缩：v_j = squash(s_j)，长度小于 1。',
      },
      answer: wrongly({ squash: s => [...s] }),
    },
    'agreement-with-s': {
      tell: {
        en: 'The agreement was taken with s_j: it is û_j|i·v_j, with the squashed output.',
        zh: '一致性用了 s_j：应为 û_j|i·v_j，用压缩后的输出。',
      },
      answer: wrongly({ agreeWith: 's' }, ({ iterations }) => iterations > 1),
    },
    'logits-replaced': {
      tell: {
        en: 'The agreement replaced the logits: it is added to them, b_ij ← b_ij + û_j|i·v_j.',
        zh: '用一致性替换了 b：应累加，b_ij ← b_ij + û_j|i·v_j。',
      },
      answer: wrongly(
        { replaces: true },
        ({ iterations, logits }) => iterations > 2 || (iterations > 1 && (logits?.flat().some(b => b !== 0) ?? false)),
      ),
    },
  },
  verify: (given, answer) => {
    // All that routing needs is how alike the predictions are: b, c and ‖s_j‖ from the Gram matrices, no s and no v.
    const { predictions, outputs, lengths, coupling, logits } = answer;
    const [rows, columns] = [predictions.length, predictions[0]!.length];
    const grams = Array.from({ length: columns }, (_, j) =>
      predictions.map(a => predictions.map(b => dot(a[j]!, b[j]!))),
    );
    const couplingOf = (b: readonly number[][]): number[][] => b.map(row => row.map(x => Math.exp(x - logSumExp(row))));
    const alike = (c: readonly number[][]) =>
      grams.map((gram, j) => {
        const column = c.map(row => row[j]!);
        const along = gram.map(row => dot(row, column));
        const length = Math.sqrt(Math.max(0, dot(column, along)));
        return { along, length };
      });
    let b = given.logits ?? Array.from({ length: rows }, () => new Array<number>(columns).fill(0));
    for (let iteration = 1; iteration < given.iterations; iteration++) {
      const now = alike(couplingOf(b));
      b = b.map((row, i) =>
        row.map((old, j) => {
          const { along, length } = now[j]!;
          return length === 0 ? old : old + (squashedLength(length) / length) * along[i]!;
        }),
      );
    }
    const c = couplingOf(b);
    const last = alike(c);
    return [
      { claim: 'the logits from the Gram matrices', left: logits, right: b, tolerance: 1e-8 },
      { claim: 'the coupling from the Gram matrices', left: coupling, right: c, tolerance: 1e-8 },
      {
        claim: 'the lengths from the Gram matrices',
        left: lengths,
        right: last.map(({ length }) => squashedLength(length)),
        tolerance: 1e-7,
      },
      {
        claim: 'every row of the coupling adds up to 1',
        left: coupling.map(row => row.reduce((x, y) => x + y, 0)),
        right: coupling.map(() => 1),
      },
      { claim: 'the lengths are those of the outputs', left: lengths, right: outputs.map(norm) },
      {
        claim: 'the outputs agree with the predictions as the Gram matrices say',
        left: predictions.map(row => row.map((u, j) => dot(u, outputs[j]!))),
        right: predictions.map((_, i) =>
          last.map(({ along, length }) => (length === 0 ? 0 : (squashedLength(length) / length) * along[i]!)),
        ),
        tolerance: 1e-7,
      },
    ];
  },
});
