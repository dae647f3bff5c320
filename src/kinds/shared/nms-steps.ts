import {
  areaOf,
  type Box,
  byFallingScore,
  common,
  intersectionOf,
  iouByRatios,
  isAbove,
  isEqual,
  isMeasurable,
  type Survivors,
  suppress,
} from '../../math/box.ts';
import { ProblemError } from '../../problem/error.ts';
import { join, type Text } from '../../problem/text.ts';
import { type Shown, silent, type Work } from '../../problem/work.ts';
import { iouShown } from './boxes.ts';

export interface NmsParams {
  readonly boxes: number[][];
  readonly scores: number[];
  readonly threshold: number;
  readonly scoreThreshold: number;
  readonly maxBoxes: number | undefined;
}

/** So many rows of a table are worked one by one; the rest is one vector. */
const shownRows = 8;
/** Rounds up to this many are shown. */
const shownRounds = 6;
/** Larger areas could not be added. */
const largestArea = Number.MAX_VALUE / 4;

/** The boxes that take part, by falling score. */
export const candidatesOf = ({ scores, scoreThreshold }: NmsParams): number[] => byFallingScore(scores, scoreThreshold);

/** The same quantity of several boxes. */
interface Table {
  readonly title: Text;
  /** `A`, or `I_0` where it is shared with box 0. */
  readonly symbol: string;
  readonly indices: readonly number[];
  readonly values: readonly number[];
  readonly formula: string;
  /** The formula of many boxes at once. */
  readonly vectorFormula: string;
  /** The symbols of the formulas: a number, or one per box. */
  readonly columns: Readonly<Record<string, number | readonly number[]>>;
  /** What stands before the numbers of box `k`. */
  readonly lead: (k: number) => string;
  /** How box `k` of the table is shown where its formula does not do. */
  readonly otherwise?: (k: number) => Partial<Shown> | undefined;
  /** What is said under the table. */
  readonly note?: Text;
}

const tableSteps = (table: Table, work: Work): number[] => {
  const { title, symbol, indices, values, formula, vectorFormula, columns, lead, otherwise, note } = table;
  const told = note ? { note } : {};
  const scope = (pick: (column: readonly number[]) => number | number[]) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, column]) => [name, typeof column === 'number' ? column : pick(column)]),
    );
  const rows = values.slice(0, shownRows).map((value, k) => {
    const name = `${symbol}${symbol.includes('_') ? ',' : '_'}${indices[k]}`;
    return work.step(name, value, () => ({
      title,
      symbol: name,
      lead: lead(k),
      ...(otherwise?.(k) ?? { formula, scope: scope(column => column[k]!) }),
      ...(k === values.length - 1 ? told : {}),
    }));
  });
  if (values.length <= shownRows) return rows;
  const isPlain = values.every((_, k) => !otherwise?.(k));
  const rest = work.step(`${symbol}_rest`, values.slice(shownRows), () => ({
    title: { en: `${title.en}: the others`, zh: `${title.zh}（其余）` },
    symbol,
    ...(isPlain ? { formula: vectorFormula, scope: scope(column => column.slice(shownRows)) } : {}),
    ...told,
  }));
  return [...rows, ...rest];
};

/** The columns of boxes under the names given. */
const columnsOf = (names: readonly string[], boxes: readonly Box[]): Record<string, number[]> =>
  Object.fromEntries(names.map((name, c) => [name, boxes.map(box => box[c]!)]));

/** The order that is gone by: a student's own where its numbers are boxes. */
const orderStep = (given: NmsParams, work: Work): number[] => {
  const { scores, scoreThreshold } = given;
  const order = candidatesOf(given);
  const followed = work.step('order', order, () => {
    const dropped = scores.flatMap((score, i) => (score < scoreThreshold ? [i] : []));
    const hasTies = order.some((i, k) => k > 0 && scores[i] === scores[order[k - 1]!]);
    const notes: Text[] = [
      {
        en: `Below the score threshold, dropped: ${dropped.join(', ')}.`,
        zh: `得分低于得分阈值，先去掉：${dropped.join('、')}。`,
      },
      { en: 'Of equal scores the lower index comes first.', zh: '得分相同时编号小的在前。' },
    ].filter((_, i) => [dropped.length > 0, hasTies][i]);
    return {
      title: { en: 'The boxes by falling score', zh: '按得分从高到低排列各框' },
      symbol: 'order',
      ...(notes.length > 0 ? { note: join(notes, { en: ' ', zh: '' }) } : {}),
    };
  });
  return followed.every(i => given.boxes[i]) ? followed : order;
};

const requireFinite = (boxes: readonly Box[], order: readonly number[]): void => {
  const index = order.find(i => !(areaOf(boxes[i]!) <= largestArea));
  if (index === undefined) return;
  throw new ProblemError(
    'not-finite',
    { en: `the area of box ${index} is too large to be finite`, zh: `框 ${index} 的面积过大，得不到有限的值` },
    `boxes[${index}]`,
  );
};

/** What a round decides. */
const decision = (threshold: number, left: readonly number[], ious: readonly number[]): Text => {
  const those = (holds: (iou: number) => boolean): number[] => left.filter((_, k) => holds(ious[k]!));
  const named = (indices: readonly number[]): Text =>
    indices.length === 0 ? { en: 'none', zh: '无' } : { en: indices.join(', '), zh: indices.join('、') };
  const gone = named(those(iou => isAbove(iou, threshold)));
  const stay = named(those(iou => !isAbove(iou, threshold)));
  const equal = those(iou => isEqual(iou, threshold));
  const decided = { en: `Suppressed: ${gone.en}. Left: ${stay.en}.`, zh: `抑制：${gone.zh}；剩余：${stay.zh}。` };
  if (equal.length === 0) return decided;
  const atThreshold = {
    en: `Exactly at the threshold, so not suppressed: ${named(equal).en}.`,
    zh: `IoU 恰等于阈值，不抑制：${named(equal).zh}。`,
  };
  return join([decided, atThreshold], { en: ' ', zh: '' });
};

const overlapSides: Text = {
  en: 'Of the two boxes, l and t are the larger x1 and y1, r and b the smaller x2 and y2.',
  zh: 'l、t 为两框 x1、y1 中较大者，r、b 为两框 x2、y2 中较小者。',
};

/** One round: the overlap and the IoU of the kept box with each box left. */
const roundSteps = (
  { boxes, scores, threshold }: NmsParams,
  areas: readonly number[],
  { round, best, left }: { round: number; best: number; left: readonly number[] },
  work: Work,
): number[] => {
  const others = left.map(i => boxes[i]!);
  const intersections = tableSteps(
    {
      title: {
        en: `Round ${round}: keep ${best} (score ${scores[best]}); overlaps`,
        zh: `第 ${round} 轮：保留 ${best}（得分 ${scores[best]}），求交集`,
      },
      symbol: `I_${best}`,
      indices: left,
      values: others.map(box => intersectionOf(boxes[best]!, box)),
      formula: 'max(0, r - l)*max(0, b - t)',
      vectorFormula: 'map(r - l, f(x) = max(0, x)) .* map(b - t, f(x) = max(0, x))',
      columns: columnsOf(
        ['l', 't', 'r', 'b'],
        others.map(box => common(boxes[best]!, box)),
      ),
      lead: k => `[${others[k]!.join(' ')}]`,
      ...(round === 1 ? { note: overlapSides } : {}),
    },
    work,
  );
  const A = areas[best]!;
  const unions = left.map((i, k) => A + areas[i]! - intersections[k]!);
  const ious = others.map((box, k) =>
    isMeasurable(unions[k]!) ? intersections[k]! / unions[k]! : iouByRatios(boxes[best]!, box),
  );
  return tableSteps(
    {
      title: {
        en: `Round ${round}: IoU of ${best} with the boxes left`,
        zh: `第 ${round} 轮：${best} 与剩余各框的 IoU`,
      },
      symbol: `IoU_${best}`,
      indices: left,
      values: ious,
      formula: 'I/(A + B - I)',
      vectorFormula: 'I ./ (A + B - I)',
      columns: { I: intersections, A, B: left.map(i => areas[i]!) },
      lead: k => (isAbove(ious[k]!, threshold) ? '✗' : '✓'),
      otherwise: k => (isMeasurable(unions[k]!) ? undefined : iouShown(boxes[best]!, others[k]!, unions[k]!, {})),
      note: decision(threshold, left, ious),
    },
    work,
  );
};

/** Greedy suppression, worked round by round. */
export const solveNms = (given: NmsParams, work: Work): Survivors => {
  const { boxes, threshold, maxBoxes } = given;
  const order = orderStep(given, work);
  requireFinite(boxes, order);
  const found = tableSteps(
    {
      title: { en: 'Areas', zh: '面积' },
      symbol: 'A',
      indices: order,
      values: order.map(i => areaOf(boxes[i]!)),
      formula: '(x2 - x1)*(y2 - y1)',
      vectorFormula: '(x2 - x1) .* (y2 - y1)',
      columns: columnsOf(
        ['x1', 'y1', 'x2', 'y2'],
        order.map(i => boxes[i]!),
      ),
      lead: k => `[${boxes[order[k]!]!.join(' ')}]`,
    },
    work,
  );
  const areas: number[] = [];
  for (const [k, i] of order.entries()) areas[i] = found[k]!;
  let round = 0;
  const { kept, suppressed } = suppress(
    order,
    (best, left) => {
      round++;
      const shown = round <= shownRounds ? work : silent;
      return left.length === 0 ? [] : roundSteps(given, areas, { round, best, left }, shown);
    },
    iou => isAbove(iou, threshold),
    maxBoxes,
  );
  const convention = {
    en: 'Boxes are counted from 0; an IoU equal to the threshold does not suppress.',
    zh: '框从 0 开始编号；IoU 等于阈值时不抑制。',
  };
  const shortened = {
    en: `The rounds after the first ${shownRounds} go the same way.`,
    zh: `第 ${shownRounds} 轮之后的各轮同理。`,
  };
  const answer = work.step('kept', kept, () => ({
    title: { en: 'The kept boxes, by falling score', zh: '保留的框（按得分从高到低）' },
    symbol: 'kept',
    note: round > shownRounds ? join([convention, shortened], { en: ' ', zh: '' }) : convention,
  }));
  return { kept: answer, suppressed };
};
