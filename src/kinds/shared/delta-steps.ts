import {
  type Layer,
  type Loss,
  outputDelta,
  type Pass,
  type ScalarActivation,
  throughActivation,
} from '../../math/network.ts';
import type { Text } from '../../problem/text.ts';
import type { Scope, Work } from '../../problem/work.ts';
import { layerTitle, type Names, outputName, unitName, weightName } from './network-steps.ts';
import { type Manner, namesOf, type Training } from './training.ts';

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
export const deltasOf = (
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
