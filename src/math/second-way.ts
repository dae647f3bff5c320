/** Activations computed in another way than `network.ts` does, to prove results by. */
import { sigmoid } from './network.ts';

/** σ(u) = (1 + tanh(u/2))/2 */
export const sigmoidByTanh = (u: number): number => (1 + Math.tanh(u / 2)) / 2;

/** tanh(u) = 2σ(2u) − 1 */
export const tanhBySigmoid = (u: number): number => 2 * sigmoid(2 * u) - 1;
