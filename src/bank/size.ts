import type { Text } from '../problem/text.ts';

/** What one bank file may hold: parsing takes a hundred times its size in memory. */
export const limits = { characters: 32 * 1024 * 1024, parts: 1_500_000, depth: 200 };

export interface Excess {
  readonly rule: 'too-large' | 'too-deep';
  readonly message: Text;
}

const large: Excess = {
  rule: 'too-large',
  message: { en: 'the file is larger than 32 MiB', zh: '文件超过 32 MiB' },
};
const many: Excess = {
  rule: 'too-large',
  message: {
    en: `the file has more than ${limits.parts} values`,
    zh: `文件中的值超过 ${limits.parts} 个`,
  },
};
export const deep: Excess = {
  rule: 'too-deep',
  message: {
    en: `the file is nested more than ${limits.depth} levels deep`,
    zh: `文件嵌套超过 ${limits.depth} 层`,
  },
};

const [lineEnd, comma, openList, openMap, dash, space] = ['\n', ',', '[', '{', '-', ' '].map(sign =>
  sign.charCodeAt(0),
);

/** An entry of a list costs as much as this many values: lists of a million entries are meant by nobody. */
const entryCost = 3;

/** How many values a YAML text has at most: lines, and what brackets and commas part. */
const partsOf = (text: string): number => {
  let parts = 0;
  let isStart = true;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === lineEnd || code === comma || code === openList || code === openMap) parts++;
    else if (code === dash && isStart) parts += entryCost;
    isStart = code === lineEnd || (isStart && code === space);
  }
  return parts;
};

/** Why a file of so many bytes is not even opened: no character takes more than three. */
export const tooLargeFile = (bytes: number): Excess | undefined => (bytes > 3 * limits.characters ? large : undefined);

/** Why a text is not even parsed; undefined where it may be. */
export const tooLarge = (text: string): Excess | undefined => {
  if (text.length > limits.characters) return large;
  return partsOf(text) > limits.parts ? many : undefined;
};

/** Where a value is nested more deeply than any bank needs; undefined where it is not. */
export const tooDeepAt = (value: unknown, left = limits.depth): string[] | undefined => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (left === 0) return [];
  for (const [key, part] of Object.entries(value)) {
    const inside = tooDeepAt(part, left - 1);
    if (inside) return [key, ...inside];
  }
  return undefined;
};
