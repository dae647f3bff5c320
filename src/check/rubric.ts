import type { KeyPoint } from '../bank/item.ts';
import { glossary } from '../marking/glossary.ts';
import { indexGlossary } from '../marking/idea.ts';
import { matchPattern, widest } from '../marking/matching.ts';
import { type Pattern, readPattern } from '../marking/pattern.ts';
import { type Reading, readAnswer } from '../marking/reading.ts';

/** A key point whose patterns are read once, to be tried on many answers. */
export interface ReadPoint {
  readonly id: string;
  readonly accept: readonly Pattern[];
  readonly contradict: readonly Pattern[];
}

const index = indexGlossary(glossary);

/** Reads the patterns of a key point; throws a PatternError where one cannot be read. */
export const readPoint = ({ id, accept, contradict }: KeyPoint): ReadPoint => ({
  id,
  accept: accept.map(alternative => readPattern(alternative)),
  contradict: contradict.map(alternative => readPattern(alternative)),
});

export const readText = (text: string): Reading => readAnswer(text, index);

/** Whether a text meets a key point: as `markText` has it, without the words it was met by. */
export const isMet = ({ accept, contradict }: ReadPoint, reading: Reading): boolean =>
  accept.some(pattern => matchPattern(pattern, reading, index, widest)) &&
  !contradict.some(pattern => matchPattern(pattern, reading, index, 1));
