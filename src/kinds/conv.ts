/**
 * Discrete convolution of a vector, a matrix or a volume.
 *
 * y[i, j] = Σ_c Σ_a Σ_b x[c, i·s + a·d, j·s + b·d] · k[c, a, b] + bias
 *
 * Convention: `flip: false` is cross-correlation, which deep-learning libraries call convolution; `flip: true` turns the
 * kernel by 180° first, the mathematical convolution. Source: Goodfellow, Bengio & Courville 2016, section 9.1; sizes after
 * Dumoulin & Visin 2016.
 */
import { scatter } from '../math/convolution.ts';
import { draw } from '../problem/drawing.ts';
import { ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { optional, tensor } from '../problem/params.ts';
import { join, type Text } from '../problem/text.ts';
import { shapeOf } from '../problem/value.ts';
import { silent } from '../problem/work.ts';
import { convolve } from './shared/convolution-steps.ts';
import {
  dilationParam,
  flipParam,
  isAnotherMode,
  modeName,
  modeParam,
  paddingParam,
  settleMode,
  strideParam,
} from './shared/sliding.ts';
import { type ConvolutionParams, convolutionOf, type KernelNest, type Nest, outputOf } from './shared/volumes.ts';

/** What somebody gets who solves another problem than the one posed; undefined where that one cannot be posed. */
const insteadOf = (
  params: ConvolutionParams,
  change: Partial<ConvolutionParams>,
): { output: Nest; size: number[] } | undefined => {
  try {
    return convolve({ ...params, ...change }, silent);
  } catch (error) {
    if (error instanceof ProblemError) return undefined;
    throw error;
  }
};

const inMode =
  (mode: 'full' | 'same' | 'valid') =>
  <P extends ConvolutionParams>(params: P): P | undefined => {
    const change = { mode, padding: undefined };
    return isAnotherMode(mode, params) && insteadOf(params, change) ? { ...params, ...change } : undefined;
  };

const modeMistake = (mode: 'full' | 'same' | 'valid', tell: Text) => ({
  tell,
  answer: (params: ConvolutionParams) => {
    const other = inMode(mode)(params);
    return other && convolve(other, silent);
  },
  as: inMode(mode),
});

export const conv = defineKind({
  id: 'conv',
  topic: 'convolution',
  title: { en: 'Convolution', zh: '卷积' },
  params: {
    input: tensor<Nest>({ en: 'the input', zh: '输入' }, [1, 3]),
    kernel: tensor<KernelNest>({ en: 'the kernel', zh: '卷积核' }, [1, 4]),
    mode: modeParam,
    padding: paddingParam,
    stride: strideParam,
    dilation: dilationParam,
    flip: flipParam,
    bias: optional(
      tensor<number | number[]>(
        { en: 'added to every output cell, one per filter', zh: '加到每个输出上的偏置，每个卷积核一个' },
        [0, 1],
      ),
      0,
    ),
  },
  answer: {
    output: field<Nest>('tensor', 'y', { en: 'the output', zh: '输出' }),
    size: field<number[]>('size', 'size', { en: 'the size of the output', zh: '输出的尺寸' }),
  },
  ask: 'output',
  bySize: 'conv-size',
  examples: [
    "'[1 2 0; 0 1 3; 2 1 1]' '[1 0; 0 -1]' --mode full",
    "'[[1,2],[3,4]]' '[[1,0],[0,1]]' --mode same --flip",
    "'[3 4 5 6]' '[1 2 3]' --mode full --flip",
    '32x32x3 5x5 --filters 6',
  ],
  settle(params) {
    const settled = settleMode(params);
    convolutionOf(settled);
    return settled;
  },
  headline: params =>
    join(
      [
        modeName(params),
        params.flip
          ? { en: 'convolution (the kernel is turned by 180°)', zh: '卷积（卷积核旋转 180°）' }
          : { en: 'cross-correlation (the kernel is not flipped)', zh: '互相关（卷积核不翻转）' },
      ],
      ' · ',
    ),
  prompt: params => {
    const how = params.flip
      ? {
          en: 'the mathematical convolution (the kernel is turned by 180° first)',
          zh: '数学意义上的卷积（先把卷积核旋转 180°）',
        }
      : { en: 'the cross-correlation (the kernel is not flipped)', zh: '互相关（卷积核不翻转）' };
    return {
      en: `Compute ${how.en} of the input with the kernel: ${modeName(params).en}, stride ${JSON.stringify(params.stride)}.`,
      zh: `求输入与卷积核的${how.zh}：${modeName(params).zh}，步长 ${JSON.stringify(params.stride)}。`,
    };
  },
  given: params => {
    const shape = (nest: KernelNest): string => shapeOf(nest).join('×');
    const extras = [
      ['stride', '步长', params.stride],
      ['dilation', '膨胀率', params.dilation],
      ['bias', '偏置', params.bias],
    ] as const;
    const told = extras.filter(([name, , value]) => name === 'stride' || value !== (name === 'bias' ? 0 : 1));
    const sizes = {
      en: `input ${shape(params.input)}, kernel ${shape(params.kernel)}`,
      zh: `输入 ${shape(params.input)}，卷积核 ${shape(params.kernel)}`,
    };
    const rest = told.map(([en, zh, value]) => ({
      en: `${en} ${JSON.stringify(value)}`,
      zh: `${zh} ${JSON.stringify(value)}`,
    }));
    return [
      [...draw(params.input), params.flip ? '  *  ' : '  ⋆  ', ...draw(params.kernel)],
      [join([sizes, ...rest], { en: ', ', zh: '，' })],
    ];
  },
  display: answer => [draw(answer.output)],
  generate: (random, level) => {
    const entry = (): number => random.integer(-1, 3);
    const tap = (): number => random.integer(-2, 2);
    const flip = random.oneIn(3);
    const mode = random.pick(['full', 'same', 'valid'] as const);
    const common = { dilation: 1, padding: undefined, stride: 1, bias: 0, flip, mode };
    if (level === 1)
      return { ...common, input: random.vector(random.integer(4, 5), entry), kernel: random.vector(3, tap) };
    const [n, k] = level === 2 ? [3, 2] : [4, 3];
    const plane = { ...common, input: random.matrix(n, n, entry), kernel: random.matrix(k, k, tap) };
    if (level === 2) return plane;
    if (random.oneIn(2)) return plane;
    const strided = { mode: undefined, padding: 1, stride: 2, bias: random.nonZero(-2, 2) };
    return { ...plane, ...strided, input: random.matrix(5, 5, entry) };
  },
  solve: convolve,
  mistakes: {
    'kernel-flipped': {
      tell: {
        en: 'The kernel is turned the other way: cross-correlation lays it on the input as it stands, convolution (flip) turns it by 180° first.',
        zh: '卷积核的方向反了：互相关直接把卷积核放在输入上，数学卷积（flip）要先旋转 180°。',
      },
      answer: params => ({ output: convolve({ ...params, flip: !params.flip }, silent).output }),
      as: params => ({ ...params, flip: !params.flip }),
    },
    'mode-full': modeMistake('full', {
      en: 'That is the full convolution: zeros are padded so that every overlap counts, n + k − 1 places.',
      zh: '这是 full 卷积的结果：四周补 k − 1 个零，只要有重叠就计算，尺寸为 n + k − 1。',
    }),
    'mode-same': modeMistake('same', {
      en: 'That is the same convolution: padded so that the output is as large as the input (at stride 1).',
      zh: '这是 same 卷积的结果：补零使输出与输入同样大（步长为 1 时）。',
    }),
    'mode-valid': modeMistake('valid', {
      en: 'That is the valid convolution: nothing is padded, only windows wholly inside the input count, n − k + 1 places.',
      zh: '这是 valid 卷积的结果：不补零，只计算完全落在输入内的窗口，尺寸为 n − k + 1。',
    }),
    'padding-one-side': {
      tell: {
        en: 'The zeros were put on one side only (top and left): padding surrounds the input on both sides of every axis.',
        zh: '只在一侧（上、左）补了零：补零应在每个轴的两侧进行。',
      },
      answer: params => {
        const { rank, rows, columns } = convolutionOf(params);
        if (rows.after + columns.after === 0 || rows.before + columns.before === 0) return undefined;
        const padding = rank === 1 ? [columns.before, 0] : [rows.before, 0, columns.before, 0];
        return insteadOf(params, { mode: undefined, padding });
      },
    },
    'stride-ignored': {
      tell: {
        en: 'The window was moved one place at a time: with stride s it jumps s places.',
        zh: '窗口每次只移动了一格：步长为 s 时应每次移动 s 格。',
      },
      answer: params => {
        const { rank, rows, columns } = convolutionOf(params);
        if (rows.stride === 1 && columns.stride === 1) return undefined;
        const padding = [rows.before, rows.after, columns.before, columns.after].slice(rank === 1 ? 2 : 0);
        return insteadOf(params, { mode: undefined, padding, stride: 1 });
      },
    },
    'bias-forgotten': {
      tell: {
        en: 'The bias is missing: it is added once to every output cell.',
        zh: '漏加了偏置：每个输出元素都要加一次偏置。',
      },
      answer: params =>
        [params.bias].flat().every(b => b === 0)
          ? undefined
          : { output: convolve({ ...params, bias: 0 }, silent).output },
      as: params => ([params.bias].flat().every(b => b === 0) ? undefined : { ...params, bias: 0 }),
    },
  },
  verify: (params, answer) => {
    const problem = convolutionOf(params);
    const maps = problem.filters.map((kernel, f) =>
      scatter(problem.input, kernel, problem.rows, problem.columns).map(row => row.map(y => y + problem.biases[f]!)),
    );
    return [
      {
        claim: 'every input entry scattered to the outputs it reaches',
        left: answer.output,
        right: outputOf(problem, maps, params.kernel),
      },
    ];
  },
});
