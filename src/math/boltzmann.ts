/**
 * Restricted Boltzmann machines with binary units. Weights are [hidden][visible]: weights[j][i] joins visible unit i to hidden
 * unit j. E(v, h) = −bᵀv − cᵀh − hᵀWv with the visible biases b and the hidden biases c.
 * Source: Hinton 2010, "A practical guide to training restricted Boltzmann machines".
 */
import { apply, dot, type Matrix, transpose, type Vector } from './matrix.ts';
import { sigmoid, softplus } from './network.ts';

export interface Machine {
  readonly weights: Matrix;
  readonly visibleBias: Vector;
  readonly hiddenBias: Vector;
}

/** c + Wv, one number per hidden unit. */
export const hiddenNet = ({ weights, hiddenBias }: Machine, visible: Vector): number[] =>
  apply(weights, visible).map((net, j) => net + hiddenBias[j]!);

/** b + Wᵀh, one number per visible unit. */
export const visibleNet = ({ weights, visibleBias }: Machine, hidden: Vector): number[] =>
  apply(transpose(weights), hidden).map((net, i) => net + visibleBias[i]!);

/** p(h_j = 1 | v) */
export const hiddenProbabilities = (machine: Machine, visible: Vector): number[] =>
  hiddenNet(machine, visible).map(sigmoid);

/** p(v_i = 1 | h) */
export const visibleProbabilities = (machine: Machine, hidden: Vector): number[] =>
  visibleNet(machine, hidden).map(sigmoid);

/** E(v, h) */
export const energy = ({ weights, visibleBias, hiddenBias }: Machine, visible: Vector, hidden: Vector): number =>
  -dot(visibleBias, visible) - dot(hiddenBias, hidden) - dot(hidden, apply(weights, visible));

/** F(v) = −ln Σ_h e^−E(v, h) = −bᵀv − Σ_j ln(1 + e^(c_j + W_j v)) */
export const freeEnergy = (machine: Machine, visible: Vector): number =>
  -dot(machine.visibleBias, visible) - hiddenNet(machine, visible).reduce((sum, net) => sum + softplus(net), 0);

/** a bᵀ, one row per entry of a. */
export const outer = (a: Vector, b: Vector): number[][] => a.map(x => b.map(y => x * y));
