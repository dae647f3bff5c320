import { turned, type Volume } from '../../math/convolution.ts';
import { type Axis, places } from '../../math/window.ts';
import { invalid, ProblemError } from '../../problem/error.ts';
import { checkEntries, checkOperations } from '../../problem/limits.ts';
import { rankOf } from '../../problem/params.ts';
import type { Value } from '../../problem/value.ts';
import { axesOf, type Sliding } from './sliding.ts';

/** Vectors, matrices and volumes as the one problem of sliding a volume over a volume. */

export type Nest = number[] | number[][] | number[][][];
export type KernelNest = Nest | number[][][][];

export interface ConvolutionParams extends Sliding {
  readonly input: Nest;
  readonly kernel: KernelNest;
  readonly flip: boolean;
  readonly bias: number | number[];
}

/** The parameters as volumes: one filter per feature map, rows and columns even for a vector. */
export interface Convolution {
  readonly rank: number;
  readonly input: Volume;
  readonly filters: readonly Volume[];
  readonly biases: readonly number[];
  readonly rows: Axis;
  readonly columns: Axis;
}

export const asVolume = (nest: Nest, rank: number): Volume =>
  (rank === 1 ? [[nest]] : rank === 2 ? [nest] : nest) as unknown as Volume;

export const oneRow: Axis = { length: 1, window: 1, before: 0, after: 0, stride: 1, dilation: 1 };

/** The lengths that a window slides over: columns of a vector, rows and columns of planes. */
export const lengthsOf = (volume: Volume, rank: number): number[] =>
  rank === 1 ? [volume[0]![0]!.length] : [volume[0]!.length, volume[0]![0]!.length];

/** Throws where kernel and input do not go together, and before a problem grows too large. */
export const convolutionOf = (params: ConvolutionParams): Convolution => {
  const rank = rankOf(params.input);
  const kernelRank = rankOf(params.kernel);
  if (kernelRank !== rank && !(rank > 1 && kernelRank === 4)) {
    throw invalid(
      'kernel',
      { en: `a kernel of ${rank} levels of lists, as the input has`, zh: `与输入相同的 ${rank} 层列表` },
      params.kernel,
    );
  }
  const input = asVolume(params.input, rank);
  const filters = kernelRank === 4 ? (params.kernel as number[][][][]) : [asVolume(params.kernel as Nest, rank)];
  const [first] = filters as [Volume];
  if (first.length !== input.length) {
    throw new ProblemError(
      'invalid-params',
      {
        en: `expected as many channels as the input has (${input.length}), but got ${first.length}`,
        zh: `通道数应与输入相同（${input.length}），实际为 ${first.length}`,
      },
      kernelRank === 4 ? 'kernel[0]' : 'kernel',
    );
  }
  const axes = axesOf(lengthsOf(input, rank), lengthsOf(first, rank), params, 'kernel');
  const [rows, columns] = rank === 1 ? [oneRow, axes[0]!] : [axes[0]!, axes[1]!];
  const biases = typeof params.bias === 'number' ? filters.map(() => params.bias as number) : params.bias;
  if (biases.length !== filters.length) {
    throw invalid(
      'bias',
      { en: `${filters.length} numbers, one per filter`, zh: `${filters.length} 个数，每个卷积核一个` },
      params.bias,
    );
  }
  const taps = first.length * rows.window * columns.window;
  checkEntries(
    (rows.before + rows.length + rows.after) * (columns.before + columns.length + columns.after) * input.length,
  );
  checkOperations(places(rows) * places(columns) * taps * filters.length);
  return { rank, input, filters: params.flip ? filters.map(turned) : filters, biases, rows, columns };
};

/** A feature map in the shape the answer has: a row of it for vectors. */
const inShape = ({ rank }: Convolution, map: number[][]): number[] | number[][] => (rank === 1 ? map[0]! : map);

/** The feature maps in the shape the answer has: a vector, a matrix, or one matrix per filter. */
export const outputOf = (problem: Convolution, maps: number[][][], kernel: KernelNest): Nest =>
  rankOf(kernel) === 4 ? maps : inShape(problem, maps[0]!);

export const sizeOf = ({ rank, rows, columns, filters }: Convolution, kernel: KernelNest): number[] => [
  ...(rankOf(kernel) === 4 ? [filters.length] : []),
  ...(rank === 1 ? [] : [places(rows)]),
  places(columns),
];

/** A window or kernel in the shape it was written in. */
export const nestOf = (volume: Volume, rank: number): Value =>
  rank === 1 ? volume[0]![0]! : volume.length === 1 ? volume[0]! : volume;
