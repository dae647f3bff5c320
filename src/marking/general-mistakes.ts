import type { Text } from '../problem/text.ts';
import { mapValue, shapeOf, type Value } from '../problem/value.ts';

/** A slip that can be made in any calculation: what it makes of the right value; undefined where it changes nothing. */
export interface GeneralMistake {
  readonly tell: Text;
  readonly of: (truth: Value) => Value | undefined;
}

const scaled =
  (factor: number) =>
  (truth: Value): Value =>
    mapValue(truth, x => factor * x);

const transposed = (truth: Value): Value | undefined => {
  const shape = shapeOf(truth);
  if (shape.length !== 2 || Math.min(...shape) < 2) return undefined;
  const rows = truth as number[][];
  return rows[0]!.map((_, j) => rows.map(row => row[j]!));
};

const reversed = (truth: Value): Value | undefined =>
  shapeOf(truth).length === 1 && (truth as number[]).length > 1 ? [...(truth as number[])].reverse() : undefined;

export const generalMistakes: Readonly<Record<string, GeneralMistake>> = {
  'sign-slip': {
    tell: {
      en: 'Every number has the right size and the wrong sign: look where a minus was lost or added.',
      zh: '数值大小都对，但符号全反了：检查哪里多了或漏了负号。',
    },
    of: scaled(-1),
  },
  transposed: {
    tell: {
      en: 'That is the transpose: rows and columns are exchanged.',
      zh: '这是正确答案的转置：行与列互换了。',
    },
    of: transposed,
  },
  reversed: {
    tell: { en: 'The right numbers in the reverse order.', zh: '数值正确，但顺序完全颠倒了。' },
    of: reversed,
  },
  doubled: {
    tell: {
      en: 'That is twice the right value: a factor 2 too much, or a ½ forgotten.',
      zh: '这是正确值的两倍：多乘了 2，或漏了 ½。',
    },
    of: scaled(2),
  },
  halved: {
    tell: {
      en: 'That is half of the right value: a factor ½ too much, or a 2 forgotten.',
      zh: '这是正确值的一半：多乘了 ½，或漏了因子 2。',
    },
    of: scaled(1 / 2),
  },
  'as-percentage': {
    tell: {
      en: 'That is a hundred times the right value: write a percentage with its sign, or as a decimal.',
      zh: '这是正确值的一百倍：百分数请带百分号，或写成小数。',
    },
    of: scaled(100),
  },
};
