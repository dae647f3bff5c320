import type { KeyPoint } from '../bank/item.ts';
import { glossary as field, type Glossary } from './glossary.ts';
import type { Span } from './phrase.ts';
import type { Reading } from './reading.ts';
import { readPoint, readText, saidOf } from './rubric.ts';

/** What became of one key point. */
export interface PointMark {
  readonly point: string;
  readonly met: boolean;
  /** The words of the answer that met it, with … for what was left out. */
  readonly by?: string;
  /** The words of the answer that say the opposite: they take the point away. */
  readonly contradictedBy?: string;
}

export interface TextMarking {
  readonly points: readonly PointMark[];
  readonly marks: number;
  readonly outOf: number;
}

/** What is read of an answer; nobody types more in an examination. */
const longestAnswer = 20_000;

const quote = (answer: string, { tokens }: Reading, spans: readonly Span[]): string => {
  const places = spans
    .map(({ start, end }) => ({ from: tokens[start]!.from, to: tokens[end - 1]!.to }))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let quoted = '';
  let reached = -1;
  for (const { from, to } of places) {
    if (to <= reached) continue;
    const gap = reached < 0 ? '' : answer.slice(reached, from);
    const joined = reached >= from || (reached >= 0 && gap.trim() === '');
    quoted +=
      reached < 0 || joined
        ? answer.slice(Math.max(reached, reached < 0 ? from : reached), to)
        : ` … ${answer.slice(from, to)}`;
    reached = to;
  }
  return quoted;
};

/**
 * Marks a short answer by its key points. A point is met where one of its alternatives is said, and not met where the
 * answer also says one of its contradictions. Throws a PatternError for a key point that cannot be read.
 */
export const markText = (answer: string, points: readonly KeyPoint[], glossary: Glossary = field): TextMarking => {
  const read = answer.slice(0, longestAnswer);
  const reading = readText(read, glossary);
  const marked = points.map((point): PointMark => {
    const { against, by } = saidOf(readPoint(point, glossary), reading, glossary);
    if (against) return { point: point.id, met: false, contradictedBy: quote(read, reading, against) };
    return by ? { point: point.id, met: true, by: quote(read, reading, by) } : { point: point.id, met: false };
  });
  const sum = (counted: readonly KeyPoint[]): number => counted.reduce((marks, point) => marks + point.marks, 0);
  return { points: marked, marks: sum(points.filter((_, i) => marked[i]!.met)), outOf: sum(points) };
};
