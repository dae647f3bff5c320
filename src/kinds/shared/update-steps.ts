import type { Layer } from '../../math/network.ts';
import type { Text } from '../../problem/text.ts';
import type { Scope, Work } from '../../problem/work.ts';
import { inputName, layerTitle, unitName, weightName } from './network-steps.ts';
import { namesOf, type Training, type Weights } from './training.ts';

/** Up to this many weights of a layer each get a row of their own; beyond, the first ones. */
const shownWeights = 24;

/** ∂E/∂w = −Σ over samples of δ_j x_i, δ already divided by the number of samples. */
export const gradientsOf = (
  layers: readonly Layer[],
  deltas: readonly number[][][],
  xs: readonly (readonly (readonly number[])[])[],
): Weights[] =>
  layers.map(({ weights, bias }, l) => ({
    weights: weights.map((row, j) =>
      row.map((_, i) => -deltas.reduce((sum, d, s) => sum + d[l]![j]! * xs[s]![l]![i]!, 0)),
    ),
    ...(bias ? { bias: bias.map((_, j) => -deltas.reduce((sum, d) => sum + d[l]![j]!, 0)) } : {}),
  }));

/** The weights after one step down the gradient, every change shown in the course's form Δw = αδx. */
export const updateSteps = (
  training: Training,
  layers: readonly Layer[],
  gradients: readonly Weights[],
  deltas: readonly number[][][],
  xs: readonly (readonly (readonly number[])[])[],
  work: Work,
  direction: number,
): Weights[] => {
  const names = namesOf(layers);
  const { learningRate: α, regularization, freezeBias } = training;
  const penalty = (w: number): number =>
    regularization ? regularization.lambda * (regularization.type === 'l2' ? w : Math.sign(w)) : 0;
  const order = layers.map((_, l) => layers.length - 1 - l);
  const updated: Weights[] = [];
  for (const l of order) {
    const { weights, bias } = layers[l]!;
    const title: Text = {
      en: `Changes of the weights into the ${layerTitle(names, l).en}`,
      zh: `到${layerTitle(names, l).zh}的权重调整值`,
    };
    const count = weights.length * weights[0]!.length;
    let shown = 0;
    const changes = weights.map((row, j) =>
      row.map((w, i) => {
        const value = -direction * α * (gradients[l]!.weights[j]![i]! + penalty(w));
        if (shown >= shownWeights) return value;
        shown++;
        const name = weightName(l, i, j);
        const [d, x] = [unitName('δ', names, l, j), inputName(names, l, i)];
        const single = deltas.length === 1;
        const product = single ? `${d}*${x}` : `sum(${d} .* ${x})`;
        const scope: Scope = single
          ? { [d]: deltas[0]![l]![j]!, [x]: xs[0]![l]![i]! }
          : { [d]: deltas.map(sample => sample[l]![j]!), [x]: xs.map(sample => sample[l]![i]!) };
        const shrink = !regularization ? {} : { λ: regularization.lambda, [name]: w };
        const decay = !regularization ? '' : regularization.type === 'l2' ? ` - λ*${name}` : ` - λ*sign(${name})`;
        return work.step(`Δ${name}`, value, () => ({
          title,
          symbol: `Δ${name}`,
          formula: decay ? `α*(${product}${decay})` : `α*${product}`,
          scope: { α, ...scope, ...shrink },
          ...(shown === shownWeights && count > shownWeights
            ? {
                note: {
                  en: `The other ${count - shownWeights} changes are found in the same way.`,
                  zh: `其余 ${count - shownWeights} 个调整值用同样方法求得。`,
                },
              }
            : {}),
        }));
      }),
    );
    const name = `W${l + 1}`;
    const next = work.step(
      `${name}_updated`,
      weights.map((row, j) => row.map((w, i) => w + changes[j]![i]!)),
      () => ({
        title: { en: 'New weights', zh: '更新后的权重' },
        symbol: `${name}′`,
        formula: `${name} + Δ${name}`,
        scope: { [name]: weights, [`Δ${name}`]: changes },
      }),
    );
    const nextBias =
      bias &&
      (freezeBias
        ? [...bias]
        : work.step(
            `b${l + 1}_updated`,
            bias.map((b, j) => b - direction * α * gradients[l]!.bias![j]!),
            () => ({
              title: { en: 'New biases', zh: '更新后的偏置' },
              symbol: `b${l + 1}′`,
              formula: `b${l + 1} + α*δ${l + 1}`,
              scope: { [`b${l + 1}`]: bias, α, [`δ${l + 1}`]: gradients[l]!.bias!.map(g => -g) },
            }),
          ));
    updated.unshift({ weights: next, ...(nextBias ? { bias: nextBias } : {}) });
  }
  return updated;
};
