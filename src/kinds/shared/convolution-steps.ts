import { overlap, padded, type Volume, windowAt } from '../../math/convolution.ts';
import { type Axis, divides, isDropped, type Mode, places, placesRoundedUp } from '../../math/window.ts';
import { rankOf } from '../../problem/params.ts';
import { join, type Text } from '../../problem/text.ts';
import type { Value } from '../../problem/value.ts';
import { silent, type Work } from '../../problem/work.ts';
import { sizeFormula } from './sliding.ts';
import {
  type Convolution,
  type ConvolutionParams,
  convolutionOf,
  type Nest,
  nestOf,
  outputOf,
  sizeOf,
} from './volumes.ts';

/** Every output cell is shown up to this many; beyond, the first rows. */
export const shownCells = 64;

const slide = (problem: Convolution, work: Work): number[][][] => {
  const { rank, rows, columns, filters, biases } = problem;
  const [height, width] = [places(rows), places(columns)];
  const cells = filters.length * height * width;
  const shownRows = cells <= shownCells ? filters.length * height : Math.max(1, Math.floor(shownCells / width));
  const isShown = (f: number, y: number, x: number): boolean => f * height + y < shownRows && x < shownCells;
  const volume = padded(problem.input, rows, columns);
  const cell = (kernel: Volume, f: number, y: number, x: number): number => {
    const window = windowAt(volume, rows, columns, y, x);
    const b = biases[f]!;
    const value = overlap(window, kernel) + b;
    if (!isShown(f, y, x)) return value;
    return work.step(`${filters.length > 1 ? `f${f + 1}_` : ''}y_${y + 1}_${x + 1}`, value, () => ({
      title: { en: 'Slide: multiply and add, window by window', zh: '滑动：逐个窗口相乘再相加' },
      symbol: cellSymbol(rank, filters.length, f, y, x),
      formula: b === 0 ? 'sum(W .* K)' : 'sum(W .* K) + b',
      scope: { W: nestOf(window, rank), K: nestOf(kernel, rank), ...(b === 0 ? {} : { b }) },
      lead: inline(nestOf(window, rank)),
      ...(y === 0 && x === 0 && f === 0 && !isShown(filters.length - 1, height - 1, width - 1)
        ? { note: restNote(cells) }
        : {}),
    }));
  };
  return filters.map((kernel, f) =>
    Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => cell(kernel, f, y, x))),
  );
};

/** A window on one line; a volume has none. */
export const inline = (window: Value): string => {
  const rows = window as Value[];
  if (rows.every(row => typeof row === 'number')) return `[${rows.join(' ')}]`;
  return rankOf(window) === 2 ? `[${(rows as number[][]).map(row => row.join(' ')).join('; ')}]` : '';
};

/** `y_21`, `y_3` of a vector, `y_2,13` on the second of several maps. */
export const cellSymbol = (rank: number, maps: number, f: number, y: number, x: number): string => {
  const at = rank === 1 ? `${x + 1}` : y > 8 || x > 8 ? `${y + 1},${x + 1}` : `${y + 1}${x + 1}`;
  return maps > 1 ? `y_${f + 1},${at}` : `y_${at}`;
};

export const restNote = (cells: number): Text => ({
  en: `The other cells of the ${cells} are found in the same way.`,
  zh: `共 ${cells} 个元素，其余用同样方法求得。`,
});

/** The size of the output, axis by axis; `ceil` rounds up. */
export const sizeSteps = (
  axes: readonly Axis[],
  shape: readonly number[],
  mode: Mode | undefined,
  work: Work,
  ceil = false,
): void => {
  const alike = axes.length === 2 && JSON.stringify(axes[0]) === JSON.stringify(axes[1]);
  (alike ? axes.slice(0, 1) : axes).forEach((axis, i, shown) => {
    const symbol = shown.length === 1 ? 'n_out' : i === 0 ? 'H_out' : 'W_out';
    const count = (ceil ? placesRoundedUp : places)(axis);
    work.step(symbol, count, () => ({
      title: { en: 'Size', zh: '尺寸' },
      symbol,
      ...sizeFormula(axis, mode, ceil),
      ...(i === shown.length - 1 ? { drawn: [[`${count}   → ${shape.join('×')}`]] } : {}),
      ...(ceil ? overhang(axis) : divides(axis) ? {} : { note: leftOver }),
    }));
  });
};

const overhang = (axis: Axis): { note?: Text } => {
  if (isDropped(axis)) {
    return {
      note: {
        en: 'Rounded up (ceil), but the last window would start in the padding behind the input: it is dropped.',
        zh: '按题意向上取整（ceil），但最后一个窗口的起点落在末端补零中，应舍去。',
      },
    };
  }
  if (divides(axis)) return {};
  return {
    note: {
      en: `Rounded up (ceil): the last window hangs over the end. Rounded down there would be ${places(axis)}.`,
      zh: `按题意向上取整（ceil）：最后一个窗口超出末端。若向下取整则为 ${places(axis)}。`,
    },
  };
};

const leftOver: Text = {
  en: 'The stride does not divide exactly: the result is rounded down, and the last row or column is never reached.',
  zh: '步长不能整除：结果向下取整，最后的行或列不会被覆盖。',
};

const padStep = (problem: Convolution, work: Work): void => {
  const { rank, rows, columns, input } = problem;
  const around = [rows.before, rows.after, columns.before, columns.after];
  if (around.every(zeros => zeros === 0)) return;
  const [top, bottom, left, right] = around;
  const even = rank === 1 ? left === right : around.every(zeros => zeros === top);
  work.step('padded', nestOf(padded(input, rows, columns), rank), () => ({
    title: even
      ? { en: `Pad: ${left} zero${left === 1 ? '' : 's'} on every side`, zh: `补零：每侧 ${left} 个` }
      : rank === 1
        ? { en: `Pad: ${left} on the left, ${right} on the right`, zh: `补零：左 ${left} 个，右 ${right} 个` }
        : {
            en: `Pad: top ${top}, bottom ${bottom}, left ${left}, right ${right}`,
            zh: `补零：上 ${top}，下 ${bottom}，左 ${left}，右 ${right}`,
          },
  }));
};

/** The first row of a nest, written short. */
export const firstRow = (nest: Value): string => {
  let row = nest;
  while (Array.isArray(row) && Array.isArray(row[0])) row = row[0];
  return `[${(row as number[]).map(x => Number(x.toFixed(4))).join(' ')}]`;
};

/** What the conventions that were not used would give, where they give something else. */
const otherConventions = (params: ConvolutionParams, output: Nest): Text | undefined => {
  const notes: Text[] = [];
  const differs = (other: Nest): boolean => JSON.stringify(other) !== JSON.stringify(output);
  const unit = rankOf(params.input) === 1 ? { en: 'the result', zh: '结果' } : { en: 'the first row', zh: '第一行' };
  const turnedOutput = convolve({ ...params, flip: !params.flip }, silent).output;
  if (!differs(turnedOutput))
    notes.push({ en: 'Turning the kernel by 180° changes nothing here.', zh: '此处把卷积核旋转 180° 结果不变。' });
  else if (params.flip) {
    notes.push({
      en: `Without the turn (cross-correlation, as libraries do) ${unit.en} is ${firstRow(turnedOutput)}.`,
      zh: `若不旋转卷积核（互相关，即深度学习库的做法），${unit.zh}为 ${firstRow(turnedOutput)}。`,
    });
  } else {
    notes.push({
      en: `With the kernel turned by 180° (mathematical convolution, --flip) ${unit.en} is ${firstRow(turnedOutput)}.`,
      zh: `若把卷积核旋转 180°（数学意义上的卷积，--flip），${unit.zh}为 ${firstRow(turnedOutput)}。`,
    });
  }
  if (params.mode === 'same' || params.mode === 'same-lower') {
    const mode = params.mode === 'same' ? 'same-lower' : 'same';
    const other = convolve({ ...params, mode }, silent).output;
    if (differs(other)) {
      notes.push({
        en: `The odd zero of padding is put at the ${mode === 'same' ? 'beginning' : 'end'}; with it at the ${mode === 'same' ? 'end' : 'beginning'} (--mode ${mode}) ${unit.en} is ${firstRow(other)}.`,
        zh: `多出的一个零补在${mode === 'same' ? '前端（上/左）' : '末端（下/右）'}；若补在${mode === 'same' ? '末端' : '前端'}（--mode ${mode}），${unit.zh}为 ${firstRow(other)}。`,
      });
    }
  }
  return notes.length > 0 ? join(notes, '\n') : undefined;
};

/** Convolves by the sliding window: size, padding, the turn of the kernel, window by window, the output. */
export const convolve = (params: ConvolutionParams, work: Work): { output: Nest; size: number[] } => {
  const problem = convolutionOf(params);
  const axes = problem.rank === 1 ? [problem.columns] : [problem.rows, problem.columns];
  sizeSteps(axes, sizeOf(problem, params.kernel), params.mode, work);
  padStep(problem, work);
  if (params.flip) {
    work.step('kernel', nestOf(problem.filters[0]!, problem.rank), () => ({
      title: { en: 'Turn the kernel by 180°', zh: '把卷积核旋转 180°' },
      symbol: 'K',
    }));
  }
  const output = outputOf(problem, slide(problem, work), params.kernel);
  const answer = work.step<Nest>('output', output, () => {
    const note = otherConventions(params, output);
    return { title: { en: 'Output', zh: '输出' }, symbol: 'y', ...(note ? { note } : {}) };
  });
  return { output: answer, size: sizeOf(problem, params.kernel) };
};
