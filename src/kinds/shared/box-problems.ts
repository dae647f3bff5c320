import { type Box, common, iouOf, isAbove, sidesOf } from '../../math/box.ts';
import type { Level } from '../../problem/kind.ts';
import type { Random } from '../../problem/random.ts';

const tenths = (box: Box): number[] => box.map(x => x / 10);

/** A box with whole sides from 2 to `side` whose first corner is near the given place. */
const boxNear = (random: Random, x: number, y: number, side: number): number[] => [
  x,
  y,
  x + random.integer(2, side),
  y + random.integer(2, side),
];

/** Two boxes that overlap in part; at level 3 in tenths, and once in six times apart. */
export const drawPair = (random: Random, level: Level): { a: number[]; b: number[] } => {
  const side = level === 1 ? 4 : 7;
  const isApart = level === 3 && random.oneIn(6);
  for (;;) {
    const place = (): number => random.integer(level === 1 ? 0 : 1, isApart ? 12 : side);
    const [a, b] = [boxNear(random, place(), place(), side), boxNear(random, place(), place(), side)];
    const { width, height } = sidesOf(common(a, b));
    const isAsDrawn = isApart ? width < 0 || height < 0 : width > 0 && height > 0;
    if (!isAsDrawn || iouOf(a, b) === 1) continue;
    return level === 3 ? { a: tenths(a), b: tenths(b) } : { a, b };
  }
};

/** Boxes in clusters: those of a cluster are one box moved on a little, so that the ends of a chain overlap less. */
const drawClusters = (random: Random, count: number): number[][] => {
  const boxes: number[][] = [];
  while (boxes.length < count) {
    const [width, height] = [random.integer(3, 5), random.integer(2, 4)];
    const [x, y] = [random.integer(0, 9), random.integer(0, 7)];
    const [dx, dy] = random.pick([
      [1, 0],
      [0, 1],
      [1, 1],
      [2, 0],
    ] as const);
    for (let k = random.integer(0, 2); k >= 0; k--) {
      boxes.push([x + k * dx, y + k * dy, x + k * dx + width, y + k * dy + height]);
    }
  }
  return boxes.slice(0, count);
};

/** Boxes of which some are suppressed and at least two stay, with distinct scores; sometimes an IoU meets the threshold. */
export const drawNms = (random: Random, level: Level) => {
  const count = random.integer(level + 2, level + 3);
  for (;;) {
    const boxes = random.shuffle(drawClusters(random, count));
    const ious = boxes.flatMap((a, i) => boxes.slice(0, i).map(b => iouOf(a, b)));
    const short = ious.filter(iou => iou >= 0.2 && iou <= 0.7 && Number.isInteger(iou * 20));
    const threshold = short.length > 0 && random.oneIn(2) ? random.pick(short) : random.pick([0.3, 0.4, 0.5]);
    const scores = random.shuffle(Array.from({ length: 13 }, (_, i) => (6 + i) / 20)).slice(0, count);
    const extra = level === 3 ? random.pick(['none', 'score', 'most'] as const) : 'none';
    const scoreThreshold = extra === 'score' ? random.pick([0.4, 0.5]) : 0;
    const maxBoxes = extra === 'most' ? 2 : undefined;
    if (ious.some(iou => isAbove(iou, threshold))) return { boxes, scores, threshold, scoreThreshold, maxBoxes };
  }
};
