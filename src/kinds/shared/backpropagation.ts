import {
  forward,
  type Layer,
  type Loss,
  lossOf,
  outputDelta,
  type Pass,
  type ScalarActivation,
  throughActivation,
} from '../../math/network.ts';
import { draw } from '../../problem/drawing.ts';
import { same, type Text } from '../../problem/text.ts';
import { type Scope, silent, type Work } from '../../problem/work.ts';
import { forwardSteps, inputName, layerTitle, type Names, outputName, unitName, weightName } from './network-steps.ts';

export interface Training {
  readonly inputs: number[] | number[][];
  readonly targets: number[] | number[][];
  readonly layers: readonly Layer[];
  readonly loss: Loss;
  readonly learningRate: number;
  readonly updates: number;
  readonly freezeBias: boolean;
  readonly regularization?: { readonly type: 'l1' | 'l2'; readonly lambda: number } | undefined;
}

/** One entry per layer. */
export interface Weights {
  readonly weights: number[][];
  readonly bias?: number[];
}

export interface Trained {
  readonly output: number[] | number[][];
  readonly loss: number;
  readonly deltas: number[][] | number[][][];
  readonly gradients: Weights[];
  readonly updated: Weights[];
  readonly updatedLoss: number;
}

/** What a student does differently who makes a mistake; the right way is `rightly`. */
export interface Manner {
  /** −1 climbs the error instead of descending it. */
  readonly direction: 1 | -1;
  /** Multiplies the loss, and so every gradient with it. */
  readonly lossFactor: number;
  readonly gradientFactor: number;
  readonly outputSlope: boolean;
  readonly hiddenSlope: boolean;
  /** Whether hidden deltas are computed with the output weights after their update. */
  readonly updatedFirst: boolean;
}

export const rightly: Manner = {
  direction: 1,
  lossFactor: 1,
  gradientFactor: 1,
  outputSlope: true,
  hiddenSlope: true,
  updatedFirst: false,
};

export const isBatch = (inputs: number[] | number[][]): inputs is number[][] => Array.isArray(inputs[0]);

interface Sample {
  readonly input: readonly number[];
  readonly target: readonly number[];
}

export const samplesOf = ({ inputs, targets }: Pick<Training, 'inputs' | 'targets'>): Sample[] =>
  isBatch(inputs)
    ? inputs.map((input, s) => ({ input, target: (targets as number[][])[s]! }))
    : [{ input: inputs, target: targets as number[] }];

const namesOf = (layers: readonly Layer[]): Names => ({
  layers: layers.length,
  outputs: layers.at(-1)!.weights.length,
});

const targetName = (names: Names, k: number): string => (names.outputs === 1 ? 'r' : `r_${k + 1}`);

/** f′ in terms of the output, as a student writes it; undefined for the activations whose slope is just a number. */
const slopeFormula = (activation: ScalarActivation, output: string): string | undefined =>
  activation === 'sigmoid'
    ? `${output}*(1 - ${output})`
    : activation === 'tanh'
      ? `(1 - ${output}^2)`
      : activation === 'linear'
        ? '1'
        : undefined;

/** How the delta of a unit is shown: the error that reaches it times the slope of its activation. */
const deltaShown = (
  names: Names,
  l: number,
  j: number,
  activation: ScalarActivation,
  pass: Pass,
  error: { formula: string; scope: Scope; value: number },
  delta: number,
): { formula: string; scope: Scope } => {
  const output = outputName(names, l, j);
  const slope = slopeFormula(activation, output);
  if (slope === '1') return { formula: error.formula, scope: error.scope };
  if (slope) return { formula: `(${error.formula})*${slope}`, scope: { ...error.scope, [output]: pass.output[j]! } };
  // The slope of a piecewise linear function is a number; where the error is 0 any slope will do.
  const value = error.value === 0 ? 0 : Math.round((delta / error.value) * 1e9) / 1e9;
  return { formula: `(${error.formula})*f`, scope: { ...error.scope, f: value } };
};

const errorOfOutput = (names: Names, k: number, pass: Pass, target: readonly number[]) => {
  const [r, y] = [targetName(names, k), outputName(names, names.layers - 1, k)];
  return {
    formula: `${r} - ${y}`,
    scope: { [r]: target[k]!, [y]: pass.output[k]! },
    value: target[k]! - pass.output[k]!,
  };
};

/** What comes back over the weights: Σ_k δ_k w_jk of the layer above. */
const errorOfHidden = (
  names: Names,
  l: number,
  j: number,
  above: readonly number[],
  weights: readonly (readonly number[])[],
) => {
  const terms = above.map(
    (d, k) => [unitName('δ', names, l + 1, k), d, weightName(l + 1, j, k), weights[k]![j]!] as const,
  );
  return {
    formula: terms.map(([d, , w]) => `${d}*${w}`).join(' + '),
    scope: Object.assign({}, ...terms.map(([d, dv, w, wv]) => ({ [d]: dv, [w]: wv }))) as Scope,
    value: terms.reduce((sum, [, d, , w]) => sum + d * w, 0),
  };
};

const without = (activation: Layer['activation'], slope: boolean): Layer['activation'] =>
  slope ? activation : 'linear';

/** The course's δ = −∂E/∂net of every layer for one sample, last layer first in the steps, first layer first in the result. */
const deltasOf = (
  training: Training,
  passes: readonly Pass[],
  target: readonly number[],
  work: Work,
  at: string,
  manner: Manner,
): number[][] => {
  const { layers, loss, learningRate } = training;
  const names = namesOf(layers);
  const last = layers.length - 1;
  const deltas: number[][] = [];
  for (let l = last; l >= 0; l--) {
    const { activation } = layers[l]!;
    const pass = passes[l]!;
    const above = deltas[0];
    const weights = layers[l + 1]?.weights;
    const carried =
      manner.updatedFirst && above && weights
        ? weights.map((row, k) => row.map((w, i) => w + learningRate * above[k]! * pass.output[i]!))
        : weights;
    const slope = l === last ? manner.outputSlope : manner.hiddenSlope;
    const values =
      above && carried
        ? throughActivation(
            without(activation, slope),
            pass.net,
            pass.output.map((_, j) => above.reduce((sum, d, k) => sum + d * carried[k]![j]!, 0)),
          )
        : outputDelta(loss, activation, pass, target).map((d, k) => (slope ? -d : target[k]! - pass.output[k]!));
    const title: Text = {
      en: `Error signal of the ${layerTitle(names, l).en}`,
      zh: `${layerTitle(names, l).zh}的误差信号`,
    };
    const note: Text | undefined =
      l === last && at === ''
        ? { en: 'δ = −∂E/∂u, with the sign of the course: Δw = αδz.', zh: 'δ = −∂E/∂u，按课程的符号约定：Δw = αδz。' }
        : undefined;
    deltas.unshift(
      activation === 'softmax'
        ? work.step(`${at}δ${l + 1}`, values, () => ({
            title,
            symbol: `δ${l + 1}`,
            ...(note ? { note } : {}),
            ...softmaxShown(loss, l === last, pass, target, above, carried),
          }))
        : values.map((value, j) =>
            work.step(`${at}${unitName('δ', names, l, j)}`, value, () => {
              const error =
                above && carried ? errorOfHidden(names, l, j, above, carried) : errorOfOutput(names, j, pass, target);
              const shown =
                l === last && loss === 'cross-entropy'
                  ? { formula: error.formula, scope: error.scope }
                  : deltaShown(names, l, j, activation, pass, error, value);
              return { title, symbol: unitName('δ', names, l, j), ...shown, ...(note && j === 0 ? { note } : {}) };
            }),
          ),
    );
  }
  return deltas;
};

const softmaxShown = (
  loss: Loss,
  isLast: boolean,
  pass: Pass,
  target: readonly number[],
  above: readonly number[] | undefined,
  weights: readonly (readonly number[])[] | undefined,
): { formula: string; scope: Scope } => {
  const y = pass.output;
  if (isLast && loss === 'cross-entropy') {
    return { formula: 'r - sum(r)*y', scope: { r: target, y } };
  }
  const e =
    above && weights
      ? y.map((_, j) => above.reduce((sum, d, k) => sum + d * weights[k]![j]!, 0))
      : y.map((v, k) => target[k]! - v);
  return { formula: 'y .* (e - sum(e .* y))', scope: { y, e } };
};

const lossShown = (training: Training, pass: Pass, target: readonly number[]): { formula: string; scope: Scope } => {
  const { activation } = training.layers.at(-1)!;
  const y = pass.output;
  if (training.loss === 'squared-error') {
    if (y.length === 1) return { formula: '(r - y)^2/2', scope: { r: target[0]!, y: y[0]! } };
    return { formula: 'sum((r - y).^2)/2', scope: { r: target, y } };
  }
  const saturated = y.some(v => v <= 1e-12 || v >= 1 - 1e-12);
  if (activation === 'softmax') {
    return saturated
      ? { formula: 'sum(r .* (max(u) + log(sum(map(u - max(u), exp))) - u))', scope: { r: target, u: pass.net } }
      : { formula: '-sum(r .* log(y))', scope: { r: target, y } };
  }
  return saturated
    ? {
        formula:
          'sum(r .* map(-u, f(x) = max(x, 0) + log1p(exp(-abs(x)))) + (1 - r) .* map(u, f(x) = max(x, 0) + log1p(exp(-abs(x)))))',
        scope: { r: target, u: pass.net },
      }
    : y.length === 1
      ? { formula: '-(r*log(y) + (1 - r)*log(1 - y))', scope: { r: target[0]!, y: y[0]! } }
      : { formula: '-sum(r .* log(y) + (1 - r) .* log(1 - y))', scope: { r: target, y } };
};

const lossTitle: Text = { en: 'Error', zh: '误差' };
const forwardTitle: Text = { en: 'Forward pass, ', zh: '前向传播：' };
const againTitle: Text = { en: 'Forward pass with the new weights, ', zh: '用新权重再次前向传播：' };

/** Loss of all samples with their passes: each a step, then their mean. */
const lossSteps = (
  training: Training,
  passes: readonly (readonly Pass[])[],
  work: Work,
  id: string,
  title: Text,
  factor: number,
): number => {
  const samples = samplesOf(training);
  const { activation } = training.layers.at(-1)!;
  const losses = samples.map(({ target }, s) => {
    const pass = passes[s]!.at(-1)!;
    const value = factor * lossOf(training.loss, activation, pass, target);
    return samples.length === 1
      ? value
      : work.step(`${id}_${s + 1}`, value, () => ({
          title,
          symbol: `E_${s + 1}`,
          ...lossShown(training, pass, target),
        }));
  });
  if (samples.length === 1) {
    return work.step(id, losses[0]!, () => ({
      title,
      symbol: id === 'loss' ? 'E' : 'E′',
      ...lossShown(training, passes[0]!.at(-1)!, samples[0]!.target),
    }));
  }
  const mean = losses.reduce((sum, e) => sum + e, 0) / losses.length;
  return work.step(id, mean, () => ({
    title,
    symbol: id === 'loss' ? 'E' : 'E′',
    formula: 'mean(E)',
    scope: { E: losses },
  }));
};

/** Up to this many weights of a layer each get a row of their own; beyond, the first ones. */
const shownWeights = 24;

interface Gradient {
  readonly weights: number[][];
  readonly bias?: number[];
}

/** ∂E/∂w = −Σ over samples of δ_j x_i, δ already divided by the number of samples. */
const gradientsOf = (
  layers: readonly Layer[],
  deltas: readonly number[][][],
  xs: readonly (readonly (readonly number[])[])[],
): Gradient[] =>
  layers.map(({ weights, bias }, l) => ({
    weights: weights.map((row, j) =>
      row.map((_, i) => -deltas.reduce((sum, d, s) => sum + d[l]![j]! * xs[s]![l]![i]!, 0)),
    ),
    ...(bias ? { bias: bias.map((_, j) => -deltas.reduce((sum, d) => sum + d[l]![j]!, 0)) } : {}),
  }));

/** The weights after one step down the gradient, every change shown in the course's form Δw = αδx. */
const updateSteps = (
  training: Training,
  layers: readonly Layer[],
  gradients: readonly Gradient[],
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

/** The network drawn as its weight matrices. */
export const drawLayers = (layers: readonly Layer[]) =>
  layers.flatMap(({ weights, bias, activation }, l) => [
    [`w${l + 1} = `, ...draw(weights), ...(bias ? [`  b${l + 1} = `, ...draw(bias)] : []), same(`  ${activation}`)],
  ]);
