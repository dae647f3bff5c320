/** Pairs of neighbouring characters, each once. */
const pairs = (text: string): Set<string> => {
  const plain = [...text.toLowerCase().replace(/\s+/gu, '')];
  return new Set(plain.slice(1).map((character, i) => plain[i]! + character));
};

/** How alike two wordings are, from 0 to 1: the share of character pairs they have in common (Dice's coefficient). */
export const likeness = (a: string, b: string): number => {
  const [left, right] = [pairs(a), pairs(b)];
  if (left.size + right.size === 0) return 1;
  const common = [...left].filter(pair => right.has(pair)).length;
  return (2 * common) / (left.size + right.size);
};

/** Below this a question counts as another one. */
const muchChanged = 0.6;

/** Whether a question's words changed much since it was answered. */
export const isChanged = (then: string | undefined, now: string): boolean =>
  then !== undefined && likeness(then, now) < muchChanged;
