import type { Finding } from '../bank/finding.ts';
import type { CalculationItem } from '../bank/item.ts';
import { kindIds } from '../kinds/index.ts';
import { excerpt, ProblemError } from '../problem/error.ts';
import { askedValue, type Kind } from '../problem/kind.ts';
import { nearest } from '../problem/params.ts';
import { solveWithSteps } from '../problem/solution.ts';
import { same } from '../problem/text.ts';
import type { Step } from '../problem/work.ts';
import { brokenClaims } from './claims.ts';
import type { KindOf, Report } from './context.ts';
import type { TryGenerator } from './fresh.ts';
import { keyDiffers, keyDigits, toleranceWide, type WrittenOf } from './key.ts';
import type { Posed } from './posed.ts';
import type { RuleId } from './rules.ts';
import type { StepCheck } from './steps.ts';
import { wrongExamples } from './wrong-examples.ts';

/** What calculation items are proved with. */
export interface Proof {
  readonly kindOf: KindOf;
  readonly checkStep: StepCheck;
  readonly tryGenerator: TryGenerator;
}

/** `layers[0].weights` as the path of its parts. */
const pathOf = (path: string): (string | number)[] =>
  (path.match(/[^.[\]]+/g) ?? []).map(part => (/^\d+$/.test(part) ? Number(part) : part));

const guess = (meant: string | undefined) =>
  meant ? { en: `; did you mean “${meant}”?`, zh: `，是否想写“${meant}”？` } : same('');

const unknownKind = ({ kind }: CalculationItem, report: Report): Finding => {
  const meant = nearest(kind, kindIds);
  return report(
    'unknown-kind',
    ['kind'],
    { en: `there is no kind ${excerpt(kind)}${guess(meant).en}`, zh: `没有题型 ${excerpt(kind)}${guess(meant).zh}` },
    { got: same(kind) },
  );
};

const unknownAsk = ({ ask }: CalculationItem, kind: Kind, asks: readonly string[], report: Report): Finding => {
  const meant = nearest(ask, asks);
  return report(
    'unknown-ask',
    ['ask'],
    {
      en: `${kind.id} has nothing called ${excerpt(ask)}${guess(meant).en}`,
      zh: `${kind.id} 没有 ${excerpt(ask)}${guess(meant).zh}`,
    },
    { got: same(ask), hint: { en: `it has ${asks.join(', ')}`, zh: `可用：${asks.join('、')}` } },
  );
};

const paramRules: Readonly<Record<string, RuleId>> = {
  'not-finite': 'params-not-finite',
  'too-large': 'params-too-large',
};

const paramsFault = (error: ProblemError, item: CalculationItem, kind: Kind, report: Report): Finding => {
  const path = error.code === 'not-finite' ? [] : pathOf(error.path ?? '');
  const isUnknown = path.length === 1 && Object.hasOwn(item.params, path[0]!) && !Object.hasOwn(kind.params, path[0]!);
  return report(
    paramRules[error.code] ?? 'params-invalid',
    ['params', ...path],
    { en: error.in('en'), zh: error.in('zh') },
    { part: isUnknown ? 'key' : 'value' },
  );
};

/** Key, second way, steps, examples and fresh numbers of a problem that could be solved. */
const prove = (posed: Posed, steps: readonly Step[], proof: Proof, writtenOf: WrittenOf, report: Report): Finding[] => {
  const { item, kind, params, answer } = posed;
  const fresh = item.fresh ? proof.tryGenerator(item, kind) : undefined;
  return [
    ...keyDiffers(posed, writtenOf, report),
    ...keyDigits(posed, writtenOf, report),
    ...toleranceWide(posed, report),
    ...brokenClaims(kind, params, answer).map(({ claim }) =>
      report('key-unproved', ['params'], { en: `does not hold: ${claim}`, zh: `验证不成立：${claim}` }),
    ),
    ...steps.flatMap(step => {
      const fault = proof.checkStep(step);
      return fault ? [report('step-differs', ['params'], fault)] : [];
    }),
    ...wrongExamples(posed, report),
    ...(fresh ? [report('fresh-fails', ['fresh'], fresh)] : []),
  ];
};

/** Proves one calculation item: its parameters, its key, a second way, the steps, its wrong examples, its fresh numbers. */
export const checkCalculation = async (
  written: CalculationItem,
  proof: Proof,
  writtenOf: WrittenOf,
  report: Report,
): Promise<Finding[]> => {
  const kind = await proof.kindOf(written.kind);
  if (!kind) return [unknownKind(written, report)];
  const item = written.ask === '' ? { ...written, ask: kind.ask } : written;
  const asks = [...Object.keys(kind.answer), ...Object.keys(kind.quantities ?? {})];
  if (!asks.includes(item.ask)) return [unknownAsk(item, kind, asks, report)];
  try {
    const params = kind.read(item.params);
    const { answer, steps } = solveWithSteps(kind, params);
    const truth = askedValue(kind, item.ask, answer, params);
    if (truth === undefined) {
      const message = { en: `this problem has no ${item.ask}`, zh: `此题没有 ${item.ask}` };
      return [report('unknown-ask', ['ask'], message, { got: same(item.ask) })];
    }
    return prove({ item, kind, params, answer, truth }, steps, proof, writtenOf, report);
  } catch (error) {
    if (error instanceof ProblemError) return [paramsFault(error, item, kind, report)];
    const { message } = error as Error;
    return [report('kind-fails', ['params'], same(`${kind.id}: ${message}`))];
  }
};
