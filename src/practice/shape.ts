import { excerpt } from '../problem/error.ts';
import { same, type Text } from '../problem/text.ts';

/** What a field must look like, and how that is said. */
export interface Shape {
  readonly expected: Text;
  readonly accepts: (value: unknown) => boolean;
}

export type Shapes = Readonly<Record<string, Shape>>;

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const object: Shape = { expected: { en: 'an object', zh: '对象' }, accepts: isObject };

export const text: Shape = { expected: { en: 'a text', zh: '文本' }, accepts: value => typeof value === 'string' };

export const name: Shape = {
  expected: { en: 'a text that is not empty', zh: '非空文本' },
  accepts: value => typeof value === 'string' && value !== '',
};

export const time: Shape = {
  expected: { en: 'an ISO time', zh: 'ISO 时间' },
  accepts: value =>
    typeof value === 'string' && /^([+-]\d\d)?\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value)),
};

export const number = (low: number, high = Number.MAX_VALUE): Shape => ({
  expected:
    high === Number.MAX_VALUE
      ? { en: `a number ≥ ${low}`, zh: `≥ ${low} 的数` }
      : { en: `a number from ${low} to ${high}`, zh: `${low} 到 ${high} 的数` },
  accepts: value => typeof value === 'number' && value >= low && value <= high,
});

export const whole = (low: number, high = Number.MAX_SAFE_INTEGER): Shape => ({
  expected:
    high === Number.MAX_SAFE_INTEGER
      ? { en: `a whole number ≥ ${low}`, zh: `≥ ${low} 的整数` }
      : { en: `a whole number from ${low} to ${high}`, zh: `${low} 到 ${high} 的整数` },
  accepts: value => Number.isSafeInteger(value) && (value as number) >= low && (value as number) <= high,
});

export const oneOf = (words: readonly string[]): Shape => ({
  expected: same(words.join(' | ')),
  accepts: value => (words as readonly unknown[]).includes(value),
});

export const optional = (shape: Shape): Shape => ({
  ...shape,
  accepts: value => value === undefined || shape.accepts(value),
});

/** A value, short; a nest is not written out, for a hostile one may be deeper than the stack. */
export const brief = (value: unknown): string =>
  Array.isArray(value) ? '[…]' : isObject(value) ? '{…}' : excerpt(value);

/** The first field that is not as its shape says; `inside` stands before its name. Fields without a shape are let be. */
export const firstFault = (shapes: Shapes, found: Record<string, unknown>, inside = ''): Text | undefined => {
  for (const [key, shape] of Object.entries(shapes)) {
    const value = Object.hasOwn(found, key) ? found[key] : undefined;
    if (shape.accepts(value)) continue;
    const [field, what] = [`${inside}${key}`, brief(value)];
    return value === undefined
      ? { en: `“${field}” is missing`, zh: `缺少“${field}”` }
      : {
          en: `“${field}” should be ${shape.expected.en}, but is ${what}`,
          zh: `“${field}”应为${shape.expected.zh}，实际为 ${what}`,
        };
  }
  return undefined;
};
