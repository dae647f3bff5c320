/**
 * Long short-term memory: gates f, i, o = σ(W·[h, x] + b), candidate c̃ = tanh(Wc·[h, x] + bc), cell c = f ⊙ c_(t−1) + i ⊙ c̃,
 * state h = o ⊙ tanh(c).
 *
 * Convention: no peepholes; the columns of every matrix act on [h, x], the state first; a forget bias of 1, which some
 * libraries add by themselves, has to be given in bf. The candidate c̃ is written ĉ in formulas.
 * Sources: Hochreiter & Schmidhuber 1997; Gers et al. 2000 (the forget gate); PyTorch `nn.LSTM`.
 */
import { apply, type Matrix, zeros } from '../math/matrix.ts';
import type { ScalarActivation } from '../math/network.ts';
import { sigmoidByTanh, tanhBySigmoid } from '../math/second-way.ts';
import { defineKind, field } from '../problem/kind.ts';
import type { ParamsOf } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';
import {
  biasParam,
  gateParam,
  hiddenParam,
  inputsParam,
  requireGates,
  requireUnits,
  stateParam,
} from './shared/recurrent-params.ts';
import { drawInputs, drawWeights, layerSteps, signal, unitSteps, unroll } from './shared/recurrent-steps.ts';

const forgetGate: Text = { en: 'the forget gate f', zh: '遗忘门 f' };
const inputGate: Text = { en: 'the input gate i', zh: '输入门 i' };
const outputGate: Text = { en: 'the output gate o', zh: '输出门 o' };
const candidateTitle: Text = { en: 'the candidate c̃, written ĉ', zh: '候选记忆 c̃（记作 ĉ）' };
const candidateCell: Text = { en: 'the candidate c̃', zh: '候选记忆 c̃' };

const params = {
  inputs: inputsParam,
  Wf: gateParam('Wf', forgetGate),
  Wi: gateParam('Wi', inputGate),
  Wc: gateParam('Wc', candidateCell),
  Wo: gateParam('Wo', outputGate),
  hidden: hiddenParam,
  cell: stateParam({ en: 'the cell c before the first input', zh: '初始记忆 c' }),
  bf: biasParam('bf', forgetGate),
  bi: biasParam('bi', inputGate),
  bc: biasParam('bc', candidateCell),
  bo: biasParam('bo', outputGate),
};
type Params = ParamsOf<typeof params>;

interface State {
  readonly [name: string]: number[];
  readonly f: number[];
  readonly i: number[];
  readonly candidate: number[];
  readonly cell: number[];
  readonly o: number[];
  readonly hidden: number[];
}

/** What a student does differently who makes a mistake; the right way is `rightly`. */
interface Manner {
  readonly swapped: boolean;
  readonly outputTanh: boolean;
  readonly candidate: ScalarActivation;
  readonly forgets: boolean;
  readonly carriesCell: boolean;
  readonly inputFirst: boolean;
}
const rightly: Manner = {
  swapped: false,
  outputTanh: true,
  candidate: 'tanh',
  forgets: true,
  carriesCell: true,
  inputFirst: false,
};

const solve = (given: Params, work: Work, manner: Manner = rightly) => {
  const { inputs, Wf } = given;
  const units = Wf.length;
  const start = { hidden: given.hidden ?? zeros(1, units)[0]!, cell: given.cell ?? zeros(1, units)[0]! };
  const steps = unroll<State>(
    inputs.length,
    units,
    (state, moment) => {
      const { t } = moment;
      const before = state ?? start;
      const h = signal('h', t - 1, before.hidden);
      const c = signal('c', t - 1, manner.carriesCell ? before.cell : start.cell);
      const x = signal('x', t, inputs[t - 1]!);
      const on = manner.inputFirst ? [x, h] : [h, x];
      const gate = (
        name: 'f' | 'i' | 'c' | 'o',
        letter: string,
        title: Text,
        activation: ScalarActivation,
      ): number[] => {
        const parts = [{ name: `W${name}`, weights: given[`W${name}`], column: 'v', on }];
        return layerSteps(moment, letter, title, parts, { name: `b${name}`, values: given[`b${name}`] }, activation);
      };
      const f = gate('f', 'f', forgetGate, 'sigmoid');
      const i = gate('i', 'i', inputGate, 'sigmoid');
      const candidate = gate('c', 'ĉ', candidateTitle, manner.candidate);
      const cell = unitSteps(
        moment,
        'c',
        { en: 'the new cell c', zh: '新的记忆 c' },
        f.map((fj, j) => {
          const [old, fresh] = manner.swapped ? [i[j]!, fj] : [manner.forgets ? fj : 1, i[j]!];
          return old * c.values[j]! + fresh * candidate[j]!;
        }),
        { each: 'f*c + i*ĉ', all: 'f .* c + i .* ĉ' },
        { f: signal('f', t, f), c, i: signal('i', t, i), ĉ: signal('ĉ', t, candidate) },
      );
      const o = gate('o', 'o', outputGate, 'sigmoid');
      const hidden = unitSteps(
        moment,
        'h',
        { en: 'the new state h', zh: '新状态 h' },
        o.map((oj, j) => oj * (manner.outputTanh ? Math.tanh(cell[j]!) : cell[j]!)),
        { each: 'o*tanh(c)', all: 'o .* map(c, tanh)' },
        { o: signal('o', t, o), c: signal('c', t, cell) },
      );
      return { f, i, candidate, cell, o, hidden };
    },
    { cell: 'c', hidden: 'h' },
    work,
  );
  const hidden = work.step('hidden', steps.at(-1)!.hidden, () => ({
    title: { en: 'The state after the last input', zh: '最后一个输入之后的状态' },
    symbol: 'h',
  }));
  return { steps: [...steps.slice(0, -1), { ...steps.at(-1)!, hidden }], hidden, cell: steps.at(-1)!.cell };
};

const wrongly =
  (manner: Partial<Manner>, applies: (given: Params) => boolean = () => true) =>
  (given: Params) =>
    applies(given) ? solve(given, silent, { ...rightly, ...manner }) : undefined;

const hasCell = ({ inputs, cell }: Params): boolean => inputs.length > 1 || (cell ?? []).some(c => c !== 0);

const lastOf = (name: 'f' | 'i' | 'o' | 'candidate', symbol: string, title: Text) => ({
  title: { en: `${title.en}, at the last moment`, zh: `最后时刻的${title.zh}` },
  symbol,
  form: 'vector' as const,
  of: ({ steps }: { readonly steps: readonly State[] }) => steps.at(-1)![name],
});

export const lstm = defineKind({
  id: 'lstm',
  topic: 'lstm',
  title: { en: 'Long short-term memory', zh: '长短期记忆网络（LSTM）' },
  params,
  answer: {
    steps: field<State[]>('list', 'steps', {
      en: 'gates, candidate, cell and state at every moment',
      zh: '各时刻的门、候选记忆、记忆与状态',
    }),
    hidden: field<number[]>('vector', 'h', { en: 'the state after the last input', zh: '最后一个输入之后的状态' }),
    cell: field<number[]>('vector', 'c', { en: 'the cell after the last input', zh: '最后一个输入之后的记忆' }),
  },
  ask: 'hidden',
  quantities: {
    forgetGate: lastOf('f', 'f', forgetGate),
    inputGate: lastOf('i', 'i', inputGate),
    outputGate: lastOf('o', 'o', outputGate),
    candidate: lastOf('candidate', 'c̃', candidateCell),
  },
  examples: [
    "--inputs '[1 2; 0.5 3]' --Wf '[[0.1 0.7 0.45]]' --Wi '[[0.8 0.95 0.8]]' --Wc '[[0.15 0.45 0.25]]' --Wo '[[0.25 0.6 0.4]]' --bf '[0.15]' --bi '[0.65]' --bc '[0.2]' --bo '[0.1]'",
    "'[[1]]' '[[0.4 0.2]]' '[[-0.6 0.8]]' '[[0.5 1]]' '[[0.3 -0.2]]' --hidden '[0.5]' --cell '[-1]' --steps brief",
  ],
  settle: given => {
    const { inputs, Wf, Wi, Wc, Wo, hidden, cell, bf, bi, bc, bo } = given;
    const units = requireGates(inputs, { Wf, Wi, Wc, Wo });
    requireUnits(units, { hidden, cell, bf, bi, bc, bo });
    return { ...given, hidden: hidden ?? zeros(1, units)[0]!, cell: cell ?? zeros(1, units)[0]! };
  },
  headline: () => same('c = f ⊙ c + i ⊙ c̃,  h = o ⊙ tanh(c)'),
  prompt: ({ inputs }) => ({
    en: `An LSTM reads ${inputs.length} input${inputs.length === 1 ? '' : 's'}: f, i, o = σ(W·[h, x] + b), c̃ = tanh(Wc·[h, x] + bc), c = f⊙c + i⊙c̃, h = o⊙tanh(c); biases that are not given are 0.`,
    zh: `LSTM 依次读入 ${inputs.length} 个输入：f、i、o = σ(W·[h, x] + b)，c̃ = tanh(Wc·[h, x] + bc)，c = f⊙c + i⊙c̃，h = o⊙tanh(c)；未给出的偏置为 0。`,
  }),
  given: ({ inputs, hidden, cell, Wf, Wi, Wc, Wo, bf, bi, bc, bo }) => [
    ...drawInputs(inputs, { h: hidden, c: cell }),
    ...drawWeights({ Wf, Wi, Wc, Wo }, { bf, bi, bc, bo }),
  ],
  generate: (random, level) => {
    const weight = (): number => random.nonZero(-9, 9) / 10;
    const units = level === 1 ? 1 : 2;
    const width = level === 3 ? 2 : 1;
    const weights = (): number[][] => random.matrix(units, units + width, weight);
    const bias = (): number[] | undefined => (level === 3 ? random.vector(units, weight) : undefined);
    return {
      inputs: random.matrix(level === 3 ? 2 : 1, width, () => random.nonZero(-2, 2)),
      hidden: random.vector(units, () => random.nonZero(-10, 10) / 10),
      cell: random.vector(units, () => random.nonZero(-15, 15) / 10),
      Wf: weights(),
      Wi: weights(),
      Wc: weights(),
      Wo: weights(),
      bf: bias(),
      bi: bias(),
      bc: bias(),
      bo: bias(),
    };
  },
  solve: (given, work) => solve(given, work),
  mistakes: {
    'forget-and-input-swapped': {
      tell: {
        en: 'The forget and the input gate were swapped: f multiplies the old cell c_(t−1), i the candidate c̃.',
        zh: '遗忘门与输入门用反了：f 乘旧记忆 c_(t−1)，i 乘候选记忆 c̃。',
      },
      answer: wrongly({ swapped: true }),
      as: given => ({ ...given, Wf: given.Wi, Wi: given.Wf, bf: given.bi, bi: given.bf }),
    },
    'output-tanh-forgotten': {
      tell: {
        en: 'The tanh of the output is missing: h = o ⊙ tanh(c), not o ⊙ c.',
        zh: '输出漏了 tanh：h = o ⊙ tanh(c)，而不是 o ⊙ c。',
      },
      answer: wrongly({ outputTanh: false }),
    },
    'candidate-sigmoid': {
      tell: {
        en: 'The candidate went through a sigmoid: only the gates do, the candidate takes tanh.',
        zh: '候选记忆用了 sigmoid：只有门用 sigmoid，候选记忆用 tanh。',
      },
      answer: wrongly({ candidate: 'sigmoid' }),
    },
    'forget-gate-forgotten': {
      tell: {
        en: 'The forget gate was left out: the old cell is kept only as far as f lets it, c = f ⊙ c_(t−1) + i ⊙ c̃.',
        zh: '漏了遗忘门：旧记忆按 f 的比例保留，c = f ⊙ c_(t−1) + i ⊙ c̃。',
      },
      answer: wrongly({ forgets: false }, hasCell),
    },
    'cell-not-carried': {
      tell: {
        en: 'The cell was not carried on: c_(t−1) is the cell of the moment before, not the one at the start.',
        zh: '记忆没有传递下去：c_(t−1) 是上一时刻的记忆，而不是初始记忆。',
      },
      answer: wrongly({ carriesCell: false }, ({ inputs }) => inputs.length > 1),
    },
    'input-first': {
      tell: {
        en: 'The columns were matched to [x, h]: they act on [h, x], the state first.',
        zh: '各列按 [x, h] 对应了：它们依次作用于 [h, x]，状态在前。',
      },
      answer: wrongly({ inputFirst: true }),
    },
  },
  verify: (given, { steps, hidden: last, cell: lastCell }) => {
    // All four products at once from the stacked matrix, as libraries do it, and the other form of every function.
    const { inputs, Wf, Wi, Wc, Wo, bf, bi, bc, bo } = given;
    const units = Wf.length;
    const biases = [bf, bi, bc, bo].flatMap(bias => bias ?? Wf.map(() => 0));
    const stacked: Matrix = [...Wf, ...Wi, ...Wc, ...Wo].map((row, k) => [...row, biases[k]!]);
    const none = Wf.map(() => 0);
    const states = [{ hidden: given.hidden ?? none, cell: given.cell ?? none }, ...steps];
    const again = steps.map(({ cell }, t) => {
      const before = states[t]!;
      const net = apply(stacked, [...before.hidden, ...inputs[t]!, 1]);
      const block = (k: number, f: (u: number) => number): number[] => net.slice(k * units, (k + 1) * units).map(f);
      const [f, i, candidate, o] = [
        block(0, sigmoidByTanh),
        block(1, sigmoidByTanh),
        block(2, tanhBySigmoid),
        block(3, sigmoidByTanh),
      ];
      return {
        f,
        i,
        candidate,
        o,
        cell: candidate.map((cj, j) => i[j]! * cj + f[j]! * before.cell[j]!),
        hidden: cell.map((cj, j) => o[j]! * tanhBySigmoid(cj)),
      };
    });
    const names = ['f', 'i', 'candidate', 'cell', 'o', 'hidden'] as const;
    return [
      ...names.map(name => ({
        claim: `${name} at every moment, from the stacked matrix`,
        left: steps.map(step => step[name]),
        right: again.map(step => step[name]),
      })),
      {
        claim: 'the last state is the answer',
        left: [last, lastCell],
        right: [steps.at(-1)!.hidden, steps.at(-1)!.cell],
      },
    ];
  },
});
