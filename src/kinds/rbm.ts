/**
 * A restricted Boltzmann machine of binary units: p(h_j = 1 | v) = σ(c_j + Σ_i W_ji v_i), p(v_i = 1 | h) = σ(b_i + Σ_j W_ji h_j),
 * and the energy E(v, h) = −bᵀv − cᵀh − hᵀWv.
 *
 * Convention: one row of W per hidden unit, so W[j][i] joins visible unit i to hidden unit j; the same W serves both ways,
 * transposed on the way down. Source: Hinton 2010, "A practical guide to training restricted Boltzmann machines", section 2.
 */
import { energy, hiddenNet, hiddenProbabilities, visibleNet, visibleProbabilities } from '../math/boltzmann.ts';
import { apply, dot, transpose, unitVector, type Vector } from '../math/matrix.ts';
import { logSumExp } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { optional, type ParamsOf, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';
import type { Scope, Work } from '../problem/work.ts';
import { drawMachine, machineOf, machineParams, probabilitySteps, requireLayers } from './shared/boltzmann-steps.ts';

const params = {
  weights: machineParams.weights,
  visible: optional(vector({ en: 'v, the states of the visible units', zh: 'v，可见单元的状态' })),
  hidden: optional(vector({ en: 'h, the states of the hidden units', zh: 'h，隐单元的状态' })),
  visibleBias: machineParams.visibleBias,
  hiddenBias: machineParams.hiddenBias,
};
type Params = ParamsOf<typeof params>;

interface Solved {
  readonly hiddenProbabilities: number[] | undefined;
  readonly visibleProbabilities: number[] | undefined;
  readonly energy: number | undefined;
}

/** Fields that this problem does not have are left out. */
const present = (solved: Partial<Solved>): Solved =>
  Object.fromEntries(Object.entries(solved).filter(([, value]) => value !== undefined)) as unknown as Solved;

const energySteps = (given: Params, visible: number[], hidden: number[], work: Work): number => {
  const machine = machineOf(given);
  const title = { en: 'The energy of v and h together', zh: 'v 与 h 的联合能量' };
  const term = <T extends Value>(id: string, value: T, formula: string, scope: Scope): T =>
    work.step(id, value, () => ({ title, symbol: id, formula, scope }));
  const bv = term('bv', dot(machine.visibleBias, visible), 'dot(b, v)', { b: machine.visibleBias, v: visible });
  const ch = term('ch', dot(machine.hiddenBias, hidden), 'dot(c, h)', { c: machine.hiddenBias, h: hidden });
  const Wv = term('Wv', apply(given.weights, visible), 'W*v', { W: given.weights, v: visible });
  const hWv = term('hWv', dot(hidden, Wv), 'dot(h, Wv)', { h: hidden, Wv });
  return work.step('energy', -bv - ch - hWv, () => ({
    title,
    symbol: 'E',
    formula: '-bv - ch - hWv',
    scope: { bv, ch, hWv },
  }));
};

const solve = (given: Params, work: Work): Solved => {
  const { visible, hidden } = given;
  const machine = machineOf(given);
  const down =
    hidden &&
    probabilitySteps(
      machine,
      'visible',
      hidden,
      { given: 'h', found: 'p' },
      { en: 'The visible units given h: p_i = p(v_i = 1 | h)', zh: '给定 h 时的可见单元：p_i = p(v_i = 1 | h)' },
      work,
    );
  const visibleProbabilities =
    down &&
    work.step('visibleProbabilities', down, () => ({
      title: { en: 'p(v = 1 | h)', zh: 'p(v = 1 | h)' },
      symbol: 'p(v|h)',
    }));
  const together = visible && hidden ? energySteps(given, visible, hidden, work) : undefined;
  const up =
    visible &&
    probabilitySteps(
      machine,
      'hidden',
      visible,
      { given: 'v', found: 'q' },
      { en: 'The hidden units given v: q_j = p(h_j = 1 | v)', zh: '给定 v 时的隐单元：q_j = p(h_j = 1 | v)' },
      work,
    );
  const hiddenProbabilities =
    up &&
    work.step('hiddenProbabilities', up, () => ({
      title: { en: 'p(h = 1 | v)', zh: 'p(h = 1 | v)' },
      symbol: 'p(h|v)',
    }));
  return present({ hiddenProbabilities, visibleProbabilities, energy: together });
};

/** The fields with other weights or biases. */
const withParams = (given: Params, change: Partial<Params>): Solved | undefined => {
  const changed = { ...given, ...change };
  const machine = machineOf(changed);
  const { visible, hidden } = changed;
  return present({
    hiddenProbabilities: visible && hiddenProbabilities(machine, visible),
    visibleProbabilities: hidden && visibleProbabilities(machine, hidden),
    energy: visible && hidden ? energy(machine, visible, hidden) : undefined,
  });
};

const isZero = (bias: Vector): boolean => bias.every(b => b === 0);
const isSquare = ({ weights }: Params): boolean => weights.length === weights[0]!.length;

export const rbm = defineKind({
  id: 'rbm',
  topic: 'dbn',
  title: { en: 'Restricted Boltzmann machine', zh: '受限玻尔兹曼机（RBM）' },
  params,
  answer: {
    hiddenProbabilities: field<number[] | undefined>('vector', 'p(h|v)', {
      en: 'the probabilities that the hidden units are on, given v',
      zh: '给定 v 时隐单元为 1 的概率',
    }),
    visibleProbabilities: field<number[] | undefined>('vector', 'p(v|h)', {
      en: 'the probabilities that the visible units are on, given h',
      zh: '给定 h 时可见单元为 1 的概率',
    }),
    energy: field<number | undefined>('number', 'E', { en: 'the energy E(v, h)', zh: '能量 E(v, h)' }),
  },
  ask: 'hiddenProbabilities',
  positional: ['weights', 'visible', 'hidden'],
  examples: [
    "'[1 -1 2; 0 1 -1]' '[1 0 1]'",
    "'[1 -1 2; 0 1 -1]' --hidden '[1 0]' --visible-bias '[0.5 0 -0.5]'",
    "'[0.5 -0.2; 0.1 0.3]' '[1 0]' '[1 1]' --hidden-bias 0.1",
  ],
  settle: given => {
    const { visible, hidden, visibleBias, hiddenBias } = given;
    if (!visible && !hidden) {
      throw new ProblemError(
        'invalid-params',
        {
          en: 'expected visible or hidden or both: the states that the probabilities are conditioned on',
          zh: '应给出 visible 或 hidden（或两者）：条件概率中的已知状态',
        },
        'visible',
      );
    }
    requireLayers(given, { visible, visibleBias }, { hidden, hiddenBias });
    const { visibleBias: b, hiddenBias: c } = machineOf(given);
    return { ...given, visibleBias: [...b], hiddenBias: [...c] };
  },
  headline: () => same('p(h_j|v) = σ(c_j + Σ W_ji v_i),  p(v_i|h) = σ(b_i + Σ W_ji h_j)'),
  prompt: ({ visible, hidden }) => {
    const asked = visible && hidden ? 'both' : visible ? 'up' : 'down';
    const en = {
      up: 'the probabilities of the hidden units given v',
      down: 'the probabilities of the visible units given h',
      both: 'p(h | v), p(v | h) and the energy E(v, h) = −bᵀv − cᵀh − hᵀWv',
    }[asked];
    const zh = {
      up: '给定 v 时隐单元的概率',
      down: '给定 h 时可见单元的概率',
      both: 'p(h | v)、p(v | h) 与能量 E(v, h) = −bᵀv − cᵀh − hᵀWv',
    }[asked];
    return {
      en: `A restricted Boltzmann machine with weights W (row j: hidden unit j); biases that are not given are 0. Find ${en}.`,
      zh: `受限玻尔兹曼机的权重为 W（第 j 行：隐单元 j），未给出的偏置为 0。求${zh}。`,
    };
  },
  given: given => [
    ...drawMachine(given),
    [
      ...(given.visible ? ['v = ', ...draw(given.visible)] : []),
      ...(given.hidden ? [`${given.visible ? ',  ' : ''}h = `, ...draw(given.hidden)] : []),
    ],
  ],
  generate: (random, level) => {
    const weight = level === 1 ? () => random.nonZero(-2, 2) : () => random.nonZero(-9, 9) / 10;
    const [hiddens, visibles] = level === 1 ? [2, 2] : level === 2 ? [2, 3] : [3, 3];
    /** States that are neither all on nor all off. */
    const states = (units: number): number[] => {
      const on = random.integer(1, units - 1);
      return random.shuffle(Array.from({ length: units }, (_, i) => (i < on ? 1 : 0)));
    };
    return {
      weights: random.matrix(hiddens, visibles, weight),
      visible: states(visibles),
      hidden: level === 1 ? undefined : states(hiddens),
      visibleBias: level === 1 ? 0 : random.vector(visibles, () => random.nonZero(-5, 5) / 10),
      hiddenBias: random.vector(hiddens, () => random.nonZero(-5, 5) / 10),
    };
  },
  solve,
  mistakes: {
    'transposed-weights': {
      tell: {
        en: 'W was applied transposed: a hidden unit takes its row of W, a visible unit its column.',
        zh: 'W 转置了：隐单元用 W 的一行，可见单元用 W 的一列。',
      },
      answer: given => {
        if (!isSquare(given)) return undefined;
        const { energy: _, ...probabilities } = withParams(given, { weights: transpose(given.weights) })!;
        return probabilities;
      },
    },
    'biases-swapped': {
      tell: {
        en: 'The biases were swapped: b belongs to the visible units, c to the hidden ones.',
        zh: '偏置用反了：b 属于可见单元，c 属于隐单元。',
      },
      answer: given => {
        const { visibleBias, hiddenBias } = machineOf(given);
        // With a bias of 0 that is the same as forgetting the other.
        if (!isSquare(given) || isZero(visibleBias) || isZero(hiddenBias)) return undefined;
        return withParams(given, { visibleBias: [...hiddenBias], hiddenBias: [...visibleBias] });
      },
    },
    'bias-forgotten': {
      tell: {
        en: 'The biases are missing: the net input is the bias plus the weighted sum.',
        zh: '漏了偏置：净输入是偏置加上加权和。',
      },
      answer: given => {
        const { visibleBias, hiddenBias } = machineOf(given);
        if (isZero(visibleBias) && isZero(hiddenBias)) return undefined;
        return withParams(given, { visibleBias: 0, hiddenBias: 0 });
      },
    },
    'sigmoid-forgotten': {
      tell: {
        en: 'Those are the net inputs: the probability is their sigmoid.',
        zh: '这是净输入：概率还要对它取 sigmoid。',
      },
      answer: given => {
        const { visible, hidden } = given;
        const { energy: _, ...nets } = present({
          hiddenProbabilities: visible && hiddenNet(machineOf(given), visible),
          visibleProbabilities: hidden && visibleNet(machineOf(given), hidden),
        });
        return nets;
      },
    },
    'sign-turned': {
      tell: {
        en: 'The sign is turned round: p = 1/(1 + e^(−net)), with the minus in the exponent; and the energy is negative where biases and weights are positive.',
        zh: '符号反了：p = 1/(1 + e^(−净输入))，指数上有负号；偏置与权重为正时能量为负。',
      },
      answer: given => {
        const { visible, hidden } = given;
        const machine = machineOf(given);
        return present({
          hiddenProbabilities: visible && hiddenProbabilities(machine, visible).map(p => 1 - p),
          visibleProbabilities: hidden && visibleProbabilities(machine, hidden).map(p => 1 - p),
          energy: visible && hidden ? -energy(machine, visible, hidden) : undefined,
        });
      },
    },
  },
  verify: (given, answer) => {
    // From the energies alone: p(h_j = 1 | v) is the share of e^−E of all states with h_j = 1, counted out where they are few.
    const machine = machineOf(given);
    const { visible, hidden } = given;
    const shares = (units: number, energyOf: (states: number[]) => number): number[] => {
      const whole = units <= 10;
      return Array.from({ length: units }, (_, j) => {
        const others = whole
          ? Array.from({ length: 2 ** (units - 1) }, (__, code) =>
              Array.from({ length: units }, (___, k) => (k === j ? 0 : (code >> (k < j ? k : k - 1)) & 1)),
            )
          : [new Array<number>(units).fill(0)];
        const flip = unitVector(units, j);
        const off = logSumExp(others.map(states => -energyOf(states)));
        const on = logSumExp(others.map(states => -energyOf(states.map((s, k) => s + flip[k]!))));
        return Math.exp(on - logSumExp([on, off]));
      });
    };
    const [up, down] = [answer.hiddenProbabilities, answer.visibleProbabilities];
    return [
      ...(visible && up
        ? [
            {
              claim: 'p(h | v) from the energies of all hidden states',
              left: up,
              right: shares(up.length, h => energy(machine, visible, h)),
            },
          ]
        : []),
      ...(hidden && down
        ? [
            {
              claim: 'p(v | h) from the energies of all visible states',
              left: down,
              right: shares(down.length, v => energy(machine, v, hidden)),
            },
          ]
        : []),
      ...(visible && hidden && answer.energy !== undefined
        ? [
            {
              claim: 'E = −Σ v_i (b_i + Σ_j W_ji h_j) − Σ c_j h_j',
              left: answer.energy,
              right: -dot(visible, visibleNet(machine, hidden)) - dot(machine.hiddenBias, hidden),
            },
          ]
        : []),
    ];
  },
});
