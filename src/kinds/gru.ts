/**
 * The gated recurrent unit: update gate z = σ(Wz·[h, x]), reset gate r = σ(Wr·[h, x]), candidate h̃ = tanh(Wh·[r ⊙ h, x]),
 * new state h = (1 − z) ⊙ h_(t−1) + z ⊙ h̃.
 *
 * Conventions: `notes` as above, where z lets the new in (Chung et al. 2014, the form of the course); `onnx` turns z round,
 * h = z ⊙ h_(t−1) + (1 − z) ⊙ h̃ (Cho et al. 2014; Keras without `reset_after`); `pytorch` does too, and lets r multiply the
 * product, h̃ = tanh(Wh_x·x + bh + r ⊙ (Wh_h·h + bhh)). The candidate h̃ is written ĥ in formulas.
 * Sources: Cho et al. 2014; Chung et al. 2014; ONNX operator GRU; PyTorch `nn.GRU`.
 */
import { apply, type Matrix, zeros } from '../math/matrix.ts';
import { sigmoidByTanh, tanhBySigmoid } from '../math/second-way.ts';
import { ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { choice, optional, type ParamsOf } from '../problem/params.ts';
import type { Text } from '../problem/text.ts';
import { silent } from '../problem/work.ts';
import { type GruManner, type GruState, resetGate, rightly, solveGru, updateGate } from './shared/gru-steps.ts';
import {
  biasParam,
  gateParam,
  hiddenParam,
  inputsParam,
  requireGates,
  requireUnits,
} from './shared/recurrent-params.ts';
import { drawInputs, drawWeights } from './shared/recurrent-steps.ts';

const params = {
  inputs: inputsParam,
  Wz: gateParam('Wz', updateGate),
  Wr: gateParam('Wr', resetGate),
  Wh: gateParam('Wh', { en: 'the candidate h̃', zh: '候选状态 h̃' }),
  hidden: hiddenParam,
  bz: biasParam('bz', updateGate),
  br: biasParam('br', resetGate),
  bh: biasParam('bh', { en: 'the candidate h̃', zh: '候选状态 h̃' }),
  bhh: biasParam('bhh', { en: 'inside the reset product (pytorch only)', zh: '位于重置门的乘积之内（仅 pytorch）' }),
  convention: optional(
    choice(
      {
        en: 'notes: h = (1 − z)h + z·h̃; onnx: h = z·h + (1 − z)h̃; pytorch: as onnx, r multiplies the product',
        zh: 'notes：h = (1 − z)h + z·h̃；onnx：h = z·h + (1 − z)h̃；pytorch：同 onnx，但 r 乘在矩阵乘积之后',
      },
      ['notes', 'onnx', 'pytorch'],
    ),
    'notes',
  ),
};
type Params = ParamsOf<typeof params>;

const wrongly =
  (manner: (right: GruManner) => Partial<GruManner>, applies: (given: Params) => boolean = () => true) =>
  (given: Params) => {
    if (!applies(given)) return undefined;
    const right = rightly(given);
    return solveGru(given, silent, { ...right, ...manner(right) });
  };

const lastOf = (name: 'z' | 'r' | 'candidate', symbol: string, title: Text) => ({
  title: { en: `${title.en}, at the last moment`, zh: `最后时刻的${title.zh}` },
  symbol,
  form: 'vector' as const,
  of: ({ steps }: { readonly steps: readonly GruState[] }) => steps.at(-1)![name],
});

const hasPast = ({ inputs, hidden }: Params): boolean => inputs.length > 1 || (hidden ?? []).some(h => h !== 0);

export const gru = defineKind({
  id: 'gru',
  topic: 'gru',
  title: { en: 'Gated recurrent unit', zh: '门控循环单元（GRU）' },
  params,
  answer: {
    steps: field<GruState[]>('list', 'steps', {
      en: 'z, r, the candidate and the state at every moment',
      zh: '各时刻的 z、r、候选状态与状态',
    }),
    hidden: field<number[]>('vector', 'h', { en: 'the state after the last input', zh: '最后一个输入之后的状态' }),
  },
  ask: 'hidden',
  quantities: {
    updateGate: lastOf('z', 'z', updateGate),
    resetGate: lastOf('r', 'r', resetGate),
    candidate: lastOf('candidate', 'h̃', { en: 'the candidate h̃', zh: '候选状态 h̃' }),
  },
  examples: [
    "--inputs '[[1]]' --hidden '[0.5]' --Wz '[[0.4 0.2]]' --Wr '[[-0.6 0.8]]' --Wh '[[0.5 1]]'",
    "'[[1], [2]]' '[0.1 0.2 0.3; -0.1 0.4 0.2]' '[0.5 -0.2 0.1; 0.3 0.1 -0.4]' '[1 0 0.5; 0 1 -0.5]' --hidden '[1 -1]' --convention pytorch",
  ],
  settle: given => {
    const { inputs, Wz, Wr, Wh, hidden, bz, br, bh, bhh, convention } = given;
    const units = requireGates(inputs, { Wz, Wr, Wh });
    requireUnits(units, { hidden, bz, br, bh, bhh });
    if (bhh && convention !== 'pytorch') {
      throw new ProblemError(
        'invalid-params',
        {
          en: `bhh stands inside the reset product, which only the convention pytorch has, not ${convention}`,
          zh: `bhh 位于重置门的乘积之内，仅用于 pytorch 约定，不用于 ${convention}`,
        },
        'bhh',
      );
    }
    return { ...given, hidden: hidden ?? zeros(1, units)[0]! };
  },
  headline: ({ convention }) => {
    const update = convention === 'notes' ? '(1 − z)·h + z·h̃' : 'z·h + (1 − z)·h̃';
    return { en: `convention ${convention}: h = ${update}`, zh: `约定 ${convention}：h = ${update}` };
  },
  prompt: ({ inputs, convention }) => {
    const update = convention === 'notes' ? 'h = (1 − z)⊙h + z⊙h̃' : 'h = z⊙h + (1 − z)⊙h̃';
    const candidate = convention === 'pytorch' ? 'h̃ = tanh(Wh_x·x + r⊙(Wh_h·h))' : 'h̃ = tanh(Wh·[r⊙h, x])';
    return {
      en: `A GRU reads ${inputs.length} input${inputs.length === 1 ? '' : 's'}: z = σ(Wz·[h, x]), r = σ(Wr·[h, x]), ${candidate}, ${update}, plus the biases where given.`,
      zh: `GRU 依次读入 ${inputs.length} 个输入：z = σ(Wz·[h, x])，r = σ(Wr·[h, x])，${candidate}，${update}；给出偏置时另加偏置。`,
    };
  },
  given: ({ inputs, hidden, Wz, Wr, Wh, bz, br, bh, bhh }) => [
    ...drawInputs(inputs, { h: hidden }),
    ...drawWeights({ Wz, Wr, Wh }, { bz, br, bh, bhh }),
  ],
  generate: (random, level) => {
    const weight = (): number => random.nonZero(-9, 9) / 10;
    const units = level === 1 ? 1 : 2;
    const width = level === 3 ? 2 : 1;
    const bias = (): number[] | undefined => (level === 3 ? random.vector(units, weight) : undefined);
    return {
      inputs: random.matrix(level === 3 ? 2 : 1, width, () => random.nonZero(-2, 2)),
      hidden: random.vector(units, () => random.nonZero(-10, 10) / 10),
      Wz: random.matrix(units, units + width, weight),
      Wr: random.matrix(units, units + width, weight),
      Wh: random.matrix(units, units + width, weight),
      bz: bias(),
      br: bias(),
      bh: bias(),
      bhh: undefined,
      convention: level === 3 ? random.pick(['notes', 'onnx', 'pytorch'] as const) : ('notes' as const),
    };
  },
  solve: (given, work) => solveGru(given, work),
  mistakes: {
    'z-swapped': {
      tell: {
        en: 'z and 1 − z were swapped. Which of them meets the old state is a convention: look at the formula for h that the problem gives.',
        zh: 'z 与 1 − z 用反了。哪个乘旧状态取决于约定：请看题目给出的 h 的公式。',
      },
      answer: wrongly(({ keeps }) => ({ keeps: !keeps })),
      as: given =>
        given.convention === 'pytorch'
          ? undefined
          : { ...given, convention: given.convention === 'notes' ? ('onnx' as const) : ('notes' as const) },
    },
    'reset-forgotten': {
      tell: {
        en: 'The reset gate was not used: the candidate sees the old state only through r.',
        zh: '没有用重置门：候选状态只能通过 r 看到旧状态。',
      },
      answer: wrongly(() => ({ reset: 'nowhere' }), hasPast),
    },
    'reset-on-input': {
      tell: {
        en: 'The reset gate was applied to the input x: it multiplies the old state h_(t−1), the input enters whole.',
        zh: '重置门乘到了输入 x 上：它应乘旧状态 h_(t−1)，输入完整进入。',
      },
      answer: wrongly(
        () => ({ reset: 'input' }),
        ({ Wz, inputs }) => Wz.length === inputs[0]!.length,
      ),
    },
    'reset-after-the-product': {
      tell: {
        en: 'r was multiplied with the product Wh·h (as PyTorch does): here r multiplies h_(t−1) first, and the matrix acts on r ⊙ h.',
        zh: 'r 乘在了矩阵乘积 Wh·h 之后（PyTorch 的做法）：这里应先算 r ⊙ h_(t−1)，再与矩阵相乘。',
      },
      answer: wrongly(
        () => ({ reset: 'after' }),
        given => given.convention !== 'pytorch' && given.Wz.length > 1 && hasPast(given),
      ),
    },
    'reset-before-the-product': {
      tell: {
        en: 'r was multiplied with h before the product: in this convention r multiplies the product Wh_h·h + bhh.',
        zh: 'r 先乘了 h 再做矩阵乘积：在此约定下 r 应乘以乘积 Wh_h·h + bhh。',
      },
      answer: wrongly(
        () => ({ reset: 'before' }),
        given => given.convention === 'pytorch' && given.bhh === undefined && given.Wz.length > 1 && hasPast(given),
      ),
    },
    'candidate-sigmoid': {
      tell: {
        en: 'The candidate went through a sigmoid: only the gates do, the candidate takes tanh.',
        zh: '候选状态用了 sigmoid：只有门用 sigmoid，候选状态用 tanh。',
      },
      answer: wrongly(() => ({ candidate: 'sigmoid' })),
    },
    'input-first': {
      tell: {
        en: 'The columns were matched to [x, h]: they act on [h, x], the state first.',
        zh: '各列按 [x, h] 对应了：它们依次作用于 [h, x]，状态在前。',
      },
      answer: wrongly(
        () => ({ inputFirst: true }),
        ({ convention }) => convention !== 'pytorch',
      ),
    },
  },
  verify: ({ inputs, hidden, Wz, Wr, Wh, bz, br, bh, bhh, convention }, { steps, hidden: last }) => {
    // From the answer's own states: the other form of every function, the candidate's matrix split, h as a step from h to h̃.
    const units = Wz.length;
    const befores = [hidden ?? Wz.map(() => 0), ...steps.map(step => step.hidden)];
    const split = (weights: Matrix, h: number[], x: number[]): [number[], number[]] => [
      apply(
        weights.map(row => row.slice(0, units)),
        h,
      ),
      apply(
        weights.map(row => row.slice(units)),
        x,
      ),
    ];
    const again = steps.map(({ z, r, candidate }, t) => {
      const [h, x] = [befores[t]!, inputs[t]!];
      const gate = (weights: Matrix, bias?: number[]): number[] => {
        const [a, b] = split(weights, h, x);
        return a.map((aj, j) => sigmoidByTanh(aj + b[j]! + (bias?.[j] ?? 0)));
      };
      const isAfter = convention === 'pytorch';
      const [recurrent, fresh] = split(Wh, isAfter ? h : h.map((hj, j) => hj * r[j]!), x);
      const net = recurrent.map((a, j) => (isAfter ? r[j]! * (a + (bhh?.[j] ?? 0)) : a) + fresh[j]! + (bh?.[j] ?? 0));
      return {
        z: gate(Wz, bz),
        r: gate(Wr, br),
        candidate: net.map(tanhBySigmoid),
        hidden: h.map((hj, j) => hj + (convention === 'notes' ? z[j]! : 1 - z[j]!) * (candidate[j]! - hj)),
      };
    });
    const names = ['z', 'r', 'candidate', 'hidden'] as const;
    return [
      ...names.map(name => ({
        claim: `${name} at every moment, by the other form of its function`,
        left: steps.map(step => step[name]),
        right: again.map(step => step[name]),
      })),
      { claim: 'the last state is the answer', left: last, right: steps.at(-1)!.hidden },
    ];
  },
});
