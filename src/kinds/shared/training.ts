import type { Layer, Loss } from '../../math/network.ts';
import type { Names } from './network-steps.ts';

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

export interface Sample {
  readonly input: readonly number[];
  readonly target: readonly number[];
}

export const samplesOf = ({ inputs, targets }: Pick<Training, 'inputs' | 'targets'>): Sample[] =>
  isBatch(inputs)
    ? inputs.map((input, s) => ({ input, target: (targets as number[][])[s]! }))
    : [{ input: inputs, target: targets as number[] }];

export const namesOf = (layers: readonly Layer[]): Names => ({
  layers: layers.length,
  outputs: layers.at(-1)!.weights.length,
});
