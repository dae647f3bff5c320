/**
 * The place of a joint in a heatmap: argmax, the cell with the largest value; and soft-argmax, the expected cell under the
 * softmax of the heatmap over all cells, p = e^(h/T)/Σ e^(h/T), which has a gradient and falls between cells.
 *
 * Conventions: [row, column], counted from 0; the temperature T divides; of equal largest values argmax is the first in
 * reading order. Source: Tompson et al. 2014, "Joint training of a convolutional network and a graphical model for human
 * pose estimation" (heatmaps); Sun et al. 2018, "Integral human pose regression", equations 1 and 2 (soft-argmax).
 */
import { argmax as argmaxOf, expectedCell, inRows, softmaxOverCells } from '../math/heatmap.ts';
import { softmaxOneByOne } from '../math/information.ts';
import { softmax } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { matrix, number, optional, type ParamsOf } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { mapValue, numbersOf } from '../problem/value.ts';
import { silent } from '../problem/work.ts';
import { type Located, locate } from './shared/heatmap-steps.ts';

const params = {
  heatmap: matrix({ en: 'the heatmap h', zh: '热图 h' }),
  temperature: optional(number({ en: 'T, which divides the heatmap', zh: '温度 T，热图除以它' }, { above: 0 }), 1),
};
type Params = ParamsOf<typeof params>;

/** Soft-argmax under other weights. */
const byWeights =
  (weights: (given: Params) => number[][] | undefined) =>
  (given: Params): Partial<Located> | undefined => {
    const probabilities = weights(given);
    return probabilities && { probabilities, softArgmax: expectedCell(probabilities) };
  };

const swapped = ([row, column]: number[]): number[] => [column!, row!];

export const heatmap = defineKind({
  id: 'heatmap',
  topic: 'pose-estimation',
  title: { en: 'Joint position from a heatmap', zh: '由热图求关节位置' },
  params,
  answer: {
    argmax: field<number[]>('vector', 'argmax', {
      en: 'the cell with the largest value, [row, column]',
      zh: '值最大的格 [行, 列]',
    }),
    softArgmax: field<number[]>('vector', 'soft-argmax', {
      en: 'the expected cell, [row, column]',
      zh: '期望位置 [行, 列]',
    }),
    probabilities: field<number[][]>('matrix', 'p', { en: 'the probability of every cell', zh: '各格的概率' }),
  },
  ask: 'softArgmax',
  examples: ["'[0 1 0; 1 3 2]'", "'[0 1 0; 1 3 2]' --temperature 0.5", "'[1000 0; 0 999]'"],
  positional: ['heatmap', 'temperature'],
  headline: ({ temperature }) =>
    same(`${temperature === 1 ? 'p = e^h / Σ e^h' : 'p = e^(h/T) / Σ e^(h/T)'},  [Σ p·row, Σ p·column]`),
  prompt: ({ temperature }) => {
    const [en, zh] =
      temperature === 1 ? ['', ''] : [` at temperature T = ${temperature}`, `（温度 T = ${temperature}）`];
    return {
      en: `Locate the joint in the heatmap h as [row, column], counted from 0: argmax, and soft-argmax (the expected cell under the softmax over all cells)${en}.`,
      zh: `在热图 h 中定位关节，写成 [行, 列]，从 0 数起：argmax，以及 soft-argmax（对所有格做 softmax 后的期望位置）${zh}。`,
    };
  },
  given: ({ heatmap: h, temperature }) => [
    ['h = ', ...draw(h), ...(temperature === 1 ? [] : [`,  T = ${temperature}`])],
  ],
  generate: (random, level) => {
    const [rows, columns] =
      level === 1
        ? random.pick([
            [2, 3],
            [3, 2],
          ] as const)
        : level === 2
          ? [3, 3]
          : [3, 4];
    const cells = random.shuffle(
      level === 1
        ? [0, 1, 2, 3, 0, 1]
        : level === 2
          ? [0, 0, 0, 1, 1, 1, 2, 2, 3]
          : [-5, 0, 0, 2, 5, 5, 8, 10, 12, 15, 21, 26],
    );
    const large = level === 3 && random.oneIn(4) ? 1000 : 0;
    return {
      heatmap: inRows(level === 3 ? cells.map(h => h / 10 + large) : cells, columns!).slice(0, rows),
      temperature: level === 1 ? 1 : random.pick([0.5, 2]),
    };
  },
  solve: locate,
  mistakes: {
    'row-and-column-swapped': {
      tell: {
        en: 'Row and column changed places: the answer is [row, column], that is [y, x].',
        zh: '行与列写反了：应写成 [行, 列]，即 [y, x]。',
      },
      answer: given => {
        const { argmax, softArgmax } = locate(given, silent);
        return { argmax: swapped(argmax), softArgmax: swapped(softArgmax) };
      },
    },
    'counted-from-one': {
      tell: {
        en: 'Rows and columns were counted from 1: the first row and the first column are 0.',
        zh: '行、列从 1 数起了：第一行、第一列的序号是 0。',
      },
      answer: given => {
        const { argmax, softArgmax } = locate(given, silent);
        return { argmax: argmax.map(i => i + 1), softArgmax: softArgmax.map(i => i + 1) };
      },
    },
    'hard-argmax': {
      tell: {
        en: 'That is argmax, the largest cell alone: soft-argmax averages the positions of all cells with their probabilities.',
        zh: '这是 argmax，只取了最大的格：soft-argmax 要用概率对所有格的位置加权平均。',
      },
      answer: given => ({ softArgmax: argmaxOf(given.heatmap) }),
    },
    'exponential-forgotten': {
      tell: {
        en: 'The values themselves were divided by their sum: softmax divides the powers e^(h/T) by theirs.',
        zh: '直接用热图的值除以它们的和：softmax 是用指数 e^(h/T) 除以指数之和。',
      },
      answer: byWeights(({ heatmap: h }) => {
        const total = numbersOf(h).reduce((a, b) => a + b, 0);
        return total === 0 ? undefined : mapValue(h, cell => cell / total);
      }),
    },
    'softmax-per-row': {
      tell: {
        en: 'Softmax was taken in each row by itself, so every row sums to 1: it is taken over all cells of the heatmap together.',
        zh: '在每一行内分别做了 softmax，使每行之和为 1：应对热图的所有格一起做。',
      },
      answer: byWeights(({ heatmap: h, temperature }) =>
        h.length === 1 ? undefined : h.map(row => softmax(row.map(cell => cell / temperature))),
      ),
    },
    'temperature-multiplied': {
      tell: {
        en: 'The heatmap was multiplied by T: it is divided by it, so that a low temperature comes near argmax.',
        zh: '把热图乘以了 T：应除以 T，温度越低越接近 argmax。',
      },
      answer: byWeights(({ heatmap: h, temperature }) =>
        temperature === 1 ? undefined : softmaxOverCells(h, 1 / temperature),
      ),
    },
    'temperature-forgotten': {
      tell: {
        en: 'The temperature is missing: every value is divided by T before its power is taken.',
        zh: '漏了温度：取指数之前每个值要先除以 T。',
      },
      answer: byWeights(({ heatmap: h, temperature }) => (temperature === 1 ? undefined : softmaxOverCells(h, 1))),
    },
  },
  verify: ({ heatmap: h, temperature }, { argmax, softArgmax, probabilities }) => {
    // Cell by cell, with every probability from the logarithm of the sum; no sums over rows or columns.
    const { probabilities: p } = softmaxOneByOne(h.flat().map(cell => cell / temperature));
    const columns = h[0]!.length;
    const cellByCell = p.reduce(
      ([row, column], pk, k) => [row! + pk * Math.floor(k / columns), column! + pk * (k % columns)],
      [0, 0],
    );
    const [row, column] = argmax as [number, number];
    return [
      {
        claim: 'no cell is above argmax',
        left: h[row]![column]!,
        right: [...h.flat()].sort((a, b) => b - a)[0]!,
      },
      { claim: 'the probabilities sum to 1', left: numbersOf(probabilities).reduce((a, b) => a + b, 0), right: 1 },
      { claim: 'p = e^(h/T − L), L = ln Σ e^(h/T) gathered term by term', left: probabilities.flat(), right: p },
      { claim: 'the expected cell, gathered cell by cell', left: softArgmax, right: cellByCell },
    ];
  },
});
