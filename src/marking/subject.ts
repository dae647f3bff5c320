import { areArticles } from './clauses.ts';
import { glossary as field, type Glossary } from './glossary.ts';
import { readWords, type Step } from './pattern.ts';
import { longestPhrase, readPhrases, type Span } from './phrase.ts';
import { type Found, inside, isDenied, type Reading } from './reading.ts';

/**
 * What a key point speaks of, first, and the others that an answer may speak of instead, each as words `a|b`:
 * `[generator|=g, discriminator|=d]`. "D turns noise into images" is not said of the generator.
 */
export type Subjects = readonly Step[];

/** Reads the `about` of a key point; throws a PatternError where it cannot be read. */
export const readSubjects = (about: readonly string[], glossary: Glossary = field): Subjects =>
  about.map(words => readWords(words, glossary));

const conjunctions = readPhrases('and|or|and then|和|与|及|或|且|并|并且');

interface Mention extends Found {
  /** Which of the subjects; 0 is the key point's own. */
  readonly subject: number;
}

/** Where the subjects are spoken of, not denied; of two words at one place the longer. */
const mentionsOf = (subjects: Subjects, reading: Reading): Mention[] => {
  const all = subjects
    .flatMap((step, subject) => reading.find(step).map(found => ({ ...found, subject })))
    .filter(found => !isDenied(reading, found));
  const isWithin = (a: Span, b: Span): boolean =>
    b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  return all.filter(mention => !all.some(other => isWithin(mention, other))).sort((a, b) => a.start - b.start);
};

/** Where the last "and" between two tokens begins; not in "A and B give …", which speaks of both at once. */
const conjunctionIn = ({ start, end }: Span, { tokens }: Reading): number | undefined => {
  for (let at = end - 1; at >= start; at--) {
    const after = longestPhrase(conjunctions, tokens, at);
    if (after === undefined || after > end) continue;
    return at === start && areArticles(tokens, { start: after, end }) ? undefined : at;
  }
  return undefined;
};

/** A clause, cut at an "and" before which another subject is spoken of, or none. */
const cutAtConjunctions = (clause: Span, mentions: readonly Mention[], reading: Reading): Span[] => {
  const parts: Span[] = [];
  let { start } = clause;
  let before: Mention | undefined;
  for (const mention of inside(mentions, clause)) {
    const between = { start: before?.end ?? clause.start, end: mention.start };
    const cut = mention.subject === before?.subject ? undefined : conjunctionIn(between, reading);
    if (cut !== undefined && cut > start) {
      parts.push({ start, end: cut });
      start = cut;
    }
    before = mention;
  }
  return [...parts, { start, end: clause.end }];
};

/**
 * The parts of an answer that speak of other subjects only. A part that names none goes on about those of the part
 * before it.
 */
export const partsOnOthers = (subjects: Subjects, reading: Reading): readonly Span[] => {
  if (subjects.length === 0) return [];
  const mentions = mentionsOf(subjects, reading);
  const others: Span[] = [];
  let onOthers = false;
  for (const part of reading.clauses.flatMap(clause => cutAtConjunctions(clause, mentions, reading))) {
    const here = inside(mentions, part);
    if (here.length > 0) onOthers = here.every(({ subject }) => subject > 0);
    if (onOthers) others.push(part);
  }
  return others;
};
