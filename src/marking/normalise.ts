import { accents, commands, digraphs, kept, spelled } from './signs.ts';
import { simplify } from './traditional.ts';

/** A text in the one spelling that patterns and answers are compared in. */
export interface Normalised {
  readonly text: string;
  /** For each character of `text`, where in the original the character it came from begins and ends. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

class Spelling {
  text = '';
  readonly from: number[] = [];
  readonly to: number[] = [];

  add(characters: string, from: number, to: number): void {
    for (let i = 0; i < characters.length; i++) {
      this.from.push(from);
      this.to.push(to);
    }
    this.text += characters;
  }
}

// Lower case is taken of the upper case, so that both cases of every letter end in the same one.
const spell = (character: string): string =>
  kept.has(character)
    ? character
    : [...character.normalize('NFKC').toUpperCase().toLowerCase().normalize('NFKD')]
        .map(part => spelled.get(part) ?? (/\p{M}/u.test(part) ? '' : simplify(part)))
        .join('');

/** Few characters make up all texts: each is spelled once. */
const spellings = new Map<string, string>();
const mostSpellings = 20_000;

const spelling = (character: string): string => {
  const known = spellings.get(character);
  if (known !== undefined) return known;
  const found = spell(character);
  if (spellings.size < mostSpellings) spellings.set(character, found);
  return found;
};

const spellCharacters = (original: string): Spelling => {
  const spelt = new Spelling();
  let at = 0;
  for (const character of original) {
    spelt.add(spelling(character), at, at + character.length);
    at += character.length;
  }
  return spelt;
};

/** Notation that is written in several ways, in lower case: what stands for it, by what was found. */
const notations: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  // e^{-x}, e^(-x), e^-x
  [
    /(?<![a-z])e ?\^ ?(?:\{((?:[^{}]|\{[^{}]*\})*)\}|\(([^()]*)\)|(-?[a-z0-9]+))/gu,
    ([, braced, bracketed, bare]) => `exp(${braced ?? bracketed ?? bare})`,
  ],
  // 3x3, m by n, 3 乘 3
  [
    /(?<![a-z0-9.])(\d+|[mnkps])(?: ?x ?| by |-by-| ?乘以? ?)(?=(?:\d+|[mnkps])(?![a-z0-9]))/gu,
    ([, rows]) => `${rows}·`,
  ],
  // V transposed, A 的转置, A\top
  [
    /(?<![a-z])([a-z])(?: |的| 的)?(?:transposed?(?![a-z])|转置|\^?\{? ?\\(?:top|intercal)(?![a-z]) ?\}?)/gu,
    ([, matrix]) => `${matrix}t`,
  ],
  // A'A, A A', UΣV': an apostrophe is the transpose where a matrix stands beside its own, or in a decomposition
  [/(?<![a-z])([auv])['’′] ?·? ?(?=\1(?![a-wyz]))/gu, ([, matrix]) => `${matrix}t`],
  [/(?<![a-z])a ?·? ?a['’′]/gu, () => 'aat'],
  [/(?<=[σΣs]['’′]? ?·? ?)([uv])['’′]/gu, ([, matrix]) => `${matrix}t`],
  [/(?<=v ?·? ?)[σΣ]['’′]/gu, () => 'σt'],
  [/\)['’′](?= ?·? ?\()/gu, () => ')t'],
  // L_{full} = n + k - 1, p_same = …: the label of what a formula gives is a word of its own too
  [
    /(?<![a-z0-9_])([a-z])_(?:\{ ?(?:\\(?:text|mathrm|textrm|rm) ?\{? ?)?((?!max|min|exp|log)[a-z]{3,})\}{1,2}|((?!max|min|exp|log)[a-z]{3,}))(?= ?[=≈:])/gu,
    ([, letter, braced, bare]) => `${braced ?? bare} ${letter}${braced ?? bare}`,
  ],
  // sigma^2, lambda_1
  [
    /(?<![a-z\\])(alpha|beta|gamma|delta|epsilon|eta|theta|lambda|sigma|mu|phi)(?=[_^])/gu,
    ([, letter]) => commands.get(letter!)!,
  ],
  // ~0.5, ~ -1: about
  [/(?<![\p{L}\d)}])~ ?(?=-?\.?\d)/gu, () => '≈'],
  // e.g. is no e and no g
  [/(?<![a-z])(?:e\. ?g\.|i\. ?e\.)/gu, () => ' '],
  // 0 ... n - 1: an ellipsis ends no sentence
  [/ ?\.{3,} ?/gu, () => ', '],
];

const rewrite = (raw: Spelling, pattern: RegExp, written: (found: RegExpExecArray) => string): Spelling => {
  const matches = [...raw.text.matchAll(pattern)];
  if (matches.length === 0) return raw;
  const out = new Spelling();
  let reached = 0;
  const copy = (end: number): void => {
    for (; reached < end; reached++) out.add(raw.text[reached]!, raw.from[reached]!, raw.to[reached]!);
  };
  for (const found of matches) {
    copy(found.index);
    reached = found.index + found[0].length;
    out.add(written(found), raw.from[found.index]!, raw.to[reached - 1]!);
  }
  copy(raw.text.length);
  return out;
};

const rewriteNotation = (raw: Spelling): Spelling =>
  notations.reduce((text, [pattern, written]) => rewrite(text, pattern, written), raw);

const isLetter = (character: string | undefined): boolean => character !== undefined && /[a-z]/.test(character);
const isWordEnd = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N})}~ˆ¯]/u.test(character);

/** Rewrites formula notation: LaTeX commands, braces, sub- and superscript marks, two-character signs. */
const rewriteFormulas = (raw: Spelling): Spelling => {
  const out = new Spelling();
  const { text } = raw;
  let accent = '';
  /** What the open braces are of: the two parts of a fraction, or nothing that is written. */
  const braces: ('numerator' | 'denominator' | 'argument' | 'index' | 'other')[] = [];
  let awaits: 'numerator' | 'denominator' | undefined;
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!;
    const [from, to] = [raw.from[i]!, raw.to[i]!];
    if (character === '\\') {
      let end = i + 1;
      while (isLetter(text[end])) end++;
      const command = text.slice(i + 1, end);
      if (command === '' && /[,;:! |]/.test(text[end] ?? '')) {
        out.add(text[end] === '|' ? '‖' : ' ', from, raw.to[end]!);
        i = end;
        continue;
      }
      if (/^[dt]?frac$/.test(command)) awaits = 'numerator';
      const written = commands.get(command.replace(/^[dt]frac$/, 'frac'));
      const last = Math.max(i, end - 1);
      if (written !== undefined && accents.has(written)) accent = written;
      else {
        const apart = isLetter(out.text.at(-1)) && isLetter(written?.[0]) ? ' ' : '';
        out.add(apart + (written ?? ' '), from, raw.to[last]!);
      }
      i = last;
      continue;
    }
    const pair = digraphs.get(text.slice(i, i + 2));
    if (pair) {
      out.add(pair, from, raw.to[i + 1]!);
      i++;
      continue;
    }
    if (character === '{') {
      const applied = !awaits && /(?:max|min|exp|log|ln|tanh) ?$/.test(out.text.slice(-5));
      if (awaits || applied) out.add('(', from, to);
      braces.push(awaits ?? (applied ? 'argument' : text[i - 1] === '_' ? 'index' : 'other'));
      awaits = undefined;
      continue;
    }
    // \frac12
    if (awaits && /\w/.test(character)) {
      out.add(awaits === 'numerator' ? `${character}/` : character, from, to);
      awaits = awaits === 'numerator' ? 'denominator' : undefined;
      continue;
    }
    if (character === '}') {
      const closed = braces.pop();
      if (closed === 'index' && text[i + 1] === '^') out.add(' ', from, to);
      if (closed === 'numerator') {
        out.add(')/', from, to);
        awaits = 'denominator';
      } else if (closed === 'denominator' || closed === 'argument') out.add(')', from, to);
      continue;
    }
    if (character === ',' && braces.at(-1) === 'index') continue;
    if (character === '_' && isWordEnd(text[i - 1])) {
      // The index of an operator is no part of its name.
      if (/(?:max|min|log)$/.test(out.text.slice(-3))) out.add(' ', from, to);
      continue;
    }
    if (character === '^' && isWordEnd(text[i - 1]) && !/\d\^-?\d/.test(text.slice(i - 1, i + 3))) {
      if (!/[\p{L}\p{N}{]/u.test(text[i + 1] ?? '')) out.add('ˆ', from, to);
      continue;
    }
    out.add(character, from, to);
    if (accent && /\S/.test(character)) {
      out.add(accent, from, to);
      accent = '';
    }
  }
  return out;
};

/**
 * Brings a text into one spelling: compatibility forms and full width (NFKC), lower case, simplified characters, one
 * sign for each of dash, dot, quote and arrow, LaTeX commands as signs, and no marks of sub- and superscripts: `h_{t-1}`
 * becomes `ht-1`, `\sigma` σ, `\tilde h`, `h̃`, `h~` are the same, and so are `e^{-x}` and `exp(-x)`, `3x3` and `3 by 3`, `Vᵀ`
 * and `V transposed`.
 */
export const normalise = (original: string): Normalised => rewriteFormulas(rewriteNotation(spellCharacters(original)));
