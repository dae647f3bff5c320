import { forward, type Layer, type Pass } from '../../math/network.ts';
import type { Text } from '../../problem/text.ts';
import { silent, type Work } from '../../problem/work.ts';
import { deltasOf } from './delta-steps.ts';
import { lossSteps, lossTitle } from './loss-steps.ts';
import { forwardSteps } from './network-steps.ts';
import { isBatch, type Manner, rightly, samplesOf, type Trained, type Training, type Weights } from './training.ts';
import { gradientsOf, updateSteps } from './update-steps.ts';

const forwardTitle: Text = { en: 'Forward pass, ', zh: '前向传播：' };
const againTitle: Text = { en: 'Forward pass with the new weights, ', zh: '用新权重再次前向传播：' };

/** At most this many samples of a batch are shown whole. */
const shownSamples = 3;

/** Forward, back and down the gradient, `updates` times; the first time in steps. */
export const train = (training: Training, work: Work, manner: Manner = rightly): Trained => {
  const samples = samplesOf(training);
  const single = samples.length === 1;
  const workOf = (s: number): Work => (s < shownSamples ? work : silent);
  const at = (s: number): string => (single ? '' : `s${s + 1}_`);
  const when = (s: number, text: Text): Text =>
    single ? text : { en: `Sample ${s + 1}: ${text.en}`, zh: `样本 ${s + 1}：${text.zh}` };

  const passes = samples.map(({ input }, s) =>
    forwardSteps(training.layers, input, workOf(s), at(s), when(s, forwardTitle)),
  );
  const loss = lossSteps(training, passes, work, 'loss', lossTitle, manner.lossFactor);
  const deltas = samples.map(({ target }, s) => {
    const whole = deltasOf(training, passes[s]!, target, workOf(s), at(s), manner);
    return whole.map(layer => layer.map(d => (d * manner.gradientFactor) / samples.length));
  });
  const inputsOf = (all: readonly (readonly Pass[])[]): (readonly number[])[][] =>
    all.map((layers, s) => [samples[s]!.input, ...layers.slice(0, -1).map(pass => pass.output)]);
  const gradients = gradientsOf(training.layers, deltas, inputsOf(passes));
  let updated = updateSteps(training, training.layers, gradients, deltas, inputsOf(passes), work, manner.direction);

  const withWeights = (weights: readonly Weights[]): Layer[] =>
    training.layers.map((layer, l) => ({ ...layer, ...weights[l]! }));
  for (let update = 1; update < training.updates; update++) {
    const layers = withWeights(updated);
    const again = { ...training, layers };
    const now = samples.map(({ input }) => forward(layers, input));
    const back = samples.map(({ target }, s) =>
      deltasOf(again, now[s]!, target, silent, '', manner).map(layer =>
        layer.map(d => (d * manner.gradientFactor) / samples.length),
      ),
    );
    updated = updateSteps(
      again,
      layers,
      gradientsOf(layers, back, inputsOf(now)),
      back,
      inputsOf(now),
      silent,
      manner.direction,
    );
  }
  if (training.updates > 1) {
    const last = updated;
    updated = last.map((layer, l) => ({
      ...layer,
      weights: work.step(`W${l + 1}_last`, layer.weights, () => ({
        title: {
          en: `Weights after ${training.updates} updates, each like the first`,
          zh: `第 ${training.updates} 次更新后的权重（每次方法相同）`,
        },
        symbol: `W${l + 1}`,
      })),
    }));
  }

  const after = withWeights(updated);
  const endPasses = samples.map(({ input }, s) =>
    forwardSteps(after, input, workOf(s), `after_${at(s)}`, when(s, againTitle)),
  );
  const updatedLoss = lossSteps(
    { ...training, layers: after },
    endPasses,
    work,
    'updatedLoss',
    { en: 'Error after the update', zh: '更新后的误差' },
    manner.lossFactor,
  );

  const output = passes.map(layers => [...layers.at(-1)!.output]);
  const signed = training.layers.map((_, l) => deltas.map(sample => sample[l]!.map(d => -d)));
  return {
    output: isBatch(training.inputs) ? output : output[0]!,
    loss,
    deltas: isBatch(training.inputs) ? signed : signed.map(layer => layer[0]!),
    gradients,
    updated,
    updatedLoss,
  };
};
