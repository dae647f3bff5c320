import type { Answer, Kind, Params } from './kind.ts';
import { recording, type Step } from './work.ts';

/** A problem solved with its steps kept. */
export interface Solution {
  readonly answer: Answer;
  readonly steps: readonly Step[];
}

export const solveWithSteps = (kind: Kind, params: Params): Solution => {
  const work = recording();
  return { answer: kind.solve(params, work), steps: work.steps };
};
