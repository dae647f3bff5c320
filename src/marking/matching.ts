import type { GlossaryIndex } from './idea.ts';
import type { Denial } from './negation.ts';
import type { Group, Pattern, Step } from './pattern.ts';
import type { Span } from './phrase.ts';
import { type Found, firstFrom, inside, isDenied, type Reading } from './reading.ts';

/** Neighbouring clauses that an accept may draw on. */
export const widest = 3;

const bounds = { chains: 16, nearest: 6, tries: 4000 };

const isInside = (span: Span, others: readonly Span[]): boolean =>
  others.some(other => other.start <= span.start && span.end <= other.end);

const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const distance = (a: readonly Span[], b: readonly Span[]): number =>
  a.length === 0 || b.length === 0 ? 0 : Math.abs(a[0]!.start - b[0]!.start);

const follow = (steps: readonly Step[], first: Found, window: Span, reading: Reading): Found[] | undefined => {
  const chain = [first];
  for (const step of steps.slice(1)) {
    const found = reading.find(step);
    const later = found.slice(firstFrom(found, chain.at(-1)!.end)).filter(({ end }) => end <= window.end);
    const next = later.find(one => isDenied(reading, one) === one.word.denied) ?? later[0];
    if (!next) return undefined;
    chain.push(next);
  }
  return chain;
};

/** The ways in which a group is found in a window, each with the places of its words. */
const waysOf = (group: Group, window: Span, reading: Reading): Found[][] =>
  group.chains.flatMap(steps =>
    inside(reading.find(steps[0]!), window)
      .slice(0, steps.length > 1 ? bounds.chains : undefined)
      .flatMap(first => {
        const chain = follow(steps, first, window, reading);
        return chain ? [chain] : [];
      }),
  );

/** Whether each word is denied exactly when it should be. Denials that belong to a found word deny nothing else. */
const isSaid = (found: readonly Found[], reading: Reading): boolean => {
  const used = (denial: Denial): boolean =>
    isInside(denial.cue, found) ||
    found.some(({ word, start }) => word.denied && reading.denials[start]!.includes(denial));
  return found.every(({ word, start }) => {
    const around = reading.denials[start]!;
    return word.denied
      ? around.filter(denial => !isInside(denial.cue, found)).length % 2 === 1
      : around.filter(denial => !used(denial)).length % 2 === 0;
  });
};

/** Whether a rival stands nearer to what is said than the subject does. */
const comesBetween = (subject: Span, rival: Span, said: Span, clauseOf: (span: Span) => number): boolean => {
  const [subjects, rivals, saids] = [clauseOf(subject), clauseOf(rival), clauseOf(said)];
  if (subjects !== saids && rivals === saids) return true;
  // "A capsule is a group of neurons, its output is a vector": the first of two in a clause stays its subject.
  if (rivals === subjects && subjects < saids) return rival.start < subject.start;
  return (
    (rival.start > subject.start && rival.start < said.start) ||
    (rival.start < subject.start && rival.start > said.start)
  );
};

/** Whether something is said of a rival: "capsules give vectors, neurons scalars" says nothing of scalar capsules. */
const isOfRival = (found: readonly Found[], window: Span, reading: Reading, index: GlossaryIndex): boolean => {
  const clauseOf = (span: Span): number => firstFrom(reading.clauses, span.start + 1) - 1;
  return found.some(subject =>
    subject.word.ideas
      .flatMap(idea => index.named(idea)!.rivals)
      .flatMap(rival => inside(reading.spokenOf(rival), window))
      .filter(rival => !isInside(rival, found))
      .some(rival => found.some(said => said !== subject && comesBetween(subject, rival, said, clauseOf))),
  );
};

/** Finds one pattern in one window. `tries` bounds the work over all windows of an answer. */
const matchIn = (
  pattern: Pattern,
  window: Span,
  reading: Reading,
  index: GlossaryIndex,
  elsewhere: readonly Span[],
  tries: { left: number },
): Found[] | undefined => {
  const ways: Found[][][] = [];
  for (const group of pattern.groups) {
    const found = waysOf(group, window, reading).filter(way => !way.some(word => isInside(word, elsewhere)));
    if (group.absent) {
      if (found.some(way => isSaid(way, reading))) return undefined;
    } else if (found.length === 0) return undefined;
    else ways.push(found);
  }
  ways.sort((a, b) => a.length - b.length);
  const choose = (chosen: readonly Found[], group: number): Found[] | undefined => {
    if (tries.left-- <= 0) return undefined;
    const options = ways[group];
    if (!options) {
      const found = [...chosen];
      return isSaid(found, reading) && !isOfRival(found, window, reading, index) ? found : undefined;
    }
    const near = [...options].sort((a, b) => distance(chosen, a) - distance(chosen, b));
    const apart = near.filter(way => !way.some(one => chosen.some(other => overlap(one, other))));
    for (const way of group === 0 ? apart : apart.slice(0, bounds.nearest)) {
      const found = choose([...chosen, ...way], group + 1);
      if (found) return found;
    }
    return undefined;
  };
  return choose([], 0);
};

/**
 * The first place where a pattern is found, taking up to `clauses` clauses of a sentence together, the fewest first.
 * What stands in the parts `elsewhere` does not count.
 */
export const matchPattern = (
  pattern: Pattern,
  reading: Reading,
  index: GlossaryIndex,
  clauses: number,
  elsewhere: readonly Span[] = [],
): readonly Span[] | undefined => {
  const tries = { left: bounds.tries };
  for (let size = 1; size <= clauses; size++) {
    for (let last = size - 1; last < reading.clauses.length; last++) {
      const taken = reading.clauses.slice(last - size + 1, last + 1);
      if (!taken.slice(1).every(clause => clause.goesOn)) continue;
      const window = { start: taken[0]!.start, end: taken.at(-1)!.end };
      const found = matchIn(pattern, window, reading, index, elsewhere, tries);
      if (found) return found;
    }
  }
  return undefined;
};
