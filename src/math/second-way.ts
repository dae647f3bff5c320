/** Activations computed in another way than `network.ts` does, to prove results by. */
import { type Activation, type ScalarActivation, sigmoid } from './network.ts';

/** σ(u) = (1 + tanh(u/2))/2 */
export const sigmoidByTanh = (u: number): number => (1 + Math.tanh(u / 2)) / 2;

/** tanh(u) = 2σ(2u) − 1 */
export const tanhBySigmoid = (u: number): number => 2 * sigmoid(2 * u) - 1;

/** A layer's outputs from its net inputs: ReLU as (u + |u|)/2, softmax as 1/Σ_j e^(u_j − u_k). */
export const activateAnotherWay = (activation: Activation, net: readonly number[], slope = 0.01): number[] => {
  switch (activation) {
    case 'sigmoid':
      return net.map(sigmoidByTanh);
    case 'tanh':
      return net.map(tanhBySigmoid);
    case 'relu':
      return net.map(u => (u + Math.abs(u)) / 2);
    case 'leaky-relu':
      return net.map(u => (u + Math.abs(u)) / 2 + (slope * (u - Math.abs(u))) / 2);
    case 'step':
      return net.map(u => Number(Math.sign(u) >= 0));
    case 'linear':
      return [...net];
    case 'softmax':
      return net.map(u => 1 / net.reduce((sum, other) => sum + Math.exp(other - u), 0));
  }
};

/** f′(u) without f: σ′ = 1/(2 + 2 cosh u), tanh′ = 1/cosh² u, and the piecewise linear ones by the sign of u. */
export const slopeAnotherWay = (activation: ScalarActivation, u: number, slope = 0.01): number => {
  const isPositive = Math.max(0, Math.sign(u));
  switch (activation) {
    case 'sigmoid':
      return 1 / (2 + 2 * Math.cosh(u));
    case 'tanh':
      return 1 / Math.cosh(u) ** 2;
    case 'relu':
      return isPositive;
    case 'leaky-relu':
      return slope + (1 - slope) * isPositive;
    case 'step':
      return 0;
    case 'linear':
      return 1;
  }
};
