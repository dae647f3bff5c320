/**
 * The output of YOLO (version 1): S×S cells, each with B boxes of five numbers (x, y, w, h, confidence) and C class
 * probabilities that the boxes of the cell share: S × S × (B·5 + C).
 *
 * Convention: classes per cell, as in the first version; later versions with anchors predict classes per box, B·(5 + C).
 * Source: Redmon, Divvala, Girshick & Farhadi 2016, "You only look once: unified, real-time object detection", section 2.
 */
import { defineKind, field } from '../problem/kind.ts';
import { integer, type ParamsOf } from '../problem/params.ts';

const params = {
  grid: integer({ en: 'S, the cells along a side', zh: 'S，每边的网格数' }, { min: 1 }),
  boxes: integer({ en: 'B, the boxes of a cell', zh: 'B，每格预测的框数' }, { min: 1 }),
  classes: integer({ en: 'C, the classes', zh: 'C，类别数' }, { min: 1 }),
};
type Params = ParamsOf<typeof params>;

const depthOf = ({ boxes, classes }: Params): number => boxes * 5 + classes;

/** The output with another depth, and what follows from it. */
const withDepth =
  (depth: (params: Params) => number, applies: (params: Params) => boolean = () => true) =>
  (given: Params) =>
    applies(given)
      ? { size: [given.grid, given.grid, depth(given)], values: given.grid * given.grid * depth(given) }
      : undefined;

const hasSeveralBoxes = ({ boxes }: Params): boolean => boxes > 1;

export const yoloOutput = defineKind({
  id: 'yolo-output',
  topic: 'yolo',
  title: { en: 'Output size of YOLO', zh: 'YOLO 输出张量的尺寸' },
  params,
  answer: {
    size: field<number[]>('size', 'size', {
      en: 'the size of the output S × S × (B·5 + C)',
      zh: '输出尺寸 S × S × (B·5 + C)',
    }),
    values: field<number>('number', 'values', {
      en: 'how many numbers the network puts out',
      zh: '网络输出的数值个数',
    }),
    predictions: field<number>('number', 'predictions', { en: 'how many boxes are predicted', zh: '预测框总数' }),
  },
  ask: 'size',
  quantities: {
    depth: {
      form: 'number',
      symbol: 'D',
      title: { en: 'how many numbers each cell puts out', zh: '每格输出的数值个数' },
      of: ({ size }) => size[2],
    },
  },
  examples: ['7 2 20', '13 5 80', '--grid 7 --boxes 1 --classes 3'],
  headline: () => ({
    en: 'S × S × (B·5 + C), classes per cell (version 1)',
    zh: 'S × S × (B·5 + C)，类别属于网格（第 1 版）',
  }),
  prompt: ({ grid, boxes, classes }) => ({
    en: `YOLO (version 1) divides an image into ${grid}×${grid} cells; each predicts ${boxes} ${boxes === 1 ? 'box' : 'boxes'} with confidence, and ${classes} class ${classes === 1 ? 'probability' : 'probabilities'}.`,
    zh: `YOLO（第 1 版）把图像划分为 ${grid}×${grid} 个网格，每格预测 ${boxes} 个带置信度的边界框和 ${classes} 个类别概率。`,
  }),
  given: ({ grid, boxes, classes }) => [[`S = ${grid},  B = ${boxes},  C = ${classes}`]],
  display: ({ size, values, predictions }) => [
    [{ en: 'size', zh: '尺寸' }, ` ${size.join('×')}`],
    [{ en: 'values', zh: '数值个数' }, ` ${values}`],
    [{ en: 'predicted boxes', zh: '预测框数' }, ` ${predictions}`],
  ],
  generate: (random, level) => ({
    grid: random.integer(level === 1 ? 2 : 4, [5, 9, 19][level - 1]!),
    boxes: random.integer(level === 1 ? 1 : 2, level + 1),
    classes: random.integer(level === 3 ? 10 : 2, [6, 20, 100][level - 1]!),
  }),
  solve: (given, work) => {
    const { grid: S, boxes: B, classes: C } = given;
    const depth = work.step('depth', depthOf(given), () => ({
      title: {
        en: 'One cell: 5 numbers a box (x, y, w, h, confidence), and the class probabilities once',
        zh: '每格：每个框 5 个数（x, y, w, h, 置信度），类别概率整格共用一组',
      },
      symbol: 'D',
      formula: 'B*5 + C',
      scope: { B, C },
      note: {
        en: 'With anchors (version 2 on) every box has its own classes: B·(5 + C).',
        zh: '带锚框的后续版本（第 2 版起）每个框各有一组类别：B·(5 + C)。',
      },
    }));
    const values = work.step('values', S * S * depth, () => ({
      title: { en: 'All cells: how many numbers', zh: '全部网格：数值总数' },
      symbol: 'values',
      formula: 'S*S*D',
      scope: { S, D: depth },
    }));
    const predictions = work.step('predictions', S * S * B, () => ({
      title: { en: 'All cells: how many boxes', zh: '全部网格：预测框总数' },
      symbol: 'predictions',
      formula: 'S*S*B',
      scope: { S, B },
    }));
    const size = work.step('size', [S, S, depth], () => ({
      title: { en: 'Output', zh: '输出' },
      symbol: 'size',
      drawn: [[[S, S, depth].join('×')]],
    }));
    return { size, values, predictions };
  },
  mistakes: {
    'classes-per-box': {
      tell: {
        en: 'Every box was given its own classes, B·(5 + C): in the first version the class probabilities belong to the cell, B·5 + C.',
        zh: '给每个框都配了类别概率，即 B·(5 + C)：第 1 版中类别概率属于网格，整格一组，为 B·5 + C。',
      },
      answer: withDepth(({ boxes, classes }) => boxes * (5 + classes), hasSeveralBoxes),
    },
    'confidence-forgotten': {
      tell: {
        en: 'The confidence is missing: a box is five numbers, x, y, w, h and its confidence.',
        zh: '漏了置信度：每个框有 5 个数，x、y、w、h 和置信度。',
      },
      answer: withDepth(({ boxes, classes }) => boxes * 4 + classes),
    },
    'background-class': {
      tell: {
        en: 'A class for the background was added: YOLO has none, a low confidence says that nothing is there.',
        zh: '多加了一个背景类：YOLO 没有背景类，用低置信度表示没有目标。',
      },
      answer: withDepth(given => depthOf(given) + 1),
    },
    'boxes-forgotten': {
      tell: {
        en: 'Only one box per cell was counted: each of the S·S cells predicts B boxes.',
        zh: '每格只算了一个框：S·S 个网格中每格都预测 B 个框。',
      },
      answer: given => {
        const one = withDepth(({ classes }) => 5 + classes, hasSeveralBoxes)(given);
        return one && { ...one, predictions: given.grid * given.grid };
      },
    },
    'classes-forgotten': {
      tell: {
        en: 'The class probabilities are missing: each cell also puts out C of them.',
        zh: '漏了类别概率：每格还要输出 C 个类别概率。',
      },
      answer: withDepth(({ boxes }) => boxes * 5),
    },
    'cells-forgotten': {
      tell: {
        en: 'That is one cell only: there are S·S of them.',
        zh: '这只是一个网格的数目：共有 S·S 个网格。',
      },
      answer: given => (given.grid === 1 ? undefined : { values: depthOf(given), predictions: given.boxes }),
    },
    'one-row-of-cells': {
      tell: {
        en: 'S was taken once: the grid has S rows of S cells, S·S in all.',
        zh: '只乘了一次 S：网格有 S 行 S 列，共 S·S 格。',
      },
      answer: ({ grid, boxes, ...given }) =>
        grid === 1 ? undefined : { values: grid * depthOf({ grid, boxes, ...given }), predictions: grid * boxes },
    },
  },
  verify: ({ grid, boxes, classes }, { size, values, predictions }) => {
    // Box coordinates, confidences and class probabilities, each counted over the whole image.
    const cells = grid ** 2;
    const perBox = cells * boxes;
    return [
      {
        claim: 'coordinates + confidences + class probabilities',
        left: values,
        right: 4 * perBox + perBox + cells * classes,
      },
      { claim: 'the product of the size', left: size[0]! * size[1]! * size[2]!, right: values },
      { claim: 'five values a box, the rest are classes', left: values - 5 * predictions, right: cells * classes },
    ];
  },
});
