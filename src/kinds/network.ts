/**
 * Sizes, parameters and receptive fields of a convolutional or capsule network, layer by layer.
 * Size per axis: ⌊(n + 2p − k)/s⌋ + 1; parameters of a convolution: (kH·kW·C + 1)·F; receptive field: r ← r + (k − 1)·j and
 * j ← j·s, from r = j = 1.
 *
 * Convention: one bias per filter or unit; pooling and flattening have no parameters; a capsule layer that is fully connected
 * has one matrix from every capsule to every capsule and no bias. The receptive field leaves the padding's zeros in, and is
 * not told from the first layer on that sees the whole input.
 * Sources: Dumoulin & Visin 2016; LeCun, Bottou, Bengio & Haffner 1998; Sabour, Frosst & Hinton 2017.
 */
import { type Axis, divides, span } from '../math/window.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { size } from '../problem/params.ts';
import type { Random } from '../problem/random.ts';
import { join, same, type Text } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';
import { silent, type Work } from '../problem/work.ts';
import { sizeFormula } from './shared/sliding.ts';
import {
  type Applied,
  type Layer,
  layerList,
  type Manner,
  partsOf,
  product,
  rightly,
  sizeName,
  unroll,
} from './shared/stack.ts';

interface Params {
  readonly input: number[];
  readonly layers: readonly Layer[];
}

interface Told {
  readonly size: number[];
  readonly parameters: number;
  readonly receptiveField: number[] | null;
}

const told = ({ after, weights, biases }: Applied): Told => ({
  size: [...after.size],
  parameters: weights + biases,
  receptiveField: after.field ? [...after.field] : null,
});

const answerOf = (applied: readonly Applied[]) => ({
  layers: applied.map(told),
  parameters: applied.reduce((sum, { weights, biases }) => sum + weights + biases, 0),
});

const windowName = (axes: readonly Axis[]): string => axes.map(axis => axis.window).join('×');

const layerName = ({ type, own, axes }: Applied): Text => {
  switch (type) {
    case 'conv':
      return {
        en: `convolution ${windowName(axes)}, ${own.filters} filters`,
        zh: `${own.filters} 个 ${windowName(axes)} 卷积核`,
      };
    case 'pool':
      return { en: `pooling ${windowName(axes)}`, zh: `${windowName(axes)} 池化` };
    case 'flatten':
      return { en: 'flatten', zh: '展平' };
    case 'dense':
      return { en: `fully connected, ${own.units} units`, zh: `全连接，${own.units} 个单元` };
    case 'capsules':
      return {
        en: `primary capsules ${windowName(axes)}, ${own.channels} channels of ${own.dimension} dimensions`,
        zh: `${windowName(axes)} 初级胶囊，${own.channels} 通道 × ${own.dimension} 维`,
      };
    case 'capsuleDense':
      return {
        en: `${own.count} capsules of ${own.dimension} dimensions`,
        zh: `${own.count} 个 ${own.dimension} 维胶囊`,
      };
  }
};

const slideText = ({ axes, own }: Applied): Text => {
  const list = (of: (axis: Axis) => number): string => [...new Set(axes.map(of))].join('×');
  const stride = list(axis => axis.stride);
  const zeros = new Set(axes.flatMap(axis => [axis.before, axis.after]));
  const padding = zeros.size === 1 ? [...zeros][0]! : axes.map(axis => `${axis.before}+${axis.after}`).join(', ');
  const noBias = own.bias === false ? { en: ', no biases', zh: '，无偏置' } : same('');
  if (axes.length === 0) return noBias;
  const dilation = list(axis => axis.dilation);
  return {
    en: `${stride === '1' ? '' : `, stride ${stride}`}${padding === 0 ? '' : `, padding ${padding}`}${dilation === '1' ? '' : `, dilation ${dilation}`}${noBias.en}`,
    zh: `${stride === '1' ? '' : `，步长 ${stride}`}${padding === 0 ? '' : `，补零 ${padding}`}${dilation === '1' ? '' : `，膨胀率 ${dilation}`}${noBias.zh}`,
  };
};

/** The parameters of a layer as a formula; undefined where it has none. */
const parameterFormula = ({ type, own, before, axes, weights, biases }: Applied) => {
  if (weights === 0) return undefined;
  const bias = biases > 0;
  const [kH, kW] = axes.map(axis => axis.window);
  if (type === 'conv' || type === 'capsules') {
    const F = type === 'conv' ? own.filters : (own.channels as number) * (own.dimension as number);
    const taps = kH === kW ? { formula: 'k*k', scope: { k: kH } } : { formula: 'k_H*k_W', scope: { k_H: kH, k_W: kW } };
    return {
      formula: bias ? `(${taps.formula}*C + 1)*F` : `${taps.formula}*C*F`,
      scope: { ...taps.scope, C: before.size[2], F } as Record<string, number>,
    };
  }
  if (type === 'dense') {
    return {
      formula: bias ? '(n + 1)*m' : 'n*m',
      scope: { n: product(before.size), m: own.units as number },
    };
  }
  return {
    formula: 'N*d*M*D',
    scope: {
      N: product(before.size.slice(0, -1)),
      d: before.size.at(-1)!,
      M: own.count as number,
      D: own.dimension as number,
    },
  };
};

/** Sizes of at most this many layers are worked out; of the others only the parameters. */
const shownWhole = 8;

const axisLetters = ['H', 'W'];

const heading = ({ en, zh }: Text): Text => ({ en: en.charAt(0).toUpperCase() + en.slice(1), zh });

/** The rows of one layer: its size, its receptive field, its parameters. */
const layerSteps = (applied: Applied, index: number, work: Work): number => {
  const { type, own, before, after, axes } = applied;
  const at = index + 1;
  const isWhole = index < shownWhole;
  const inner = isWhole ? work : silent;
  const outcome = same(` → ${sizeName(after.size)}`);
  const title = isWhole
    ? heading(join([layerName(applied), slideText(applied), outcome]))
    : { en: 'The other layers, likewise', zh: '其余各层，方法相同' };
  const isSquare = axes.length > 0 && JSON.stringify(axes[0]) === JSON.stringify(axes[1]);
  (isSquare ? axes.slice(0, 1) : axes).forEach((axis, i) => {
    const symbol = isSquare ? `n_${at}` : `${axisLetters[i]}_${at}`;
    inner.step(symbol, after.size[i]!, () => ({
      title,
      symbol,
      ...sizeFormula(axis, own.mode as Parameters<typeof sizeFormula>[1], own.ceil === true),
      ...(divides(axis) || own.ceil
        ? {}
        : { note: { en: 'The stride does not divide exactly: rounded down.', zh: '步长不能整除：向下取整。' } }),
    }));
  });
  if (type === 'flatten' || (type === 'dense' && before.size.length > 1)) {
    inner.step(`flat_${at}`, product(before.size), () => ({
      title,
      symbol: type === 'dense' ? 'n' : `n_${at}`,
      formula: before.size.map((_, i) => `a_${i + 1}`).join('*'),
      scope: Object.fromEntries(before.size.map((n, i) => [`a_${i + 1}`, n])),
    }));
  }
  const fields = after.field && before.field ? (isSquare && before.field[0] === before.field[1] ? [0] : [0, 1]) : [];
  for (const i of fields) {
    const symbol = fields.length === 1 ? `r_${at}` : `r${axisLetters[i]}_${at}`;
    inner.step(symbol, after.field![i]!, () => ({
      title,
      symbol,
      formula: axes[i]!.dilation === 1 ? 'r + (k - 1)*j' : 'r + d*(k - 1)*j',
      scope: {
        r: before.field![i]!,
        k: axes[i]!.window,
        j: before.jump[i]!,
        ...(axes[i]!.dilation === 1 ? {} : { d: axes[i]!.dilation }),
      },
    }));
  }
  const shown = parameterFormula(applied);
  const count = applied.weights + applied.biases;
  const counting = shown && (isWhole || index < 100) ? work : silent;
  return counting.step(`P_${at}`, count, () => ({
    title,
    symbol: `P_${at}`,
    ...shown,
    ...(isWhole ? {} : { lead: `${sizeName(before.size)} → ${sizeName(after.size)}` }),
  }));
};

const solve = ({ input, layers }: Params, work: Work) => {
  const applied = unroll(input, layers);
  const counts = applied.map((one, i) => layerSteps(one, i, work));
  const named = counts.flatMap((count, i) =>
    applied[i]!.weights > 0 && i < 100 ? [[`P_${i + 1}`, count] as const] : [],
  );
  const isNamed = applied.every(({ weights }, i) => weights === 0 || i < 100) && named.length > 0;
  const parameters = work.step(
    'parameters',
    counts.reduce((a, b) => a + b, 0),
    () => ({
      title: { en: 'Parameters of the whole network', zh: '整个网络的参数' },
      symbol: 'P',
      formula: isNamed ? named.map(([name]) => name).join(' + ') : 'sum(P)',
      scope: (isNamed ? Object.fromEntries(named) : { P: counts }) as Record<string, Value>,
      note: { en: 'Pooling and flattening have nothing to learn.', zh: '池化与展平没有可学习的参数。' },
    }),
  );
  return { layers: applied.map(told), parameters };
};

/** The answer of a student with other manners; undefined where they cannot be told or fit nowhere. */
const wrongly =
  (manner: Partial<Manner>, applies: (applied: readonly Applied[]) => boolean) =>
  ({ input, layers }: Params) => {
    if (!applies(unroll(input, layers))) return undefined;
    try {
      const wrong = unroll(input, layers, { ...rightly, ...manner });
      if (wrong.some(({ after }) => after.size.some(n => n < 1))) return undefined;
      const [answer, right] = [answerOf(wrong), answerOf(unroll(input, layers))];
      return answer.parameters === right.parameters ? { layers: answer.layers } : answer;
    } catch (error) {
      if (error instanceof ProblemError) return undefined;
      throw error;
    }
  };

const drawPool = (window: number): Layer => ({
  pool: { window, stride: undefined, padding: undefined, mode: undefined, ceil: false },
});

const drawConv = (random: Random, kernels: readonly number[], filters: readonly number[], padded: boolean): Layer => {
  const kernel = random.pick(kernels);
  const padding = padded && random.oneIn(2) ? random.integer(1, 2) : undefined;
  return {
    conv: { kernel, filters: random.pick(filters), stride: 1, padding, mode: undefined, dilation: 1, bias: true },
  };
};

const drawLayers = (random: Random, level: number): { input: number[]; layers: Layer[] } => {
  const dense: Layer = { dense: { units: random.pick([10, 20, 50]), bias: true } };
  if (level === 1) {
    const input = [random.pick([12, 16, 20, 28]), 0, random.pick([1, 3])];
    return { input, layers: [drawConv(random, [3, 5], [4, 6, 8], false), drawPool(2)] };
  }
  if (level === 2) {
    const input = [random.pick([16, 20, 28, 32]), 0, random.pick([1, 3])];
    return { input, layers: [drawConv(random, [3, 5], [4, 6, 8], true), drawPool(2), dense] };
  }
  if (random.oneIn(2)) {
    const first = drawConv(random, [5, 7, 9], [8, 16], false);
    const capsules = { kernel: random.pick([3, 5]), channels: random.pick([2, 4]), dimension: random.pick([4, 8]) };
    return {
      input: [random.pick([20, 24, 28]), 0, 1],
      layers: [
        first,
        { capsules: { ...capsules, stride: 2, padding: undefined, mode: undefined, bias: true } },
        { capsuleDense: { count: random.pick([5, 10]), dimension: random.pick([8, 16]) } },
      ],
    };
  }
  return {
    input: [random.pick([28, 32, 36]), 0, random.pick([1, 3])],
    layers: [
      drawConv(random, [3, 5], [4, 6], true),
      drawPool(2),
      drawConv(random, [3, 5], [8, 12, 16], false),
      drawPool(2),
      dense,
    ],
  };
};

export const network = defineKind({
  id: 'network',
  topic: 'cnn',
  title: { en: 'Sizes and parameters of a network', zh: '网络各层的尺寸与参数' },
  params: {
    input: size({ en: 'the input: HxWxC, or n', zh: '输入：HxWxC 或 n' }, [1, 3]),
    layers: layerList,
  },
  answer: {
    layers: field<Told[]>('list', 'layers', {
      en: 'size, parameters and receptive field of every layer',
      zh: '各层的尺寸、参数个数与感受野',
    }),
    parameters: field<number>('number', 'P', { en: 'the number of parameters', zh: '参数总数' }),
  },
  ask: 'parameters',
  quantities: {
    size: {
      title: { en: 'the size after the last layer', zh: '最后一层输出的尺寸' },
      symbol: 'size',
      form: 'size',
      of: ({ layers }) => layers.at(-1)!.size,
    },
    receptiveField: {
      title: {
        en: 'the receptive field [h, w] of the last layer that keeps places',
        zh: '最后一个保留位置的层的感受野 [h, w]',
      },
      symbol: 'r',
      form: 'size',
      of: ({ layers }) => layers.findLast(layer => layer.receptiveField)?.receptiveField ?? undefined,
    },
  },
  examples: [
    `32x32x1 '[{"conv": {"kernel": 5, "filters": 6}}, {"pool": {"window": 2}}, {"dense": {"units": 10}}]'`,
    `28x28x1 '[{"conv": {"kernel": 9, "filters": 256}}, {"capsules": {"kernel": 9, "channels": 32, "dimension": 8, "stride": 2}}, {"capsuleDense": {"count": 10, "dimension": 16}}]'`,
    `--input 784 --layers '[{"dense": {"units": 100}}, {"dense": {"units": 10}}]' --steps brief`,
  ],
  settle: params => {
    if (params.input.length === 2) {
      throw invalid('input', { en: 'a size [H, W, C], or [n]', zh: '尺寸 [H, W, C] 或 [n]' }, params.input);
    }
    const { parameters } = answerOf(unroll(params.input, params.layers));
    if (!Number.isSafeInteger(parameters)) {
      throw new ProblemError('too-large', {
        en: `${parameters} parameters are more than can be counted exactly (2^53)`,
        zh: `${parameters} 个参数超出可精确计数的范围（2^53）`,
      });
    }
    return params;
  },
  prompt: ({ input, layers }) => {
    const each = unroll(input, layers).map(applied => join([layerName(applied), slideText(applied)]));
    const all = join(each, { en: '; ', zh: '；' });
    return {
      en: `A network takes an input of ${sizeName(input)} through: ${all.en}.`,
      zh: `网络的输入为 ${sizeName(input)}，依次经过：${all.zh}。`,
    };
  },
  given: () => [],
  display: ({ layers, parameters }, { layers: asked }) => [
    ...layers.map((layer, i) => [
      same(`${i + 1}  ${partsOf(asked[i]!).type} → ${sizeName(layer.size)}`),
      { en: `  parameters ${layer.parameters}`, zh: `  参数 ${layer.parameters}` },
      layer.receptiveField
        ? {
            en: `  receptive field ${sizeName(layer.receptiveField)}`,
            zh: `  感受野 ${sizeName(layer.receptiveField)}`,
          }
        : same(''),
    ]),
    [{ en: 'parameters in all: ', zh: '参数总数：' }, String(parameters)],
  ],
  generate: (random, level) => {
    const { input, layers } = drawLayers(random, level);
    return { input: [input[0]!, input[0]!, input[2]!], layers };
  },
  solve,
  mistakes: {
    'bias-forgotten': {
      tell: {
        en: 'The biases are missing: every filter and every unit has one.',
        zh: '漏算了偏置：每个卷积核、每个单元各有一个偏置。',
      },
      answer: wrongly({ bias: false }, all => all.some(({ biases }) => biases > 0)),
    },
    'channels-forgotten': {
      tell: {
        en: 'The depth of the filters is missing: every filter reaches through all channels of its input, k·k·C weights.',
        zh: '漏乘了卷积核的深度：每个卷积核贯穿其输入的全部通道，共 k·k·C 个权重。',
      },
      answer: wrongly({ channels: false }, all =>
        all.some(({ type, before }) => (type === 'conv' || type === 'capsules') && before.size[2]! > 1),
      ),
    },
    'not-flattened': {
      tell: {
        en: 'The fully connected layer was counted per channel: it takes every number of the volume, H·W·C inputs.',
        zh: '全连接层只按通道数计算了输入：它的输入是整个特征图展平后的 H·W·C 个数。',
      },
      answer: wrongly({ flattened: false }, all =>
        all.some(({ type, before }) => type === 'dense' && before.size.length > 1),
      ),
    },
    'padding-counted-once': {
      tell: {
        en: 'The padding was counted once: zeros stand on both sides, so an axis grows by 2p.',
        zh: '补零只算了一次：两侧都补零，每个轴增加 2p。',
      },
      answer: wrongly({ places: axis => Math.floor((axis.length + axis.before - span(axis)) / axis.stride) + 1 }, all =>
        all.some(({ axes }) => axes.some(axis => axis.after > 0)),
      ),
    },
    'one-forgotten': {
      tell: {
        en: 'The + 1 of the size is missing: the window also stands at its first place.',
        zh: '求尺寸时漏了 + 1：窗口的起始位置也要算一个。',
      },
      answer: wrongly({ places: axis => rightly.places(axis) - 1 }, all => all.some(({ axes }) => axes.length > 0)),
    },
    'pooling-stride-one': {
      tell: {
        en: 'The pooling window was moved by 1: without another stride it moves by its own size, so that windows do not overlap.',
        zh: '池化窗口按步长 1 移动了：没有另给步长时，步长等于窗口大小，窗口互不重叠。',
      },
      answer: wrongly({ poolStrideOne: true }, all =>
        all.some(
          ({ type, own, axes }) => type === 'pool' && own.stride === undefined && axes.some(axis => axis.window > 1),
        ),
      ),
    },
    'jump-forgotten': {
      tell: {
        en: 'The field was widened by k − 1 pixels: after strides and poolings neighbouring cells lie j pixels apart, so it grows by (k − 1)·j.',
        zh: '感受野只增加了 k − 1：经过步长和池化后，相邻单元在输入上相距 j 个像素，应增加 (k − 1)·j。',
      },
      answer: wrongly({ jump: false }, all => all.some(({ before }) => before.jump.some(j => j > 1))),
    },
  },
  verify: ({ input, layers }, answer) => {
    const applied = unroll(input, layers);
    // Places counted by moving the window; the field found from one last cell back to the input; weights counted per output.
    const counted = (axis: Axis, ceil: boolean): number => {
      let count = 0;
      const end = axis.length + axis.after;
      let start = -axis.before;
      for (; start + span(axis) <= end; start += axis.stride) count++;
      const hasRest = start - axis.stride + span(axis) < end;
      if (ceil && hasRest && start < axis.length) count++;
      return count;
    };
    const fieldOf = (last: number, i: number): number => {
      let [low, high] = [0, 0];
      for (const { axes } of applied.slice(0, last + 1).reverse()) {
        [low, high] = [low * axes[i]!.stride, high * axes[i]!.stride + span(axes[i]!) - 1];
      }
      return high - low + 1;
    };
    const perOutput = ({ type, before, axes }: Applied): number => {
      if (type === 'dense') return product(before.size);
      if (type === 'capsuleDense') return product(before.size);
      return axes.length > 0 && type !== 'pool' ? product([...axes.map(axis => axis.window), before.size[2]!]) : 0;
    };
    const outputs = ({ type, after, axes }: Applied): number =>
      product(axes.length > 0 || type === 'capsules' ? after.size.slice(2) : after.size);
    const total = applied.reduce((sum, one) => sum + (perOutput(one) + (one.biases > 0 ? 1 : 0)) * outputs(one), 0);
    return [
      ...applied.flatMap(({ axes, own }, l) => [
        {
          claim: `layer ${l + 1}: the places of its window, counted`,
          left: answer.layers[l]!.size.slice(0, axes.length),
          right: axes.map(axis => counted(axis, own.ceil === true)),
        },
        ...(answer.layers[l]!.receptiveField
          ? [
              {
                claim: `layer ${l + 1}: the pixels behind one cell, followed back`,
                left: answer.layers[l]!.receptiveField!,
                right: [0, 1].map(i => fieldOf(l, i)),
              },
            ]
          : []),
      ]),
      { claim: 'the weights into every output, and its bias, summed', left: answer.parameters, right: total },
    ];
  },
});
