import { askedOf, askedValue } from '../problem/kind.ts';
import { join, same, type Text } from '../problem/text.ts';
import { mapValue, numbersOf, sameShape, shapeOf, type Value } from '../problem/value.ts';
import { rounding } from '../problem/work.ts';
import { type Allowed, fits, isExact, tiny, wrongCells } from './comparing.ts';
import { type Asked, diagnose, tellOf } from './diagnosis.ts';
import { expectedForm } from './expected-form.ts';
import { readAnswer } from './read-answer.ts';
import { readParts } from './read-parts.ts';
import type { Verdict } from './verdict.ts';

/** A calculation as it was asked, and how exactly. */
export interface Calculation extends Asked {
  /** Digits after the point that were asked for. */
  readonly decimals: number;
  /** The distance within which a number is right, where the item sets its own. */
  readonly tolerance?: number | undefined;
}

/** How far a number may be from the truth and still be right: half a unit of the last place asked. */
const halfUnit = ({ decimals, tolerance }: Calculation, exact: boolean): Allowed => {
  const most = tolerance ?? (exact ? 0 : 0.5 * 10 ** -decimals);
  return t => most + tiny(t);
};

const shapeText = (value: Value): string => shapeOf(value).join('×');

const oneNumber = (value: Value): Text => ({
  en: `One number was asked for, not ${shapeText(value)}.`,
  zh: `应为一个数，而不是 ${shapeText(value)} 个。`,
});

const wrongSize = (calculation: Calculation, value: Value, truth: Value): Text => {
  const [found, wanted] = [shapeText(value), shapeText(truth)];
  if (typeof value === 'number')
    return { en: `${wanted} numbers were asked for, not one.`, zh: `应为 ${wanted} 个数，而不是一个。` };
  const size = {
    en: `The size is not right: yours is ${found || 'irregular'}, the answer is ${wanted}.`,
    zh: `尺寸不对：你的答案为 ${found || '不规则'}，应为 ${wanted}。`,
  };
  const like = sizedLike(calculation, value);
  return like ? join([size, like], { en: ' ', zh: '' }) : size;
};

/** The one mistake of the kind that gives an answer of this size. */
const sizedLike = ({ kind, params, ask }: Calculation, value: Value): Text | undefined => {
  const alike = Object.values(kind.mistakes).filter(({ answer }) => {
    const wrong = answer(params)?.[ask] as Value | undefined;
    return wrong !== undefined && sameShape(wrong, value);
  });
  return alike.length === 1 ? alike[0]!.tell : undefined;
};

const someWrong = (cells: readonly (readonly number[])[], truth: Value): Text => {
  const of = numbersOf(truth).length;
  if (of === 1) return { en: 'That is not right.', zh: '不正确。' };
  const size = shapeOf(truth).length > 1 ? shapeText(truth) : undefined;
  const head = size ? { en: `The size ${size} is right. `, zh: `尺寸 ${size} 正确。` } : same('');
  const count =
    cells.length === of
      ? { en: 'None of the numbers is right.', zh: '所有数都不正确。' }
      : {
          en: `${cells.length} of the ${of} numbers ${cells.length === 1 ? 'is' : 'are'} wrong.`,
          zh: `${of} 个数中有 ${cells.length} 个不正确。`,
        };
  return join([head, count]);
};

/** Nothing fits, and nothing is guessed. */
const unexplained: Text = {
  en: 'No known mistake gives this; working it along finds the step.',
  zh: '已知的错误都得不出这个结果；逐步作答可找到出错的一步。',
};

/** Where the only wrong number stands. */
const slip = (cell: readonly number[], truth: Value): Text => {
  const [row, column] = cell.map(i => i + 1);
  const place =
    cell.length === 2
      ? { en: `row ${row}, column ${column}`, zh: `第 ${row} 行第 ${column} 列` }
      : cell.length === 1
        ? { en: `number ${row}`, zh: `第 ${row} 个数` }
        : { en: `place ${cell.map(i => i + 1).join(', ')}`, zh: `位置 ${cell.map(i => i + 1).join(', ')}` };
  const rest = numbersOf(truth).length - 1;
  return {
    en: `One number is wrong: ${place.en}. The other ${rest} are right, so it is a slip of arithmetic there.`,
    zh: `只有一个数不对：${place.zh}。其余 ${rest} 个都正确，应是此处计算失误。`,
  };
};

/** What a careful student gets who rounds every step to the asked place; the truth where the work cannot be followed so. */
const roundedWork = ({ kind, params, ask, decimals }: Calculation, truth: Value): Value => {
  const rounded = askedValue(kind, ask, kind.solve(params, rounding(decimals)), params);
  return rounded !== undefined && sameShape(rounded, truth) ? rounded : truth;
};

const carryMore = (decimals: number): Text => ({
  en: `Right, but rounded on the way: carry at least ${decimals + 2} digits to have ${decimals} right in the end.`,
  zh: `方法正确，但中间过早舍入：中间结果至少保留 ${decimals + 2} 位小数，最后的 ${decimals} 位才准确。`,
});

const cutOff = (decimals: number): Text => ({
  en: `Right, but cut off instead of rounded: look at digit ${decimals + 1} and round.`,
  zh: `方法正确，但末位是截断而不是四舍五入：应看第 ${decimals + 1} 位再取舍。`,
});

const tooFew = (decimals: number): Text => ({
  en: `Right as far as it goes, but too few digits: ${decimals} after the point are asked for.`,
  zh: `已写出的部分正确，但位数不够：要求保留 ${decimals} 位小数。`,
});

/** Whether every wrong number is the truth with fewer digits, at least one of them after the point. */
const isTooShort = (value: Value, digits: readonly number[], truth: Value, { decimals }: Calculation): boolean =>
  fits(value, truth, (t, i) => {
    const places = digits[i]!;
    const isShort = places >= 1 && places < decimals && numbersOf(value)[i] !== 0;
    return (isShort ? 0.5 * 10 ** -places : 0.5 * 10 ** -decimals) + tiny(t);
  });

/** Marks the typed answer of a calculation. */
export const markCalculation = (calculation: Calculation, typed: string): Verdict => {
  const { kind, params, answer, ask, decimals } = calculation;
  const truth = askedValue(kind, ask, answer, params)!;
  const judge = kind.judge?.[ask];
  const asked = askedOf(kind, ask)!;
  const read = asked.parts ? readParts(typed, asked.parts) : readAnswer(typed, truth);
  if (!read) return { verdict: 'unreadable', message: expectedForm(truth, asked) };
  const { value, digits } = read;
  if (typeof truth === 'number' && typeof value !== 'number') {
    return { verdict: 'unreadable', message: oneNumber(value) };
  }
  const understood = read.isAmbiguous ? { understood: value } : {};
  if (judge) return { ...judge(params, value, 0.5 * 10 ** -decimals), ...understood };
  const exact = isExact(truth, asked.form);
  const half = halfUnit(calculation, exact);
  const explained = (): { mistake?: string; message?: Text } => {
    const mistake = diagnose(calculation, value, of => halfUnit(calculation, isExact(of, asked.form)));
    return mistake ? { mistake, message: tellOf(kind, mistake)! } : {};
  };
  if (!sameShape(value, truth)) {
    return { verdict: 'wrong', message: wrongSize(calculation, value, truth), ...explained(), ...understood };
  }
  const cells = wrongCells(value, truth, half);
  if (cells.length === 0) return { verdict: 'correct', ...understood };
  const found = explained();
  const of = numbersOf(truth).length;
  const wrongly = (told: { mistake?: string; message: Text }): Verdict => ({
    verdict: 'wrong',
    cells,
    of,
    ...told,
    ...understood,
  });
  if (!found.mistake && !exact) {
    const unit = 10 ** -decimals;
    const rounded = roundedWork(calculation, truth);
    const cut = mapValue(truth, t => Math.trunc(t / unit) * unit);
    if (fits(value, cut, tiny) && !fits(value, rounded, half)) {
      return { verdict: 'close', message: cutOff(decimals), ...understood };
    }
    if (isTooShort(value, digits, truth, calculation)) {
      return wrongly({ mistake: 'too-few-digits', message: tooFew(decimals) });
    }
    const band = numbersOf(rounded).map((x, i) => Math.max(unit, 2 * Math.abs(x - numbersOf(truth)[i]!)));
    if (fits(value, truth, (t, i) => band[i]! + half(t, i))) {
      return { verdict: 'close', message: carryMore(decimals), ...understood };
    }
  }
  if (found.mistake) return wrongly({ mistake: found.mistake, message: found.message! });
  if (cells.length === 1 && of >= 3) return wrongly({ mistake: 'slip', message: slip(cells[0]!, truth) });
  return wrongly({ message: join([someWrong(cells, truth), unexplained], { en: ' ', zh: '' }) });
};
