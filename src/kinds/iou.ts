/**
 * Intersection over union of two boxes [x1, y1, x2, y2]: I = max(0, min(x2) − max(x1))·max(0, min(y2) − max(y1)),
 * IoU = I/(A + B − I).
 *
 * Convention: continuous coordinates (a side is x2 − x1, without + 1); where neither box has an area the IoU is 0.
 * Source: Everingham, Van Gool, Williams, Winn & Zisserman 2010, "The PASCAL visual object classes challenge", section 4.2.
 */
import {
  areaOf,
  type Box,
  common,
  intersectionOf,
  iouByRatios,
  isMeasurable,
  overlapOf,
  type Sides,
  sidesOf,
} from '../math/box.ts';
import { defineKind, field } from '../problem/kind.ts';
import type { ParamsOf } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import type { Work } from '../problem/work.ts';
import { drawPair } from './shared/box-problems.ts';
import { boxParam, iouShown } from './shared/boxes.ts';

const params = {
  a: boxParam({ en: 'the box A', zh: '框 A' }),
  b: boxParam({ en: 'the box B', zh: '框 B' }),
};
type Params = ParamsOf<typeof params>;

/** Width or height of the overlap; `from` is 0 for x and 1 for y. */
const overlapStep = ({ a, b }: Params, from: 0 | 1, work: Work): number => {
  const { width, height } = overlapOf(a, b);
  const [axis, name] = from === 0 ? ['x', 'w'] : ['y', 'h'];
  const isApart = common(a, b)[from]! > common(a, b)[from + 2]!;
  return work.step(name!, from === 0 ? width : height, () => ({
    title: { en: 'Width and height of the overlap', zh: '重叠部分的宽和高' },
    symbol: name!,
    formula: `max(0, min(A_${axis}2, B_${axis}2) - max(A_${axis}1, B_${axis}1))`,
    scope: {
      [`A_${axis}1`]: a[from]!,
      [`B_${axis}1`]: b[from]!,
      [`A_${axis}2`]: a[from + 2]!,
      [`B_${axis}2`]: b[from + 2]!,
    },
    ...(isApart
      ? {
          note: {
            en: `Along ${axis} the boxes do not meet: the negative difference becomes 0.`,
            zh: `两框在 ${axis} 方向不相交：差为负，取 0。`,
          },
        }
      : {}),
  }));
};

const areaStep = (box: Box, name: 'A' | 'B', work: Work): number =>
  work.step(name, areaOf(box), () => ({
    title: { en: 'Areas of the boxes', zh: '两框的面积' },
    symbol: name,
    formula: `(${name}_x2 - ${name}_x1)*(${name}_y2 - ${name}_y1)`,
    scope: { [`${name}_x1`]: box[0]!, [`${name}_y1`]: box[1]!, [`${name}_x2`]: box[2]!, [`${name}_y2`]: box[3]! },
  }));

const solve = (given: Params, work: Work) => {
  const { a, b } = given;
  const w = overlapStep(given, 0, work);
  const h = overlapStep(given, 1, work);
  const intersection = work.step('intersection', w * h, () => ({
    title: { en: 'Intersection', zh: '交集' },
    symbol: 'I',
    formula: 'w*h',
    scope: { w, h },
  }));
  const A = areaStep(a, 'A', work);
  const B = areaStep(b, 'B', work);
  const union = work.step('union', A + B - intersection, () => ({
    title: { en: 'Union', zh: '并集' },
    symbol: 'U',
    formula: 'A + B - I',
    scope: { A, B, I: intersection },
    note: {
      en: 'The overlap is in both areas: subtracted once, it counts once.',
      zh: '两个面积都含重叠部分：减去一次，使它只计一次。',
    },
  }));
  const iou = work.step('iou', isMeasurable(union) ? intersection / union : iouByRatios(a, b), () => ({
    title: { en: 'Intersection over union', zh: '交并比' },
    symbol: 'IoU',
    ...iouShown(a, b, union, { formula: 'I/U', scope: { I: intersection, U: union } }),
  }));
  return { intersection, union, iou };
};

const quotient = (intersection: number, union: number) =>
  union > 0 ? { intersection, union, iou: intersection / union } : undefined;

const measured = (intersection: number, A: number, B: number) => quotient(intersection, A + B - intersection);

/** The answer with another union; undefined where the boxes do not overlap. */
const withUnion =
  (unite: (A: number, B: number, intersection: number) => number) =>
  ({ a, b }: Params) => {
    const intersection = intersectionOf(a, b);
    return intersection === 0 ? undefined : quotient(intersection, unite(areaOf(a), areaOf(b), intersection));
  };

const isBox = ([x1, y1, x2, y2]: Box): boolean => x1! <= x2! && y1! <= y2!;

/** The same numbers taken for another form of boxes: not where they are none then, or overlap in neither form. */
const readAs = (read: (box: Box) => number[]) => {
  const other = (given: Params): Params | undefined => {
    const boxes = { a: read(given.a), b: read(given.b) };
    const meet = [given, boxes].some(({ a, b }) => intersectionOf(a, b) > 0);
    return meet && isBox(boxes.a) && isBox(boxes.b) ? boxes : undefined;
  };
  return {
    as: other,
    answer: (given: Params) => {
      const boxes = other(given);
      return boxes && measured(intersectionOf(boxes.a, boxes.b), areaOf(boxes.a), areaOf(boxes.b));
    },
  };
};

export const iou = defineKind({
  id: 'iou',
  topic: 'yolo',
  title: { en: 'Intersection over union (IoU)', zh: '交并比（IoU）' },
  params,
  answer: {
    intersection: field<number>('number', 'I', { en: 'the area of the intersection', zh: '交集的面积' }),
    union: field<number>('number', 'U', { en: 'the area of the union', zh: '并集的面积' }),
    iou: field<number>('number', 'IoU', { en: 'intersection over union', zh: '交并比' }),
  },
  ask: 'iou',
  examples: ["'[1 1 5 4]' '[3 2 7 6]'", "'[0 0 1 1]' '[1/2 1/2 3/2 3/2]'", "'[0.1 0.1 0.5 0.5]' '[0.6 0.2 0.9 0.9]'"],
  headline: () => same('IoU = I/(A + B − I)'),
  prompt: () => ({
    en: 'The boxes A and B are each given as [x1, y1, x2, y2], two opposite corners; a side is x2 − x1 long.',
    zh: '框 A 与框 B 均以两个对角顶点 [x1, y1, x2, y2] 给出，边长为 x2 − x1。',
  }),
  given: ({ a, b }) => [['A = ', { vector: a }, ',  B = ', { vector: b }]],
  generate: drawPair,
  solve,
  mistakes: {
    'sum-of-areas': {
      tell: {
        en: 'The intersection was divided by the sum of the areas: the union is A + B − I, the overlap counts once.',
        zh: '交集除以了面积之和：并集为 A + B − I，重叠部分只计一次。',
      },
      answer: withUnion((A, B) => A + B),
    },
    'overlap-subtracted-twice': {
      tell: {
        en: 'The overlap was taken out altogether (A + B − 2I): the union keeps it once, A + B − I.',
        zh: '把重叠部分全部减掉了（A + B − 2I）：并集中它应保留一次，即 A + B − I。',
      },
      answer: withUnion((A, B, I) => A + B - 2 * I),
    },
    'areas-multiplied': {
      tell: {
        en: 'The areas were multiplied: they are added, and the overlap is subtracted once, A + B − I.',
        zh: '把两个面积相乘了：应相加再减去一次重叠，即 A + B − I。',
      },
      answer: withUnion((A, B) => A * B),
    },
    'overlap-not-clipped': {
      tell: {
        en: 'A negative difference was kept: boxes that do not meet along an axis overlap by max(0, …) = 0 there.',
        zh: '保留了负的差值：两框在某一方向不相交时，该方向的重叠为 max(0, …) = 0。',
      },
      answer: ({ a, b }) => {
        const { width, height } = sidesOf(common(a, b));
        return width < 0 || height < 0 ? measured(width * height, areaOf(a), areaOf(b)) : undefined;
      },
    },
    'plus-one-pixel': {
      tell: {
        en: 'Every side was made one longer (x2 − x1 + 1, counted pixels): with coordinates as measures a side is x2 − x1.',
        zh: '每条边都多加了 1（x2 − x1 + 1，即数像素的写法）：坐标表示长度时边长为 x2 − x1。',
      },
      answer: ({ a, b }) => {
        const longer = ({ width, height }: Sides): number => Math.max(0, width + 1) * Math.max(0, height + 1);
        const intersection = longer(sidesOf(common(a, b)));
        const isPixels = [...a, ...b].every(Number.isInteger);
        const [A, B] = [longer(sidesOf(a)), longer(sidesOf(b))];
        return isPixels && intersection > 0 ? measured(intersection, A, B) : undefined;
      },
    },
    'corners-as-size': {
      tell: {
        en: 'The boxes were read as x, y, width, height: here the last two numbers are the opposite corner.',
        zh: '把框读成了 x、y、宽、高：这里后两个数是对角顶点的坐标。',
      },
      ...readAs(([x, y, w, h]) => [x!, y!, x! + w!, y! + h!]),
    },
    'corners-as-centre': {
      tell: {
        en: 'The boxes were read as centre, width and height, as YOLO predicts them: here they are two corners.',
        zh: '把框读成了中心、宽、高（YOLO 的预测形式）：这里给出的是两个顶点。',
      },
      ...readAs(([x, y, w, h]) => [x! - w! / 2, y! - h! / 2, x! + w! / 2, y! + h! / 2]),
    },
  },
  verify: ({ a, b }, { intersection, union, iou }) => {
    // The lines through all sides cut the plane into a grid: its cells are counted that lie in both boxes, or in one.
    const lines = (axis: 0 | 1): number[] =>
      [a[axis]!, a[axis + 2]!, b[axis]!, b[axis + 2]!].sort((one, other) => one - other);
    const inside = (box: Box, x: number, y: number): boolean =>
      box[0]! <= x && x < box[2]! && box[1]! <= y && y < box[3]!;
    const [xs, ys] = [lines(0), lines(1)];
    const cells = xs.slice(1).flatMap((x, i) =>
      ys.slice(1).map((y, j) => ({
        area: (x - xs[i]!) * (y - ys[j]!),
        boxes: [a, b].filter(box => inside(box, xs[i]!, ys[j]!)).length,
      })),
    );
    const covered = (boxes: number): number =>
      cells.filter(cell => cell.boxes >= boxes).reduce((sum, { area }) => sum + area, 0);
    return [
      { claim: 'the cells in both boxes', left: intersection, right: covered(2) },
      { claim: 'the cells in either box', left: union, right: covered(1) },
      { claim: 'IoU·U = I', left: iou * union, right: covered(2) },
    ];
  },
});
