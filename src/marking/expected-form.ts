import type { Field } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import { numbersOf, shapeOf, type Value } from '../problem/value.ts';

/** An answer of the asked shape with other numbers, as it may be typed. */
export const exampleOf = (truth: Value, { form, parts }: Pick<Field, 'form' | 'parts'>): string => {
  if (parts) return parts.map(({ name, example }) => `${name} = ${example}`).join('; ');
  const shape = shapeOf(truth);
  const isWhole = numbersOf(truth).every(Number.isInteger);
  let count = 0;
  const next = (): string => {
    count = (count % 9) + 1;
    return isWhole ? String(count) : `0.${count}`;
  };
  const fill = (part: Value): string =>
    typeof part === 'number'
      ? next()
      : part.every(inner => typeof inner === 'number')
        ? `[${part.map(fill).join(' ')}]`
        : `[${part.map(fill).join(', ')}]`;
  if (shape.length === 0) return isWhole ? '12' : '0.1234';
  if (form === 'size' && shape.length === 1) return (truth as number[]).map(next).join('x');
  if (shape.length === 1) return (truth as number[]).map(next).join(', ');
  if (shape.length === 2) return `[${(truth as number[][]).map(row => row.map(next).join(' ')).join('; ')}]`;
  return fill(truth);
};

/** What is said of an answer that cannot be read: what was expected, with an example of just that shape. */
export const expectedForm = (truth: Value, asked: Pick<Field, 'form' | 'parts'>): Text => {
  const shape = shapeOf(truth).join('×');
  const example = exampleOf(truth, asked);
  const what: Text = asked.parts
    ? { en: asked.parts.map(({ name }) => name).join(', '), zh: asked.parts.map(({ name }) => name).join('、') }
    : typeof truth === 'number'
      ? { en: 'a number', zh: '一个数' }
      : { en: `${numbersOf(truth).length} numbers (${shape})`, zh: `${numbersOf(truth).length} 个数（${shape}）` };
  return {
    en: `That could not be read. Expected ${what.en}, for example ${example}`,
    zh: `无法识别。应输入${what.zh}，例如 ${example}`,
  };
};
