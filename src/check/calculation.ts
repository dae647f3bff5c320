import type { Finding } from '../bank/finding.ts';
import type { CalculationItem } from '../bank/item.ts';
import type { Path } from '../bank/positions.ts';
import { isExact } from '../marking/comparing.ts';
import { excerpt, ProblemError } from '../problem/error.ts';
import { generateProblem, wrongValues } from '../problem/generate.ts';
import { askedOf, askedValue, type Kind, type Params } from '../problem/kind.ts';
import { nearest } from '../problem/params.ts';
import { solveWithSteps } from '../problem/solution.ts';
import type { Text } from '../problem/text.ts';
import { distance, mapValue, numbersOf, sameShape, shapeOf, type Value } from '../problem/value.ts';
import type { KindOf, Report } from './context.ts';
import type { StepCheck } from './steps.ts';

/** `layers[0].weights` as the path of its parts. */
const pathOf = (path: string): (string | number)[] =>
  (path.match(/[^.[\]]+/g) ?? []).map(part => (/^\d+$/.test(part) ? Number(part) : part));

const shown = (value: Value, decimals: number): string =>
  JSON.stringify(mapValue(value, x => Number(x.toFixed(decimals))));

const countOf = (value: Value): Text => {
  const shape = shapeOf(value);
  if (shape.length === 0) return { en: 'a number', zh: '一个数' };
  return shape.length === 1
    ? { en: `${shape[0]} components`, zh: `${shape[0]} 个分量` }
    : { en: shape.join('×'), zh: shape.join('×') };
};

/** How far a printed number may be from the true one: half a unit of its last place, whole numbers not at all. */
const toleranceOf = (truth: Value, item: CalculationItem, kind: Kind): number =>
  (isExact(truth, askedOf(kind, item.ask)?.form) ? 0 : 0.5 * 10 ** -item.decimals) +
  1e-9 * Math.max(1, ...numbersOf(truth).map(Math.abs));

const keyDiffers = (item: CalculationItem, truth: Value, tolerance: number, report: Report): Finding[] => {
  const { answer, decimals } = item;
  if (!sameShape(answer, truth)) {
    const [wanted, found] = [countOf(truth), countOf(answer)];
    return [
      report(
        'key-differs',
        ['answer'],
        { en: `expected ${wanted.en}, got ${found.en}`, zh: `应为 ${wanted.zh}，实际为 ${found.zh}` },
        { en: `the solver gives ${shown(truth, decimals)}`, zh: `求解结果为 ${shown(truth, decimals)}` },
      ),
    ];
  }
  if (distance(answer, truth) <= tolerance) return [];
  const [given, right] = [numbersOf(answer), numbersOf(truth)];
  const at = given.findIndex((x, i) => Math.abs(x - right[i]!) > tolerance);
  return [
    report(
      'key-differs',
      ['answer'],
      {
        en: `number ${at + 1} of the key is ${given[at]}, expected ${Number(right[at]!.toFixed(decimals))}`,
        zh: `答案的第 ${at + 1} 个数为 ${given[at]}，应为 ${Number(right[at]!.toFixed(decimals))}`,
      },
      { en: `the solver gives ${shown(truth, decimals)}`, zh: `求解结果为 ${shown(truth, decimals)}` },
    ),
  ];
};

/** The answer must hold by the kind's second way to it. */
const keyUnproved = (kind: Kind, params: Params, answer: ReturnType<Kind['solve']>, report: Report): Finding[] =>
  kind.verify(params, answer).flatMap(({ claim, left, right, tolerance = 1e-9 }) => {
    const size = Math.max(1, ...numbersOf(right).map(Math.abs));
    if (distance(left, right) <= tolerance * size) return [];
    return [report('key-unproved', ['params'], { en: `does not hold: ${claim}`, zh: `验证不成立：${claim}` })];
  });

/** Every example of a mistake must be what that mistake gives, and no other. */
const wrongExamples = (
  item: CalculationItem,
  kind: Kind,
  params: Params,
  truth: Value,
  tolerance: number,
  report: Report,
): Finding[] => {
  const answer = kind.solve(params);
  const values = wrongValues(kind, params, answer, item.ask);
  return Object.entries(item.wrong).flatMap(([mistake, example]) => {
    const path: Path = ['wrong', mistake];
    if (!Object.hasOwn(kind.mistakes, mistake)) {
      const meant = nearest(mistake, Object.keys(kind.mistakes));
      return [
        report(
          'wrong-unknown',
          path,
          {
            en: `${kind.id} has no mistake “${mistake}”${meant ? `; did you mean “${meant}”?` : ''}`,
            zh: `${kind.id} 没有错误类型“${mistake}”${meant ? `，是否想写“${meant}”？` : ''}`,
          },
          {
            en: `it has ${Object.keys(kind.mistakes).join(', ')}`,
            zh: `可用：${Object.keys(kind.mistakes).join('、')}`,
          },
        ),
      ];
    }
    const fits = (value: Value): boolean => sameShape(example, value) && distance(example, value) <= tolerance;
    if (fits(truth)) return [report('wrong-is-right', path, { en: 'this is the right answer', zh: '这是正确答案' })];
    const found = values.filter(wrong => fits(wrong.value)).map(wrong => wrong.mistake);
    if (found.length === 1 && found[0] === mistake) return [];
    const own = values.find(wrong => wrong.mistake === mistake);
    const others = found.filter(other => other !== mistake);
    return [
      report(
        'wrong-undiagnosed',
        path,
        others.length > 0
          ? { en: `this is what ${others.join(' and ')} gives`, zh: `这是 ${others.join('、')} 的结果` }
          : { en: `this is not what ${mistake} gives`, zh: `这不是 ${mistake} 的结果` },
        own
          ? { en: `it gives ${shown(own.value, item.decimals)}`, zh: `其结果为 ${shown(own.value, item.decimals)}` }
          : {
              en: 'the mistake cannot be made on these parameters, or not about what is asked',
              zh: '此题不会出现这种错误，或该错误与所求无关',
            },
      ),
    ];
  });
};

/** Seeds that a fresh item's generator is tried with; each kind, level and asked field once. */
const freshSeeds = 20;

const freshFails = (item: CalculationItem, kind: Kind, tried: Map<string, Text | undefined>): Text | undefined => {
  const key = `${kind.id} ${item.level} ${item.ask}`;
  if (!tried.has(key)) {
    let fault: Text | undefined;
    try {
      for (let seed = 0; seed < freshSeeds; seed++) generateProblem(kind, seed, item.level, item.ask);
    } catch (error) {
      const { message } = error as Error;
      fault = { en: message, zh: message };
    }
    tried.set(key, fault);
  }
  return tried.get(key);
};

/** Proves one calculation item: its parameters, its key, a second way, the steps, its wrong examples, its fresh numbers. */
export const checkCalculation = async (
  item: CalculationItem,
  kindOf: KindOf,
  checkStep: StepCheck,
  tried: Map<string, Text | undefined>,
  report: Report,
): Promise<Finding[]> => {
  const kind = await kindOf(item.kind);
  if (!kind)
    return [
      report('unknown-kind', ['kind'], {
        en: `there is no kind ${excerpt(item.kind)}`,
        zh: `没有题型 ${excerpt(item.kind)}`,
      }),
    ];
  const asking = item.ask === '' ? { ...item, ask: kind.ask } : item;
  const asks = [...Object.keys(kind.answer), ...Object.keys(kind.quantities ?? {})];
  if (!asks.includes(asking.ask)) {
    const meant = nearest(asking.ask, asks);
    return [
      report(
        'unknown-ask',
        ['ask'],
        {
          en: `${kind.id} has nothing called ${excerpt(asking.ask)}${meant ? `; did you mean “${meant}”?` : ''}`,
          zh: `${kind.id} 没有 ${excerpt(asking.ask)}${meant ? `，是否想写“${meant}”？` : ''}`,
        },
        { en: `it has ${asks.join(', ')}`, zh: `可用：${asks.join('、')}` },
      ),
    ];
  }
  try {
    const params = kind.read(asking.params);
    const { answer, steps } = solveWithSteps(kind, params);
    const truth = askedValue(kind, asking.ask, answer, params);
    if (truth === undefined) {
      return [
        report('unknown-ask', ['ask'], { en: `this problem has no ${asking.ask}`, zh: `此题没有 ${asking.ask}` }),
      ];
    }
    const tolerance = toleranceOf(truth, asking, kind);
    const fresh = asking.fresh ? freshFails(asking, kind, tried) : undefined;
    return [
      ...keyDiffers(asking, truth, tolerance, report),
      ...keyUnproved(kind, params, answer, report),
      ...steps.flatMap(step => {
        const fault = checkStep(step);
        return fault ? [report('step-differs', ['params'], fault)] : [];
      }),
      ...wrongExamples(asking, kind, params, truth, tolerance, report),
      ...(fresh ? [report('fresh-fails', ['fresh'], fresh)] : []),
    ];
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return [
      report(`params-${error.code}`, ['params', ...pathOf(error.path ?? '')], {
        en: error.in('en'),
        zh: error.in('zh'),
      }),
    ];
  }
};
