import type { Machine } from '../../math/boltzmann.ts';
import { dot, transpose, type Vector } from '../../math/matrix.ts';
import { sigmoid } from '../../math/network.ts';
import { type Drawing, draw } from '../../problem/drawing.ts';
import { ProblemError } from '../../problem/error.ts';
import { checkOperations } from '../../problem/limits.ts';
import { matrix, optional, tensor } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';
import type { Scope, Work } from '../../problem/work.ts';
import { finiteNets } from './finite.ts';

/** What the kinds of restricted Boltzmann machines share: parameters, and one layer's probabilities as steps. */

export type Bias = number | number[];

const biasParam = (about: Text) => optional(tensor<Bias>(about, [0, 1]), 0);

export const machineParams = {
  weights: matrix({
    en: 'W: one row per hidden unit, one column per visible unit',
    zh: 'W：每个隐单元一行，每个可见单元一列',
  }),
  visibleBias: biasParam({
    en: 'b, the visible biases (one for all, or one each)',
    zh: 'b，可见层偏置（共用一个数，或每个一个）',
  }),
  hiddenBias: biasParam({
    en: 'c, the hidden biases (one for all, or one each)',
    zh: 'c，隐层偏置（共用一个数，或每个一个）',
  }),
};

export interface MachineParams {
  readonly weights: number[][];
  readonly visibleBias: Bias;
  readonly hiddenBias: Bias;
}

const spread = (bias: Bias, units: number): number[] =>
  typeof bias === 'number' ? new Array<number>(units).fill(bias) : bias;

/** The machine, a lone bias spread over its layer. */
export const machineOf = ({ weights, visibleBias, hiddenBias }: MachineParams): Machine => ({
  weights,
  visibleBias: spread(visibleBias, weights[0]!.length),
  hiddenBias: spread(hiddenBias, weights.length),
});

/** Throws where a vector has not one number for every unit of its layer. */
export const requireLayers = (
  { weights }: MachineParams,
  visible: Readonly<Record<string, Bias | undefined>>,
  hidden: Readonly<Record<string, Bias | undefined>>,
): void => {
  const check = (vectors: Readonly<Record<string, Bias | undefined>>, units: number, layer: Text): void => {
    for (const [path, values] of Object.entries(vectors)) {
      if (values === undefined || typeof values === 'number' || values.length === units) continue;
      throw new ProblemError(
        'invalid-params',
        {
          en: `expected ${units} numbers, one per ${layer.en}, but got ${values.length}`,
          zh: `应为 ${units} 个数（每${layer.zh}一个），实际为 ${values.length}`,
        },
        path,
      );
    }
  };
  check(visible, weights[0]!.length, { en: 'visible unit (column of weights)', zh: '个可见单元（weights 的列）' });
  check(hidden, weights.length, { en: 'hidden unit (row of weights)', zh: '个隐单元（weights 的行）' });
  checkOperations(weights.length * weights[0]!.length * 8);
};

/** Layers of at most this many units are worked unit by unit. */
const namedUnits = 6;
/** Sums of at most this many products are written out with a name for every factor. */
const namedTerms = 5;

/** Which layer is computed from which: h from v by the rows of W, v from h by its columns. */
export type Side = 'hidden' | 'visible';

/** How the quantities of one computation are called: the units it is given, the probabilities it finds. */
export interface Naming {
  readonly given: string;
  readonly found: string;
}

const weightName = (side: Side, unit: number, other: number): string =>
  side === 'hidden' ? `W_${unit + 1}${other + 1}` : `W_${other + 1}${unit + 1}`;

/** Net input of one unit, c_j + Σ W_ji v_i or b_i + Σ W_ji h_j. */
const netShown = (
  side: Side,
  unit: number,
  weights: Vector,
  given: Vector,
  bias: number,
  letter: string,
): { formula: string; scope: Scope } => {
  const biasName = `${side === 'hidden' ? 'c' : 'b'}_${unit + 1}`;
  if (weights.length > namedTerms)
    return { formula: `${biasName} + sum(w .* ${letter})`, scope: { [biasName]: bias, w: weights, [letter]: given } };
  const terms = weights.map((w, k) => [weightName(side, unit, k), w, `${letter}_${k + 1}`, given[k]!] as const);
  return {
    formula: [biasName, ...terms.map(([w, , x]) => `${w}*${x}`)].join(' + '),
    scope: Object.assign({ [biasName]: bias }, ...terms.map(([w, wv, x, xv]) => ({ [w]: wv, [x]: xv }))),
  };
};

/** σ of the net inputs of one layer: each unit two steps while there are few, else the layer two. */
export const probabilitySteps = (
  machine: Machine,
  side: Side,
  given: Vector,
  { given: letter, found }: Naming,
  heading: Text,
  work: Work,
): number[] => {
  const rows = side === 'hidden' ? machine.weights : transpose(machine.weights);
  const bias = side === 'hidden' ? machine.hiddenBias : machine.visibleBias;
  const nets = finiteNets(
    rows.map((row, j) => bias[j]! + dot(row, given)),
    'u',
  );
  if (rows.length > namedUnits) {
    const [W, a] = [side === 'hidden' ? 'W' : 'transpose(W)', side === 'hidden' ? 'c' : 'b'];
    const net = work.step(`u${found}`, nets, () => ({
      title: heading,
      symbol: 'u',
      formula: `${a} + ${W}*${letter}`,
      scope: { [a]: bias, W: machine.weights, [letter]: given },
    }));
    return work.step(found, net.map(sigmoid), () => ({
      title: heading,
      symbol: found,
      formula: 'map(u, f(x) = 1/(1 + exp(-x)))',
      scope: { u: net },
    }));
  }
  return rows.map((row, j) => {
    const net = work.step(`u${found}_${j + 1}`, nets[j]!, () => ({
      title: heading,
      symbol: `u_${j + 1}`,
      ...netShown(side, j, row, given, bias[j]!, letter),
    }));
    return work.step(`${found}_${j + 1}`, sigmoid(net), () => ({
      title: heading,
      symbol: `${found}_${j + 1}`,
      formula: `1/(1 + exp(-u_${j + 1}))`,
      scope: { [`u_${j + 1}`]: net },
    }));
  });
};

/** W and the biases that are not 0 throughout. */
export const drawMachine = (params: MachineParams): Drawing => {
  const { weights, visibleBias, hiddenBias } = machineOf(params);
  const line = (name: string, bias: Vector, before: string) =>
    bias.some(b => b !== 0) ? [`${before}${name} = `, ...draw([...bias])] : [];
  return [[`W = `, { matrix: weights }, ...line('b', visibleBias, '  '), ...line('c', hiddenBias, '  ')]];
};
