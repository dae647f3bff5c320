import type { Answer, Claim, Kind, Params } from '../problem/kind.ts';
import { distance, numbersOf } from '../problem/value.ts';

/** What does not hold of an answer by the kind's second way to it. */
export const brokenClaims = (kind: Kind, params: Params, answer: Answer): Claim[] =>
  kind.verify(params, answer).filter(({ left, right, tolerance = 1e-9 }) => {
    const size = Math.max(1, ...numbersOf(right).map(Math.abs));
    return !(distance(left, right) <= tolerance * size);
  });
