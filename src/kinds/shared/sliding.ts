import { type Axis, isDropped, type Mode, paddingOf, span } from '../../math/window.ts';
import { invalid, ProblemError } from '../../problem/error.ts';
import { choice, flag, optional, perAxis } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';

/** The parameters that every kind with a sliding window shares, and how they become two axes. */

export const modeParam = optional(
  choice({ en: 'how far the kernel may overhang the input', zh: '卷积核可超出输入边缘的程度' }, [
    'valid',
    'same',
    'same-lower',
    'full',
  ]),
);
/** The modes of pooling: never `full`, whose windows would see padding alone. */
export const poolModeParam = optional(
  choice({ en: 'how far the window may overhang the input', zh: '窗口可超出输入边缘的程度' }, [
    'valid',
    'same',
    'same-lower',
  ]),
);
export const paddingParam = optional(
  perAxis({ en: 'zeros around the input, instead of --mode', zh: '输入四周补零的圈数，代替 --mode' }, { most: 4 }),
);
export const strideParam = optional(
  perAxis({ en: 'stride: how far the window moves', zh: '步长：窗口每次移动的距离' }, { min: 1 }),
  1,
);
export const dilationParam = optional(
  perAxis(
    { en: 'dilation: the distance between the taps of the kernel', zh: '膨胀率：卷积核相邻元素的间隔' },
    { min: 1 },
  ),
  1,
);
export const flipParam = flag({
  en: 'turn the kernel by 180° (mathematical convolution)',
  zh: '把卷积核旋转 180°（数学意义上的卷积）',
});

export interface Sliding {
  readonly mode?: Mode | undefined;
  readonly padding?: number | number[] | undefined;
  readonly stride: number | number[];
  readonly dilation?: number | number[];
}

/** Takes either a mode or a padding; without both the mode is `valid`. */
export const settleMode = <P extends Sliding>(params: P): P => {
  if (params.padding === undefined) return { ...params, mode: params.mode ?? 'valid' };
  if (params.mode === undefined) return params;
  throw new ProblemError(
    'invalid-params',
    {
      en: `padding and mode exclude each other: the mode ${params.mode} already says how much is padded`,
      zh: `padding 与 mode 不能同时给出：mode ${params.mode} 已经决定了补零的数量`,
    },
    'padding',
  );
};

/** One number per axis, from one for all or a list. */
export const perAxisOf = (value: number | readonly number[], axes: number, path: string): readonly number[] => {
  if (typeof value === 'number') return new Array<number>(axes).fill(value);
  if (value.length === axes) return value;
  throw invalid(
    path,
    axes === 1
      ? { en: 'one number: the input has one axis', zh: '一个数：输入只有一个轴' }
      : { en: 'one or two numbers', zh: '一个或两个数' },
    value,
  );
};

/** [before, after] of every axis from an explicit padding: all sides, [v, h], or [top, bottom, left, right]. */
const explicitPadding = (padding: number | readonly number[], axes: number): (readonly [number, number])[] => {
  if (typeof padding === 'number') return Array.from({ length: axes }, () => [padding, padding]);
  if (padding.length === 2 * axes) {
    return Array.from({ length: axes }, (_, i) => [padding[2 * i]!, padding[2 * i + 1]!]);
  }
  if (axes === 2 && padding.length === 2) return padding.map(side => [side, side]);
  throw invalid(
    'padding',
    axes === 1
      ? { en: 'a number or [left, right]', zh: '一个数或 [left, right]' }
      : { en: 'a number, [v, h] or [top, bottom, left, right]', zh: '一个数、[v, h] 或 [top, bottom, left, right]' },
    padding,
  );
};

/** One axis per length; throws where the window does not fit into the padded input. `path` is the window's parameter. */
export const axesOf = (
  lengths: readonly number[],
  windows: readonly number[],
  params: Sliding,
  path: string,
): Axis[] => {
  const count = lengths.length;
  const strides = perAxisOf(params.stride, count, 'stride');
  const dilations = perAxisOf(params.dilation ?? 1, count, 'dilation');
  const explicit = params.padding === undefined ? undefined : explicitPadding(params.padding, count);
  return lengths.map((length, i) => {
    const bare = { length, window: windows[i]!, stride: strides[i]!, dilation: dilations[i]! };
    const [before, after] = explicit?.[i] ?? paddingOf(params.mode ?? 'valid', bare);
    const room = length + before + after;
    if (span(bare) > room) throw tooWide(path, span(bare), room);
    return { ...bare, before, after };
  });
};

const tooWide = (path: string, wide: number, room: number): ProblemError =>
  new ProblemError(
    'invalid-params',
    {
      en: `a window that spans ${wide} does not fit into the padded input of ${room}`,
      zh: `跨度为 ${wide} 的窗口放不进补零后长度为 ${room} 的输入`,
    },
    path,
  );

/**
 * The formula of an axis's output size with its numbers, in the shortest form that is true of it; `ceil` rounds up, less the
 * window that would start in the end padding.
 */
export const sizeFormula = (
  axis: Axis,
  mode: Mode | undefined,
  ceil = false,
): { formula: string; scope: Record<string, number> } => {
  const { length: n, window: k, before, after, stride: s, dilation: d } = axis;
  if (mode === 'full' && s === 1 && d === 1) return { formula: 'n + k - 1', scope: { n, k } };
  if ((mode === 'same' || mode === 'same-lower') && s === 1) return { formula: 'n', scope: { n } };
  if (mode === 'same' || mode === 'same-lower') return { formula: 'ceil(n / s)', scope: { n, s } };
  const taken = d === 1 ? 'k' : 'd*(k - 1) - 1';
  const scope: Record<string, number> = { n, k, ...(d === 1 ? {} : { d }) };
  const room =
    before === 0 && after === 0 ? `n - ${taken}` : before === after ? `n + 2*p - ${taken}` : `n + p1 + p2 - ${taken}`;
  if (before === after && before > 0) scope.p = before;
  if (before !== after) Object.assign(scope, { p1: before, p2: after });
  const first = ceil && isDropped(axis) ? '' : ' + 1';
  return s === 1
    ? { formula: `${room}${first}`, scope }
    : { formula: `${ceil ? 'ceil' : 'floor'}((${room}) / s)${first}`, scope: { ...scope, s } };
};

/** What the numbers of a padding mean, before and after of every axis. */
export const paddingTitle = (axes: number): Text =>
  axes === 1
    ? { en: 'Padding: left, right', zh: '补零：左、右' }
    : { en: 'Padding: top, bottom, left, right', zh: '补零：上、下、左、右' };

/** The name of a mode or of an explicit padding, for headlines. */
export const modeName = ({ mode, padding }: Pick<Sliding, 'mode' | 'padding'>): Text =>
  mode === undefined
    ? { en: `padding ${JSON.stringify(padding)}`, zh: `补零 ${JSON.stringify(padding)}` }
    : { en: mode, zh: mode };

/** Whether taking `mode` would be a mistake: another mode was asked, or zeros that `valid` leaves out. */
export const isAnotherMode = (mode: Mode, params: Sliding): boolean =>
  params.mode === undefined
    ? mode === 'valid' && [params.padding].flat().some(zeros => zeros !== 0)
    : params.mode !== mode;
