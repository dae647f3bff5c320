import { type Matrix, zeros } from '../../math/matrix.ts';
import type { ScalarActivation } from '../../math/network.ts';
import type { Text } from '../../problem/text.ts';
import type { Work } from '../../problem/work.ts';
import {
  activationSteps,
  layerSteps,
  type Moment,
  netSteps,
  type Signal,
  signal,
  unitSteps,
  unroll,
} from './recurrent-steps.ts';

/** The gated recurrent unit in its three conventions, written down. */

export interface GruParams {
  readonly inputs: number[][];
  readonly hidden?: number[] | undefined;
  readonly Wz: number[][];
  readonly Wr: number[][];
  readonly Wh: number[][];
  readonly bz?: number[] | undefined;
  readonly br?: number[] | undefined;
  readonly bh?: number[] | undefined;
  readonly bhh?: number[] | undefined;
  readonly convention: 'notes' | 'onnx' | 'pytorch';
}

export const updateGate: Text = { en: 'the update gate z', zh: '更新门 z' };
export const resetGate: Text = { en: 'the reset gate r', zh: '重置门 r' };
const candidateState: Text = { en: 'the candidate h̃, written ĥ', zh: '候选状态 h̃（记作 ĥ）' };

export interface GruState {
  readonly [name: string]: number[];
  readonly z: number[];
  readonly r: number[];
  readonly candidate: number[];
  readonly hidden: number[];
}

/** What a student does differently who makes a mistake. */
export interface GruManner {
  /** Where the reset gate goes: before the product or after it, on the input, or nowhere. */
  readonly reset: 'before' | 'after' | 'input' | 'nowhere';
  /** Whether z keeps the old state, as in the libraries, instead of letting the new one in. */
  readonly keeps: boolean;
  readonly candidate: ScalarActivation;
  readonly inputFirst: boolean;
}

export const rightly = ({ convention }: GruParams): GruManner => ({
  reset: convention === 'pytorch' ? 'after' : 'before',
  keeps: convention !== 'notes',
  candidate: 'tanh',
  inputFirst: false,
});

/** r acts on h before the product, or on the product with h: the two ways to the candidate's net input, then f. */
const candidateSteps = (
  given: GruParams,
  moment: Moment,
  h: Signal,
  x: Signal,
  r: number[],
  manner: GruManner,
): number[] => {
  const { Wh, bh, bhh } = given;
  const units = Wh.length;
  const reset = signal('r', moment.t, r);
  const put = (a: Signal, b: Signal) => (manner.inputFirst ? [b, a] : [a, b]);
  if (manner.reset === 'after') {
    const byInput = Wh.map(row => row.slice(units));
    const byState = Wh.map(row => row.slice(0, units));
    const [inputTitle, stateTitle] = [
      { en: 'the input’s part of the candidate', zh: '候选状态中输入的部分' },
      { en: 'the state’s part of the candidate', zh: '候选状态中上一状态的部分' },
    ];
    const p = netSteps(
      moment,
      'p',
      inputTitle,
      [{ name: 'Wh', weights: byInput, column: 'x', on: [x], before: units }],
      {
        name: 'bh',
        values: bh,
      },
    );
    const q = netSteps(moment, 'q', stateTitle, [{ name: 'Wh', weights: byState, column: 'h', on: [h] }], {
      name: 'bhh',
      values: bhh,
    });
    const net = unitSteps(
      moment,
      'uh',
      candidateState,
      p.map((pj, j) => pj + r[j]! * q[j]!),
      {
        each: 'p + r*q',
        all: 'p + r .* q',
        note: {
          en: 'Convention pytorch: r multiplies the product with h_(t−1), not h_(t−1) before the product.',
          zh: '约定 pytorch：r 乘在与 h_(t−1) 的矩阵乘积之后，而不是先乘 h_(t−1)。',
        },
      },
      { p: signal('p', moment.t, p), r: reset, q: signal('q', moment.t, q) },
    );
    return activationSteps(moment, 'ĥ', candidateState, net, manner.candidate);
  }
  if (manner.reset === 'before') {
    const kept = unitSteps(
      moment,
      'rh',
      { en: 'the state after the reset, r ⊙ h', zh: '重置后的状态 r ⊙ h' },
      r.map((rj, j) => rj * h.values[j]!),
      { each: 'r*h', all: 'r .* h' },
      { r: reset, h },
    );
    const on = put(signal('rh', moment.t, kept), x);
    return layerSteps(
      moment,
      'ĥ',
      candidateState,
      [{ name: 'Wh', weights: Wh, column: 'v', on }],
      { name: 'bh', values: bh },
      manner.candidate,
    );
  }
  const input =
    manner.reset === 'input'
      ? signal(
          'rx',
          moment.t,
          x.values.map((xi, i) => r[i]! * xi),
        )
      : x;
  return layerSteps(
    moment,
    'ĥ',
    candidateState,
    [{ name: 'Wh', weights: Wh, column: 'v', on: [h, input] }],
    { name: 'bh', values: bh },
    manner.candidate,
  );
};

/** The states of every moment, worked by the convention of the parameters or as a mistake has it. */
export const solveGru = (given: GruParams, work: Work, manner: GruManner = rightly(given)) => {
  const { inputs, Wz, Wr, bz, br } = given;
  const units = Wz.length;
  const start = given.hidden ?? zeros(1, units)[0]!;
  const steps = unroll<GruState>(
    inputs.length,
    units,
    (before, moment) => {
      const h = signal('h', moment.t - 1, before?.hidden ?? start);
      const x = signal('x', moment.t, inputs[moment.t - 1]!);
      const on = manner.inputFirst ? [x, h] : [h, x];
      const gate = (letter: string, title: Text, weights: Matrix, bias: number[] | undefined): number[] =>
        layerSteps(
          moment,
          letter,
          title,
          [{ name: `W${letter}`, weights, column: 'v', on }],
          { name: `b${letter}`, values: bias },
          'sigmoid',
        );
      const z = gate('z', updateGate, Wz, bz);
      const r = gate('r', resetGate, Wr, br);
      const candidate = candidateSteps(given, moment, h, x, r, manner);
      const [old, fresh] = manner.keeps ? ['z', '(1 - z)'] : ['(1 - z)', 'z'];
      const hidden = unitSteps(
        moment,
        'h',
        { en: 'the new state h', zh: '新状态 h' },
        z.map((zj, j) => {
          const [keep, take] = manner.keeps ? [zj, 1 - zj] : [1 - zj, zj];
          return keep * h.values[j]! + take * candidate[j]!;
        }),
        {
          each: `${old}*h + ${fresh}*ĥ`,
          all: `${old} .* h + ${fresh} .* ĥ`,
          ...(moment.t === 1 ? { note: updateNote(manner.keeps) } : {}),
        },
        { z: signal('z', moment.t, z), h, ĥ: signal('ĥ', moment.t, candidate) },
      );
      return { z, r, candidate, hidden };
    },
    { hidden: 'h' },
    work,
  );
  const hidden = work.step('hidden', steps.at(-1)!.hidden, () => ({
    title: { en: 'The state after the last input', zh: '最后一个输入之后的状态' },
    symbol: 'h',
  }));
  return { steps: [...steps.slice(0, -1), { ...steps.at(-1)!, hidden }], hidden };
};

const updateNote = (keeps: boolean): Text =>
  keeps
    ? {
        en: 'Convention of the libraries: z keeps the old state. In the course notes z lets the new one in: (1 − z)·h + z·ĥ.',
        zh: '程序库的约定：z 保留旧状态。课程讲义中 z 表示接收新状态：(1 − z)·h + z·ĥ。',
      }
    : {
        en: 'Convention of the course notes: z lets the new state in. ONNX and PyTorch turn it round: z·h + (1 − z)·ĥ.',
        zh: '课程讲义的约定：z 表示接收新状态。ONNX 与 PyTorch 相反：z·h + (1 − z)·ĥ。',
      };
