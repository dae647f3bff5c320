import type { Finding } from '../bank/finding.ts';
import type { ShortItem } from '../bank/item.ts';
import { PatternError } from '../marking/pattern.ts';
import type { Reading } from '../marking/reading.ts';
import { isMet, type ReadPoint, readPoint, readText } from '../marking/rubric.ts';
import { languages, same } from '../problem/text.ts';
import { reportOf } from './context.ts';
import { type Placed, placeOf } from './placed.ts';

/** Answers that are tried on points, over the whole bank: in a small one all on all, in a large one a panel of answers. */
const tries = 15_000;
const smallestPanel = 3;

/** A point that so large a share of other answers meets says nothing. */
const looseShare = 1 / 2;

interface Answered {
  readonly placed: Placed<ShortItem>;
  readonly readings: readonly Reading[];
}

const panelOf = (all: readonly Placed<ShortItem>[]): Answered[] => {
  const points = all.reduce((sum, { item }) => sum + item.points.length, 0);
  const size = Math.min(all.length, Math.max(smallestPanel, Math.floor(tries / (2 * points))));
  return Array.from({ length: size }, (_, i) => {
    const placed = all[Math.floor((i * all.length) / size)]!;
    return { placed, readings: languages.map(language => readText(placed.item.answer[language])) };
  });
};

const pointsOf = ({ item }: Placed<ShortItem>): ReadPoint[] => {
  try {
    return item.points.map(point => readPoint(point));
  } catch (error) {
    if (error instanceof PatternError) return [];
    throw error;
  }
};

const meetings = (placed: Placed<ShortItem>, panel: readonly Answered[]): Finding[] => {
  const points = pointsOf(placed);
  // Questions of one topic share their facts; an answer on another topic should not earn them.
  const isOther = ({ placed: { item } }: Answered): boolean => item.id !== placed.item.id;
  const elsewhere = panel.filter(other => other.placed.item.topic !== placed.item.topic);
  const others = elsewhere.length > 0 ? elsewhere : panel.filter(isOther);
  if (points.length === 0 || others.length === 0) return [];
  const report = reportOf(placed.file, placed.item);
  const metBy = points.map(point => others.filter(({ readings }) => readings.some(reading => isMet(point, reading))));
  const earner = metBy[0]!.find(other => metBy.every(list => list.includes(other)));
  if (earner) {
    const { id } = earner.placed.item;
    const place = placeOf(earner.placed);
    return [
      report(
        'point-met-elsewhere',
        ['points'],
        {
          en: `the model answer of “${id}”, in ${place}, meets every point of this question`,
          zh: `${place} 的“${id}”的参考答案符合本题的全部采分点`,
        },
        { got: same(id) },
      ),
    ];
  }
  return points.flatMap((point, i) => {
    const list = metBy[i]!;
    if (list.length < 2 || list.length < looseShare * others.length) return [];
    const share = Math.round((100 * list.length) / others.length);
    return [
      report(
        'point-met-elsewhere',
        ['points', i],
        {
          en: `the model answers of ${share} % of the other questions meet “${point.id}”`,
          zh: `其他题目中 ${share}% 的参考答案符合采分点“${point.id}”`,
        },
        { got: same(list[0]!.placed.item.id) },
      ),
    ];
  });
};

/** Key points that the model answers of other questions meet, over all files. */
export const metElsewhere = (all: readonly Placed[]): Finding[] => {
  const short = all.filter((placed): placed is Placed<ShortItem> => placed.item.type === 'short');
  const panel = short.length > 1 ? panelOf(short) : [];
  return short.flatMap(placed => meetings(placed, panel));
};
