/**
 * One or more updates of gradient descent by back-propagation. For one hidden layer and one sigmoid output, with
 * E = ½(r − y)²:  δ2 = (r − y)·y·(1 − y),  Δw2_j1 = α·δ2·z_j,  Δw1_ij = α·δ2·w2_j1·z_j·(1 − z_j)·x_i.
 *
 * Convention: the work uses the course's δ = −∂E/∂u, so that Δw = +αδx; the answer's `deltas` are ∂E/∂net. Hidden deltas use
 * the weights from before the update. A batch's loss is the mean over its samples. `loss` and `updatedLoss` leave the
 * penalty of a regularisation out. Source: Rumelhart, Hinton & Williams 1986.
 */
import { forward, type Layer, lossOf } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { checkOperations } from '../problem/limits.ts';
import { choice, flag, integer, number, optional, record, tensor } from '../problem/params.ts';
import type { Text } from '../problem/text.ts';
import { silent } from '../problem/work.ts';
import { train } from './shared/backpropagation.ts';
import { drawLayers, layersParam, requireChain, wrongLength } from './shared/layers.ts';
import {
  isBatch,
  type Manner,
  rightly,
  samplesOf,
  type Trained,
  type Training,
  type Weights,
} from './shared/training.ts';

type Nest = number[] | number[][];

const settle = <P extends Training>(params: P): P => {
  const { inputs, targets, layers, loss, updates } = params;
  if (isBatch(inputs) !== isBatch(targets) || (isBatch(inputs) && inputs.length !== targets.length)) {
    throw invalid('targets', { en: 'one target per sample of inputs', zh: '每个输入样本对应一个目标' }, targets);
  }
  const [first] = samplesOf(params);
  requireChain(layers, first!.input.length);
  const outputs = layers.at(-1)!.weights.length;
  if (first!.target.length !== outputs) {
    throw wrongLength(
      isBatch(targets) ? 'targets[0]' : 'targets',
      outputs,
      { en: 'one per output unit', zh: '每个输出单元一个' },
      first!.target.length,
    );
  }
  const last = layers.at(-1)!.activation;
  if (loss === 'cross-entropy' && last !== 'softmax' && last !== 'sigmoid') {
    throw new ProblemError(
      'invalid-params',
      {
        en: `cross-entropy needs a softmax or sigmoid output, but the last layer is ${last}`,
        zh: `交叉熵损失需要 softmax 或 sigmoid 输出层，而最后一层是 ${last}`,
      },
      'loss',
    );
  }
  checkOperations(
    layers.reduce((sum, { weights }) => sum + weights.length * weights[0]!.length, 0) *
      samplesOf(params).length *
      updates *
      6,
  );
  return params;
};

const wrongly =
  (manner: Partial<Manner>, applies: (params: Training) => boolean = () => true) =>
  (params: Training): Trained | undefined =>
    applies(params) ? train(params, silent, { ...rightly, ...manner }) : undefined;

const only = <K extends keyof Trained>(trained: Trained | undefined, ...fields: K[]): Pick<Trained, K> | undefined =>
  trained && (Object.fromEntries(fields.map(name => [name, trained[name]])) as Pick<Trained, K>);

const hasHidden = ({ layers }: Training): boolean => layers.length > 1;
const outputBends = ({ layers, loss }: Training): boolean =>
  loss === 'squared-error' && layers.at(-1)!.activation !== 'linear';
const hiddenBends = ({ layers }: Training): boolean => layers.slice(0, -1).some(layer => layer.activation !== 'linear');

/** The changes of one layer's weights in one update: w′ − w. */
const changesOf = (params: Training, updated: readonly Weights[], l: number): number[][] | undefined =>
  params.updates > 1
    ? undefined
    : updated[l]!.weights.map((row, j) => row.map((w, i) => w - params.layers[l]!.weights[j]![i]!));

const otherNorm = <P extends Training>({ regularization, ...params }: P): P | undefined =>
  regularization &&
  ({ ...params, regularization: { ...regularization, type: regularization.type === 'l2' ? 'l1' : 'l2' } } as P);

/** What a problem with weight decay says of it. */
const penaltyText = (regularization: Training['regularization']): Text => {
  if (!regularization) return { en: '', zh: '' };
  const { type, lambda } = regularization;
  const name = type === 'l2' ? 'L2' : 'L1';
  const penalty = type === 'l2' ? '(λ/2)Σw²' : 'λΣ|w|';
  return {
    en: `, on E plus the ${name} penalty ${penalty} of all weights (not of biases), λ = ${lambda}; E itself is given without the penalty`,
    zh: `，目标为 E 加上全部权重（不含偏置）的 ${name} 正则项 ${penalty}，λ = ${lambda}；E 本身不含正则项`,
  };
};

const rowOrRows = (rows: number[][] | undefined): Nest | undefined => (rows?.length === 1 ? rows[0] : rows);
const negated = (deltas: readonly number[]): number[] => deltas.map(d => 0 - d);

export const bp = defineKind({
  id: 'bp',
  topic: 'backpropagation',
  title: { en: 'Back-propagation', zh: '反向传播' },
  params: {
    inputs: tensor<Nest>({ en: 'the inputs x, or one row per sample', zh: '输入 x，批量时每行一个样本' }, [1, 2]),
    targets: tensor<Nest>({ en: 'the targets r, or one row per sample', zh: '期望输出 r，批量时每行一个样本' }, [1, 2]),
    layers: layersParam,
    loss: optional(
      choice(
        {
          en: 'squared-error: ½Σ(r − y)²; cross-entropy: −Σ r ln y',
          zh: 'squared-error：½Σ(r − y)²；cross-entropy：−Σ r ln y',
        },
        ['squared-error', 'cross-entropy'],
      ),
      'squared-error',
    ),
    learningRate: number({ en: 'the learning rate α', zh: '学习率 α' }),
    updates: optional(integer({ en: 'how many updates', zh: '更新次数' }, { min: 1, max: 100_000 }), 1),
    freezeBias: flag({ en: 'leave the biases as they are', zh: '偏置不更新' }),
    regularization: optional(
      record(
        { en: 'weight decay', zh: '权重正则化' },
        {
          type: choice({ en: 'the norm', zh: '范数' }, ['l1', 'l2']),
          lambda: number({ en: 'its weight λ', zh: '系数 λ' }, { min: 0 }),
        },
      ),
    ),
  },
  answer: {
    output: field<Nest>('tensor', 'y', { en: 'the output of the network', zh: '网络的输出' }),
    loss: field<number>('number', 'E', { en: 'the error before the update', zh: '更新前的误差' }),
    deltas: field<number[][] | number[][][]>('list', '∂E/∂u', {
      en: 'the derivatives of the error by the net inputs',
      zh: '误差对各单元净输入的导数',
    }),
    gradients: field<Weights[]>('list', '∂E/∂w', { en: 'the gradients', zh: '梯度' }),
    updated: field<Weights[]>('list', 'w′', { en: 'the weights after the update', zh: '更新后的权重' }),
    updatedLoss: field<number>('number', 'E′', { en: 'the error after the update', zh: '更新后的误差' }),
  },
  ask: 'updatedLoss',
  quantities: {
    hiddenOutputs: {
      title: { en: 'the outputs z of the hidden layer', zh: '中间层的输出 z' },
      symbol: 'z',
      form: 'vector',
      of: (_answer, params) => {
        const [first] = samplesOf(params);
        return hasHidden(params) && !isBatch(params.inputs)
          ? forward(params.layers, first!.input)[0]!.output
          : undefined;
      },
    },
    outputDeltas: {
      title: { en: 'the error signals δ = −∂E/∂u of the output layer', zh: '输出层的误差信号 δ = −∂E/∂u' },
      symbol: 'δ2',
      form: 'vector',
      of: (answer, params) => (isBatch(params.inputs) ? undefined : negated((answer.deltas as number[][]).at(-1)!)),
    },
    hiddenDeltas: {
      title: { en: 'the error signals δ = −∂E/∂u of the hidden layer', zh: '中间层的误差信号 δ = −∂E/∂u' },
      symbol: 'δ1',
      form: 'vector',
      of: (answer, params) =>
        isBatch(params.inputs) || !hasHidden(params) ? undefined : negated((answer.deltas as number[][])[0]!),
    },
    outputWeightChanges: {
      title: { en: 'the changes Δw of the weights into the output layer', zh: '到输出层的权重调整值 Δw' },
      symbol: 'Δw2',
      form: 'tensor',
      of: (answer, params) => rowOrRows(changesOf(params, answer.updated, params.layers.length - 1)),
    },
    hiddenWeightChanges: {
      title: {
        en: 'the changes Δw1_ij of the weights into the hidden layer (row j: hidden unit j)',
        zh: '到中间层的权重调整值 Δw1_ij（第 j 行：中间层单元 j）',
      },
      symbol: 'Δw1',
      form: 'matrix',
      of: (answer, params) => (hasHidden(params) ? changesOf(params, answer.updated, 0) : undefined),
    },
  },
  examples: [
    `'[1 0]' '[1]' '[{"weights": [[0.3, -0.2], [0.5, 0.1]], "activation": "sigmoid"}, {"weights": [[0.4, -0.6]], "activation": "sigmoid"}]' 0.5`,
    `--inputs '[2]' --targets '[1]' --layers '[{"weights": [[0.5]], "bias": [0.1], "activation": "tanh"}]' --learning-rate 0.1 --steps brief`,
  ],
  settle,
  headline: ({ loss, layers, learningRate, regularization }) => {
    const e =
      loss === 'squared-error'
        ? 'E = ½Σ(r − y)²'
        : layers.at(-1)!.activation === 'softmax'
          ? 'E = −Σ r ln y'
          : 'E = −Σ r ln y + (1 − r) ln(1 − y)';
    const { type, lambda } = regularization ?? {};
    const [en, zh] = type
      ? [` · ${type.toUpperCase()} penalty λ = ${lambda}`, ` · ${type.toUpperCase()} 正则项 λ = ${lambda}`]
      : ['', ''];
    return { en: `${e} · learning rate α = ${learningRate}${en}`, zh: `${e} · 学习率 α = ${learningRate}${zh}` };
  },
  prompt: ({ layers, loss, updates, learningRate, regularization }) => {
    const count =
      updates === 1 ? { en: 'one update', zh: '更新一次' } : { en: `${updates} updates`, zh: `更新 ${updates} 次` };
    const e =
      loss === 'squared-error'
        ? { en: 'E = ½Σ(r − y)²', zh: 'E = ½Σ(r − y)²' }
        : { en: 'cross-entropy', zh: '交叉熵损失' };
    const hidden = layers.length - 1;
    const net =
      hidden === 0
        ? { en: 'A network without a hidden layer', zh: '没有中间层的网络' }
        : {
            en: `A network with ${hidden === 1 ? 'one hidden layer' : `${hidden} hidden layers`}`,
            zh: `含 ${hidden} 个中间层的网络`,
          };
    const decay = penaltyText(regularization);
    return {
      en: `${net.en} (row j of a matrix: unit j), ${e.en}; ${count.en} of gradient descent with α = ${learningRate}${decay.en}.`,
      zh: `${net.zh}（矩阵第 j 行为单元 j 的权重），${e.zh}；用梯度下降${count.zh}，α = ${learningRate}${decay.zh}。`,
    };
  },
  given: ({ inputs, targets, layers }) => [
    ['x = ', ...draw(inputs), ',  r = ', ...draw(targets)],
    ...drawLayers(layers),
  ],
  display: ({ updated, updatedLoss, loss }) => [
    ...updated.map(({ weights, bias }, l) => [
      `w${l + 1}′ = `,
      ...draw(weights),
      ...(bias ? [`  b${l + 1}′ = `, ...draw(bias)] : []),
    ]),
    ['E = ', { vector: [loss] }, ' → E′ = ', { vector: [updatedLoss] }],
  ],
  generate: (random, level) => {
    const weight = (): number => random.nonZero(-6, 6) / 10;
    const rest = {
      loss: 'squared-error' as const,
      learningRate: random.pick([0.5, 2, 4]),
      updates: 1,
      freezeBias: false,
      regularization: undefined,
    };
    const layer = (units: number, inputs: number, withBias: boolean) => ({
      weights: random.matrix(units, inputs, weight),
      bias: withBias ? random.vector(units, weight) : undefined,
      activation: 'sigmoid' as const,
    });
    const inputs = random.pick([
      [1, 0],
      [0, 1],
      [1, 1],
      [1, -1],
      [2, 1],
    ]);
    if (level === 1) return { ...rest, inputs, targets: [random.integer(0, 1)], layers: [layer(1, 2, false)] };
    if (level === 2)
      return { ...rest, inputs, targets: [random.integer(0, 1)], layers: [layer(2, 2, false), layer(1, 2, false)] };
    const hard = { ...rest, inputs, targets: random.shuffle([0, 1]), layers: [layer(2, 2, true), layer(2, 2, true)] };
    if (random.integer(1, 4) > 1) return hard;
    return {
      ...hard,
      regularization: { type: random.pick(['l1', 'l2'] as const), lambda: random.pick([0.05, 0.1, 0.2]) },
    };
  },
  solve: (params, work) => train(params, work),
  mistakes: {
    'sign-turned': {
      tell: {
        en: 'The sign is turned round: Δw = +α(r − y)y(1 − y)z. E falls along −∂E/∂w, and ∂E/∂w already carries −(r − y).',
        zh: '符号反了：Δw = +α(r − y)y(1 − y)z。误差沿 −∂E/∂w 方向下降，而 ∂E/∂w 中已含有 −(r − y)。',
      },
      answer: params => only(wrongly({ direction: -1 })(params), 'updated', 'updatedLoss'),
      as: params => ({ ...params, learningRate: -params.learningRate }),
    },
    'updated-output-weights': {
      tell: {
        en: 'The hidden error signal was computed with the output weights after their update: all changes of one update use the old weights.',
        zh: '计算中间层误差信号时用了更新后的输出层权重：同一次更新中的调整值都应使用旧权重。',
      },
      answer: params =>
        only(wrongly({ updatedFirst: true }, hasHidden)(params), 'deltas', 'gradients', 'updated', 'updatedLoss'),
    },
    'derivative-forgotten': {
      tell: {
        en: 'The derivative of the output activation is missing: for sigmoid δ2 = (r − y)·y·(1 − y), not r − y alone.',
        zh: '漏乘了输出层激活函数的导数：sigmoid 时 δ2 = (r − y)·y·(1 − y)，而不只是 r − y。',
      },
      answer: params =>
        only(wrongly({ outputSlope: false }, outputBends)(params), 'deltas', 'gradients', 'updated', 'updatedLoss'),
    },
    'hidden-derivative-forgotten': {
      tell: {
        en: 'The derivative of the hidden activation is missing: for sigmoid multiply by z_j(1 − z_j).',
        zh: '漏乘了中间层激活函数的导数：sigmoid 时要乘以 z_j(1 − z_j)。',
      },
      answer: params =>
        only(wrongly({ hiddenSlope: false }, hiddenBends)(params), 'deltas', 'gradients', 'updated', 'updatedLoss'),
    },
    'loss-half-forgotten': {
      tell: {
        en: 'The ½ of the error is missing: E = ½Σ(r − y)².',
        zh: '误差漏了系数 ½：E = ½Σ(r − y)²。',
      },
      answer: params =>
        only(wrongly({ lossFactor: 2 }, ({ loss }) => loss === 'squared-error')(params), 'loss', 'updatedLoss'),
    },
    'factor-two': {
      tell: {
        en: 'There is a factor 2 too much: with E = ½(r − y)² the 2 of the square cancels the ½.',
        zh: '多了一个因子 2：E = ½(r − y)² 求导时，平方的 2 与 ½ 相消。',
      },
      answer: params =>
        only(
          wrongly({ gradientFactor: 2 }, ({ loss }) => loss === 'squared-error')(params),
          'deltas',
          'gradients',
          'updated',
          'updatedLoss',
        ),
    },
    'learning-rate-forgotten': {
      tell: {
        en: 'The learning rate is missing: Δw = α · δ · input.',
        zh: '漏乘了学习率：Δw = α·δ·输入。',
      },
      answer: params =>
        params.learningRate === 1
          ? undefined
          : only(train({ ...params, learningRate: 1 }, silent), 'updated', 'updatedLoss'),
      as: params => (params.learningRate === 1 ? undefined : { ...params, learningRate: 1 }),
    },
    'penalty-forgotten': {
      tell: {
        en: 'The weight penalty is missing: its derivative, λ·w for L2 and λ·sign w for L1, is added to ∂E/∂w.',
        zh: '漏了正则项：∂E/∂w 还要加上它的导数，L2 为 λ·w，L1 为 λ·sign w。',
      },
      answer: params =>
        params.regularization &&
        only(train({ ...params, regularization: undefined }, silent), 'updated', 'updatedLoss'),
      as: params => params.regularization && { ...params, regularization: undefined },
    },
    'penalty-sign-turned': {
      tell: {
        en: 'The penalty has the wrong sign: Δw = α(δ·input − λ·w) for L2, so every weight is drawn towards 0.',
        zh: '正则项的符号反了：L2 时 Δw = α(δ·输入 − λ·w)，每个权重都被拉向 0。',
      },
      answer: ({ regularization, ...params }) =>
        regularization &&
        only(
          train({ ...params, regularization: { ...regularization, lambda: -regularization.lambda } }, silent),
          'updated',
          'updatedLoss',
        ),
    },
    'other-norm': {
      tell: {
        en: 'The penalty of the other norm was derived: L2, (λ/2)Σw², gives λ·w; L1, λΣ|w|, gives λ·sign w.',
        zh: '用了另一种范数的导数：L2 的 (λ/2)Σw² 求导得 λ·w，L1 的 λΣ|w| 求导得 λ·sign w。',
      },
      answer: params => {
        const other = otherNorm(params);
        return other && only(train(other, silent), 'updated', 'updatedLoss');
      },
      as: params => otherNorm(params),
    },
  },
  verify: (params, answer) => {
    const samples = samplesOf(params);
    const meanLoss = (layers: readonly Layer[]): number =>
      samples.reduce(
        (sum, { input, target }) =>
          sum + lossOf(params.loss, layers.at(-1)!.activation, forward(layers, input).at(-1)!, target),
        0,
      ) / samples.length;
    const { regularization, learningRate, updates } = params;
    const penalty = (layers: readonly Layer[]): number => {
      const weights = layers.flatMap(layer => layer.weights.flat());
      const { type, lambda } = regularization ?? { type: 'l2', lambda: 0 };
      return lambda * weights.reduce((sum, w) => sum + (type === 'l2' ? (w * w) / 2 : Math.abs(w)), 0);
    };
    const h = 1e-5;
    const nudged = (l: number, j: number, i: number, by: number): Layer[] =>
      params.layers.map((layer, m) =>
        m === l
          ? { ...layer, weights: layer.weights.map((row, a) => row.map((w, b) => (a === j && b === i ? w + by : w))) }
          : layer,
      );
    const slopes = (objective: (layers: readonly Layer[]) => number): number[][][] =>
      params.layers.map(({ weights }, l) =>
        weights.map((row, j) =>
          row.map((_, i) => (objective(nudged(l, j, i, h)) - objective(nudged(l, j, i, -h))) / (2 * h)),
        ),
      );
    const differences = slopes(meanLoss);
    const claims = params.layers.map((_, l) => ({
      claim: `∂E/∂w${l + 1} by finite differences`,
      left: answer.gradients[l]!.weights,
      right: differences[l]!,
      tolerance: 1e-6,
    }));
    if (updates === 1) {
      const descended = slopes(layers => meanLoss(layers) + penalty(layers));
      for (const [l, { weights }] of params.layers.entries()) {
        claims.push({
          claim: `w${l + 1}′ by finite differences of E and the penalty`,
          left: answer.updated[l]!.weights,
          right: weights.map((row, j) => row.map((w, i) => w - learningRate * descended[l]![j]![i]!)),
          tolerance: 1e-6 * Math.max(1, Math.abs(learningRate)),
        });
      }
    }
    const after = params.layers.map((layer, l) => ({ ...layer, ...answer.updated[l]! }));
    return [...claims, { claim: 'the error of the updated network', left: answer.updatedLoss, right: meanLoss(after) }];
  },
});
