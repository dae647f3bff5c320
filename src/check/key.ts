import type { Finding } from '../bank/finding.ts';
import type { Path } from '../bank/positions.ts';
import { tiny } from '../marking/comparing.ts';
import { wrongValues } from '../problem/generate.ts';
import { same } from '../problem/text.ts';
import { distance, numbersOf, sameShape, type Value } from '../problem/value.ts';
import type { Report } from './context.ts';
import { isWhole, type Posed, shown, sizeOf, toleranceOf } from './posed.ts';

/** The characters of a number of the item as they are written; undefined where they are not known. */
export type WrittenOf = (path: Path) => string | undefined;

interface KeyNumber {
  readonly path: Path;
  readonly given: number;
  readonly right: number;
  readonly written: string;
}

const numbersIn = (key: Value, truth: Value, path: Path, writtenOf: WrittenOf): KeyNumber[] =>
  typeof key === 'number'
    ? [{ path, given: key, right: truth as number, written: writtenOf(path) ?? String(key) }]
    : key.flatMap((part, i) => numbersIn(part, (truth as Value[])[i]!, [...path, i], writtenOf));

/** Digits after the point of a number as it is written; Infinity for an expression of whole numbers, which is exact. */
const placesOf = (written: string): number => {
  const decimal = /^[-+]?\d*\.?(\d*)(?:e([-+]?\d+))?$/i.exec(written.trim().replace(/_/g, ''));
  if (decimal) return Math.max(0, decimal[1]!.length - Number(decimal[2] ?? 0));
  return /\d*\.\d/.test(written) ? 0 : Number.POSITIVE_INFINITY;
};

/** A key is right when every digit that is written of it is, and when the marker would take it. */
const allowedOf = ({ right, written }: KeyNumber, posed: Posed): number =>
  (isWhole(posed) ? 0 : Math.min(toleranceOf(posed), 0.5 * 10 ** -placesOf(written))) + tiny(right);

const units = (item: Posed['item']): number => 10 ** -item.decimals;

const isRounded = ({ given, right, written }: KeyNumber, posed: Posed): boolean => {
  const places = placesOf(written);
  return (
    !isWhole(posed) &&
    places < posed.item.decimals &&
    Math.abs(given - right) <= 0.5 * 10 ** -places + tiny(right) &&
    Math.abs(given - right) > 1.5 * units(posed.item)
  );
};

/** The key must be what the solver finds, in size and in every number. */
export const keyDiffers = (posed: Posed, writtenOf: WrittenOf, report: Report): Finding[] => {
  const { item, truth } = posed;
  const right = shown(truth, item.decimals);
  const details = {
    expected: same(right),
    got: same(JSON.stringify(item.answer)),
    hint: { en: `the solver gives ${right}`, zh: `求解结果为 ${right}` },
  };
  if (!sameShape(item.answer, truth)) {
    const [wanted, found] = [sizeOf(truth), sizeOf(item.answer)];
    const message =
      wanted.en === found.en
        ? { en: `expected the shape of ${right}, got another`, zh: `形状应与 ${right} 相同` }
        : { en: `expected ${wanted.en}, got ${found.en}`, zh: `应为 ${wanted.zh}，实际为 ${found.zh}` };
    return [report('key-differs', ['answer'], message, details)];
  }
  const numbers = numbersIn(item.answer, truth, ['answer'], writtenOf);
  const wrong = numbers.filter(number => !(Math.abs(number.given - number.right) <= allowedOf(number, posed)));
  const [first] = wrong;
  if (!first) return [];
  const at = numbers.indexOf(first) + 1;
  const expected = Number(first.right.toFixed(item.decimals));
  if (wrong.every(number => isRounded(number, posed))) {
    return [
      report(
        'key-rounded',
        first.path,
        {
          en: `number ${at} of the key, ${first.written}, is rounded further than its tolerance: expected ${expected}`,
          zh: `答案的第 ${at} 个数 ${first.written} 的舍入超出容差，应为 ${expected}`,
        },
        details,
      ),
    ];
  }
  return [
    report(
      'key-differs',
      first.path,
      {
        en: `number ${at} of the key is ${first.written}, expected ${expected}`,
        zh: `答案的第 ${at} 个数为 ${first.written}，应为 ${expected}`,
      },
      details,
    ),
  ];
};

/** The key shows the digits that are asked for, and no more. */
export const keyDigits = (posed: Posed, writtenOf: WrittenOf, report: Report): Finding[] => {
  const { item, truth } = posed;
  if (isWhole(posed) || !sameShape(item.answer, truth)) return [];
  const long = numbersIn(item.answer, truth, ['answer'], writtenOf).find(({ written }) => {
    const places = placesOf(written);
    return Number.isFinite(places) && places > item.decimals;
  });
  if (!long) return [];
  return [
    report(
      'key-digits',
      long.path,
      {
        en: `${long.written} has more than the ${item.decimals} digits after the point that are asked for`,
        zh: `${long.written} 的小数位数超过要求的 ${item.decimals} 位`,
      },
      { expected: same(String(Number(long.given.toFixed(item.decimals)))), got: same(long.written) },
    ),
  ];
};

/** No mistake may come so near to the truth that the tolerance takes it in, or reaches half the way to it. */
export const toleranceWide = (posed: Posed, report: Report): Finding[] => {
  const { item, kind, params, answer, truth } = posed;
  if (item.tolerance === undefined || kind.judge?.[item.ask]) return [];
  const size = Math.max(1, ...numbersOf(truth).map(Math.abs));
  const near = wrongValues(kind, params, answer, item.ask)
    .map(({ mistake, value }) => ({ mistake, far: distance(value, truth) }))
    .filter(({ far }) => far > 1e-9 * size && far < 2 * item.tolerance!)
    .sort((a, b) => a.far - b.far)[0];
  if (!near) return [];
  const far = Number(near.far.toPrecision(3));
  const most = Number((near.far / 2).toPrecision(2));
  return [
    report(
      'tolerance-too-wide',
      ['tolerance'],
      {
        en: `${near.mistake} is only ${far} from the answer, the tolerance is ${item.tolerance}`,
        zh: `${near.mistake} 与答案仅相差 ${far}，而容差为 ${item.tolerance}`,
      },
      {
        expected: { en: `at most ${most}`, zh: `至多 ${most}` },
        got: same(String(item.tolerance)),
        hint: { en: `at most ${most} sets them apart`, zh: `容差至多 ${most} 才能区分` },
      },
    ),
  ];
};
