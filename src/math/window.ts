/**
 * Sliding windows along one axis: how much is padded, how many places a window has.
 * Sizes after Dumoulin & Visin 2016, "A guide to convolution arithmetic for deep learning".
 */

export type Mode = 'valid' | 'same' | 'same-lower' | 'full';

/** One axis of a sliding window: input length, window length, zeros before and after, stride, dilation. */
export interface Axis {
  readonly length: number;
  readonly window: number;
  readonly before: number;
  readonly after: number;
  readonly stride: number;
  readonly dilation: number;
}

/** How many input places a dilated window spans: d(k − 1) + 1. */
export const span = ({ window, dilation }: Pick<Axis, 'window' | 'dilation'>): number => dilation * (window - 1) + 1;

/** The places of the window: ⌊(n + p − span)/s⌋ + 1; 0 or less where it does not fit. */
export const places = (axis: Axis): number =>
  Math.floor((axis.length + axis.before + axis.after - span(axis)) / axis.stride) + 1;

/** Whether the stride uses up the padded input exactly. */
export const divides = (axis: Axis): boolean =>
  (axis.length + axis.before + axis.after - span(axis)) % axis.stride === 0;

/**
 * The padding of a mode, before and after. `full`: span − 1 on both sides; `same`: as much as makes the output
 * ⌈n/s⌉, the odd zero at the end (`same-lower`: at the beginning).
 */
export const paddingOf = (mode: Mode, axis: Omit<Axis, 'before' | 'after'>): readonly [number, number] => {
  if (mode === 'valid') return [0, 0];
  if (mode === 'full') return [span(axis) - 1, span(axis) - 1];
  const wanted = Math.ceil(axis.length / axis.stride);
  const total = Math.max(0, (wanted - 1) * axis.stride + span(axis) - axis.length);
  const less = Math.floor(total / 2);
  return mode === 'same' ? [less, total - less] : [total - less, less];
};

const roundedUp = (axis: Axis): number =>
  Math.ceil((axis.length + axis.before + axis.after - span(axis)) / axis.stride) + 1;

/** Whether the last window of a count that is rounded up would start in the end padding. */
export const isDropped = (axis: Axis): boolean => (roundedUp(axis) - 1) * axis.stride >= axis.length + axis.before;

/**
 * The places of a window whose count is rounded up: ⌈(n + p − span)/s⌉ + 1, less the one that would start in the end
 * padding, as PyTorch and ONNX have it.
 */
export const placesRoundedUp = (axis: Axis): number => roundedUp(axis) - (isDropped(axis) ? 1 : 0);

/**
 * The length of a transposed convolution's output: s(n − 1) + span − p + extra, the length that the ordinary convolution
 * turns into n. `extra` is the output padding.
 */
export const transposedLength = (axis: Axis, extra: number): number =>
  axis.stride * (axis.length - 1) + span(axis) - axis.before - axis.after + extra;
