/**
 * Size and cost of a convolution layer: ⌊(n + p_before + p_after − d(k − 1) − 1)/s⌋ + 1 per axis.
 *
 * Convention: one bias per filter; multiplications count the products of every output cell, padding included, biases not.
 * A rest that the stride leaves is cut off (rounded down), as every library does. Source: Dumoulin & Visin 2016.
 */
import { type Axis, divides, places, span } from '../math/window.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { flag, integer, optional, perAxis, size } from '../problem/params.ts';
import { join, type Text } from '../problem/text.ts';
import { silent, type Work } from '../problem/work.ts';
import {
  axesOf,
  dilationParam,
  isAnotherMode,
  modeName,
  modeParam,
  paddingParam,
  paddingTitle,
  type Sliding,
  settleMode,
  sizeFormula,
  strideParam,
} from './shared/sliding.ts';

interface Params extends Sliding {
  readonly input: number[];
  readonly kernel: number | number[];
  readonly filters: number;
  readonly bias: boolean;
}

interface Layer {
  readonly axes: Axis[];
  readonly channels: number;
  /** Whether the input names its channels, so that the output does too. */
  readonly isVolume: boolean;
}

const layerOf = (params: Params): Layer => {
  const isVolume = params.input.length === 3;
  const lengths = params.input.slice(0, 2);
  const kernel = typeof params.kernel === 'number' ? lengths.map(() => params.kernel as number) : params.kernel;
  if (kernel.length !== lengths.length) {
    throw invalid(
      'kernel',
      { en: `${lengths.length} numbers, one per axis`, zh: `${lengths.length} 个数，每个轴一个` },
      params.kernel,
    );
  }
  return { axes: axesOf(lengths, kernel, params, 'kernel'), channels: params.input[2] ?? 1, isVolume };
};

const axisNames = (axes: readonly Axis[]): string[] => {
  if (axes.length === 1) return ['n_out'];
  return JSON.stringify(axes[0]) === JSON.stringify(axes[1]) ? ['n_out'] : ['H_out', 'W_out'];
};

const solve = (params: Params, work: Work) => {
  const { axes, channels, isVolume } = layerOf(params);
  const { filters: F, bias } = params;
  const kernel = axes.map(axis => axis.window);
  const padding = work.step(
    'padding',
    axes.flatMap(axis => [axis.before, axis.after]),
    () => ({
      title: paddingTitle(axes.length),
      symbol: 'p',
      ...(axes.some(axis => axis.before !== axis.after) ? { note: oddZero(params) } : {}),
    }),
  );
  const names = axisNames(axes);
  const lengths = names.map((symbol, i) =>
    work.step(symbol, places(axes[i]!), () => ({
      title: { en: 'Size', zh: '尺寸' },
      symbol,
      ...sizeFormula(axes[i]!, params.mode),
      ...(divides(axes[i]!) ? {} : { note: leftOver }),
    })),
  );
  const plane = axes.map((_, i) => lengths[i] ?? lengths[0]!);
  const parameters = work.step('parameters', F * kernel.reduce((a, b) => a * b, channels) + (bias ? F : 0), () => ({
    title: {
      en: `Parameters: weights of every filter${bias ? ', and one bias each' : ''}`,
      zh: `参数：每个卷积核的权重${bias ? '，再加各一个偏置' : ''}`,
    },
    symbol: 'parameters',
    formula: `${productNames(axes)}*C*F${bias ? ' + F' : ''}`,
    scope: { ...productScope(axes), C: channels, F },
  }));
  const multiplications = work.step(
    'multiplications',
    F * kernel.reduce((a, b) => a * b, channels) * plane.reduce((a, b) => a * b, 1),
    () => ({
      title: { en: 'Multiplications: every weight once per output cell', zh: '乘法次数：每个输出位置用到每个权重一次' },
      symbol: 'multiplications',
      formula: `${productNames(axes)}*C*F*${plane.length === 1 ? 'n_out' : 'H_out*W_out'}`,
      scope: {
        ...productScope(axes),
        C: channels,
        F,
        ...(plane.length === 1 ? { n_out: plane[0]! } : { H_out: plane[0]!, W_out: plane[1]! }),
      },
    }),
  );
  const answer = work.step('size', isVolume ? [...plane, F] : plane, () => ({
    title: { en: 'Output', zh: '输出' },
    symbol: 'size',
    drawn: [[(isVolume ? [...plane, F] : plane).join('×')]],
  }));
  return { size: answer, padding, fits: axes.every(divides), parameters, multiplications };
};

const productNames = (axes: readonly Axis[]): string => (axes.length === 1 ? 'k' : 'k_H*k_W');
const productScope = (axes: readonly Axis[]): Record<string, number> =>
  axes.length === 1 ? { k: axes[0]!.window } : { k_H: axes[0]!.window, k_W: axes[1]!.window };

const oddZero = ({ mode }: Params): Text => {
  if (mode === 'same')
    return {
      en: 'The odd zero goes to the end (bottom, right); same-lower puts it at the beginning.',
      zh: '多出的一个零补在末端（下、右）；same-lower 则补在前端。',
    };
  if (mode === 'same-lower')
    return {
      en: 'The odd zero goes to the beginning (top, left); same puts it at the end.',
      zh: '多出的一个零补在前端（上、左）；same 则补在末端。',
    };
  return { en: 'The sides are padded differently, as given.', zh: '按题意各侧补零数不同。' };
};

const leftOver: Text = {
  en: 'The stride does not divide exactly: the result is rounded down, and what is left over is never reached.',
  zh: '步长不能整除：结果向下取整，余下的部分不会被覆盖。',
};

/** The size that a wrong formula for one axis gives; undefined where it gives no size or cannot be used. */
const wrongSize =
  (formula: (axis: Axis) => number, applies: (axes: Axis[], params: Params) => boolean = () => true) =>
  (params: Params) => {
    const { axes, isVolume } = layerOf(params);
    if (!applies(axes, params)) return undefined;
    const plane = axes.map(formula);
    return plane.some(n => n < 1) ? undefined : { size: isVolume ? [...plane, params.filters] : plane };
  };

const modeMistake = (mode: 'full' | 'same' | 'valid', tell: Text) => ({
  tell,
  answer: (params: Params) => {
    if (!isAnotherMode(mode, params)) return undefined;
    try {
      const { size, padding } = solve({ ...params, mode, padding: undefined }, silent);
      return { size, padding };
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  },
});

export const convSize = defineKind({
  id: 'conv-size',
  topic: 'cnn',
  title: { en: 'Size of a convolution layer', zh: '卷积层的尺寸' },
  params: {
    input: size({ en: 'the input: n, HxW or HxWxC', zh: '输入：n、HxW 或 HxWxC' }, [1, 3]),
    kernel: perAxis({ en: 'the kernel: k or kHxkW', zh: '卷积核：k 或 kHxkW' }, { min: 1 }),
    filters: optional(integer({ en: 'how many filters', zh: '卷积核的个数' }, { min: 1 }), 1),
    mode: modeParam,
    padding: paddingParam,
    stride: strideParam,
    dilation: dilationParam,
    bias: optional(
      {
        ...flag({ en: 'one bias per filter (--no-bias: none)', zh: '每个卷积核一个偏置（--no-bias：无）' }),
        fallback: true,
      },
      true,
    ),
  },
  answer: {
    size: field<number[]>('size', 'size', { en: 'the size of the output', zh: '输出的尺寸' }),
    padding: field<number[]>('size', 'p', {
      en: 'the padding (top, bottom, left, right)',
      zh: '补零（上、下、左、右）',
    }),
    fits: field<boolean>('flag', 'fits', { en: 'whether the stride divides exactly', zh: '步长是否整除' }),
    parameters: field<number>('number', 'parameters', { en: 'the number of parameters', zh: '参数个数' }),
    multiplications: field<number>('number', 'multiplications', {
      en: 'the number of multiplications',
      zh: '乘法次数',
    }),
  },
  ask: 'size',
  examples: [
    '32x32x3 5x5 --filters 6',
    '28x28 3 --mode same --stride 2',
    '224x224x3 11 --filters 96 --stride 4 --padding 2',
    '16 5 --dilation 2 --no-bias',
  ],
  settle: params => {
    const settled = settleMode(params);
    layerOf(settled);
    return settled;
  },
  headline: params =>
    join(
      [
        modeName(params),
        { en: `stride ${JSON.stringify(params.stride)}`, zh: `步长 ${JSON.stringify(params.stride)}` },
      ],
      ' · ',
    ),
  prompt: params => {
    const extras = [
      params.mode === undefined
        ? [`padding ${JSON.stringify(params.padding)}`, `补零 ${JSON.stringify(params.padding)}`]
        : [`${params.mode} convolution`, `${params.mode} 卷积`],
      [`stride ${JSON.stringify(params.stride)}`, `步长 ${JSON.stringify(params.stride)}`],
      ...(params.dilation === 1
        ? []
        : [[`dilation ${JSON.stringify(params.dilation)}`, `膨胀率 ${JSON.stringify(params.dilation)}`]]),
      params.bias ? ['a bias per filter', '每个卷积核有偏置'] : ['no biases', '无偏置'],
    ];
    const kernel = [params.kernel].flat().join('×');
    return {
      en: `A convolution layer takes an input of ${params.input.join('×')}: ${params.filters} filter${params.filters === 1 ? '' : 's'} of size ${kernel}, ${extras.map(e => e[0]).join(', ')}.`,
      zh: `卷积层的输入为 ${params.input.join('×')}：${params.filters} 个大小为 ${kernel} 的卷积核，${extras.map(e => e[1]).join('，')}。`,
    };
  },
  given: () => [],
  display: answer => [
    [{ en: 'size', zh: '尺寸' }, ` ${answer.size.join('×')}`],
    [{ en: 'padding', zh: '补零' }, ` ${answer.padding.join(', ')}`],
    [{ en: 'parameters', zh: '参数' }, ` ${answer.parameters}`],
    [{ en: 'multiplications', zh: '乘法次数' }, ` ${answer.multiplications}`],
  ],
  generate: (random, level) => {
    const n = random.integer(level === 3 ? 10 : 5, level === 1 ? 12 : 32);
    const k = random.pick([2, 3, 5]);
    const common = {
      dilation: 1,
      bias: true,
      filters: random.integer(2, 16),
      stride: 1,
      padding: undefined,
      mode: undefined,
    };
    if (level === 1)
      return { ...common, input: [n], kernel: k, filters: 1, mode: random.pick(['full', 'same', 'valid'] as const) };
    const input = [n, n, random.pick([1, 3, 6])];
    if (level === 2) return { ...common, input, kernel: k, padding: random.integer(1, 2), stride: random.pick([1, 2]) };
    return {
      ...common,
      input: [n, n + random.integer(1, 6), 3],
      kernel: [k, random.pick([3, 4])],
      padding: random.integer(1, 2),
      stride: random.integer(2, 3),
      dilation: random.integer(1, 2),
    };
  },
  solve,
  mistakes: {
    'padding-counted-once': {
      tell: {
        en: 'The padding was counted once: zeros stand on both sides, so an axis grows by 2p.',
        zh: '补零只算了一次：两侧都补零，每个轴增加 2p。',
      },
      answer: wrongSize(
        axis => Math.floor((axis.length + axis.before - span(axis)) / axis.stride) + 1,
        (axes, { padding }) => padding !== undefined && axes.some(axis => axis.after > 0),
      ),
    },
    'one-forgotten': {
      tell: {
        en: 'The + 1 is missing: the window also stands at its first place.',
        zh: '漏了 + 1：窗口的起始位置也要算一个。',
      },
      answer: wrongSize(axis => places(axis) - 1),
    },
    'rounded-up': {
      tell: {
        en: 'The quotient was rounded up: a window that does not fit whole is left out, so round down.',
        zh: '商向上取整了：放不下完整窗口的位置不算，应向下取整。',
      },
      answer: wrongSize(
        axis => Math.ceil((axis.length + axis.before + axis.after - span(axis)) / axis.stride) + 1,
        axes => !axes.every(divides),
      ),
    },
    'dilation-ignored': {
      tell: {
        en: 'The dilation was ignored: a dilated kernel spans d(k − 1) + 1 places.',
        zh: '忽略了膨胀率：膨胀后的卷积核跨度为 d(k − 1) + 1。',
      },
      answer: wrongSize(
        axis => Math.floor((axis.length + axis.before + axis.after - axis.window) / axis.stride) + 1,
        axes => axes.some(axis => axis.dilation > 1),
      ),
    },
    'mode-full': modeMistake('full', {
      en: 'That is the full convolution: n + k − 1 per axis (at stride 1).',
      zh: '这是 full 卷积的尺寸：每个轴 n + k − 1（步长为 1 时）。',
    }),
    'mode-same': modeMistake('same', {
      en: 'That is the same convolution: ⌈n/s⌉ per axis.',
      zh: '这是 same 卷积的尺寸：每个轴 ⌈n/s⌉。',
    }),
    'mode-valid': modeMistake('valid', {
      en: 'That is the valid convolution, without any padding: n − k + 1 per axis (at stride 1).',
      zh: '这是不补零的 valid 卷积的尺寸：每个轴 n − k + 1（步长为 1 时）。',
    }),
    'bias-forgotten': {
      tell: {
        en: 'The biases are missing: one parameter more per filter.',
        zh: '漏算了偏置：每个卷积核还有一个偏置参数。',
      },
      answer: params =>
        params.bias ? { parameters: solve({ ...params, bias: false }, silent).parameters } : undefined,
    },
    'channels-forgotten': {
      tell: {
        en: 'The depth of the kernel is missing: every filter reaches through all C channels of the input.',
        zh: '漏乘了卷积核的深度：每个卷积核贯穿输入的全部 C 个通道。',
      },
      answer: params => {
        if (layerOf(params).channels === 1) return undefined;
        const { parameters, multiplications } = solve({ ...params, input: [...params.input.slice(0, 2), 1] }, silent);
        return { parameters, multiplications };
      },
    },
  },
  verify: (params, answer) => {
    const { axes, channels, isVolume } = layerOf(params);
    // Counts by moving the window, place after place, instead of by the formula.
    const counted = axes.map(axis => {
      let count = 0;
      for (let start = -axis.before; start + span(axis) <= axis.length + axis.after; start += axis.stride) count++;
      return count;
    });
    const cells = counted.reduce((a, b) => a * b, 1);
    const weights = axes.reduce((a, axis) => a * axis.window, channels * params.filters);
    return [
      {
        claim: 'the places of the window, counted',
        left: answer.size,
        right: isVolume ? [...counted, params.filters] : counted,
      },
      { claim: 'multiplications = weights × places', left: answer.multiplications, right: weights * cells },
      {
        claim: 'parameters − biases = weights',
        left: answer.parameters - (params.bias ? params.filters : 0),
        right: weights,
      },
    ];
  },
});
