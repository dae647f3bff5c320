import { wrongValues } from '../problem/generate.ts';
import { type Answer, askedOf, askedValue, type Form, type Kind, type Params } from '../problem/kind.ts';
import type { Text } from '../problem/text.ts';
import { numbersOf, sameShape, shapeOf, type Value } from '../problem/value.ts';
import { rounding } from '../problem/work.ts';
import { readAnswer } from './read-answer.ts';
import type { Verdict } from './verdict.ts';

/** A calculation as it was asked. */
export interface Calculation {
  readonly kind: Kind;
  readonly params: Params;
  readonly answer: Answer;
  readonly ask: string;
  /** Digits after the point that were asked for. */
  readonly decimals: number;
}

/** Answers that are compared exactly: sizes, counts, and whole numbers throughout. */
export const isExact = (truth: Value, form: Form | undefined): boolean =>
  form === 'size' || form === 'flag' || numbersOf(truth).every(Number.isInteger);

const tiny = (t: number): number => 1e-9 * Math.max(1, Math.abs(t));

/** How far each number may be from the truth and still be right. */
const halfUnit =
  (decimals: number, exact: boolean) =>
  (t: number): number =>
    (exact ? 0 : 0.5 * 10 ** -decimals) + tiny(t);

/** Paths of the entries that are farther from the truth than allowed. */
const wrongCells = (value: Value, truth: Value, allowed: (t: number, i: number) => number): number[][] => {
  const cells: number[][] = [];
  let count = 0;
  const walk = (x: Value, t: Value, path: number[]): void => {
    if (typeof t === 'number') {
      if (!(Math.abs((x as number) - t) <= allowed(t, count++))) cells.push(path);
    } else for (const [i, part] of t.entries()) walk((x as Value[])[i]!, part, [...path, i]);
  };
  walk(value, truth, []);
  return cells;
};

const shapeText = (value: Value): string => shapeOf(value).join('×');

const exampleOf = (truth: Value): string => {
  if (typeof truth === 'number') return Number.isInteger(truth) ? '12' : '0.1234';
  const rows = truth.map(part => exampleOf(part));
  if (truth.every(part => typeof part === 'number'))
    return truth
      .slice(0, 4)
      .map((_, i) => String(i + 1))
      .join(', ');
  return `[${rows
    .map(row => `[${row}]`)
    .slice(0, 2)
    .join(', ')}${rows.length > 2 ? ', …' : ''}]`;
};

const unreadable = (truth: Value): Verdict => {
  const what: Text =
    typeof truth === 'number'
      ? { en: 'a number', zh: '一个数' }
      : {
          en: `${numbersOf(truth).length} numbers (${shapeText(truth)})`,
          zh: `${numbersOf(truth).length} 个数（${shapeText(truth)}）`,
        };
  return {
    verdict: 'unreadable',
    message: {
      en: `That could not be read. Expected ${what.en}, for example ${exampleOf(truth)}`,
      zh: `无法识别。应输入${what.zh}，例如 ${exampleOf(truth)}`,
    },
  };
};

const wrongSize = (value: Value, truth: Value): Text => {
  const [found, wanted] = [shapeText(value), shapeText(truth)];
  return typeof truth === 'number'
    ? { en: `One number was asked for, not ${found}.`, zh: `应为一个数，而不是 ${found}。` }
    : typeof value === 'number'
      ? { en: `${wanted} numbers were asked for, not one.`, zh: `应为 ${wanted} 个数，而不是一个。` }
      : {
          en: `The size is not right: yours is ${found || 'irregular'}, the answer is ${wanted}.`,
          zh: `尺寸不对：你的答案为 ${found || '不规则'}，应为 ${wanted}。`,
        };
};

const someWrong = (cells: number, of: number): Text =>
  of === 1
    ? { en: 'That is not right.', zh: '不正确。' }
    : cells === of
      ? { en: 'None of the numbers is right.', zh: '所有数都不正确。' }
      : {
          en: `${cells} of the ${of} numbers ${cells === 1 ? 'is' : 'are'} wrong.`,
          zh: `${of} 个数中有 ${cells} 个不正确。`,
        };

/** The one mistake of the kind that gives this answer; undefined where none does, or several. */
const diagnose = (calculation: Calculation, value: Value, allowed: (t: number) => number): string | undefined => {
  const { kind, params, answer, ask } = calculation;
  const fitting = wrongValues(kind, params, answer, ask).filter(
    wrong => sameShape(wrong.value, value) && wrongCells(value, wrong.value, allowed).length === 0,
  );
  return fitting.length === 1 ? fitting[0]!.mistake : undefined;
};

/** How far from the truth a careful student ends who rounds every step to the asked place, number by number. */
const roundingBand = ({ kind, params, ask, decimals }: Calculation, truth: Value): number[] => {
  const rounded = askedValue(kind, ask, kind.solve(params, rounding(decimals)), params);
  const exact = numbersOf(truth);
  if (rounded === undefined || !sameShape(rounded, truth)) return exact.map(() => 10 ** -decimals);
  return numbersOf(rounded).map((x, i) => Math.max(10 ** -decimals, 2 * Math.abs(x - exact[i]!)));
};

/** Marks the typed answer of a calculation. */
export const markCalculation = (calculation: Calculation, typed: string): Verdict => {
  const { kind, params, answer, ask, decimals } = calculation;
  const truth = askedValue(kind, ask, answer, params)!;
  const read = readAnswer(typed, truth);
  if (!read) return unreadable(truth);
  const { value, digits } = read;
  const exact = isExact(truth, askedOf(kind, ask)?.form);
  const allowed = halfUnit(decimals, exact);
  const wrongly = (message: Text, cells?: number[][]): Verdict => {
    const mistake = diagnose(calculation, value, allowed);
    const told = mistake ? kind.mistakes[mistake]!.tell : message;
    return { verdict: 'wrong', ...(mistake ? { mistake } : {}), ...(cells ? { cells } : {}), message: told };
  };
  if (!sameShape(value, truth)) return wrongly(wrongSize(value, truth));
  const cells = wrongCells(value, truth, allowed);
  if (cells.length === 0) return { verdict: 'correct' };
  if (exact) return wrongly(someWrong(cells.length, numbersOf(truth).length), cells);
  const band = roundingBand(calculation, truth);
  if (
    wrongCells(value, truth, (t, i) => band[i]! + allowed(t)).length === 0 &&
    !diagnose(calculation, value, allowed)
  ) {
    return {
      verdict: 'close',
      message: {
        en: `Right, but rounded on the way: carry at least ${decimals + 2} digits to have ${decimals} right in the end.`,
        zh: `方法正确，但中间过早舍入：中间结果至少保留 ${decimals + 2} 位小数，最后的 ${decimals} 位才准确。`,
      },
    };
  }
  if (digits < decimals && wrongCells(value, truth, t => 0.5 * 10 ** -digits + tiny(t)).length === 0) {
    return wrongly(
      {
        en: `Too few digits: ${decimals} after the point are asked for.`,
        zh: `位数不够：要求保留 ${decimals} 位小数。`,
      },
      cells,
    );
  }
  return wrongly(someWrong(cells.length, numbersOf(truth).length), cells);
};
