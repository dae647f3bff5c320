import { normalise } from './normalise.ts';
import { stem } from './word-forms.ts';

/** How strongly a token is set off from the one before it. */
export const Break = { none: 0, clause: 1, sentence: 2 } as const;
export type Break = (typeof Break)[keyof typeof Break];

/** A Latin word, a number, one Chinese character, or one sign. */
export interface Token {
  readonly text: string;
  readonly kind: 'word' | 'character' | 'sign';
  readonly stem: string;
  /** Where it stands in the text as it was written. */
  readonly from: number;
  readonly to: number;
  readonly breakBefore: Break;
  /** A hyphen joins it to the word before. */
  readonly hyphened: boolean;
}

const named = new Map(
  'alpha:α beta:β gamma:γ delta:δ epsilon:ε eta:η theta:θ lambda:λ sigma:σ zero:0'
    .split(' ')
    .map(pair => pair.split(':') as [string, string]),
);

const lexeme =
  /(?<number>\d+(?:\.\d+)?|\.\d+)|(?<word>[a-z][a-z0-9]*[ˆ~¯]*(?:'[a-z]+)?)|(?<space>[^\S\n]+)|(?<other>[\s\S])/gu;

const clauseMarks = new Set([',', '，']);
const sentenceMarks = new Set(['.', ';', '!', '?', '。', '．', '｡', '\n', '\r', '\u2028', '\u2029']);

/** A bracket of symbols: H(P, Q), (x, y, w, h, conf), [σ1 0; 0 σ2]. */
const part = String.raw` ?[^\s,;()[\]]{1,8}(?: [^\s,;()[\]]{1,3})* ?`;
const bracketOfSymbols = new RegExp(String.raw`[([](?:${part}[,;])+${part}[)\]]`, 'gu');

/** The commas inside a bracket of symbols: they separate arguments, not clauses. */
const argumentCommas = (text: string): Set<number> => {
  const commas = new Set<number>();
  for (const { index, 0: bracket } of text.matchAll(bracketOfSymbols)) {
    for (let i = 0; i < bracket.length; i++) if (/[,;]/.test(bracket[i]!)) commas.add(index + i);
  }
  return commas;
};

const isAbbreviation = (text: string, at: number): boolean =>
  /(?:^|[^a-z])(?:vs|etc|resp|approx|cf|eq|fig|sec)$/.test(text.slice(Math.max(0, at - 7), at)) ||
  (/^[a-z]$/.test(text[at - 1] ?? '') && (text[at - 2] === '.' || /^[a-z]\./.test(text.slice(at + 1, at + 3))));

/** A dot as code writes it, `B.remove(b)`, a product `f.c`, or one of two as in `p1..pC`. */
const isInCode = (text: string, at: number): boolean =>
  text[at - 1] === '.' ||
  text[at + 1] === '.' ||
  (/(?:^|[^a-z])[a-z]$/.test(text.slice(Math.max(0, at - 2), at)) && /[a-z]/.test(text[at + 1] ?? '')) ||
  /^[a-z]+\(/.test(text.slice(at + 1, at + 20));

/** `p_i - y_i` without its blanks: two letters with an index. */
const isDifference = (text: string, at: number): boolean =>
  /(?:^|[^a-z])[a-z][ijk]$/.test(text.slice(Math.max(0, at - 3), at)) &&
  /^[a-z][ijk](?![a-z])/.test(text.slice(at + 1, at + 4));

const isHyphen = (text: string, at: number): boolean =>
  !isDifference(text, at) &&
  /[a-z]/.test(text[at - 1] ?? '') &&
  /[a-z]/.test(text[at + 1] ?? '') &&
  (/[a-z]/.test(text[at - 2] ?? '') || /[a-z]/.test(text[at + 2] ?? ''));

/** Splits a text into tokens of one spelling, each knowing where it was written. */
export const readTokens = (original: string): Token[] => {
  const { text, from, to } = normalise(original);
  const commas = argumentCommas(text);
  const tokens: Token[] = [];
  let breakBefore: Break = Break.none;
  let hyphened = false;
  const push = (kind: Token['kind'], written: string, start: number, end: number): void => {
    const spelled = named.get(written) ?? written;
    const whole = kind === 'word' ? stem(spelled) : spelled;
    const place = { from: from[start]!, to: to[Math.max(start, end - 1)]! };
    const letter = kind === 'word' && !/^[a-z0-9.]/.test(spelled);
    tokens.push({ text: spelled, kind: letter ? 'character' : kind, stem: whole, ...place, breakBefore, hyphened });
    breakBefore = Break.none;
    hyphened = false;
  };
  const pushWord = (written: string, start: number): void => {
    const [base = '', suffix] = written.split("'");
    const end = start + written.length;
    if (suffix === 't' && base.endsWith('n')) {
      push('word', base.slice(0, -1) || base, start, end);
      push('word', 'not', start, end);
    } else if (tokens.at(-1)?.text === 'non' && breakBefore === Break.none && !suffix) {
      const non = tokens.pop()!;
      const joined = `non${base}`;
      tokens.push({ ...non, text: joined, stem: stem(joined), to: to[end - 1]! });
      hyphened = false;
    } else push('word', base, start, start + base.length);
  };
  for (const match of text.matchAll(lexeme)) {
    const { number, word, space, other } = match.groups!;
    const at = match.index;
    if (number) push('word', number.startsWith('.') ? `0${number}` : number, at, at + number.length);
    else if (word) pushWord(word, at);
    else if (space) hyphened = false;
    else if (other === '-' && isHyphen(text, at)) hyphened = true;
    else if (sentenceMarks.has(other!) && !commas.has(at)) {
      if (!(other === '.' && (isAbbreviation(text, at) || isInCode(text, at)))) breakBefore = Break.sentence;
    } else if (clauseMarks.has(other!) && !commas.has(at)) breakBefore = breakBefore || Break.clause;
    else if (other === "'" && !/[\p{L})]/u.test(text[at - 1] ?? '')) continue;
    else push(/\p{L}/u.test(other!) ? 'character' : 'sign', other!, at, at + other!.length);
  }
  return tokens;
};
