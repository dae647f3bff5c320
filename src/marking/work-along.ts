import { ProblemError } from '../problem/error.ts';
import { type Answer, askedValue, type Kind, type Params } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import { numbersOf, sameShape, type Value } from '../problem/value.ts';
import { recordingAlong, type Step } from '../problem/work.ts';
import { fits, isExact, tiny } from './comparing.ts';
import { expectedForm } from './expected-form.ts';
import { readAnswer } from './read-answer.ts';

/** What is said of one step that a student worked. */
export type StepVerdict =
  /** As it should be on the values before it; `isOwn` where an earlier slip is carried in it. */
  | { readonly verdict: 'right'; readonly isOwn: boolean }
  /** Not what the values before it give. `isFollowed`: the rest goes on with the student's value. */
  | { readonly verdict: 'wrong'; readonly isFollowed: boolean; readonly isOwn: boolean }
  /** Left out: the rest goes on with the right value. */
  | { readonly verdict: 'skipped' }
  | { readonly verdict: 'unreadable'; readonly message: Text };

/** A problem that is worked step by step by the student: pure data. */
export interface WorkAlong {
  readonly kind: Kind;
  readonly params: Params;
  /** Digits after the point to which intermediate results are compared. */
  readonly decimals: number;
  /** The ids of the steps that are asked for, in order. */
  readonly asked: readonly string[];
  /** The student's own values so far. */
  readonly own: ReadonlyMap<string, Value>;
  /** What was said of each step that was asked for. */
  readonly verdicts: ReadonlyMap<string, Exclude<StepVerdict, { verdict: 'unreadable' }>>;
}

const worked = (
  { kind, params }: Pick<WorkAlong, 'kind' | 'params'>,
  own: WorkAlong['own'],
): { steps: Step[]; answer: Answer } => {
  const work = recordingAlong(own);
  const answer = kind.solve(params, work);
  return { steps: work.steps, answer };
};

/** The steps worked on the student's own values; on the right ones where those lead nowhere. */
export const stepsAlong = (along: Pick<WorkAlong, 'kind' | 'params' | 'own'>): readonly Step[] =>
  worked(along, along.own).steps;

/** Begins; `only` names the steps to ask for by id or symbol, all that have a formula unless told. */
export const beginAlong = (kind: Kind, params: Params, decimals: number, only?: readonly string[]): WorkAlong => {
  const { steps } = worked({ kind, params }, new Map());
  const isWanted = ({ id, symbol, formula }: Step): boolean =>
    only ? only.includes(id) || (symbol !== undefined && only.includes(symbol)) : formula !== undefined;
  return {
    kind,
    params,
    decimals,
    asked: steps.filter(isWanted).map(step => step.id),
    own: new Map(),
    verdicts: new Map(),
  };
};

/** The step that is asked for next, with the result that the student's own values give; undefined at the end. */
export const nextAlong = (along: WorkAlong): Step | undefined => {
  const id = along.asked.find(asked => !along.verdicts.has(asked));
  return id === undefined ? undefined : stepsAlong(along).find(step => step.id === id);
};

/** Whether an earlier slip is carried in the values that this step builds on. */
const carriesOwn = (along: WorkAlong): boolean =>
  [...along.verdicts.values()].some(verdict => verdict.verdict === 'wrong' && verdict.isFollowed);

/** A value on which the rest would say nothing: zeros where there are none, or the final answer typed early. */
const isTrivial = ({ kind, params, asked }: WorkAlong, step: Step, value: Value): boolean => {
  const isZero = (nest: Value): boolean => numbersOf(nest).every(x => x === 0);
  if (isZero(value) && !isZero(step.result)) return true;
  if (step.id === asked.at(-1)) return false;
  const final = askedValue(kind, kind.ask, kind.solve(params), params);
  return final !== undefined && fits(value, final, t => 1e-4 + tiny(t));
};

/** Whether the work can go on with this value in place of the step's. */
const canFollow = (along: WorkAlong, id: string, value: Value): boolean => {
  try {
    worked(along, new Map([...along.own, [id, value]]));
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
};

/** How far an intermediate result may be off: a unit of its last place, as its own inputs were rounded. */
const allowedOf = (step: Step, decimals: number) => {
  const exact = isExact(step.result, undefined);
  return (t: number): number => (exact ? 0 : 10 ** -decimals) + tiny(t);
};

const told = (
  along: WorkAlong,
  id: string,
  verdict: Exclude<StepVerdict, { verdict: 'unreadable' }>,
  value?: Value,
): WorkAlong => ({
  ...along,
  verdicts: new Map([...along.verdicts, [id, verdict]]),
  own: value === undefined ? along.own : new Map([...along.own, [id, value]]),
});

/**
 * Marks what was typed for the next step and goes on: with the student's own value, so that one slip costs one step, unless it
 * would make the rest trivial. A blank leaves the step out; what cannot be read changes nothing.
 */
export const answerStep = (
  along: WorkAlong,
  typed: string,
): { readonly along: WorkAlong; readonly verdict: StepVerdict } => {
  const step = nextAlong(along);
  if (!step) throw new Error('there is no step left');
  if (typed.trim() === '') {
    const verdict = { verdict: 'skipped' } as const;
    return { along: told(along, step.id, verdict), verdict };
  }
  const read = readAnswer(typed, step.result);
  if (!read || !sameShape(read.value, step.result)) {
    return { along, verdict: { verdict: 'unreadable', message: expectedForm(step.result, { form: 'tensor' }) } };
  }
  const isOwn = carriesOwn(along);
  if (fits(read.value, step.result, allowedOf(step, along.decimals))) {
    const verdict = { verdict: 'right', isOwn } as const;
    return { along: told(along, step.id, verdict, read.value), verdict };
  }
  const isFollowed = !isTrivial(along, step, read.value) && canFollow(along, step.id, read.value);
  const verdict = { verdict: 'wrong', isFollowed, isOwn } as const;
  return { along: told(along, step.id, verdict, isFollowed ? read.value : undefined), verdict };
};

/** What a worked-along problem came to. */
export interface AlongSummary {
  readonly right: number;
  readonly wrong: number;
  readonly skipped: number;
  /** The first step that went wrong. */
  readonly firstWrong?: string;
}

export const summariseAlong = ({ asked, verdicts }: WorkAlong): AlongSummary => {
  const count = (verdict: string): number => [...verdicts.values()].filter(one => one.verdict === verdict).length;
  const firstWrong = asked.find(id => verdicts.get(id)?.verdict === 'wrong');
  return {
    right: count('right'),
    wrong: count('wrong'),
    skipped: count('skipped'),
    ...(firstWrong === undefined ? {} : { firstWrong }),
  };
};
