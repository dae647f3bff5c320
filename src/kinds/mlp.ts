/**
 * The forward pass of a multilayer perceptron: layer by layer u = W·x + b, z = f(u), the outputs of one layer being the inputs
 * of the next.
 *
 * Convention: row j of a weight matrix belongs to unit j; the display calls its entry w1_ij, from input i to unit j. The step
 * fires at u ≥ 0. Source: Goodfellow, Bengio & Courville 2016, "Deep Learning", section 6.1 and algorithm 6.3.
 */
import { forward, type Layer } from '../math/network.ts';
import { activateAnotherWay } from '../math/second-way.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { checkOperations } from '../problem/limits.ts';
import { vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { drawLayers, layersParam, requireChain } from './shared/layers.ts';
import { forwardSteps } from './shared/network-steps.ts';

interface Params {
  readonly inputs: number[];
  readonly layers: readonly Layer[];
}

interface Pass {
  readonly net: number[];
  readonly output: number[];
}

const answerOf = (layers: readonly { net: readonly number[]; output: readonly number[] }[]) => ({
  layers: layers.map(({ net, output }): Pass => ({ net: [...net], output: [...output] })),
  output: [...layers.at(-1)!.output],
});

/** The answer of a network with other layers, where the change can be made on this one. */
const withLayers =
  (change: (layer: Layer, l: number, all: readonly Layer[]) => Layer | undefined) => (params: Params) => {
    const changed = params.layers.map(change);
    if (changed.every(layer => layer === undefined)) return undefined;
    return answerOf(
      forward(
        params.layers.map((layer, l) => changed[l] ?? layer),
        params.inputs,
      ),
    );
  };

const transposed = ({ weights }: Layer): number[][] => weights[0]!.map((_, i) => weights.map(row => row[i]!));

export const mlp = defineKind({
  id: 'mlp',
  topic: 'mlp',
  title: { en: 'Forward pass of a multilayer perceptron', zh: '多层感知器的前向传播' },
  params: {
    inputs: vector({ en: 'the inputs x', zh: '输入 x' }),
    layers: layersParam,
  },
  answer: {
    layers: field<Pass[]>('list', 'layers', { en: 'net inputs and outputs of every layer', zh: '各层的净输入与输出' }),
    output: field<number[]>('vector', 'y', { en: 'the output of the network', zh: '网络的输出' }),
  },
  ask: 'output',
  quantities: {
    hiddenOutputs: {
      title: { en: 'the outputs z of the first hidden layer', zh: '第一个中间层的输出 z' },
      symbol: 'z',
      form: 'vector',
      of: ({ layers }) => (layers.length > 1 ? layers[0]!.output : undefined),
    },
  },
  examples: [
    `'[1 0]' '[{"weights": [[0.5, -0.4], [0.3, 0.8]], "activation": "sigmoid"}, {"weights": [[1, -1]], "activation": "sigmoid"}]'`,
    `'[1 1]' '[{"weights": [[1, 1], [1, 1]], "bias": [0, -1], "activation": "relu"}, {"weights": [[1, -2]], "activation": "linear"}]'`,
    `--inputs '[2 -1]' --layers '[{"weights": [[1, 0], [0, 1], [1, 1]], "activation": "softmax"}]'`,
  ],
  settle: params => {
    checkOperations(params.layers.reduce((sum, { weights }) => sum + weights.length * weights[0]!.length, 0));
    requireChain(params.layers, params.inputs.length);
    return params;
  },
  headline: ({ layers }) =>
    same(layers.map(({ weights, activation }) => `${weights.length} ${activation}`).join(' → ')),
  prompt: ({ layers }) => {
    const hidden = layers.length - 1;
    return {
      en: `Forward pass of a network ${hidden === 0 ? 'without a hidden layer' : hidden === 1 ? 'with one hidden layer' : `with ${hidden} hidden layers`} (row j of a matrix: the weights into unit j).`,
      zh: `对${hidden === 0 ? '没有中间层' : `含 ${hidden} 个中间层`}的网络做前向传播（矩阵第 j 行为进入单元 j 的权重）。`,
    };
  },
  given: ({ inputs, layers }) => [['x = ', ...draw(inputs)], ...drawLayers(layers)],
  generate: (random, level) => {
    const weight = (): number => random.nonZero(-9, 9) / 10;
    const layer = (units: number, inputs: number, activation: Layer['activation'], withBias: boolean) => ({
      weights: random.matrix(units, inputs, level === 1 ? () => random.nonZero(-2, 2) : weight),
      bias: withBias ? random.vector(units, level === 1 ? () => random.nonZero(-2, 2) : weight) : undefined,
      activation,
    });
    const inputs = random.vector(2, () => random.nonZero(-2, 3));
    if (level === 1) return { inputs, layers: [layer(2, 2, 'relu', true), layer(1, 2, 'linear', true)] };
    if (level === 2) return { inputs, layers: [layer(2, 2, 'sigmoid', true), layer(1, 2, 'sigmoid', true)] };
    return {
      inputs,
      layers: [layer(3, 2, 'tanh', true), layer(3, 3, 'softmax', true)],
    };
  },
  solve: ({ inputs, layers }, work) => {
    const passes = forwardSteps(layers, inputs, work, '', same(''));
    const last = passes.at(-1)!.output;
    const output = work.step('output', [...last], () => ({
      title: { en: 'Output of the network', zh: '网络的输出' },
      symbol: 'y',
    }));
    return answerOf([...passes.slice(0, -1), { net: passes.at(-1)!.net, output }]);
  },
  mistakes: {
    'bias-forgotten': {
      tell: {
        en: 'The biases are missing: u = Σ w·x + b, for every unit of every layer.',
        zh: '漏加了偏置：每一层的每个单元都是 u = Σ w·x + b。',
      },
      answer: withLayers(({ bias, ...layer }) => (bias?.some(b => b !== 0) ? layer : undefined)),
    },
    'hidden-activation-forgotten': {
      tell: {
        en: 'The activation of the hidden layers is missing: without f the layers collapse into one linear map.',
        zh: '中间层漏了激活函数：没有 f，多层就退化为一个线性变换。',
      },
      answer: withLayers((layer, l, all) =>
        l < all.length - 1 && layer.activation !== 'linear' ? { ...layer, activation: 'linear' } : undefined,
      ),
    },
    'output-activation-forgotten': {
      tell: {
        en: 'That is the net input of the output layer: its activation f is still to be applied.',
        zh: '这是输出层的净输入：还要再作用激活函数 f。',
      },
      answer: withLayers((layer, l, all) =>
        l === all.length - 1 && layer.activation !== 'linear' ? { ...layer, activation: 'linear' } : undefined,
      ),
    },
    'weights-transposed': {
      tell: {
        en: 'Rows and columns of a weight matrix were exchanged: row j holds the weights into unit j.',
        zh: '权重矩阵的行与列用反了：第 j 行是进入单元 j 的权重。',
      },
      answer: withLayers(layer =>
        layer.weights.length === layer.weights[0]!.length && layer.weights.length > 1
          ? { ...layer, weights: transposed(layer) }
          : undefined,
      ),
    },
    'input-reused': {
      tell: {
        en: 'A later layer was fed the inputs x: it takes the outputs z of the layer before.',
        zh: '后一层直接用了输入 x：它的输入应是上一层的输出 z。',
      },
      answer: ({ inputs, layers }) => {
        if (layers.length < 2 || layers.some(({ weights }) => weights[0]!.length !== inputs.length)) return undefined;
        return answerOf(layers.map(layer => forward([layer], inputs)[0]!));
      },
    },
  },
  verify: ({ inputs, layers }, { layers: passes, output }) => {
    // Every layer as columns of [W b], weighted by [x; 1] and added from the last; every activation in its other form.
    let x: readonly number[] = inputs;
    const nets = layers.map(layer => {
      const { weights, bias, activation } = layer;
      const columns = [...transposed(layer), bias ?? weights.map(() => 0)];
      const extended = [...x, 1];
      const net = columns.reduceRight<number[]>(
        (sum, column, i) => sum.map((s, j) => s + column[j]! * extended[i]!),
        weights.map(() => 0),
      );
      x = activateAnotherWay(activation, net);
      return net;
    });
    return [
      ...nets.map((net, l) => ({
        claim: `layer ${l + 1}: the columns of [W b], weighted by [x; 1] and added`,
        left: passes[l]!.net,
        right: net,
      })),
      { claim: 'the output, every activation in its other form', left: output, right: [...x] },
    ];
  },
});
