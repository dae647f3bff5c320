import { activations, type Layer } from '../../math/network.ts';
import { draw } from '../../problem/drawing.ts';
import { ProblemError } from '../../problem/error.ts';
import { choice, list, matrix, optional, record, vector } from '../../problem/params.ts';
import { same, type Text } from '../../problem/text.ts';

/** Layers of a feed-forward network: how they are read, joined and drawn. */

const layerParam = record(
  { en: 'a layer', zh: '一层' },
  {
    weights: matrix({ en: 'one row per unit', zh: '每个单元一行' }),
    bias: optional(vector({ en: 'one number per unit', zh: '每个单元一个数' })),
    activation: choice({ en: 'the activation function', zh: '激活函数' }, [...activations, 'softmax']),
  },
);

export const layersParam = list({ en: 'the layers, first to last', zh: '各层，从前到后' }, layerParam);

/** A list of another length than `why` asks for. */
export const wrongLength = (path: string, expected: number, why: Text, found: number): ProblemError =>
  new ProblemError(
    'invalid-params',
    {
      en: `expected ${expected} numbers, ${why.en}, but got ${found}`,
      zh: `应为 ${expected} 个数（${why.zh}），实际为 ${found}`,
    },
    path,
  );

/** Every layer takes as many inputs as the one before has units; throws with the path of the first that does not. */
export const requireChain = (layers: readonly Layer[], inputs: number): void => {
  layers.reduce((width, { weights, bias }, l) => {
    const why =
      l === 0
        ? { en: 'one per input', zh: '每个输入一个' }
        : { en: 'one per unit of the layer before', zh: '上一层每个单元一个' };
    if (weights[0]!.length !== width) throw wrongLength(`layers[${l}].weights[0]`, width, why, weights[0]!.length);
    if (bias && bias.length !== weights.length) {
      throw wrongLength(`layers[${l}].bias`, weights.length, { en: 'one per unit', zh: '每个单元一个' }, bias.length);
    }
    return weights.length;
  }, inputs);
};

/** The network drawn as its weight matrices. */
export const drawLayers = (layers: readonly Layer[]) =>
  layers.flatMap(({ weights, bias, activation }, l) => [
    [`w${l + 1} = `, ...draw(weights), ...(bias ? [`  b${l + 1} = `, ...draw(bias)] : []), same(`  ${activation}`)],
  ]);
