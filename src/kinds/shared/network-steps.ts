import { activateLayer, type Layer, netInput, type Pass, type ScalarActivation } from '../../math/network.ts';
import { join, type Text } from '../../problem/text.ts';
import type { Scope, Work } from '../../problem/work.ts';

/** How a network's quantities are called, as in the course: x_i, u1_j, z_j, u2, y, w1_ij, w2_j1. */
export interface Names {
  readonly layers: number;
  readonly outputs: number;
}

const unit = (name: string, j: number): string => `${name}_${j + 1}`;

/** The output of unit j of layer l: z_j with one hidden layer, z1_j, z2_j with more; y, or y_k, at the end. */
export const outputName = ({ layers, outputs }: Names, l: number, j: number): string =>
  l === layers - 1 ? (outputs === 1 ? 'y' : unit('y', j)) : unit(layers > 2 ? `z${l + 1}` : 'z', j);

/** A quantity of unit j of layer l, without an index where the layer is the only output unit. */
export const unitName = (letter: string, { layers, outputs }: Names, l: number, j: number): string =>
  l === layers - 1 && outputs === 1 ? `${letter}${l + 1}` : unit(`${letter}${l + 1}`, j);

/** w1_ij joins input i to unit j, counted from 1. */
export const weightName = (l: number, i: number, j: number): string => `w${l + 1}_${i + 1}${j + 1}`;

export const inputName = (names: Names, l: number, i: number): string =>
  l === 0 ? unit('x', i) : outputName(names, l - 1, i);

const formulas: Readonly<Record<ScalarActivation, string>> = {
  sigmoid: '1/(1 + exp(-u))',
  tanh: 'tanh(u)',
  relu: 'max(0, u)',
  'leaky-relu': 'max(0.01*u, u)',
  step: '(u >= 0) ? 1 : 0',
  linear: 'u',
};

/** A formula of an activation in which `u` is called `name`. */
export const activationFormula = (activation: ScalarActivation, name: string): string =>
  formulas[activation].replace(/\bu\b/g, name);

export const layerTitle = (names: Names, l: number): Text => {
  if (l === names.layers - 1) return { en: 'output layer', zh: '输出层' };
  return names.layers > 2
    ? { en: `hidden layer ${l + 1}`, zh: `第 ${l + 1} 隐含层` }
    : { en: 'hidden layer', zh: '中间层' };
};

/** Sums of at most this many products are written out with a name for every factor. */
const namedTerms = 6;

/** Σ w·x + b with its numbers: every factor named while there are few, as vectors beyond. */
export const weightedSum = (
  names: Names,
  l: number,
  j: number,
  row: readonly number[],
  x: readonly number[],
  bias: number | undefined,
): { formula: string; scope: Scope } => {
  const constant = bias === undefined ? {} : { [unitName('b', names, l, j)]: bias };
  const end = bias === undefined ? '' : ` + ${unitName('b', names, l, j)}`;
  if (row.length > namedTerms) return { formula: `sum(w .* x)${end}`, scope: { w: row, x, ...constant } };
  const terms = row.map((w, i) => [weightName(l, i, j), w, inputName(names, l, i), x[i]!] as const);
  return {
    formula: terms.map(([w, , input]) => `${w}*${input}`).join(' + ') + end,
    scope: Object.assign({}, ...terms.map(([w, value, input, xi]) => ({ [w]: value, [input]: xi })), constant),
  };
};

/** Layers of at most this many units are shown unit by unit, wider ones as vectors. */
const namedUnits = 12;

/** The name of a layer's outputs as a vector. */
const outputVector = ({ layers }: Names, l: number): string =>
  l === layers - 1 ? 'y' : layers > 2 ? `z${l + 1}` : 'z';

const softmaxFormula = (name: string, net: readonly number[]): string => {
  const powers = net.every(u => Math.abs(u) < 700) ? `map(${name}, exp)` : `map(${name} - max(${name}), exp)`;
  return `${powers} / sum(${powers})`;
};

const netOf = ({ weights, bias }: Layer, x: readonly number[]): number[] =>
  weights.map((row, j) => netInput(row, x, bias?.[j] ?? 0, 0));

const namedLayer = (
  layer: Layer,
  names: Names,
  l: number,
  x: readonly number[],
  work: Work,
  at: string,
  title: Text,
): Pass => {
  const { weights, bias, activation } = layer;
  const net = netOf(layer, x).map((value, j) => {
    const symbol = unitName('u', names, l, j);
    return work.step(`${at}${symbol}`, value, () => ({
      title,
      symbol,
      ...weightedSum(names, l, j, weights[j]!, x, bias?.[j]),
    }));
  });
  const values = activateLayer(activation, net);
  if (activation === 'softmax') {
    const output = work.step(`${at}softmax${l + 1}`, values, () => ({
      title,
      symbol: outputVector(names, l),
      formula: softmaxFormula('u', net),
      scope: { u: net },
    }));
    return { net, output };
  }
  const output = values.map((value, j) =>
    work.step(`${at}${outputName(names, l, j)}`, value, () => ({
      title,
      symbol: outputName(names, l, j),
      formula: activationFormula(activation, unitName('u', names, l, j)),
      scope: { [unitName('u', names, l, j)]: net[j]! },
    })),
  );
  return { net, output };
};

const wideLayer = (
  layer: Layer,
  names: Names,
  l: number,
  x: readonly number[],
  work: Work,
  at: string,
  title: Text,
): Pass => {
  const { weights, bias, activation } = layer;
  const [W, u, b] = ['W', 'u', 'b'].map(letter => `${letter}${l + 1}`) as [string, string, string];
  const from = l === 0 ? 'x' : outputVector(names, l - 1);
  const net = work.step(`${at}${u}`, netOf(layer, x), () => ({
    title,
    symbol: u,
    formula: bias ? `${W}*${from} + ${b}` : `${W}*${from}`,
    scope: { [W]: weights, [from]: x, ...(bias ? { [b]: bias } : {}) },
  }));
  const output = work.step(`${at}${outputVector(names, l)}`, activateLayer(activation, net), () => ({
    title,
    symbol: outputVector(names, l),
    formula:
      activation === 'softmax' ? softmaxFormula(u, net) : `map(${u}, f(u) = ${activationFormula(activation, 'u')})`,
    scope: { [u]: net },
  }));
  return { net, output };
};

/** The forward pass, every net input and output a step; `at` tells passes apart in ids, `when` in titles. */
export const forwardSteps = (
  layers: readonly Layer[],
  input: readonly number[],
  work: Work,
  at: string,
  when: Text,
): Pass[] => {
  const names = { layers: layers.length, outputs: layers.at(-1)!.weights.length };
  let x = input;
  return layers.map((layer, l) => {
    const title = join([when, layerTitle(names, l)]);
    const pass =
      layer.weights.length > namedUnits
        ? wideLayer(layer, names, l, x, work, at, title)
        : namedLayer(layer, names, l, x, work, at, title);
    x = pass.output;
    return pass;
  });
};
