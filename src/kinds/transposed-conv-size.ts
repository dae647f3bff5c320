/**
 * Size of a transposed convolution: s(n − 1) + d(k − 1) + 1 − 2p + p_out per axis.
 *
 * Convention: `padding` is that of the ordinary convolution which the layer turns round, so it is cut off; the output padding
 * is added at one end and is smaller than the stride or the dilation, as in PyTorch.
 * Sources: Dumoulin & Visin 2016, section 4, relationships 13 and 14; PyTorch, ConvTranspose2d.
 */
import { places, span, transposedLength } from '../math/window.ts';
import { ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { optional, perAxis, size } from '../problem/params.ts';
import { join, type Text } from '../problem/text.ts';
import type { Work } from '../problem/work.ts';
import { dilationParam, perAxisOf, strideParam } from './shared/sliding.ts';

type PerAxis = number | number[];

interface Params {
  readonly input: number[];
  readonly kernel: PerAxis;
  readonly stride: PerAxis;
  readonly padding: PerAxis;
  readonly outputPadding: PerAxis;
  readonly dilation: PerAxis;
}

/** One axis in the symbols of the formula. */
interface Axis {
  readonly n: number;
  readonly k: number;
  readonly s: number;
  readonly p: number;
  readonly o: number;
  readonly d: number;
}

const axesOf = (params: Params): Axis[] => {
  const count = params.input.length;
  const [k, s, p, o, d] = (['kernel', 'stride', 'padding', 'outputPadding', 'dilation'] as const).map(name =>
    perAxisOf(params[name], count, name),
  ) as [number[], number[], number[], number[], number[]];
  return params.input.map((n, i) => ({ n, k: k[i]!, s: s[i]!, p: p[i]!, o: o[i]!, d: d[i]! }));
};

const kernelSpan = ({ k, d }: Axis): number => span({ window: k, dilation: d });

/** The axis of the ordinary convolution over this input. */
const asSlid = ({ n, k, s, p, d }: Axis) => ({ length: n, window: k, before: p, after: p, stride: s, dilation: d });

const lengthOf = (axis: Axis): number => transposedLength(asSlid(axis), axis.o);

const fault = (en: string, zh: string, path: string): ProblemError =>
  new ProblemError('invalid-params', { en, zh }, path);

const checkAxis = (axis: Axis): void => {
  const { s, d, o } = axis;
  if (o >= Math.max(s, d)) {
    throw fault(
      `the output padding ${o} must be smaller than the stride ${s} or the dilation ${d}`,
      `输出补零 ${o} 应小于步长 ${s} 或膨胀率 ${d}`,
      'outputPadding',
    );
  }
  const length = lengthOf(axis);
  if (length < 1) {
    throw fault(
      `nothing is left of the output: its length would be ${length}`,
      `输出为空：其长度为 ${length}`,
      'padding',
    );
  }
  if (!Number.isSafeInteger(length)) {
    throw new ProblemError('too-large', {
      en: `a length of ${length} is more than can be counted exactly (2^53)`,
      zh: `长度 ${length} 超出可精确计数的范围（2^53）`,
    });
  }
};

const shownOf = ({ n, k, s, p, o, d }: Axis): { formula: string; scope: Record<string, number> } => ({
  formula: `s*(n - 1) + ${d === 1 ? 'k' : 'd*(k - 1) + 1'}${p === 0 ? '' : ' - 2*p'}${o === 0 ? '' : ' + p_out'}`,
  scope: { s, n, k, ...(d === 1 ? {} : { d }), ...(p === 0 ? {} : { p }), ...(o === 0 ? {} : { p_out: o }) },
});

/** What the padding means here, and the way back as a check. */
const noteOf = (axis: Axis): Text => {
  const { n, s, p, o } = axis;
  const length = lengthOf(axis);
  const notes: Text[] = [];
  if (p > 0) {
    notes.push({
      en: 'The padding is that of the ordinary convolution; here it is cut off at both ends.',
      zh: '补零 p 是对应普通卷积的补零，在转置卷积中则从输出两端各裁去 p。',
    });
  }
  notes.push(
    o > 0 && o < s
      ? {
          en: `The ordinary convolution makes ${n} of ${length - o} and of ${length} alike: the output padding says which is meant.`,
          zh: `普通卷积把 ${length - o} 与 ${length} 都变为 ${n}：输出补零指明取哪一个。`,
        }
      : o > 0
        ? { en: 'The output padding is added at one end.', zh: '输出补零只加在一端。' }
        : {
            en: `Check: the ordinary convolution with these numbers makes ${n} of ${length}.`,
            zh: `验算：用同样参数的普通卷积，${length} 变回 ${n}。`,
          },
  );
  return join(notes, { en: ' ', zh: '' });
};

const solve = (params: Params, work: Work): { size: number[] } => {
  const axes = axesOf(params);
  const isAlike = axes.length === 2 && JSON.stringify(axes[0]) === JSON.stringify(axes[1]);
  const names = axes.length === 1 || isAlike ? ['n_out'] : ['H_out', 'W_out'];
  const lengths = names.map((symbol, i) =>
    work.step(symbol, lengthOf(axes[i]!), () => ({
      title: {
        en: 'Size: the ordinary convolution solved for its input',
        zh: '尺寸：由普通卷积的尺寸公式反解输入',
      },
      symbol,
      ...shownOf(axes[i]!),
      ...(i === names.length - 1 ? { note: noteOf(axes[i]!) } : {}),
    })),
  );
  const all = axes.map((_, i) => lengths[i] ?? lengths[0]!);
  const answer = work.step('size', all, () => ({
    title: { en: 'Output', zh: '输出' },
    symbol: 'size',
    drawn: [[all.join('×')]],
  }));
  return { size: answer };
};

/** The size that a wrong formula for one axis gives; undefined where it gives none or changes nothing. */
const wrongSize =
  (formula: (axis: Axis) => number, applies: (axis: Axis) => boolean = () => true) =>
  (params: Params) => {
    const axes = axesOf(params);
    const lengths = axes.map(formula);
    return axes.some(applies) && lengths.every(length => length >= 1) ? { size: lengths } : undefined;
  };

export const transposedConvSize = defineKind({
  id: 'transposed-conv-size',
  topic: 'cnn',
  title: { en: 'Size of a transposed convolution', zh: '转置卷积的尺寸' },
  params: {
    input: size({ en: 'the input: n or HxW', zh: '输入：n 或 HxW' }, [1, 2]),
    kernel: perAxis({ en: 'the kernel: k or kHxkW', zh: '卷积核：k 或 kHxkW' }, { min: 1 }),
    stride: {
      ...strideParam,
      about: { en: 'stride: how far apart the inputs lie in the output', zh: '步长：相邻输入在输出中相隔的距离' },
    },
    padding: optional(perAxis({ en: 'padding: cut off at both ends', zh: '补零：输出两端各裁去的长度' }), 0),
    outputPadding: optional(
      perAxis({ en: 'output padding: added at one end', zh: '输出补零：在输出一端增加的长度' }),
      0,
    ),
    dilation: dilationParam,
  },
  answer: {
    size: field<number[]>('size', 'size', { en: 'the size of the output', zh: '输出的尺寸' }),
  },
  ask: 'size',
  examples: ['4x4 4 --stride 2 --padding 1', '7x7 3 --stride 2 --padding 1 --output-padding 1', '5 3 --dilation 2'],
  settle: params => {
    axesOf(params).forEach(checkAxis);
    return params;
  },
  prompt: params => {
    const { input, kernel, stride, padding, outputPadding, dilation } = params;
    const told = [
      ['stride', '步长', stride, undefined],
      ['padding', '补零', padding, undefined],
      ['output padding', '输出补零', outputPadding, 0],
      ['dilation', '膨胀率', dilation, 1],
    ] as const;
    const extras = told.filter(([, , value, usual]) => value !== usual);
    const list = (pick: 0 | 1): string =>
      extras.map(one => `${one[pick]} ${JSON.stringify(one[2])}`).join(pick ? '，' : ', ');
    const k = [kernel].flat().join('×');
    return {
      en: `What size does a transposed convolution make of an input of ${input.join('×')}? Kernel ${k}, ${list(0)}.`,
      zh: `输入为 ${input.join('×')}，经转置卷积（卷积核 ${k}，${list(1)}）后尺寸是多少？`,
    };
  },
  given: () => [],
  display: answer => [[{ en: 'size', zh: '尺寸' }, ` ${answer.size.join('×')}`]],
  generate: (random, level) => {
    const n = random.integer(3, level === 1 ? 8 : 16);
    const k = random.integer(2, 5);
    // Padding that is not wider than the kernel reaches, as layers have it.
    const padding = (kernel: number, least: number): number => random.integer(least, Math.min(2, kernel - 1));
    const common = { kernel: k, stride: random.integer(2, 3), outputPadding: random.integer(0, 1), dilation: 1 };
    if (level === 1) return { ...common, input: [n], padding: padding(k, 0), outputPadding: 0 };
    if (level === 2) return { ...common, input: [n, n], padding: padding(k, 1) };
    const across = random.integer(2, 5);
    return {
      ...common,
      input: [n, n + random.integer(1, 6)],
      kernel: [k, across],
      stride: [common.stride, random.integer(2, 4)],
      padding: [padding(k, 1), padding(across, 0)],
      dilation: random.integer(1, 2),
    };
  },
  solve,
  mistakes: {
    'ordinary-formula': {
      tell: {
        en: 'That is the size of the ordinary convolution: a transposed one goes the other way, from its output back to its input size.',
        zh: '这是普通卷积的输出尺寸：转置卷积方向相反，由普通卷积的输出尺寸回到输入尺寸。',
      },
      answer: wrongSize(axis => places(asSlid(axis))),
    },
    'padding-added': {
      tell: {
        en: 'The padding was added: in a transposed convolution it is cut off the output, − 2p.',
        zh: '把补零加上去了：转置卷积中补零是从输出两端裁去的，应减去 2p。',
      },
      answer: wrongSize(
        axis => lengthOf(axis) + 4 * axis.p,
        ({ p }) => p > 0,
      ),
    },
    'padding-counted-once': {
      tell: {
        en: 'The padding was taken off once: it is cut off at both ends, − 2p.',
        zh: '补零只减了一次：输出两端都要裁去，应减去 2p。',
      },
      answer: wrongSize(
        axis => lengthOf(axis) + axis.p,
        ({ p }) => p > 0,
      ),
    },
    'output-padding-forgotten': {
      tell: {
        en: 'The output padding is missing: it is added to the size once, at one end.',
        zh: '漏加了输出补零：在输出的一端加一次。',
      },
      answer: wrongSize(
        axis => lengthOf(axis) - axis.o,
        ({ o }) => o > 0,
      ),
    },
    'stride-times-n': {
      tell: {
        en: 'The stride was multiplied by n: between n inputs there are n − 1 steps, so s(n − 1).',
        zh: '步长乘以了 n：n 个输入之间只有 n − 1 个间隔，应为 s(n − 1)。',
      },
      answer: wrongSize(axis => lengthOf(axis) + axis.s),
    },
    'dilation-forgotten': {
      tell: {
        en: 'The dilation was left out: a dilated kernel spans d(k − 1) + 1 places.',
        zh: '漏了膨胀率：膨胀后的卷积核跨度为 d(k − 1) + 1。',
      },
      answer: wrongSize(
        axis => lengthOf(axis) - kernelSpan(axis) + axis.k,
        ({ d, k }) => d > 1 && k > 1,
      ),
    },
  },
  verify: (params, answer) => {
    const axes = axesOf(params);
    const back = axes.map((axis, i) => places({ ...asSlid(axis), length: answer.size[i]! - axis.o }));
    const stuffed = axes.map(({ n, k, s, p, o, d }) => {
      const around = d * (k - 1) - p;
      const length = n + (n - 1) * (s - 1);
      return places({ length, window: k, before: around, after: around + o, stride: 1, dilation: d });
    });
    return [
      { claim: 'the ordinary convolution leads back to the input', left: back, right: params.input },
      { claim: 'a convolution at stride 1 over the input with s − 1 zeros between', left: answer.size, right: stuffed },
    ];
  },
});
