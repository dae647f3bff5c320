import type { Text } from '../problem/text.ts';

/** What one bank file may hold, looked at before it is parsed: parsing takes a hundred times its size in memory. */
export const limits = { characters: 32 * 1024 * 1024, parts: 1_500_000, depth: 200 };

/** How many values a YAML text has at most, and how deeply its brackets are nested; quotes are not looked at. */
const measure = (text: string): { parts: number; depth: number } => {
  let [parts, depth, deepest] = [0, 0, 0];
  let isStart = true;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 10: // line end
        isStart = true;
        parts++;
        continue;
      case 32: // space
        continue;
      case 44: // ,
        parts++;
        break;
      case 45: // -
        if (isStart) parts++;
        continue;
      case 91: // [
      case 123: // {
        deepest = Math.max(deepest, ++depth);
        parts++;
        break;
      case 93: // ]
      case 125: // }
        depth = Math.max(0, depth - 1);
    }
    isStart = false;
  }
  return { parts, depth: deepest };
};

export interface Excess {
  readonly rule: 'too-large' | 'too-deep';
  readonly message: Text;
}

/** Why a file of so many bytes is not even opened: no character takes more than three. */
export const tooLargeFile = (bytes: number): Excess | undefined =>
  bytes <= 3 * limits.characters
    ? undefined
    : { rule: 'too-large', message: { en: 'the file is larger than 32 MiB', zh: '文件超过 32 MiB' } };

/** Why a text is not even parsed; undefined where it may be. */
export const tooLarge = (text: string): Excess | undefined => {
  if (text.length > limits.characters) {
    return { rule: 'too-large', message: { en: 'the file is larger than 32 MiB', zh: '文件超过 32 MiB' } };
  }
  const { parts, depth } = measure(text);
  if (parts > limits.parts) {
    return {
      rule: 'too-large',
      message: {
        en: `the file has more than ${limits.parts} values`,
        zh: `文件中的值超过 ${limits.parts} 个`,
      },
    };
  }
  if (depth > limits.depth)
    return { rule: 'too-deep', message: { en: 'the file is nested too deeply', zh: '文件嵌套过深' } };
  return undefined;
};
