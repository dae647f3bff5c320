/**
 * Greedy non-maximum suppression: the box with the highest score is kept, every box left whose IoU with it is above the
 * threshold is suppressed, and so on with the best of those left.
 *
 * Conventions: boxes [x1, y1, x2, y2] in continuous coordinates, counted from 0, of one class; suppressed only when IoU >
 * threshold, as in ONNX and torchvision (an IoU within 1e-12 of it, relatively, equals it: decimals such as 0.1 are not exact
 * in binary); of equal scores the lower index first; boxes scoring below `scoreThreshold` take no part; after `maxBoxes` kept
 * boxes no more are looked at.
 * Source: Felzenszwalb, Girshick, McAllester & Ramanan 2010, "Object detection with discriminatively trained part-based
 * models" (non-maximum suppression).
 */
import { areaOf, type Box, isAbove, type Suppressed } from '../math/box.ts';
import { invalid } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { checkOperations } from '../problem/limits.ts';
import { integer, list, number, optional, vector } from '../problem/params.ts';
import { drawNms } from './shared/box-problems.ts';
import { boxParam } from './shared/boxes.ts';
import { nmsMistakes } from './shared/nms-mistakes.ts';
import { candidatesOf, solveNms } from './shared/nms-steps.ts';

/** A threshold in a sentence: 1/3 as 0.3333. */
const shortly = (threshold: number): string => String(Number(threshold.toFixed(4)));

export const nms = defineKind({
  id: 'nms',
  topic: 'yolo',
  title: { en: 'Non-maximum suppression (NMS)', zh: '非极大值抑制（NMS）' },
  params: {
    boxes: list(
      { en: 'the boxes [x1, y1, x2, y2], one a row', zh: '各框 [x1, y1, x2, y2]，每行一个' },
      boxParam({ en: 'a box', zh: '框' }),
    ),
    scores: vector({ en: 'the score of every box', zh: '各框的得分' }),
    threshold: number(
      { en: 'the IoU above which a box is suppressed', zh: 'IoU 阈值，大于它的框被抑制' },
      { min: 0, max: 1 },
    ),
    scoreThreshold: optional(number({ en: 'boxes that score less take no part', zh: '得分阈值，低于它的框不参与' }), 0),
    maxBoxes: optional(integer({ en: 'how many boxes are kept at most', zh: '最多保留的框数' }, { min: 1 })),
  },
  answer: {
    kept: field<number[]>('vector', 'kept', {
      en: 'the indices of the kept boxes, by falling score',
      zh: '保留的框的编号（按得分从高到低）',
    }),
    suppressed: field<Suppressed[]>('list', 'suppressed', {
      en: 'the suppressed boxes, each with the kept box that suppressed it',
      zh: '被抑制的框，以及抑制它的框',
    }),
  },
  ask: 'kept',
  examples: [
    "'[0 0 4 4; 1 0 5 4; 6 1 9 5]' '[0.8 0.9 0.7]' 0.5",
    "'[0 0 4 4; 2 0 6 4; 4 0 8 4]' '[0.9 0.8 0.7]' 0.3",
    "'[0 0 4 4; 0 1 4 5; 7 7 9 9; 7 7 9 8]' '[0.9 0.8 0.2 0.6]' 0.5 --score-threshold 0.3 --max-boxes 2",
  ],
  settle: given => {
    const { boxes, scores } = given;
    if (scores.length !== boxes.length) {
      throw invalid(
        'scores',
        { en: `${boxes.length} scores, one per box`, zh: ` ${boxes.length} 个得分，每框一个` },
        scores,
      );
    }
    checkOperations(5 * boxes.length ** 2);
    return given;
  },
  headline: ({ threshold }) => ({
    en: `suppressed when IoU > ${shortly(threshold)}`,
    zh: `IoU > ${shortly(threshold)} 时抑制`,
  }),
  prompt: ({ scores, threshold, scoreThreshold, maxBoxes }) => ({
    en: `Apply non-maximum suppression to these boxes of one class, each [x1, y1, x2, y2] with its score s, counted from i = 0. ${
      scoreThreshold > 0 || scores.some(score => score < scoreThreshold)
        ? `Boxes scoring below ${scoreThreshold} are dropped first. `
        : ''
    }A box is suppressed when its IoU with a kept box is above ${shortly(threshold)}.${
      maxBoxes === undefined ? '' : ` At most ${maxBoxes} are kept.`
    }`,
    zh: `对下列同一类别的框 [x1, y1, x2, y2]（得分 s，编号 i 从 0 开始）做非极大值抑制。${
      scoreThreshold > 0 || scores.some(score => score < scoreThreshold)
        ? `先去掉得分低于 ${scoreThreshold} 的框。`
        : ''
    }与已保留框的 IoU 大于 ${shortly(threshold)} 的框被抑制。${
      maxBoxes === undefined ? '' : `最多保留 ${maxBoxes} 个框。`
    }`,
  }),
  given: ({ boxes, scores }) => [
    [{ matrix: [['i', 'x1', 'y1', 'x2', 'y2', 's'], ...boxes.map((box, i) => [String(i), ...box, scores[i]!])] }],
  ],
  display: ({ kept, suppressed }) => [
    [{ en: 'kept: ', zh: '保留：' }, { vector: kept }],
    ...suppressed
      .slice(0, 12)
      .map(({ index, by, iou }) => [
        { en: `${index} suppressed by ${by}: IoU `, zh: `${index} 被 ${by} 抑制：IoU ` },
        { vector: [iou] },
      ]),
    ...(suppressed.length > 12 ? [['…']] : []),
  ],
  generate: drawNms,
  solve: solveNms,
  mistakes: nmsMistakes,
  verify: (given, { kept, suppressed }) => {
    // From the end: which boxes survive is settled rank by rank over a table of who overlaps whom, I = w_A + w_B − span.
    const order = candidatesOf(given);
    const shared = (a: Box, b: Box, axis: 0 | 1): number => {
      const span = Math.max(a[axis + 2]!, b[axis + 2]!) - Math.min(a[axis]!, b[axis]!);
      return Math.max(0, a[axis + 2]! - a[axis]! + (b[axis + 2]! - b[axis]!) - span);
    };
    const overlap = (i: number, j: number): number => {
      const [a, b] = [given.boxes[i]!, given.boxes[j]!];
      const both = shared(a, b, 0) * shared(a, b, 1);
      return both === 0 ? 0 : both / (areaOf(a) - both + areaOf(b));
    };
    const survives = new Map<number, boolean>();
    for (const [k, j] of order.entries()) {
      survives.set(j, !order.slice(0, k).some(i => survives.get(i) && isAbove(overlap(i, j), given.threshold)));
    }
    const all = order.filter(i => survives.get(i));
    return [
      { claim: 'the survivors of all boxes, the first of them', left: kept, right: all.slice(0, given.maxBoxes) },
      {
        claim: 'every suppressed box by its suppressor',
        left: suppressed.map(({ iou }) => iou),
        right: suppressed.map(({ index, by }) => overlap(by, index)),
      },
    ];
  },
});
