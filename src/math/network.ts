/** Feed-forward networks: activations, their derivatives, the forward pass and its losses. */

export const activations = ['sigmoid', 'tanh', 'relu', 'leaky-relu', 'step', 'linear'] as const;
export type ScalarActivation = (typeof activations)[number];
export type Activation = ScalarActivation | 'softmax';

export interface Layer {
  /** One row per unit: weights[j][i] joins input i to unit j. */
  readonly weights: readonly (readonly number[])[];
  readonly bias?: readonly number[] | undefined;
  readonly activation: Activation;
}

/** 1/(1 + e^−x) without overflow for either sign. */
export const sigmoid = (x: number): number => {
  const small = Math.exp(-Math.abs(x));
  return x >= 0 ? 1 / (1 + small) : small / (1 + small);
};

/** ln(1 + e^x) without overflow. */
export const softplus = (x: number): number => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));

/** ln Σ e^x, shifted by the largest entry. */
export const logSumExp = (x: readonly number[]): number => {
  const most = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  return most + Math.log(x.reduce((sum, entry) => sum + Math.exp(entry - most), 0));
};

/** e^x_k / Σ e^x, shifted by the largest entry. */
export const softmax = (x: readonly number[]): number[] => {
  const most = x.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const powers = x.map(entry => Math.exp(entry - most));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map(power => power / sum);
};

/** f(x). The step is 1 from 0 on. */
export const activate = (activation: ScalarActivation, x: number, slope = 0.01): number => {
  switch (activation) {
    case 'sigmoid':
      return sigmoid(x);
    case 'tanh':
      return Math.tanh(x);
    case 'relu':
      return Math.max(0, x);
    case 'leaky-relu':
      return x > 0 ? x : slope * x;
    case 'step':
      return x >= 0 ? 1 : 0;
    case 'linear':
      return x;
  }
};

/** f′(x); at their kinks ReLU has 0, leaky ReLU its slope, and the step 0 everywhere, as libraries have it. */
export const slopeAt = (activation: ScalarActivation, x: number, slope = 0.01): number => {
  switch (activation) {
    case 'sigmoid': {
      const small = Math.exp(-Math.abs(x));
      return small / (1 + small) ** 2;
    }
    case 'tanh': {
      const small = Math.exp(-2 * Math.abs(x));
      return (4 * small) / (1 + small) ** 2;
    }
    case 'relu':
      return x > 0 ? 1 : 0;
    case 'leaky-relu':
      return x > 0 ? 1 : slope;
    case 'step':
      return 0;
    case 'linear':
      return 1;
  }
};

export const activateLayer = (activation: Activation, net: readonly number[]): number[] =>
  activation === 'softmax' ? softmax(net) : net.map(x => activate(activation, x));

/** ∂E/∂net of a layer from ∂E/∂output: times f′(net), or through the Jacobian of softmax. */
export const throughActivation = (
  activation: Activation,
  net: readonly number[],
  upstream: readonly number[],
): number[] => {
  if (activation !== 'softmax') return net.map((x, k) => upstream[k]! * slopeAt(activation, x));
  const y = softmax(net);
  const mean = y.reduce((sum, yk, k) => sum + yk * upstream[k]!, 0);
  return y.map((yk, k) => yk * (upstream[k]! - mean));
};

/**
 * Σ w·x + b − θ of one unit. What is left of a sum that is 0 in decimals, 0.7 + 0.1 − 0.8, is the rounding of its terms and
 * counts as 0, so that a step decides as the decimals do.
 */
export const netInput = (weights: readonly number[], x: readonly number[], bias: number, threshold: number): number => {
  const terms = [...weights.map((w, i) => w * x[i]!), bias, -threshold];
  const net = terms.reduce((sum, term) => sum + term, 0);
  const size = terms.reduce((sum, term) => sum + Math.abs(term), 0);
  return Math.abs(net) <= Math.min(1e-12, 4 * Number.EPSILON * size) ? 0 : net;
};

export interface Pass {
  readonly net: readonly number[];
  readonly output: readonly number[];
}

/** Net inputs and outputs of every layer, first layer first. */
export const forward = (layers: readonly Layer[], input: readonly number[]): Pass[] => {
  let x = input;
  return layers.map(({ weights, bias, activation }) => {
    const net = weights.map((row, j) => netInput(row, x, bias?.[j] ?? 0, 0));
    const output = activateLayer(activation, net);
    x = output;
    return { net, output };
  });
};

export type Loss = 'squared-error' | 'cross-entropy';

/**
 * ½Σ(r − y)²; or −Σ r ln y for softmax and −Σ(r ln y + (1 − r) ln(1 − y)) for sigmoid, both from the net inputs so that
 * a saturated output still has a finite loss.
 */
export const lossOf = (
  loss: Loss,
  activation: Activation,
  { net, output }: Pass,
  target: readonly number[],
): number => {
  if (loss === 'squared-error') return target.reduce((sum, r, k) => sum + (r - output[k]!) ** 2 / 2, 0);
  if (activation === 'softmax') {
    const all = logSumExp(net);
    return target.reduce((sum, r, k) => sum + r * (all - net[k]!), 0);
  }
  return target.reduce((sum, r, k) => sum + r * softplus(-net[k]!) + (1 - r) * softplus(net[k]!), 0);
};

/** ∂E/∂net of the output layer. */
export const outputDelta = (
  loss: Loss,
  activation: Activation,
  { net, output }: Pass,
  target: readonly number[],
): number[] => {
  if (loss === 'squared-error')
    return throughActivation(
      activation,
      net,
      output.map((y, k) => y - target[k]!),
    );
  const mass = activation === 'softmax' ? target.reduce((sum, r) => sum + r, 0) : 1;
  return output.map((y, k) => mass * y - target[k]!);
};
