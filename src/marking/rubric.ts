import type { KeyPoint } from '../bank/item.ts';
import { glossary as field, type Glossary } from './glossary.ts';
import { indexGlossary } from './idea.ts';
import { matchPattern, widest } from './matching.ts';
import { type Pattern, readPattern } from './pattern.ts';
import type { Span } from './phrase.ts';
import { type Reading, readAnswer } from './reading.ts';
import { partsOnOthers, readSubjects, type Subjects } from './subject.ts';

/** A key point whose patterns are read once, to be tried on many answers. */
export interface ReadPoint {
  readonly id: string;
  readonly accept: readonly Pattern[];
  readonly contradict: readonly Pattern[];
  readonly about: Subjects;
}

/** What an answer says of a key point: the words against it, or else those that meet it. */
export interface Said {
  readonly against?: readonly Span[];
  readonly by?: readonly Span[];
}

/** Reads the patterns of a key point; throws a PatternError where one cannot be read. */
export const readPoint = ({ id, accept, contradict, about = [] }: KeyPoint, glossary: Glossary = field): ReadPoint => ({
  id,
  accept: accept.map(alternative => readPattern(alternative, glossary)),
  contradict: contradict.map(alternative => readPattern(alternative, glossary)),
  about: readSubjects(about, glossary),
});

/** Reads an answer, once for all key points. */
export const readText = (text: string, glossary: Glossary = field): Reading =>
  readAnswer(text, indexGlossary(glossary));

/**
 * Looks for a key point in an answer: an alternative over neighbouring clauses, a contradiction within one. What is said of
 * other subjects is passed over.
 */
export const saidOf = (point: ReadPoint, reading: Reading, glossary: Glossary = field): Said => {
  const index = indexGlossary(glossary);
  const elsewhere = partsOnOthers(point.about, reading);
  const first = (patterns: readonly Pattern[], clauses: number): readonly Span[] | undefined => {
    for (const pattern of patterns) {
      const found = matchPattern(pattern, reading, index, clauses, elsewhere);
      if (found) return found;
    }
    return undefined;
  };
  const against = first(point.contradict, 1);
  if (against) return { against };
  const by = first(point.accept, widest);
  return by ? { by } : {};
};

/** Whether a text meets a key point. */
export const isMet = (point: ReadPoint, reading: Reading): boolean => saidOf(point, reading).by !== undefined;
