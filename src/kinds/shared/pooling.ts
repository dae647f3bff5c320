import type { Volume } from '../../math/convolution.ts';
import { largest, mean, type Operation, type Stand, standAt, sum } from '../../math/pooling.ts';
import { type Axis, places, placesRoundedUp } from '../../math/window.ts';
import { ProblemError } from '../../problem/error.ts';
import { checkEntries, checkOperations } from '../../problem/limits.ts';
import { rankOf } from '../../problem/params.ts';
import { join, type Text } from '../../problem/text.ts';
import { silent, type Work } from '../../problem/work.ts';
import { cellSymbol, firstRow, inline, restNote, shownCells, sizeSteps } from './convolution-steps.ts';
import { axesOf, paddingTitle, perAxisOf, type Sliding } from './sliding.ts';
import { asVolume, lengthsOf, type Nest, oneRow } from './volumes.ts';

/** Pooling of vectors, matrices and volumes, plane by plane. */

export interface PoolParams extends Omit<Sliding, 'stride'> {
  readonly input: Nest;
  readonly window: number | number[];
  /** The window, unless told. */
  readonly stride?: number | number[] | undefined;
  readonly operation: Operation;
  readonly ceil: boolean;
  readonly countPadding: boolean;
}

export interface Pooling {
  readonly rank: number;
  readonly planes: Volume;
  readonly rows: Axis;
  readonly columns: Axis;
  /** Rows and columns of every pooled plane. */
  readonly height: number;
  readonly width: number;
}

/** Throws where the window does not fit, and before a problem grows too large. */
export const poolingOf = (params: PoolParams): Pooling => {
  const rank = rankOf(params.input);
  const planes = asVolume(params.input, rank);
  const lengths = lengthsOf(planes, rank);
  const windows = perAxisOf(params.window, lengths.length, 'window');
  const axes = axesOf(lengths, windows, { ...params, stride: params.stride ?? params.window }, 'window');
  const [rows, columns] = rank === 1 ? [oneRow, axes[0]!] : [axes[0]!, axes[1]!];
  const [height, width] = [rows, columns].map(params.ceil ? placesRoundedUp : places) as [number, number];
  checkEntries(planes.length * height * width);
  const taps = [rows, columns].map(({ window, length }) => Math.min(window, length));
  checkOperations(planes.length * height * width * taps[0]! * taps[1]!);
  return { rank, planes, rows, columns, height, width };
};

export const axesOfPooling = ({ rank, rows, columns }: Pooling): Axis[] => (rank === 1 ? [columns] : [rows, columns]);

export const isPadded = (problem: Pooling): boolean =>
  axesOfPooling(problem).some(({ before, after }) => before + after > 0);

export const sizeOfPooling = ({ rank, planes, height, width }: Pooling): number[] => [
  ...(rank === 3 ? [planes.length] : []),
  ...(rank === 1 ? [] : [height]),
  width,
];

/** One window: the input entries it sees, row by row, and how many of its taps lie in the padded input. */
export interface Seen {
  readonly entries: readonly (readonly number[])[];
  readonly counted: number;
}

/** What is made of a window. */
export type Rule = (seen: Seen) => number;

/** Pools plane by plane with any rule; `at` is [plane, row, column]. */
export const pooled = (
  { rank, planes, rows, columns, height, width }: Pooling,
  rule: (seen: Seen, at: readonly [number, number, number]) => number,
): Nest => {
  const stands = (axis: Axis, count: number): Stand[] => Array.from({ length: count }, (_, i) => standAt(axis, i));
  const [down, across] = [stands(rows, height), stands(columns, width)];
  const maps = planes.map((plane, c) =>
    down.map((r, y) =>
      across.map((s, x) => {
        const entries = r.inside.map(i => s.inside.map(j => plane[i]![j]!));
        return rule({ entries, counted: r.counted * s.counted }, [c, y, x]);
      }),
    ),
  );
  return rank === 3 ? maps : rank === 2 ? maps[0]! : maps[0]![0]!;
};

/** By how much an average is divided. */
export const divisorOf = ({ entries, counted }: Seen, countPadding: boolean): number =>
  countPadding ? counted : entries.length * (entries[0]?.length ?? 0);

/** The right rule. */
export const ruleOf =
  ({ operation, countPadding }: Pick<PoolParams, 'operation' | 'countPadding'>): Rule =>
  seen =>
    operation === 'max' ? largest(seen.entries.flat()) : mean(seen.entries.flat(), divisorOf(seen, countPadding));

const slideTitle = (operation: Operation): Text =>
  operation === 'max'
    ? { en: 'Slide: the largest entry of every window', zh: '滑动：取每个窗口中的最大值' }
    : { en: 'Slide: the mean of every window', zh: '滑动：求每个窗口的平均值' };

/** What a window over the border leaves out. */
const borderNote = ({ operation, countPadding, ceil }: PoolParams, padded: boolean): Text => {
  if (!padded)
    return {
      en: 'The window that hangs over the end takes only the entries that it finds.',
      zh: '超出末端的窗口只取落在其中的元素。',
    };
  if (operation === 'max')
    return {
      en: 'Padding is no entry and never the maximum: over the border only what lies inside the input is compared.',
      zh: '补零不是元素，不参与取最大值：窗口超出边界时只比较落在输入内的元素。',
    };
  if (!countPadding)
    return {
      en: 'Over the border only the entries inside the input are added and counted in m; the zeros of the padding are not.',
      zh: '窗口超出边界时，只对落在输入内的元素求和并计数；补的零不计入 m。',
    };
  return ceil
    ? {
        en: 'The zeros of the padding count in m, as asked; what hangs over the padded input never does.',
        zh: '按题意，补的零计入个数 m；超出补零后输入的部分不计。',
      }
    : { en: 'The zeros of the padding count in m, as asked.', zh: '按题意，补的零计入个数 m。' };
};

const noEntry = (operation: Operation, path: string): ProblemError =>
  new ProblemError(
    'not-finite',
    operation === 'max'
      ? { en: 'the window sees only padding: there is nothing to be the largest', zh: '窗口内只有补零，没有最大值' }
      : { en: 'the window sees only padding: the mean of no entries is 0/0', zh: '窗口内只有补零，平均值为 0/0' },
    path,
  );

const slide = (problem: Pooling, params: PoolParams, work: Work): Nest => {
  const { rank, planes, rows, columns, height, width } = problem;
  const { operation, countPadding } = params;
  const rule = ruleOf(params);
  const cells = planes.length * height * width;
  const shownRows = cells <= shownCells ? planes.length * height : Math.max(1, Math.floor(shownCells / width));
  let isTold = false;
  return pooled(problem, (seen, [c, y, x]) => {
    const m = divisorOf(seen, countPadding);
    const flat = seen.entries.flat();
    if (flat.length === 0 && (operation === 'max' || !countPadding)) {
      throw noEntry(
        operation,
        `output${(rank === 1 ? [x] : rank === 2 ? [y, x] : [c, y, x]).map(i => `[${i}]`).join('')}`,
      );
    }
    const value = rule(seen);
    if (c * height + y >= shownRows || x >= shownCells) return value;
    return work.step(`${planes.length > 1 ? `c${c + 1}_` : ''}y_${y + 1}_${x + 1}`, value, () => {
      const W = flat.length === 0 ? [0] : flat;
      const notes: Text[] = [];
      if (!isTold && flat.length < rows.window * columns.window) {
        isTold = true;
        notes.push(borderNote(params, isPadded(problem)));
      }
      if (c + y + x === 0 && cells > shownRows * Math.min(width, shownCells)) notes.push(restNote(cells));
      return {
        title: slideTitle(operation),
        symbol: cellSymbol(rank, planes.length, c, y, x),
        ...(operation === 'max'
          ? { formula: 'max(W)', scope: { W } }
          : { formula: Number.isFinite(sum(flat)) ? 'sum(W) / m' : 'sum(W / m)', scope: { W, m } }),
        lead: inline(rank === 1 ? flat : seen.entries),
        ...(notes.length > 0 ? { note: join(notes, '\n') } : {}),
      };
    });
  });
};

/** What the conventions that were not used would give, where they give something else. */
const otherConventions = (params: PoolParams, output: Nest): Text | undefined => {
  const first = rankOf(params.input) === 1 ? { en: 'the result', zh: '结果' } : { en: 'the first row', zh: '第一行' };
  const instead = (change: Partial<PoolParams>): string | undefined => {
    const other = answerOr(undefined, () => poolBy({ ...params, ...change }, silent).output);
    return other && JSON.stringify(other) !== JSON.stringify(output) ? firstRow(other) : undefined;
  };
  const notes: Text[] = [];
  const counted = params.operation === 'average' ? instead({ countPadding: !params.countPadding }) : undefined;
  if (counted) {
    notes.push(
      params.countPadding
        ? { en: `Without the zeros ${first.en} is ${counted}.`, zh: `若补零不计入平均，${first.zh}为 ${counted}。` }
        : {
            en: `With the zeros counted (--count-padding) ${first.en} is ${counted}.`,
            zh: `若把补零计入平均（--count-padding），${first.zh}为 ${counted}。`,
          },
    );
  }
  if (params.mode === 'same' || params.mode === 'same-lower') {
    const isSame = params.mode === 'same';
    const mode = isSame ? 'same-lower' : 'same';
    const moved = instead({ mode });
    if (moved) {
      notes.push({
        en: `The odd padding is put at the ${isSame ? 'end' : 'beginning'}; with it at the ${isSame ? 'beginning' : 'end'} (--mode ${mode}) ${first.en} is ${moved}.`,
        zh: `多出的一格补在${isSame ? '末端（下/右）' : '前端（上/左）'}；若补在${isSame ? '前端' : '末端'}（--mode ${mode}），${first.zh}为 ${moved}。`,
      });
    }
  }
  return notes.length > 0 ? join(notes, '\n') : undefined;
};

/** The answer, or `fallback` where the problem cannot be posed. */
export const answerOr = <T>(fallback: T, solve: () => T): T => {
  try {
    return solve();
  } catch (error) {
    if (error instanceof ProblemError) return fallback;
    throw error;
  }
};

/** Pools by the sliding window: size, window by window, the output. */
export const poolBy = (params: PoolParams, work: Work): { output: Nest; size: number[] } => {
  const problem = poolingOf(params);
  const size = sizeOfPooling(problem);
  const axes = axesOfPooling(problem);
  if (isPadded(problem)) {
    const padding = axes.flatMap(({ before, after }) => [before, after]);
    work.step('padding', padding, () => ({ title: paddingTitle(axes.length), symbol: 'p' }));
  }
  sizeSteps(axes, size, params.mode, work, params.ceil);
  const output = slide(problem, params, work);
  const answer = work.step<Nest>('output', output, () => {
    const note = otherConventions(params, output);
    return { title: { en: 'Output', zh: '输出' }, symbol: 'y', ...(note ? { note } : {}) };
  });
  return { output: answer, size };
};
