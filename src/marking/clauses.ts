import { longestPhrase, matchPhrase, readPhrases, type Span } from './phrase.ts';
import { Break, type Token } from './tokens.ts';

export interface Clause extends Span {
  /** It goes on with what the clause before says; not so after a full stop or a contrast. */
  readonly goesOn: boolean;
}

const contrasts = readPhrases(
  'but|whereas|while|although|though|however|yet|conversely|unlike|in contrast|on the other hand|otherwise|' +
    '但|但是|而|然而|不过|却|相反|反之|可是|只是',
);
const noContrasts = readPhrases('而且|而不是|而非|而言|从而|因而|反而|进而|只是为|不但|but also|but rather');
const corrections = readPhrases('but|而是|而');
const denials = readPhrases('not|不是|并非|not only|不仅|不只|不光|不单');
/** Words that begin a sentence which goes on with the one before. */
const links = readPhrases('so|therefore|thus|hence|this|it|they|these|that|so that|所以|因此|于是|它|它们|这|从而|这样');

const anyOf = (tokens: readonly Token[], span: Span, phrases: readonly (typeof links)[number][]): boolean => {
  for (let at = span.start; at < span.end; at++) {
    if (phrases.some(phrase => matchPhrase(phrase, tokens, at) !== undefined)) return true;
  }
  return false;
};

/**
 * Splits an answer into clauses: at commas, at the ends of sentences, before contrasts ("but", 而), and before an "and"
 * on whose two sides `opposed` things are spoken of.
 */
export const splitClauses = (tokens: readonly Token[], opposed: (left: Span, right: Span) => boolean): Clause[] => {
  const clauses: Clause[] = [];
  let start = 0;
  let goesOn = false;
  const close = (end: number): void => {
    if (end > start) clauses.push(...splitAnd(tokens, { start, end, goesOn }, opposed));
    start = end;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const spared = longestPhrase(noContrasts, tokens, at) !== undefined || endsSpared(tokens, at);
    const contrast = !spared && longestPhrase(contrasts, tokens, at) !== undefined;
    if (token.breakBefore === Break.none && !contrast) continue;
    const corrects =
      contrast && longestPhrase(corrections, tokens, at) !== undefined && anyOf(tokens, { start, end: at }, denials);
    close(at);
    goesOn = contrast ? corrects : token.breakBefore === Break.clause || longestPhrase(links, tokens, at) !== undefined;
  }
  close(tokens.length);
  return clauses;
};

const endsSpared = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.text === '而' && at > 0 && '因从反进'.includes(tokens[at - 1]!.text);

const conjunctions = readPhrases('and|和|与|;');

const splitAnd = (
  tokens: readonly Token[],
  clause: Clause,
  opposed: (left: Span, right: Span) => boolean,
): Clause[] => {
  const parts: Clause[] = [];
  let { start, goesOn } = clause;
  for (let at = start + 1; at < clause.end; at++) {
    if (longestPhrase(conjunctions, tokens, at) === undefined) continue;
    if (!opposed({ start, end: at }, { start: at, end: clause.end })) continue;
    parts.push({ start, end: at, goesOn });
    start = at;
    goesOn = true;
  }
  parts.push({ start, end: clause.end, goesOn });
  return parts;
};
