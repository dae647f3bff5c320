import type { Text } from '../problem/text.ts';
import { isValue, numbersOf, sameShape } from '../problem/value.ts';
import type { Step } from '../problem/work.ts';

/** The fault of a step whose formula does not give what it shows; undefined where it does. */
export type StepCheck = (step: Step) => Text | undefined;

/** Formulas that are kept ready: items of a kind share most of theirs. */
const mostCompiled = 2000;

/** Evaluates the formulas of steps by mathjs, the second opinion on every line of the work that is shown. */
export const loadStepCheck = async (): Promise<StepCheck> => {
  const { all, create } = await import('mathjs');
  const math = create(all!, {});
  const compiled = new Map<string, { evaluate: (scope: object) => unknown }>();
  const compile = (formula: string) => {
    const known = compiled.get(formula);
    if (known) return known;
    if (compiled.size >= mostCompiled) compiled.clear();
    const made = math.compile(formula);
    compiled.set(formula, made);
    return made;
  };
  return ({ id, formula, scope, result }) => {
    if (formula === undefined) return undefined;
    let got: unknown;
    try {
      got = compile(formula).evaluate({ ...scope });
    } catch (error) {
      return {
        en: `step ${id}: ${formula}: ${(error as Error).message}`,
        zh: `步骤 ${id}：${formula}：${(error as Error).message}`,
      };
    }
    const value: unknown = math.isMatrix(got) ? got.toArray() : got;
    const agrees =
      isValue(value) &&
      sameShape(value, result) &&
      numbersOf(value).every((x, i) => {
        const shown = numbersOf(result)[i]!;
        return Math.abs(x - shown) <= Math.max(1e-12, 1e-9 * Math.abs(shown));
      });
    return agrees
      ? undefined
      : { en: `step ${id} shows what ${formula} does not give`, zh: `步骤 ${id} 显示的结果与 ${formula} 不符` };
  };
};
