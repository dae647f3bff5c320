import { excerpt } from '../problem/error.ts';
import { type Formula, readFormula } from './formula.ts';
import type { Glossary } from './glossary.ts';
import { glossary as field } from './glossary.ts';
import { type Idea, indexGlossary } from './idea.ts';
import { type Phrase, readPhrase } from './phrase.ts';

/**
 * The notation of `accept` and `contradict`.
 *
 * A key point has alternatives; one is enough. An alternative is a list of groups, and all of its groups must be found
 * together: in one clause of the answer, or in two or three neighbouring clauses of one sentence with no contrast
 * ("but", 而) between them. A contradiction must stand in a single clause. The groups may come in any order, each at
 * words of its own.
 *
 *     accept:     [ [gradient, small|vanish*], ["log(1-d)", saturate] ]
 *     contradict: [ [gradient, large] ]
 *
 * A group is one of
 *   - `a|b|c`      any of these words
 *   - `!a|b`       none of these words may stand there, unless the answer denies them
 *   - `A -> B`     A before B, each of A and B again `a|b`; may go on: `A -> B -> C`
 *   - `A => B`     A is the cause of B, however it is put: A leads to B, A 导致 B, B because of A, 由于 A, B
 *   - `A > B`      A exceeds B: A is larger than B, B is less than A, A 大于 B, A 比 B 大; `A < B` the other way round
 * with spaces around the arrow or sign.
 *
 * A word is one of
 *   - `slope`, `negative slope`, `梯度`   as written. Small words may stand between the parts: `gradient small` is found in
 *     "the gradient is very small", 梯度小 in 梯度变得很小; other words may not.
 *     English words match whole, in any inflection (-s, -es, -ed, -ing), joined, hyphened or apart (`overfitting`,
 *     over-fitting), and with one slip of the pen from seven letters on. Chinese words match anywhere, but not as a part
 *     of another word (小 is not found in 大小 or 最小化, 线性 not in 非线性).
 *   - `vanish*`      any ending
 *   - a word of the glossary matches all its synonyms in both languages: `gradient` also finds 梯度. A word that the
 *     glossary lists under several ideas matches as written.
 *   - `@small`       the idea of that name in the glossary, for such words and for ideas found by their name only, as @cause
 *   - `=filter`      as written only, without synonyms
 *   - `~vanish`      the word denied: "does not vanish", 不会消失
 *
 * A group may be a formula, `$Δw = α (r - y) y (1 - y) z$`, its symbols apart: it is found in any order of factors and terms,
 * with or without its left side, in plain text or LaTeX, and with other usual names of its symbols. `$…$|$…$` are alternatives.
 *
 * A word that the answer denies ("not", "n't", "without", 不, 没有, 无法, "rather than", 而不是 …) is not found. Where
 * the accept word contains the denial itself it is: `not zero|非零`. A double denial is none, and neither is "not only".
 * `about` of a key point names its subject and the others that an answer may speak of; see subject.ts.
 * Case, full width, traditional characters, spaces and LaTeX make no difference: `h_t-1` also finds `$h_{t-1}$`.
 */
export interface Pattern {
  readonly groups: readonly Group[];
}

export interface Group {
  /** None of its words may be found. */
  readonly absent: boolean;
  /** Any one of these; the steps of one must be found in order. */
  readonly chains: readonly (readonly Step[])[];
}

/** Any one of these words. */
export type Step = readonly Word[];

export interface Word {
  readonly phrases: readonly Phrase[];
  /** It must be found denied. */
  readonly denied: boolean;
  /** The ideas of the glossary it stands for. */
  readonly ideas: readonly string[];
  /** A formula instead of words. */
  readonly formula?: Formula;
}

/** An accept word, group or alternative that cannot be read; the message quotes it and says what was expected. */
export class PatternError extends Error {
  constructor(written: string, expected: string) {
    super(`cannot read ${excerpt(written)}: ${expected}`);
    this.name = 'PatternError';
  }
}

const limits = { characters: 400, groups: 12, words: 60, steps: 6 };

const relations: Readonly<Record<string, readonly string[]>> = {
  '=>': ['A @cause B', 'B @because A', '@because A B'],
  '>': ['A @greater B', 'B @less A', 'A 比 B @large', 'B 比 A @small'],
  '<': ['B @greater A', 'A @less B', 'B 比 A @large', 'A 比 B @small'],
};

/** A text without what stands in brackets, however deep. */
const withoutBrackets = (text: string): string => {
  const bare = text.replace(/[({[][^(){}[\]]*[)}\]]/g, '');
  return bare === text ? text : withoutBrackets(bare);
};

const readWord = (written: string, group: string, index: ReturnType<typeof indexGlossary>): Word => {
  const denied = written.startsWith('~');
  const body = (denied ? written.slice(1) : written).trim();
  if (body === '') throw new PatternError(group, 'a word is missing (a|b needs a word on both sides)');
  if (body.startsWith('@')) {
    const idea = index.named(body.slice(1));
    if (!idea) throw new PatternError(body, 'the glossary has no idea of this name');
    return { phrases: idea.phrases, denied, ideas: [idea.name] };
  }
  const exact = body.startsWith('=') && body.length > 1;
  const plain = exact ? body.slice(1).trim() : body;
  if (plain.startsWith('!')) throw new PatternError(group, '! may only stand before the first word of a group');
  if (/[a-z]\*[a-z]/i.test(plain)) throw new PatternError(plain, 'a * may only stand at the end of a word');
  const short = plain.match(/(?:^|\s)([a-z]{0,2})\*(?=\s|$)/i);
  if (short) throw new PatternError(plain, 'at least three letters before *');
  const phrase = readPhrase(plain);
  if (phrase.length === 0) throw new PatternError(plain, 'a word or a sign');
  if (/[,;。!?，；！？]/.test(withoutBrackets(plain))) throw new PatternError(plain, 'no punctuation in a word');
  const idea: Idea | undefined = exact ? undefined : index.of(phrase, plain);
  return idea
    ? { phrases: [phrase, ...idea.phrases], denied, ideas: [idea.name] }
    : { phrases: [phrase], denied, ideas: [] };
};

// P(x||y) is no empty word between two others.
const splitWords = (written: string): string[] => written.replace(/(?<=\([^()]*)\|\|(?=[^()]*\))/g, '‖').split('|');

const readSide = (side: string, group: string, index: ReturnType<typeof indexGlossary>): Step => {
  const words = splitWords(side);
  if (words.length > limits.words) throw new PatternError(group, `at most ${limits.words} words`);
  return words.map(word => readWord(word.trim(), group, index));
};

/** Reads words of which any one may be found, `a|b|c`; throws a PatternError where they cannot be read. */
export const readWords = (written: string, glossary: Glossary = field): Step =>
  readSide(written, written, indexGlossary(glossary));

const readFormulas = (written: string): Group => {
  const words = written.split('|').map((part): Word => {
    const body = /^\s*\$(.*)\$\s*$/su.exec(part)?.[1];
    const formula = body === undefined ? undefined : readFormula(body);
    if (!formula) throw new PatternError(written, 'a formula between dollar signs, its symbols apart: $α (r - y) z$');
    return { phrases: [], denied: false, ideas: [], formula };
  });
  return { absent: false, chains: [[words]] };
};

const readGroup = (written: string, index: ReturnType<typeof indexGlossary>): Group => {
  const trimmed = written.trim();
  if (trimmed.startsWith('$')) return readFormulas(trimmed);
  if (trimmed === '') throw new PatternError(written, 'a group of words, not nothing');
  if (trimmed.length > limits.characters) throw new PatternError(written, `at most ${limits.characters} characters`);
  const absent = trimmed.startsWith('!');
  const body = absent ? trimmed.slice(1) : trimmed;
  const [, ...signs] = body.split(/(?<=\s)(?=(?:->|=>|>|<)\s)/).map(part => part.match(/^\S+/)![0]);
  const sides = body.split(/(?:^|\s)(?:->|=>|>|<)(?:\s|$)/);
  if (sides.some(side => side.trim() === ''))
    throw new PatternError(written, 'words on both sides of the arrow or sign');
  const steps = sides.map(side => readSide(side, written, index));
  if (steps.length === 1) return { absent, chains: [steps] };
  if (absent) throw new PatternError(written, 'no arrow or sign in a group of absent words');
  if (signs.every(sign => sign === '->')) {
    if (steps.length > limits.steps) throw new PatternError(written, `at most ${limits.steps} steps`);
    return { absent, chains: [steps] };
  }
  const forms = relations[signs[0]!];
  if (steps.length !== 2 || !forms) throw new PatternError(written, 'one => or > or < between two sides, or only ->');
  const [left, right] = [steps[0]!, steps[1]!];
  const part = (name: string): Step => (name === 'A' ? left : name === 'B' ? right : [readWord(name, written, index)]);
  return { absent, chains: forms.map(form => form.split(' ').map(part)) };
};

/** Reads an alternative of a key point; throws a PatternError where it cannot be read. */
export const readPattern = (alternative: readonly string[], glossary: Glossary = field): Pattern => {
  if (alternative.length > limits.groups)
    throw new PatternError(alternative.join(', '), `at most ${limits.groups} groups`);
  const index = indexGlossary(glossary);
  const groups = alternative.map(group => readGroup(group, index));
  if (groups.every(group => group.absent)) {
    throw new PatternError(alternative.join(', '), 'at least one group that must be found');
  }
  return { groups };
};
