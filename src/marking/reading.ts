import { areArticles, type Clause, splitClauses } from './clauses.ts';
import { breaksCompound, findCompounds } from './compounds.ts';
import { type Formula, findFormula } from './formula.ts';
import type { GlossaryIndex } from './idea.ts';
import { type Denial, findDenials } from './negation.ts';
import { type Normalised, normalise } from './normalise.ts';
import type { Step, Word } from './pattern.ts';
import { matchPhrase, type Phrase, type Span } from './phrase.ts';
import { readTokens, type Token } from './tokens.ts';

/** A word of a pattern found in an answer. */
export interface Found extends Span {
  readonly word: Word;
}

/** An answer as the marker reads it. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly clauses: readonly Clause[];
  /** For each token the denials in whose scope it stands. */
  readonly denials: readonly (readonly Denial[])[];
  /** Where an idea that has rivals is spoken of. */
  spokenOf(idea: string): readonly Span[];
  /** Every place of any of a step's words, in reading order. */
  find(step: Step): readonly Found[];
}

/** Whether what stands at a place is denied; a double denial is none. */
export const isDenied = ({ denials }: Reading, { start }: Span): boolean => denials[start]!.length % 2 === 1;

/** The first of some spans, in reading order, that begins at or after a token. */
export const firstFrom = (spans: readonly Span[], start: number): number => {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle]!.start < start) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The spans that lie inside another, in reading order. */
export const inside = <T extends Span>(spans: readonly T[], window: Span): T[] => {
  const found: T[] = [];
  for (let i = firstFrom(spans, window.start); i < spans.length && spans[i]!.start < window.end; i++) {
    if (spans[i]!.end <= window.end) found.push(spans[i]!);
  }
  return found;
};

const inOrder = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** A word is only found where one with its first letter stands, whatever its inflection and slips. */
const beginningOf = ({ kind, text }: Pick<Token, 'kind' | 'text'>): string => kind + text[0];

/** Reads an answer into tokens, clauses and denials. */
export const readAnswer = (answer: string, index: GlossaryIndex): Reading => {
  const tokens = readTokens(answer);
  const compounds = findCompounds(tokens);
  const beginnings = new Map<string, number[]>();
  for (const [at, token] of tokens.entries()) {
    const beginning = beginningOf(token);
    const places = beginnings.get(beginning);
    if (places) places.push(at);
    else beginnings.set(beginning, [at]);
  }
  const places = (phrases: readonly Phrase[]): Span[] => {
    const found = new Map<string, Span>();
    for (const phrase of phrases) {
      for (const start of beginnings.get(beginningOf(phrase[0]!)) ?? []) {
        const end = matchPhrase(phrase, tokens, start);
        if (end === undefined || breaksCompound(compounds, { start, end })) continue;
        found.set(`${start} ${end}`, { start, end });
      }
    }
    return [...found.values()].sort(inOrder);
  };
  const contested = new Map(index.contested.map(idea => [idea.name, places(idea.phrases)]));
  /** Not so "A and B give …", which speaks of both at once. */
  const opposed = (left: Span, right: Span): boolean =>
    index.contested.some(idea =>
      inside(contested.get(idea.name)!, left).some(one =>
        idea.rivals
          .flatMap(rival => inside(contested.get(rival)!, right))
          .some(other => one.end < left.end || !areArticles(tokens, { start: right.start + 1, end: other.start })),
      ),
    );
  const clauses = splitClauses(tokens, compounds, opposed);
  const denials: Denial[][] = tokens.map(() => []);
  for (const clause of clauses) {
    for (const denial of findDenials(tokens, clause, compounds)) {
      for (let at = denial.scope.start; at < denial.scope.end; at++) denials[at]!.push(denial);
    }
  }
  let normalised: Normalised | undefined;
  const formulas = (formula: Formula): Span[] => {
    normalised ??= normalise(answer);
    const { text, from: starts, to: ends } = normalised;
    return findFormula(formula, text).flatMap(({ from, to }) => {
      const [first, last] = [starts[from]!, ends[to - 1]!];
      const start = tokens.findIndex(token => token.to > first);
      const end = tokens.findLastIndex(token => token.from < last) + 1;
      return start >= 0 && end > start ? [{ start, end }] : [];
    });
  };
  const known = new Map<Step, readonly Found[]>();
  return {
    tokens,
    clauses,
    denials,
    spokenOf: idea => contested.get(idea) ?? [],
    find: step => {
      const found =
        known.get(step) ??
        step
          .flatMap(word =>
            (word.formula ? formulas(word.formula) : places(word.phrases)).map(span => ({ ...span, word })),
          )
          .sort(inOrder);
      known.set(step, found);
      return found;
    },
  };
};
