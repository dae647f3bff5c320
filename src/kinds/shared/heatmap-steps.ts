import { argmax as argmaxOf, expectedIndex, largestEntry, rowSums } from '../../math/heatmap.ts';
import { transpose } from '../../math/matrix.ts';
import type { Text } from '../../problem/text.ts';
import { mapValue, numbersOf } from '../../problem/value.ts';
import type { Work } from '../../problem/work.ts';

export interface HeatmapParams {
  readonly heatmap: number[][];
  readonly temperature: number;
}

export interface Located {
  readonly argmax: number[];
  readonly softArgmax: number[];
  readonly probabilities: number[][];
}

/** Beyond this size of h/T nobody takes the power of an entry itself. */
const plainSize = 20;

const probabilitySteps = ({ heatmap, temperature }: HeatmapParams, work: Work): number[][] => {
  const most = largestEntry(heatmap);
  const isPlain = numbersOf(heatmap).every(h => Math.abs(h / temperature) <= plainSize);
  const shifted = isPlain ? 'h' : temperature === 1 ? 'h - m' : '(h - m)';
  const powers = work.step(
    'powers',
    mapValue(heatmap, h => Math.exp((isPlain ? h : h - most) / temperature)),
    () => ({
      title: isPlain
        ? { en: 'Powers of e of all cells', zh: '各格取指数' }
        : {
            en: 'Powers of e of all cells, after the largest value m is subtracted',
            zh: '各格取指数（先减去最大值 m）',
          },
      symbol: 'e',
      formula: `map(${temperature === 1 ? shifted : `${shifted}/T`}, exp)`,
      scope: { h: heatmap, ...(isPlain ? {} : { m: most }), ...(temperature === 1 ? {} : { T: temperature }) },
      ...(isPlain
        ? {}
        : { note: { en: 'The shares stay the same, and nothing overflows.', zh: '各格所占比例不变，又不会溢出。' } }),
    }),
  );
  const total = work.step(
    'sum',
    numbersOf(powers).reduce((a, b) => a + b, 0),
    () => ({
      title: { en: 'Their sum over the whole heatmap', zh: '对整个热图求和' },
      symbol: 'S',
      formula: 'sum(e)',
      scope: { e: powers },
    }),
  );
  return work.step(
    'probabilities',
    mapValue(powers, power => power / total),
    () => ({
      title: { en: 'Softmax over all cells', zh: '对所有格做 softmax' },
      symbol: 'p',
      formula: 'e/S',
      scope: { e: powers, S: total },
      note: { en: 'All cells together sum to 1, not each row.', zh: '所有格之和为 1，而不是每行之和为 1。' },
    }),
  );
};

/** The expected index along one axis, from the sums of p over its lines. */
const expectedSteps = (name: string, axis: Text, lines: number[][], work: Work): number => {
  const letter = name.toUpperCase();
  const weights = work.step(`${name}Sums`, rowSums(lines), () => ({
    title: { en: `Sum of p over every ${axis.en}`, zh: `p 在每一${axis.zh}上的和` },
    symbol: letter,
  }));
  return work.step(name, expectedIndex(weights), () => ({
    title: { en: `Expected ${axis.en}`, zh: `期望的${axis.zh}` },
    symbol: name,
    formula: `dot(i, ${letter})`,
    scope: { i: weights.map((_, i) => i), [letter]: weights },
  }));
};

export const locate = (given: HeatmapParams, work: Work): Located => {
  const argmax = work.step('argmax', argmaxOf(given.heatmap) as number[], () => ({
    title: { en: 'Argmax: the cell with the largest value', zh: 'argmax：值最大的格' },
    symbol: 'argmax',
    note: {
      en: 'Row and column are counted from 0; of equal values the first in reading order.',
      zh: '行、列都从 0 数起；相等时取从左到右、从上到下的第一个。',
    },
  }));
  const probabilities = probabilitySteps(given, work);
  const r = expectedSteps('r', { en: 'row', zh: '行' }, probabilities, work);
  const c = expectedSteps('c', { en: 'column', zh: '列' }, transpose(probabilities), work);
  const softArgmax = work.step('softArgmax', [r, c], () => ({
    title: { en: 'Soft-argmax: expected row, expected column', zh: 'soft-argmax：期望的行、期望的列' },
    symbol: '[r, c]',
    formula: '[r, c]',
    scope: { r, c },
  }));
  return { argmax, softArgmax, probabilities };
};
