import type { Level } from '../../problem/kind.ts';
import type { Random } from '../../problem/random.ts';

const articles = ['a', 'the'];
const adjectives = ['small', 'young', 'happy', 'tired'];
const nouns = ['dog', 'cat', 'man', 'girl', 'boy', 'horse'];
const verbs = [
  ['runs', 'running'],
  ['sits', 'sitting'],
  ['stands', 'standing'],
  ['jumps', 'jumping'],
  ['waits', 'waiting'],
] as const;
const prepositions = ['on', 'near', 'by', 'behind'];
const places = ['field', 'beach', 'road', 'bench', 'bridge'];

/** Two descriptions of one picture that share most of their words. */
const drawReferences = (random: Random): [string[], string[]] => {
  const [subject, place, adjective] = [random.pick(nouns), random.pick(places), random.pick(adjectives)];
  const [simple, progressive] = random.pick(verbs);
  const preposition = random.pick(prepositions);
  const article = (): string => random.pick(articles);
  return [
    [article(), ...(random.oneIn(2) ? [adjective] : []), subject, simple, preposition, article(), place],
    [article(), subject, 'is', progressive, preposition, article(), ...(random.oneIn(2) ? ['wet'] : []), place],
  ];
};

/** A caption as a poor model writes it: words said twice, one word wrong, the end missing. */
const spoilt = (random: Random, words: readonly string[], level: Level): string[] => {
  const twice = random.integer(1, 2);
  const start = random.integer(0, words.length - twice);
  const repeated = random.oneIn(level === 1 ? 2 : 3)
    ? [...words]
    : [...words.slice(0, start + twice), ...words.slice(start, start + twice), ...words.slice(start + twice)];
  const wrong = random.integer(0, repeated.length - 1);
  const replaced = repeated.map((word, i) => (i === wrong && random.oneIn(2) ? random.pick([...nouns, 'is']) : word));
  return replaced.slice(0, replaced.length - random.integer(0, level === 1 ? 2 : 3));
};

/** A candidate caption and its references: one at level 1, two beyond. */
export const drawCaptions = (random: Random, level: Level): { candidate: string[]; references: string[][] } => {
  const references = drawReferences(random);
  return {
    candidate: spoilt(random, random.pick(references), level),
    references: level === 1 ? [random.pick(references)] : references,
  };
};
