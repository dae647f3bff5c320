import { readTokens, type Token } from './tokens.ts';
import { beginsWith, isWord, stem } from './word-forms.ts';

/** One token of a phrase that is looked for. */
interface Sought {
  readonly text: string;
  readonly stem: string;
  readonly kind: Token['kind'];
  readonly anyEnding: boolean;
}

export type Phrase = readonly Sought[];

/** Tokens from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Prefixes that are written joined, with a hyphen or apart: over-fitting, pre training. */
const prefixes = new Set(
  'over under back pre feed re down up sub auto multi mini hyper short semi layer non data'.split(' '),
);

const joinable = (before: { text: string; kind: string }, after: Token | Sought): boolean =>
  before.kind === 'word' &&
  after.kind === 'word' &&
  (prefixes.has(before.text) || ('hyphened' in after && after.hyphened));

/** Reads a phrase as a bank writes it; a final `*` on a word lets it end in any way. */
export const readPhrase = (written: string): Phrase => {
  // A bracket holds its spaces: the arguments of h(p, q) are read together.
  const tokens = written
    .trim()
    .replace(/,\s+(?=[^()]*\))/g, ',')
    .split(/\s+/)
    .flatMap(part => {
      const anyEnding = part.length > 1 && part.endsWith('*');
      const read = readTokens(anyEnding ? part.slice(0, -1) : part);
      return read.map((token, i) => ({ ...token, anyEnding: anyEnding && i === read.length - 1 }));
    });
  const phrase: Sought[] = [];
  for (const token of tokens) {
    const last = phrase.at(-1);
    if (last && joinable(last, token)) {
      const text = last.text + token.text;
      phrase[phrase.length - 1] = { ...last, text, stem: stem(text), anyEnding: token.anyEnding };
    } else
      phrase.push({
        text: token.text,
        stem: token.stem,
        kind: token.kind,
        anyEnding: token.anyEnding,
      });
  }
  return phrase;
};

/** Small words that may stand inside a phrase without changing what it says: "gradient (is very) small", 梯度(变得很)小. */
const fillers = new Set(
  (
    'a an the of is are was were be been being very quite much so too more still also its their become becomes became ' +
    'get gets getting relatively extremely really ( ) 的 地 得 了 很 更 较 太 会 变 也 都 就 极 是 为 越 来 常 十 分 特 别'
  ).split(' '),
);
const longestFilling = 6;

/** Two-character adverbs: half of one is no filler. */
const isFiller = (tokens: readonly Token[], at: number): boolean => {
  const here = tokens[at]!.text;
  if (here === '非') return tokens[at + 1]?.text === '常';
  return fillers.has(here);
};

const matchesWord = (sought: Sought, text: string, textStem: string): boolean =>
  sought.anyEnding ? beginsWith(sought.text, text) : isWord(sought.text, sought.stem, text, textStem);

const matchToken = (sought: Sought, tokens: readonly Token[], at: number): number => {
  const token = tokens[at];
  if (token === undefined || token.kind !== sought.kind) return 0;
  if (token.kind !== 'word') return token.text === sought.text ? 1 : 0;
  if (matchesWord(sought, token.text, token.stem)) return 1;
  const next = tokens[at + 1];
  if (!next || next.breakBefore || !sought.text.startsWith(token.text) || !joinable(token, next)) return 0;
  const joined = token.text + next.text;
  return matchesWord(sought, joined, stem(joined)) ? 2 : 0;
};

/** The end of a phrase that begins at a token; undefined where it does not. A phrase never spans two clauses. */
export const matchPhrase = (phrase: Phrase, tokens: readonly Token[], start: number): number | undefined => {
  let at = start;
  for (const [i, sought] of phrase.entries()) {
    let skipped = 0;
    for (;;) {
      if (i > 0 && tokens[at]?.breakBefore) return undefined;
      const taken = matchToken(sought, tokens, at);
      if (taken > 0) {
        at += taken;
        break;
      }
      if (i === 0 || at >= tokens.length || skipped === longestFilling || !isFiller(tokens, at)) return undefined;
      skipped++;
      at++;
    }
  }
  return at;
};

/** Reads a list of phrases separated by spaces, for tables of single words. */
export const readPhrases = (list: string): Phrase[] => list.split('|').map(readPhrase);

/** The longest of some phrases that begins at a token. */
export const longestPhrase = (
  phrases: readonly Phrase[],
  tokens: readonly Token[],
  start: number,
): number | undefined => {
  let longest: number | undefined;
  for (const phrase of phrases) {
    if (phrase[0]!.kind !== tokens[start]!.kind) continue;
    const end = matchPhrase(phrase, tokens, start);
    if (end !== undefined && end > (longest ?? start)) longest = end;
  }
  return longest;
};
