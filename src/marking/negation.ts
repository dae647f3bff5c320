import { breaksCompound } from './compounds.ts';
import { longestPhrase, readPhrases, type Span } from './phrase.ts';
import { Break, type Token } from './tokens.ts';

/** A word that denies what follows it, and the tokens it denies. */
export interface Denial {
  readonly cue: Span;
  readonly scope: Span;
}

/** Words that deny, and how far they reach: an English word weighs 1, a Chinese character half. */
const cues = [
  {
    reach: 8,
    phrases: readPhrases(
      'not|never|nothing|without|cannot|nor|neither|hardly|barely|none|rather than|instead of|in place of|fail to|fails to|failed to|unable to|' +
        'dont|doesnt|isnt|arent|cant|wont|不|没|没有|并不|并非|并没有|不是|并不是|不能|不会|无法|未|而非|而不是|绝不|从不|决不|毫无|无需|不再|不可能|尚未',
    ),
  },
  { reach: 2, phrases: readPhrases('no|no longer|无') },
  // 非零 denies its own word only.
  { reach: 1, phrases: readPhrases('非') },
];
const noDenial = readPhrases(
  'not only|not just|not merely|not simply|no matter|no doubt|no more than|no later than|not to mention|without it|without them|without this|without these|without that|非常|不仅|不但|不只|不光|不单|不止',
);
const scopeEnds = readPhrases(
  'because|since|so|therefore|thus|hence|which|when|if|where|unless|until|once|provided|as long as|and|then|nor|but|' +
    '因为|由于|所以|因此|从而|因而|使得|当|如果|则|就|那么|并且|而且|而是|且|也|又|亦|时|的时候|的话|只要|除非|叫|称为|called|:|=|→|+',
);
/** 就 that ends nothing: 不会一开始就消失 denies 消失. */
const runsOn = readPhrases('一开始就|马上就|立刻就|很快就|一下子就|一下就');
/** 把 … 当(作) …: 当 after these ends nothing either. */
const isTakenAs = (tokens: readonly Token[], from: number, at: number): boolean =>
  tokens[at]!.text === '当' && tokens.slice(from, at).some(({ text }) => /^[把将拿]$/.test(text));
/** "It cannot, because …": after these a reason is given and not denied. */
const helpless = readPhrases(
  'cannot|cant|unable to|fail to|fails to|failed to|不能|不会|无法|不可能|doesnt|does not|dont|do not',
);
const reasons = readPhrases('because|since|as|因为|由于');

/** Comparisons: "never more than 0.25" denies "more than", and speaks of 0.25. */
const comparisons = readPhrases('than|exceed|above|below|超过|大于|小于|高于|低于|多于|少于');

const weigh = (token: Token): number => (token.kind === 'character' ? 0.5 : 1);

/** A denial in brackets denies nothing outside of them. */
const bracket = ({ text }: Token): number => (text === '(' ? 1 : text === ')' ? -1 : 0);

const scopeOf = (
  tokens: readonly Token[],
  cue: Span,
  clauseEnd: number,
  limit: number,
  compounds: readonly (Span | undefined)[],
): Span => {
  const from = cue.end;
  const givesReason = from < clauseEnd && longestPhrase(reasons, tokens, from) !== undefined;
  if (givesReason && longestPhrase(helpless, tokens, cue.start) !== undefined) return { start: from, end: from };
  let end = from;
  for (let weight = 0, open = 0; end < clauseEnd; end++) {
    weight += weigh(tokens[end]!);
    if (weight > limit) break;
    open += bracket(tokens[end]!);
    if (open < 0) break;
    const on = longestPhrase(runsOn, tokens, end);
    if (on !== undefined && on <= clauseEnd) {
      end = on - 1;
      continue;
    }
    const begun = end > from || tokens[end]!.kind === 'sign';
    const endedBy = begun ? longestPhrase(scopeEnds, tokens, end) : undefined;
    const isEnded = endedBy !== undefined && !breaksCompound(compounds, { start: end, end: endedBy });
    if (isEnded && !isTakenAs(tokens, from, end)) break;
    const compared = longestPhrase(comparisons, tokens, end);
    if (compared !== undefined) return { start: from, end: Math.min(compared, clauseEnd) };
  }
  return { start: from, end };
};

/** 看不看, 有没有: asked, not denied. */
const asksWhether = (tokens: readonly Token[], at: number): boolean =>
  /^[不没]$/.test(tokens[at]!.text) &&
  tokens[at]!.breakBefore === Break.none &&
  tokens[at - 1]?.kind === 'character' &&
  tokens[at - 1]!.text === tokens[at + 1]?.text;

/** The longest of the words that deny at a token; of two as long the one that reaches farther. */
const longestCue = (tokens: readonly Token[], start: number): (Span & { readonly reach: number }) | undefined => {
  let longest: (Span & { readonly reach: number }) | undefined;
  for (const { phrases, reach } of cues) {
    const end = longestPhrase(phrases, tokens, start);
    if (end !== undefined && end > (longest?.end ?? start)) longest = { start, end, reach };
  }
  return longest;
};

/** Every denial in a clause, with what it denies. "Not only" and 不仅 deny nothing. */
export const findDenials = (
  tokens: readonly Token[],
  clause: Span,
  compounds: readonly (Span | undefined)[],
): Denial[] => {
  const denials: Denial[] = [];
  for (let start = clause.start; start < clause.end; ) {
    const harmless = longestPhrase(noDenial, tokens, start);
    if (harmless !== undefined) {
      start = harmless;
      continue;
    }
    if (asksWhether(tokens, start)) {
      start++;
      continue;
    }
    const cue = longestCue(tokens, start);
    if (!cue || breaksCompound(compounds, cue)) {
      start++;
      continue;
    }
    denials.push({ cue, scope: scopeOf(tokens, cue, clause.end, cue.reach, compounds) });
    start = cue.end;
  }
  return denials;
};
