import { breaksCompound } from './compounds.ts';
import { longestPhrase, matchPhrase, readPhrases, type Span } from './phrase.ts';
import { Break, type Token } from './tokens.ts';

export interface Clause extends Span {
  /** It goes on with what the clause before says; not so after a full stop or a contrast. */
  readonly goesOn: boolean;
}

const contrasts = readPhrases(
  'but|whereas|while|although|though|however|yet|conversely|unlike|in contrast|on the other hand|otherwise|' +
    '但|但是|而|而是|然而|不过|却|相反|反之|可是|只是',
);
/** Contrasts only where a clause begins: 参数却更少 is one clause. */
const midway = readPhrases('却|只是|otherwise');
const noContrasts = readPhrases('but also|but rather|nothing but|all but');
/** Contrasts that go on about what was spoken of: no new subject follows. */
const sameSubject = readPhrases(
  'but a|but an|but with|but has|but have|but gives|but give|但有|但会|但能|但可以|但具有|但给出',
);
const corrections = readPhrases('but|而是|而');
const denials = readPhrases('not|不|没有|并非|不仅|不只|不光|不单');
/** Words that begin a sentence which goes on with the one before. */
const links = readPhrases(
  'so|therefore|thus|hence|this|it|they|these|that|so that|所以|因此|于是|它|它们|这|从而|这样',
);

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
export const splitClauses = (
  tokens: readonly Token[],
  compounds: readonly (Span | undefined)[],
  opposed: (left: Span, right: Span) => boolean,
): Clause[] => {
  const clauses: Clause[] = [];
  let start = 0;
  let goesOn = false;
  const close = (end: number): void => {
    if (end > start) clauses.push(...splitAnd(tokens, { start, end, goesOn }, opposed));
    start = end;
  };
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    const contrastEnd = longestPhrase(contrasts, tokens, at);
    const contrast =
      contrastEnd !== undefined &&
      !breaksCompound(compounds, { start: at, end: contrastEnd }) &&
      longestPhrase(noContrasts, tokens, at) === undefined &&
      (token.breakBefore !== Break.none || longestPhrase(midway, tokens, at) === undefined);
    if (token.breakBefore === Break.none && !contrast) continue;
    const corrects =
      contrast && longestPhrase(corrections, tokens, at) !== undefined && anyOf(tokens, { start, end: at }, denials);
    const keeps = corrects || (contrast && longestPhrase(sameSubject, tokens, at) !== undefined);
    close(at);
    goesOn = contrast ? keeps : token.breakBefore === Break.clause || longestPhrase(links, tokens, at) !== undefined;
  }
  close(tokens.length);
  return clauses;
};

const conjunctions = readPhrases('and|和|与');
const articles = new Set(['the', 'a', 'an']);

/** Nothing but articles: what stands after the "and" of "A and the B". */
export const areArticles = (tokens: readonly Token[], { start, end }: Span): boolean =>
  tokens.slice(start, end).every(({ text }) => articles.has(text));

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
