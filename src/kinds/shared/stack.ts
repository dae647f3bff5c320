import { type Axis, type Mode, places, placesRoundedUp, span } from '../../math/window.ts';
import { invalid, ProblemError } from '../../problem/error.ts';
import {
  flag,
  integer,
  list,
  optional,
  type Param,
  type ParamsOf,
  type ParamTable,
  perAxis,
  readTable,
} from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';
import {
  axesOf,
  dilationParam,
  modeParam,
  paddingParam,
  poolModeParam,
  type Sliding,
  settleMode,
  strideParam,
} from './sliding.ts';

/** The layers of a convolutional or capsule network: how they are read, and what each does to the size of its input. */

const count = (about: Text): Param<number> => integer(about, { min: 1 });
const kernel = perAxis({ en: 'the kernel: k or [kH, kW]', zh: '卷积核：k 或 [kH, kW]' }, { min: 1 });
const bias = optional(
  { ...flag({ en: 'one bias per filter or unit', zh: '每个卷积核或单元一个偏置' }), fallback: true },
  true,
);
const sliding = { stride: strideParam, padding: paddingParam, mode: modeParam };

const tables = {
  conv: {
    kernel,
    filters: count({ en: 'how many filters', zh: '卷积核的个数' }),
    ...sliding,
    dilation: dilationParam,
    bias,
  },
  pool: {
    window: perAxis({ en: 'the window: k or [kH, kW]', zh: '窗口：k 或 [kH, kW]' }, { min: 1 }),
    stride: optional(perAxis({ en: 'stride: the window unless told', zh: '步长：缺省与窗口相同' }, { min: 1 })),
    padding: paddingParam,
    mode: poolModeParam,
    ceil: flag({ en: 'round the size up', zh: '尺寸向上取整' }),
  },
  flatten: {},
  dense: { units: count({ en: 'how many units', zh: '单元的个数' }), bias },
  capsules: {
    kernel,
    channels: count({ en: 'channels of capsules', zh: '胶囊的通道数' }),
    dimension: count({ en: 'the dimension of a capsule', zh: '胶囊的维数' }),
    ...sliding,
    bias,
  },
  capsuleDense: {
    count: count({ en: 'how many capsules', zh: '胶囊的个数' }),
    dimension: count({ en: 'the dimension of a capsule', zh: '胶囊的维数' }),
  },
} satisfies Record<string, ParamTable>;

export type LayerType = keyof typeof tables;
type Tables = typeof tables;
/** One layer as it is written: `{conv: {…}}`. */
export type Layer = { readonly [T in LayerType]: { readonly [K in T]: ParamsOf<Tables[T]> } }[LayerType];

const types = Object.keys(tables) as LayerType[];

const layerForm: Text = {
  en: `an object with one of ${types.join(', ')}`,
  zh: `含 ${types.join('、')} 之一的对象`,
};

const layerParam: Param<Layer> = {
  about: { en: 'a layer', zh: '一层' },
  form: layerForm,
  example: '{"conv": {"kernel": 5, "filters": 6}}',
  optional: false,
  read(raw, path) {
    const keys = typeof raw === 'object' && raw !== null ? Object.keys(raw) : [];
    const type = types.find(name => name === keys[0]);
    if (!type || keys.length !== 1) throw invalid(path, layerForm, raw);
    return {
      [type]: readTable<ParamTable>(tables[type], (raw as Record<string, unknown>)[type], `${path}.${type}`),
    } as Layer;
  },
};

export const layerList = list({ en: 'the layers, first to last', zh: '各层，从前到后' }, layerParam);

/** The layer's type and its own parameters. */
export const partsOf = (
  layer: Layer,
): { readonly type: LayerType; readonly own: Readonly<Record<string, unknown>> } => {
  const [[type, own]] = Object.entries(layer) as [[LayerType, Record<string, unknown>]];
  return { type, own };
};

/** What is known of the data between two layers. */
export interface Stage {
  readonly size: readonly number[];
  /** Rows and columns of the input that one cell sees; undefined once the places are lost. */
  readonly field: readonly number[] | undefined;
  /** How far apart in the input two neighbouring cells look: the product of the strides. */
  readonly jump: readonly number[];
}

/** A layer with what goes into it and what comes out. */
export interface Applied {
  readonly type: LayerType;
  readonly own: Readonly<Record<string, unknown>>;
  readonly before: Stage;
  readonly after: Stage;
  readonly axes: readonly Axis[];
  readonly weights: number;
  readonly biases: number;
}

/** What a student does differently who makes a mistake; the right way is `rightly`. */
export interface Manner {
  readonly bias: boolean;
  /** Whether a filter reaches through all channels. */
  readonly channels: boolean;
  /** Whether a dense layer takes every number of a volume, not one per channel. */
  readonly flattened: boolean;
  readonly places: (axis: Axis) => number;
  readonly poolStrideOne: boolean;
  /** Whether a window widens the field by the distance of the cells it stands on. */
  readonly jump: boolean;
}

export const rightly: Manner = {
  bias: true,
  channels: true,
  flattened: true,
  places,
  poolStrideOne: false,
  jump: true,
};

export const product = (numbers: readonly number[]): number => numbers.reduce((a, b) => a * b, 1);

export const sizeName = (size: readonly number[]): string => size.join('×');

/** A fault of a layer's own parameters, with the place of the layer in front of its path. */
const within = <T>(path: string, run: () => T): T => {
  try {
    return run();
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'invalid-params') {
      throw new ProblemError(error.code, error.text, error.path ? `${path}.${error.path}` : path);
    }
    throw error;
  }
};

const needsVolume = (size: readonly number[], what: Text): ProblemError =>
  new ProblemError('invalid-params', {
    en: `${what.en} needs an input [H, W, C], but the layer before gives ${sizeName(size)}`,
    zh: `${what.zh}的输入应为 [H, W, C]，而上一层给出 ${sizeName(size)}`,
  });

/** The two axes of a window that slides over rows and columns. */
const slide = (before: Stage, own: Readonly<Record<string, unknown>>, manner: Manner): Axis[] => {
  const isPool = own.window !== undefined;
  const window = (own.window ?? own.kernel) as number | number[];
  const windows = typeof window === 'number' ? [window, window] : window;
  const name = isPool ? 'window' : 'kernel';
  if (windows.length !== 2) throw invalid(name, { en: 'a number or [v, h]', zh: '一个数或 [v, h]' }, window);
  const stride = isPool && manner.poolStrideOne ? 1 : ((own.stride ?? window) as number | number[]);
  const settled = settleMode({
    padding: own.padding as number | number[] | undefined,
    mode: own.mode as Mode | undefined,
    stride,
    dilation: (own.dilation ?? 1) as number | number[],
  } satisfies Sliding);
  return axesOf(before.size.slice(0, 2), windows, settled, name);
};

const slid = (
  before: Stage,
  axes: readonly Axis[],
  plane: readonly number[],
  rest: readonly number[],
  manner: Manner,
): Stage => ({
  size: [...plane, ...rest],
  field: before.field?.map((r, i) => r + (span(axes[i]!) - 1) * (manner.jump ? before.jump[i]! : 1)),
  jump: before.jump.map((j, i) => j * axes[i]!.stride),
});

const apply = (layer: Layer, before: Stage, manner: Manner): Omit<Applied, 'before'> => {
  const { type, own } = partsOf(layer);
  const withBias = manner.bias && own.bias !== false;
  switch (type) {
    case 'conv':
    case 'capsules': {
      if (before.size.length !== 3) throw needsVolume(before.size, { en: 'a convolution', zh: '卷积层' });
      const axes = slide(before, own, manner);
      const shape = type === 'conv' ? [own.filters as number] : [own.channels as number, own.dimension as number];
      const filters = product(shape);
      const weights = filters * product(axes.map(axis => axis.window)) * (manner.channels ? before.size[2]! : 1);
      const after = slid(before, axes, axes.map(manner.places), shape, manner);
      return { type, own, axes, after, weights, biases: withBias ? filters : 0 };
    }
    case 'pool': {
      if (before.size.length !== 3) throw needsVolume(before.size, { en: 'pooling', zh: '池化层' });
      const axes = slide(before, own, manner);
      const plane = axes.map(own.ceil ? placesRoundedUp : manner.places);
      return { type, own, axes, after: slid(before, axes, plane, [before.size[2]!], manner), weights: 0, biases: 0 };
    }
    case 'flatten':
      return { type, own, axes: [], after: flat([product(before.size)]), weights: 0, biases: 0 };
    case 'dense': {
      const units = own.units as number;
      const inputs = manner.flattened ? product(before.size) : before.size.at(-1)!;
      return { type, own, axes: [], after: flat([units]), weights: inputs * units, biases: withBias ? units : 0 };
    }
    case 'capsuleDense': {
      if (before.size.length !== 4 && before.size.length !== 2) {
        throw new ProblemError('invalid-params', {
          en: `a capsule layer needs capsules, but the layer before gives ${sizeName(before.size)}`,
          zh: `胶囊层的输入应为胶囊，而上一层给出 ${sizeName(before.size)}`,
        });
      }
      const [capsules, dimension] = [product(before.size.slice(0, -1)), before.size.at(-1)!];
      const shape = [own.count as number, own.dimension as number];
      return { type, own, axes: [], after: flat(shape), weights: capsules * dimension * product(shape), biases: 0 };
    }
  }
};

/** The places are lost: every number sees the whole input. */
const flat = (size: readonly number[]): Stage => ({ size, field: undefined, jump: [] });

/** Sends a size through all layers; throws with the path of the first layer that cannot take it. */
export const unroll = (input: readonly number[], layers: readonly Layer[], manner: Manner = rightly): Applied[] => {
  let before: Stage =
    input.length === 3 ? { size: input, field: [1, 1], jump: [1, 1] } : { size: input, field: undefined, jump: [] };
  return layers.map((layer, i) => {
    const applied = within(`layers[${i}].${partsOf(layer).type}`, () => apply(layer, before, manner));
    const whole = { ...applied, before };
    before = applied.after;
    return whole;
  });
};
