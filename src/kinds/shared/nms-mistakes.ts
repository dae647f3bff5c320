import {
  areaOf,
  type Box,
  byFallingScore,
  intersectionOf,
  iouOf,
  isAbove,
  isBelow,
  isEqual,
  type Survivors,
  suppress,
} from '../../math/box.ts';
import type { Mistake } from '../../problem/kind.ts';
import { silent } from '../../problem/work.ts';
import { candidatesOf, type NmsParams, solveNms } from './nms-steps.ts';

/** How a mistaken suppression goes: what it leaves out is done rightly. */
interface Manner {
  readonly order?: (given: NmsParams) => number[];
  readonly measure?: (a: Box, b: Box) => number;
  readonly suppresses?: (iou: number, given: NmsParams) => boolean;
  readonly most?: (given: NmsParams) => number | undefined;
}

const suppressBy = (
  given: NmsParams,
  { order = candidatesOf, measure = iouOf, suppresses = (iou, { threshold }) => isAbove(iou, threshold), most }: Manner,
): Survivors =>
  suppress(
    order(given),
    (best, left) => left.map(i => measure(given.boxes[best]!, given.boxes[i]!)),
    iou => suppresses(iou, given),
    most ? most(given) : given.maxBoxes,
  );

const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);

/** A wrong solver that is left out where it keeps the right boxes. */
const shows = (wrong: (given: NmsParams) => Partial<Survivors>) => (given: NmsParams) => {
  const answer = wrong(given);
  return sameList(answer.kept!, solveNms(given, silent).kept) ? undefined : answer;
};

const inManner = (manner: Manner) => shows(given => suppressBy(given, manner));

const takesPart = ({ scores, scoreThreshold }: NmsParams, i: number): boolean => scores[i]! >= scoreThreshold;

/** Every box that no higher score overlaps too much, be that one kept or not. */
const withoutAnyHigher = (given: NmsParams): Pick<Survivors, 'kept'> => {
  const order = candidatesOf(given);
  const overlaps = (i: number, j: number): boolean => isAbove(iouOf(given.boxes[i]!, given.boxes[j]!), given.threshold);
  const kept = order.filter((j, k) => !order.slice(0, k).some(i => overlaps(i, j)));
  return { kept: kept.slice(0, given.maxBoxes) };
};

/** One round only: the best, and all that it leaves. */
const oneRound = (given: NmsParams): Pick<Survivors, 'kept'> => {
  const order = candidatesOf(given);
  const { suppressed } = suppressBy(given, { most: () => 1 });
  return { kept: order.filter(i => suppressed.every(({ index }) => index !== i)).slice(0, given.maxBoxes) };
};

export const nmsMistakes: Readonly<Record<string, Mistake<NmsParams, Survivors>>> = {
  'at-threshold': {
    tell: {
      en: 'A box was suppressed whose IoU equals the threshold: only an IoU above it suppresses.',
      zh: 'IoU 恰等于阈值的框被抑制了：只有大于阈值才抑制。',
    },
    answer: inManner({
      suppresses: (iou, { threshold }) => isAbove(iou, threshold) || isEqual(iou, threshold),
    }),
  },
  'suppressed-suppresses': {
    tell: {
      en: 'A box was suppressed by one that was itself suppressed: only kept boxes suppress others.',
      zh: '用已被抑制的框去抑制别的框：只有保留下来的框才能抑制其他框。',
    },
    answer: shows(withoutAnyHigher),
  },
  'rising-order': {
    tell: {
      en: 'The boxes were taken from the lowest score up: the highest score comes first, since it is trusted most.',
      zh: '按得分从低到高处理了：应从得分最高的框开始，它最可信。',
    },
    answer: inManner({ order: given => candidatesOf(given).reverse() }),
  },
  'not-sorted': {
    tell: {
      en: 'The boxes were taken as they are listed: sort them by falling score first.',
      zh: '按题目给出的次序处理了：应先按得分从高到低排序。',
    },
    answer: inManner({ order: given => given.boxes.map((_, i) => i).filter(i => takesPart(given, i)) }),
  },
  'below-threshold': {
    tell: {
      en: 'Boxes with an IoU below the threshold were suppressed: those above it go, they are taken for the same object.',
      zh: '抑制了 IoU 小于阈值的框：应抑制大于阈值的框，它们被视为同一目标。',
    },
    answer: inManner({ suppresses: (iou, { threshold }) => isBelow(iou, threshold) }),
  },
  'only-the-best': {
    tell: {
      en: 'Only the best box was kept: go on with the best of the boxes left until none is left.',
      zh: '只保留了得分最高的框：应在剩余的框中继续选最高者，直到没有剩余。',
    },
    answer: inManner({ most: () => 1 }),
  },
  'one-round': {
    tell: {
      en: 'It stopped after one round: among the boxes left the best is kept and suppresses in its turn.',
      zh: '只做了一轮：剩余的框中还要取得分最高者，继续抑制与它重叠的框。',
    },
    answer: shows(oneRound),
  },
  'sum-of-areas': {
    tell: {
      en: 'The overlap was divided by the sum of the areas: the IoU divides by the union A + B − I.',
      zh: '把交集除以了面积之和：IoU 的分母是并集 A + B − I。',
    },
    answer: inManner({
      measure: (a, b) => {
        const intersection = intersectionOf(a, b);
        return intersection === 0 ? 0 : intersection / (areaOf(a) + areaOf(b));
      },
    }),
  },
  'counted-from-one': {
    tell: {
      en: 'The boxes were counted from 1: their indices start at 0.',
      zh: '框从 1 开始编号了：编号从 0 开始。',
    },
    answer: given => ({ kept: solveNms(given, silent).kept.map(i => i + 1) }),
  },
  'score-threshold-ignored': {
    tell: {
      en: 'A box below the score threshold took part: such boxes are dropped before anything else.',
      zh: '得分低于得分阈值的框参与了计算：这些框应最先去掉。',
    },
    answer: inManner({ order: ({ scores }) => byFallingScore(scores) }),
  },
  'limit-ignored': {
    tell: {
      en: 'More boxes were kept than allowed: stop when the limit is reached.',
      zh: '保留的框超过了上限：达到上限就停止。',
    },
    answer: inManner({ most: () => undefined }),
  },
};
