/**
 * One step of contrastive divergence (CD-1) for a restricted Boltzmann machine: up to p(h | v0), down to the reconstruction
 * v1 = p(v | h0), up again to p(h | v1); then W += η(p(h|v0)·v0ᵀ − p(h|v1)·v1ᵀ), b += η(v0 − v1), c += η(p(h|v0) − p(h|v1)).
 *
 * Convention: h0 is sampled where `uniform` gives the draws (a unit is on when p > draw), else the probabilities drive the
 * reconstruction; the reconstruction and both products use probabilities, which carry less noise than sampled states.
 * Source: Hinton 2010, "A practical guide to training restricted Boltzmann machines", sections 2 and 3.
 */
import { freeEnergy, hiddenProbabilities, type Machine, outer, visibleProbabilities } from '../math/boltzmann.ts';
import { transpose, type Vector } from '../math/matrix.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { number, optional, type ParamsOf, vector } from '../problem/params.ts';
import type { Text } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';
import { drawMachine, machineOf, machineParams, probabilitySteps, requireLayers } from './shared/boltzmann-steps.ts';

const params = {
  weights: machineParams.weights,
  visible: vector({ en: 'v0, the data vector', zh: 'v0，数据向量' }),
  learningRate: number({ en: 'the learning rate η', zh: '学习率 η' }),
  visibleBias: machineParams.visibleBias,
  hiddenBias: machineParams.hiddenBias,
  uniform: optional(
    vector(
      {
        en: 'one draw from [0, 1] per hidden unit, which is on when p > draw (none: the probabilities are used)',
        zh: '每个隐单元一个 [0, 1] 上的随机数，p 大于它时取 1（不给出则直接用概率）',
      },
      { min: 0, max: 1 },
    ),
  ),
};
type Params = ParamsOf<typeof params>;

/** The machine after the update. */
interface Updated {
  readonly weights: number[][];
  readonly visibleBias: number[];
  readonly hiddenBias: number[];
}

interface Solved {
  readonly positive: number[][];
  readonly reconstruction: number[];
  readonly negative: number[][];
  readonly updated: Updated;
}

/** What a student does differently who makes a mistake; the right way is `rightly`. */
interface Manner {
  readonly direction: 1 | -1;
  readonly sampledNegative: boolean;
  readonly forgetsNegative: boolean;
  readonly downByRows: boolean;
}
const rightly: Manner = { direction: 1, sampledNegative: false, forgetsNegative: false, downByRows: false };

const sampleOf = (p: Vector, draws: Vector): number[] => p.map((pj, j) => (pj > draws[j]! ? 1 : 0));

const moved = (from: Vector, by: number, first: Vector, second: Vector): number[] =>
  from.map((x, i) => x + by * (first[i]! - second[i]!));

const solve = (given: Params, work: Work, manner: Manner = rightly): Solved => {
  const { weights, visible: v0, uniform, learningRate } = given;
  const machine = machineOf(given);
  const up = (v: Vector, name: string, found: string, heading: Text): number[] =>
    probabilitySteps(machine, 'hidden', v, { given: name, found }, heading, work);

  const q0 = up(v0, 'v0', 'q0', {
    en: 'Up: the hidden units given the data, q0 = p(h | v0)',
    zh: '向上：给定数据时的隐单元，q0 = p(h | v0)',
  });
  const positive = work.step('positive', outer(q0, v0), () => ({
    title: { en: 'Positive phase: q0·v0ᵀ', zh: '正相：q0·v0ᵀ' },
    symbol: 'P',
    formula: 'transpose([q0])*[v0]',
    scope: { q0, v0 },
  }));
  const h0 = uniform
    ? work.step('h0', sampleOf(q0, uniform), () => ({
        title: {
          en: 'Sample: a unit is on when its probability is larger than its draw',
          zh: '采样：概率大于随机数时该单元取 1',
        },
        symbol: 'h0',
        drawn: [[...draw(sampleOf(q0, uniform)), ',  u = ', ...draw([...uniform])]],
      }))
    : q0;
  const downwards = manner.downByRows ? { ...machine, weights: transpose(machine.weights) } : machine;
  const v1 = probabilitySteps(
    downwards,
    'visible',
    h0,
    { given: uniform ? 'h0' : 'q0', found: 'v1' },
    { en: 'Down: the reconstruction v1 = p(v | h0)', zh: '向下：重构 v1 = p(v | h0)' },
    work,
  );
  const reconstruction = work.step('reconstruction', v1, () => ({
    title: { en: 'The reconstruction', zh: '重构' },
    symbol: 'v1',
    ...(uniform ? {} : { note: probabilitiesDrive }),
  }));
  const q1 = up(reconstruction, 'v1', 'q1', {
    en: 'Up again: the hidden units given the reconstruction, q1 = p(h | v1)',
    zh: '再向上：给定重构时的隐单元，q1 = p(h | v1)',
  });
  const states = manner.sampledNegative && uniform ? sampleOf(q1, uniform) : q1;
  const negative = work.step('negative', outer(states, reconstruction), () => ({
    title: { en: 'Negative phase: q1·v1ᵀ', zh: '负相：q1·v1ᵀ' },
    symbol: 'N',
    formula: 'transpose([q1])*[v1]',
    scope: { q1: states, v1: reconstruction },
    note: {
      en: 'Probabilities, not sampled states: they carry less noise into the update.',
      zh: '这里用概率而不用采样状态：带入更新的噪声更小。',
    },
  }));

  const rate = manner.direction * learningRate;
  const { visibleBias: b, hiddenBias: c } = machine;
  const updateTitle = { en: 'The biases after the update', zh: '更新后的偏置' };
  const visibleBias = work.step('visibleBias', moved(b, rate, v0, reconstruction), () => ({
    title: updateTitle,
    symbol: 'b′',
    formula: 'b + η*(v0 - v1)',
    scope: { b, η: learningRate, v0, v1: reconstruction },
  }));
  const hiddenBias = work.step('hiddenBias', moved(c, rate, q0, states), () => ({
    title: updateTitle,
    symbol: 'c′',
    formula: 'c + η*(q0 - q1)',
    scope: { c, η: learningRate, q0, q1: states },
  }));
  const nothing = negative.map(row => row.map(() => 0));
  const updatedWeights = work.step(
    'weights',
    weights.map((row, j) => moved(row, rate, positive[j]!, (manner.forgetsNegative ? nothing : negative)[j]!)),
    () => ({
      title: { en: 'The weights after the update', zh: '更新后的权重' },
      symbol: 'W′',
      formula: 'W + η*(P - N)',
      scope: { W: weights, η: learningRate, P: positive, N: negative },
    }),
  );
  return { positive, reconstruction, negative, updated: { weights: updatedWeights, visibleBias, hiddenBias } };
};

const probabilitiesDrive: Text = {
  en: 'No draws are given, so the probabilities q0 drive the reconstruction instead of sampled states.',
  zh: '没有给出随机数，因此由概率 q0（而不是采样状态）产生重构。',
};

const wrongly =
  (manner: Partial<Manner>, applies: (given: Params) => boolean = () => true) =>
  (given: Params): Solved | undefined =>
    applies(given) ? solve(given, silent, { ...rightly, ...manner }) : undefined;

const isSquare = ({ weights }: Params): boolean => weights.length === weights[0]!.length;
const hasBias = (given: Params): boolean => {
  const { visibleBias, hiddenBias } = machineOf(given);
  return [...visibleBias, ...hiddenBias].some(bias => bias !== 0);
};

/** The updated machine of an answer, its numbers, or their change. */
const quantity = (title: Text, symbol: string, form: 'matrix' | 'vector', name: keyof Updated) => ({
  title,
  symbol,
  form,
  of: ({ updated }: { readonly updated: Updated }) => updated[name],
});

export const contrastiveDivergence = defineKind({
  id: 'contrastive-divergence',
  topic: 'dbn',
  title: { en: 'Contrastive divergence (CD-1)', zh: '对比散度（CD-1）' },
  params,
  answer: {
    positive: field<number[][]>('matrix', 'P', { en: 'the positive phase p(h|v0)·v0ᵀ', zh: '正相 p(h|v0)·v0ᵀ' }),
    reconstruction: field<number[]>('vector', 'v1', { en: 'the reconstruction p(v|h0)', zh: '重构 p(v|h0)' }),
    negative: field<number[][]>('matrix', 'N', { en: 'the negative phase p(h|v1)·v1ᵀ', zh: '负相 p(h|v1)·v1ᵀ' }),
    updated: field<Updated>('list', 'updated', { en: 'weights and biases after the update', zh: '更新后的权重与偏置' }),
  },
  ask: 'updatedWeights',
  quantities: {
    updatedWeights: quantity({ en: 'the weights W after the update', zh: '更新后的权重 W' }, 'W′', 'matrix', 'weights'),
    updatedVisibleBias: quantity(
      { en: 'the visible biases b after the update', zh: '更新后的可见层偏置 b' },
      'b′',
      'vector',
      'visibleBias',
    ),
    updatedHiddenBias: quantity(
      { en: 'the hidden biases c after the update', zh: '更新后的隐层偏置 c' },
      'c′',
      'vector',
      'hiddenBias',
    ),
    weightChanges: {
      title: { en: 'the changes ΔW of the weights', zh: '权重的调整值 ΔW' },
      symbol: 'ΔW',
      form: 'matrix',
      of: ({ updated }, { weights }) => updated.weights.map((row, j) => row.map((w, i) => w - weights[j]![i]!)),
    },
  },
  examples: [
    "'[0.5 -0.2; 0.1 0.3]' '[1 0]' 0.1 --uniform '[0.4 0.7]'",
    "'[1 -1 0; 0 1 1]' --visible '[1 0 1]' --learning-rate 0.5 --hidden-bias '[0.1 -0.1]'",
  ],
  settle: given => {
    const { visible, visibleBias, hiddenBias, uniform } = given;
    requireLayers(given, { visible, visibleBias }, { hiddenBias, uniform });
    const { visibleBias: b, hiddenBias: c } = machineOf(given);
    return { ...given, visibleBias: [...b], hiddenBias: [...c] };
  },
  headline: ({ learningRate }) => ({
    en: `W += η(p(h|v0)·v0ᵀ − p(h|v1)·v1ᵀ) · η = ${learningRate}`,
    zh: `W += η(p(h|v0)·v0ᵀ − p(h|v1)·v1ᵀ) · η = ${learningRate}`,
  }),
  prompt: ({ learningRate, uniform }) => ({
    en: `One update of a restricted Boltzmann machine (row j of W: hidden unit j) by CD-1 with η = ${learningRate}; ${
      uniform
        ? 'a hidden unit is on when its probability is larger than its draw u; both phases use probabilities.'
        : 'probabilities are used throughout, nothing is sampled.'
    } Biases that are not given are 0.`,
    zh: `用 CD-1 对受限玻尔兹曼机（W 的第 j 行：隐单元 j）更新一次，η = ${learningRate}；${
      uniform ? '隐单元的概率大于随机数 u 时取 1；正相与负相均用概率。' : '全程使用概率，不采样。'
    }未给出的偏置为 0。`,
  }),
  given: given => [
    ...drawMachine(given),
    ['v0 = ', ...draw(given.visible), ...(given.uniform ? [',  u = ', ...draw(given.uniform)] : [])],
  ],
  display: ({ reconstruction, updated }) => [
    ['v1 = ', ...draw(reconstruction)],
    ['W′ = ', { matrix: updated.weights }],
    ['b′ = ', ...draw(updated.visibleBias), ',  c′ = ', ...draw(updated.hiddenBias)],
  ],
  generate: (random, level) => {
    const weight = (): number => random.nonZero(-9, 9) / 10;
    const [hiddens, visibles] = level === 1 ? [1, 2] : level === 2 ? [2, 2] : [2, 3];
    const on = random.integer(1, visibles - 1);
    const bias = (units: number): number[] => random.vector(units, () => random.nonZero(-5, 5) / 10);
    return {
      weights: random.matrix(hiddens, visibles, weight),
      visible: random.shuffle(Array.from({ length: visibles }, (_, i) => (i < on ? 1 : 0))),
      learningRate: random.pick([0.5, 1]),
      visibleBias: level === 1 ? 0 : bias(visibles),
      hiddenBias: level === 1 ? 0 : bias(hiddens),
      uniform: level === 1 && random.oneIn(2) ? undefined : random.vector(hiddens, () => random.decimal(0.1, 0.9, 1)),
    };
  },
  solve: (given, work) => solve(given, work),
  mistakes: {
    'sign-turned': {
      tell: {
        en: 'The sign of the update is turned round: what goes with the data is strengthened, + η·positive − η·negative.',
        zh: '更新的符号反了：应加强与数据一致的部分，即 + η·正相 − η·负相。',
      },
      answer: given => {
        const { updated } = solve(given, silent, { ...rightly, direction: -1 });
        return { updated };
      },
    },
    'sampled-negative-phase': {
      tell: {
        en: 'Sampled hidden states were used in the negative phase: only h0, which drives the reconstruction, is sampled; p(h|v1) enters as probabilities.',
        zh: '负相中用了采样的隐单元状态：只有产生重构的 h0 需要采样，p(h|v1) 以概率代入。',
      },
      answer: wrongly({ sampledNegative: true }, ({ uniform }) => uniform !== undefined),
    },
    'negative-phase-forgotten': {
      tell: {
        en: 'The negative phase is missing: without it the weights only ever grow along the data (plain Hebbian learning).',
        zh: '漏了负相：没有它，权重只会沿数据方向不断增长（单纯的 Hebb 学习）。',
      },
      answer: given => {
        const { updated } = solve(given, silent, { ...rightly, forgetsNegative: true });
        return { updated: { ...updated, visibleBias: solve(given, silent).updated.visibleBias } };
      },
    },
    'sampling-forgotten': {
      tell: {
        en: 'The probabilities drove the reconstruction: the draws are given, so the hidden units are sampled first.',
        zh: '直接用概率产生了重构：题目给出了随机数，应先对隐单元采样。',
      },
      answer: given => (given.uniform ? solve({ ...given, uniform: undefined }, silent) : undefined),
    },
    'learning-rate-forgotten': {
      tell: {
        en: 'The learning rate is missing: every change is multiplied by η.',
        zh: '漏乘了学习率：每个调整值都要乘以 η。',
      },
      answer: given =>
        given.learningRate === 1 ? undefined : { updated: solve({ ...given, learningRate: 1 }, silent).updated },
    },
    'biases-swapped': {
      tell: {
        en: 'The biases were swapped: b belongs to the visible units, c to the hidden ones.',
        zh: '偏置用反了：b 属于可见单元，c 属于隐单元。',
      },
      answer: given => {
        if (!isSquare(given) || !hasBias(given)) return undefined;
        const swapped = solve({ ...given, visibleBias: given.hiddenBias, hiddenBias: given.visibleBias }, silent);
        const { visibleBias, hiddenBias } = swapped.updated;
        return { ...swapped, updated: { ...swapped.updated, visibleBias: hiddenBias, hiddenBias: visibleBias } };
      },
    },
    'transposed-weights': {
      tell: {
        en: 'The reconstruction used the rows of W: on the way down a visible unit takes its column, Wᵀ·h.',
        zh: '重构时用了 W 的行：向下时可见单元用 W 的一列，即 Wᵀ·h。',
      },
      answer: wrongly({ downByRows: true }, given => isSquare(given) && given.weights.length > 1),
    },
  },
  verify: (given, { positive, reconstruction, negative, updated }) => {
    // p(h|v)·vᵀ = −∂F/∂W of the free energy, found by finite differences; so are the changes of the hidden biases.
    const machine = machineOf(given);
    const { visible, learningRate, uniform } = given;
    const step = 1e-5;
    const slopeOf = (v: Vector, nudged: (by: number) => Machine): number =>
      -(freeEnergy(nudged(step), v) - freeEnergy(nudged(-step), v)) / (2 * step);
    const byWeight = (v: Vector): number[][] =>
      machine.weights.map((row, j) =>
        row.map((_, i) =>
          slopeOf(v, by => ({
            ...machine,
            weights: machine.weights.map((r, a) => r.map((w, k) => (a === j && k === i ? w + by : w))),
          })),
        ),
      );
    const byHidden = (v: Vector): number[] =>
      machine.hiddenBias.map((_, j) =>
        slopeOf(v, by => ({ ...machine, hiddenBias: machine.hiddenBias.map((c, a) => (a === j ? c + by : c)) })),
      );
    const q0 = hiddenProbabilities(machine, visible);
    const again = visibleProbabilities(machine, uniform ? sampleOf(q0, uniform) : q0);
    const [plus, minus] = [byHidden(visible), byHidden(reconstruction)];
    const change = (from: Vector, to: Vector): number[] => to.map((x, i) => x - from[i]!);
    return [
      { claim: 'positive = −∂F(v0)/∂W', left: positive, right: byWeight(visible), tolerance: 1e-6 },
      { claim: 'negative = −∂F(v1)/∂W', left: negative, right: byWeight(reconstruction), tolerance: 1e-6 },
      { claim: 'the reconstruction by the layers as a whole', left: reconstruction, right: again },
      {
        claim: 'ΔW = η(positive − negative)',
        left: updated.weights.map((row, j) => change(given.weights[j]!, row)),
        right: positive.map((row, j) => row.map((p, i) => learningRate * (p - negative[j]![i]!))),
      },
      {
        claim: 'Δc by the free energy',
        left: change(machine.hiddenBias, updated.hiddenBias),
        right: plus.map((p, j) => learningRate * (p - minus[j]!)),
        tolerance: 1e-6,
      },
      {
        claim: 'Δb = η(v0 − v1)',
        left: change(machine.visibleBias, updated.visibleBias),
        right: visible.map((v, i) => learningRate * (v - reconstruction[i]!)),
      },
    ];
  },
});
