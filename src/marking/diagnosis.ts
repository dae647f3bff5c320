import { wrongValues } from '../problem/generate.ts';
import { type Answer, askedValue, type Kind, type Params } from '../problem/kind.ts';
import { join, type Text } from '../problem/text.ts';
import { distance, numbersOf, type Value } from '../problem/value.ts';
import { type Allowed, fits } from './comparing.ts';
import { generalMistakes } from './general-mistakes.ts';

/** A calculation as it was asked. */
export interface Asked {
  readonly kind: Kind;
  readonly params: Params;
  readonly answer: Answer;
  readonly ask: string;
}

/** The sentence of a mistake: the kind's own, a general one, or two of the kind's at once (`a+b`). */
export const tellOf = (kind: Kind, mistake: string): Text | undefined => {
  if (Object.hasOwn(kind.mistakes, mistake)) return kind.mistakes[mistake]!.tell;
  if (Object.hasOwn(generalMistakes, mistake)) return generalMistakes[mistake]!.tell;
  const both = mistake
    .split('+')
    .map(one => (Object.hasOwn(kind.mistakes, one) ? kind.mistakes[one]!.tell : undefined));
  if (both.length !== 2 || both.includes(undefined)) return undefined;
  return join([{ en: 'Two things at once.', zh: '同时有两处错误。' }, ...(both as Text[])], { en: ' ', zh: '' });
};

const only = (found: readonly string[]): string | undefined => (found.length === 1 ? found[0] : undefined);

/** The distance from a value that rounding the result alone allows: none from whole numbers. */
type HalfOf = (of: Value) => Allowed;

/** Two of the kind's mistakes at once, where the first can be told as other parameters. */
const pairOf = ({ kind, params, answer, ask }: Asked, value: Value, half: HalfOf): string | undefined => {
  const truth = askedValue(kind, ask, answer, params)!;
  const found = new Map<string, string>();
  for (const [first, { as }] of Object.entries(kind.mistakes)) {
    const changed = as?.(params);
    if (!changed) continue;
    for (const { mistake, value: wrong } of wrongValues(kind, changed, kind.solve(changed), ask)) {
      if (mistake === first || distance(wrong, truth) === 0 || !fits(value, wrong, half(wrong))) continue;
      const names = [first, mistake].sort();
      found.set(names.join(), `${first}+${mistake}`);
    }
  }
  return only([...found.values()]);
};

/**
 * The one thing that explains a wrong value: a mistake of the kind, a general slip, or two mistakes at once; undefined where
 * nothing does, or several things do.
 */
export const diagnose = (asked: Asked, value: Value, half: HalfOf): string | undefined => {
  const { kind, params, answer, ask } = asked;
  const truth = askedValue(kind, ask, answer, params)!;
  const wrong = wrongValues(kind, params, answer, ask);
  const among = (times: number): string[] =>
    wrong.filter(one => fits(value, one.value, (t, i) => times * half(one.value)(t, i))).map(one => one.mistake);
  const own = among(1);
  if (own.length > 0) return only(own);
  const general = Object.entries(generalMistakes).filter(([, { of }]) => {
    const slipped = of(truth);
    if (slipped === undefined) return false;
    const allowed = half(slipped);
    return distance(slipped, truth) > allowed(0, 0) && fits(value, slipped, allowed);
  });
  if (general.length > 0) return only(general.map(([id]) => id));
  // The same mistake, and rounded on the way.
  const rounded = among(4);
  if (rounded.length > 0) return only(rounded);
  // Small whole numbers are too easily met by chance.
  const isTelling = numbersOf(truth).length >= 3 || numbersOf(value).some(x => !Number.isInteger(x));
  return isTelling ? pairOf(asked, value, half) : undefined;
};
