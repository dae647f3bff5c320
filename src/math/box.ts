/**
 * Boxes [x1, y1, x2, y2] with x1 ≤ x2 and y1 ≤ y2, in continuous coordinates: a side is x2 − x1 long, without the + 1 of
 * counted pixels. Intersection over union: Everingham et al. 2010, "The PASCAL visual object classes challenge", section 4.2.
 */

export type Box = readonly number[];

/** Width and height of a box, or of an overlap. */
export interface Sides {
  readonly width: number;
  readonly height: number;
}

export const sidesOf = ([x1, y1, x2, y2]: Box): Sides => ({ width: x2! - x1!, height: y2! - y1! });

/** From the larger of the lower corners to the smaller of the upper ones: turned around where boxes do not meet. */
export const common = (a: Box, b: Box): Box => [
  Math.max(a[0]!, b[0]!),
  Math.max(a[1]!, b[1]!),
  Math.min(a[2]!, b[2]!),
  Math.min(a[3]!, b[3]!),
];

/** The sides of the overlap, 0 where the boxes do not meet along an axis. */
export const overlapOf = (a: Box, b: Box): Sides => {
  const { width, height } = sidesOf(common(a, b));
  return { width: Math.max(0, width), height: Math.max(0, height) };
};

const productOf = ({ width, height }: Sides): number => width * height;

export const areaOf = (box: Box): number => productOf(sidesOf(box));

export const intersectionOf = (a: Box, b: Box): number => productOf(overlapOf(a, b));

/** Whether an area has all its digits; of smaller ones a quotient is formed from the sides. */
export const isMeasurable = (area: number): boolean =>
  Math.abs(area) >= 1e-290 && Math.abs(area) < Number.POSITIVE_INFINITY;

/**
 * I/(A + B − I) = 1/(A/I + B/I − 1) from ratios of sides, which neither grow too large nor vanish; 0 where the boxes do
 * not overlap, so also where both are without area.
 */
export const iouByRatios = (a: Box, b: Box): number => {
  const [sidesA, sidesB, overlap] = [sidesOf(a), sidesOf(b), overlapOf(a, b)];
  if (overlap.width === 0 || overlap.height === 0) return 0;
  const times = ({ width, height }: Sides): number => (width / overlap.width) * (height / overlap.height);
  return 1 / (times(sidesA) + times(sidesB) - 1);
};

/** Intersection over union, 0 where neither box has an area. */
export const iouOf = (a: Box, b: Box): number => {
  const intersection = intersectionOf(a, b);
  const union = areaOf(a) + areaOf(b) - intersection;
  return isMeasurable(union) ? intersection / union : iouByRatios(a, b);
};

/** What double arithmetic loses on decimals such as 0.1, relatively: an IoU this near to a threshold is equal to it. */
const rounding = 1e-12;

export const isEqual = (iou: number, threshold: number): boolean => Math.abs(iou - threshold) <= rounding * threshold;
export const isAbove = (iou: number, threshold: number): boolean => iou > threshold && !isEqual(iou, threshold);
export const isBelow = (iou: number, threshold: number): boolean => iou < threshold && !isEqual(iou, threshold);

/** Box `index` was suppressed by the kept box `by`. */
export interface Suppressed {
  readonly index: number;
  readonly by: number;
  readonly iou: number;
}

export interface Survivors {
  readonly kept: number[];
  readonly suppressed: Suppressed[];
}

/** Indices of the scores that are at least `least`, by falling score; of equal scores the lower index first. */
export const byFallingScore = (scores: readonly number[], least = Number.NEGATIVE_INFINITY): number[] =>
  scores
    .map((_, i) => i)
    .filter(i => scores[i]! >= least)
    .sort((i, j) => scores[j]! - scores[i]! || i - j);

/**
 * Greedy non-maximum suppression: the first box in `order` is kept, every box left that overlaps it too much leaves, and
 * so on until none is left or `most` are kept. `iousWith(kept, left)`: the IoU of the kept box with each of those left.
 * Source: Felzenszwalb et al. 2010, "Object detection with discriminatively trained part-based models" (non-maximum
 * suppression).
 */
export const suppress = (
  order: readonly number[],
  iousWith: (kept: number, left: readonly number[]) => readonly number[],
  suppresses: (iou: number) => boolean,
  most = Number.POSITIVE_INFINITY,
): Survivors => {
  const survivors: Survivors = { kept: [], suppressed: [] };
  let left = order;
  while (left.length > 0 && survivors.kept.length < most) {
    const [best, ...others] = left as [number, ...number[]];
    const ious = iousWith(best, others);
    survivors.kept.push(best);
    for (const [k, index] of others.entries()) {
      if (suppresses(ious[k]!)) survivors.suppressed.push({ index, by: best, iou: ious[k]! });
    }
    left = others.filter((_, k) => !suppresses(ious[k]!));
  }
  return survivors;
};
