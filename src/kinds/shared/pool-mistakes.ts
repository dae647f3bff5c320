import { largest, mean, sum } from '../../math/pooling.ts';
import { type Axis, divides, isDropped } from '../../math/window.ts';
import type { Text } from '../../problem/text.ts';
import { silent } from '../../problem/work.ts';
import {
  answerOr,
  axesOfPooling,
  divisorOf,
  isPadded,
  type PoolParams,
  poolBy,
  pooled,
  poolingOf,
  type Seen,
} from './pooling.ts';

/** The mistake of solving another problem; `change` is undefined where it is no other. */
const solving = (tell: Text, change: (params: PoolParams) => Partial<PoolParams> | undefined) => {
  const other = <P extends PoolParams>(params: P): P | undefined => {
    const changed = change(params);
    const posed = changed && { ...params, ...changed };
    return posed && answerOr(undefined, () => poolBy(posed, silent)) ? posed : undefined;
  };
  return {
    tell,
    as: other,
    answer: (params: PoolParams) => {
      const posed = other(params);
      if (!posed) return undefined;
      const { output, size } = poolBy(posed, silent);
      return JSON.stringify(size) === JSON.stringify(poolBy(params, silent).size) ? { output } : { output, size };
    },
  };
};

/** The mistake of making something else of every window. */
const ruling = (
  tell: Text,
  rule: (seen: Seen, params: PoolParams) => number,
  applies: (params: PoolParams) => boolean,
) => ({
  tell,
  answer: (params: PoolParams) =>
    applies(params) ? { output: pooled(poolingOf(params), seen => rule(seen, params)) } : undefined,
});

const axesIn = (params: PoolParams): Axis[] => axesOfPooling(poolingOf(params));

/** The taps of one whole window. */
const taps = (params: PoolParams): number => axesIn(params).reduce((product, { window }) => product * window, 1);

/** How many taps of a window lie on padding. */
const paddingSeen = (seen: Seen): number => seen.counted - divisorOf(seen, false);

/** Whether rounding up gives one window more, which hangs over the end. */
const hangs = (params: PoolParams): boolean => axesIn(params).some(axis => !divides(axis) && !isDropped(axis));

/** The padding in force, written out, so that another mistake leaves it as it is. */
const paddingInForce = (params: PoolParams): Partial<PoolParams> => ({
  mode: undefined,
  padding: axesIn(params).flatMap(axis => [axis.before, axis.after]),
});

export const poolMistakes = {
  'average-for-max': solving(
    {
      en: 'That is the mean of every window: max pooling keeps only the largest entry.',
      zh: '这是每个窗口的平均值：最大池化只保留窗口中的最大值。',
    },
    ({ operation }) => (operation === 'max' ? { operation: 'average' } : undefined),
  ),
  'max-for-average': solving(
    {
      en: 'That is the largest entry of every window: average pooling takes the mean of all its entries.',
      zh: '这是每个窗口的最大值：平均池化取窗口内全部元素的平均值。',
    },
    ({ operation }) => (operation === 'average' ? { operation: 'max' } : undefined),
  ),
  minimum: ruling(
    {
      en: 'The smallest entry of every window was taken: max pooling keeps the largest; −1 is larger than −5.',
      zh: '取了每个窗口的最小值：最大池化取最大值，注意 −1 大于 −5。',
    },
    ({ entries }) => -largest(entries.flat().map(x => -x)),
    ({ operation }) => operation === 'max',
  ),
  'stride-one': solving(
    {
      en: 'The window was moved one place at a time: with stride s it jumps s places, by its own length where no stride is given.',
      zh: '窗口每次只移动了一格：步长为 s 时每次移动 s 格；没有另给步长时，步长等于窗口边长。',
    },
    params =>
      axesIn(params).every(({ stride }) => stride === 1)
        ? undefined
        : { ...paddingInForce(params), ceil: false, stride: 1 },
  ),
  'stride-of-window': solving(
    {
      en: 'The windows were laid side by side, as if the stride were the window: a stride was given, and the windows overlap or leave gaps.',
      zh: '把窗口首尾相接地移动了，即把步长当成了窗口边长：题目另给了步长，窗口会重叠或留空。',
    },
    params =>
      axesIn(params).every(({ stride, window }) => stride === window)
        ? undefined
        : { ...paddingInForce(params), stride: params.window },
  ),
  'padding-as-maximum': ruling(
    {
      en: 'A zero of the padding was taken for the maximum: padding is no entry, even where all entries of the window are negative.',
      zh: '把补的零当成了最大值：补零不是元素，即使窗口内的元素全为负也不参与比较。',
    },
    seen => largest([...seen.entries.flat(), ...(paddingSeen(seen) > 0 ? [0] : [])]),
    params => params.operation === 'max' && isPadded(poolingOf(params)),
  ),
  'padding-counted': solving(
    {
      en: 'The zeros of the padding were counted: unless told, a mean is divided by the entries that lie inside the input.',
      zh: '把补的零也计入了个数：没有特别说明时，平均值只除以落在输入内的元素个数。',
    },
    params =>
      params.operation === 'average' && !params.countPadding && isPadded(poolingOf(params))
        ? { countPadding: true }
        : undefined,
  ),
  'padding-left-out': solving(
    {
      en: 'The zeros of the padding were left out: here they count, so a window over the border is divided by its places in the padded input.',
      zh: '没有把补的零计入个数：本题要求计入，边界处的窗口应除以它在补零后输入中占的格数。',
    },
    params =>
      params.operation === 'average' && params.countPadding && isPadded(poolingOf(params))
        ? { countPadding: false }
        : undefined,
  ),
  'overhang-counted': ruling(
    {
      en: 'Every window was divided by its full size: what hangs over the end because the size is rounded up never counts.',
      zh: '每个窗口都除以了窗口的全部格数：因向上取整而超出末端的部分不计入个数。',
    },
    (seen, params) => mean(seen.entries.flat(), taps(params)),
    params => params.operation === 'average' && hangs(params),
  ),
  'not-divided': ruling(
    {
      en: 'The entries were added but not divided: the mean is the sum divided by how many there are.',
      zh: '只求了和而没有除以个数：平均值等于和除以元素个数。',
    },
    ({ entries }) => sum(entries.flat()),
    params => params.operation === 'average' && taps(params) > 1,
  ),
  'rounded-up': solving(
    {
      en: 'The size was rounded up: without ceil a window that does not fit whole is left out.',
      zh: '尺寸向上取整了：没有要求 ceil 时，放不下完整窗口的位置应舍去。',
    },
    params => (!params.ceil && hangs(params) ? { ceil: true } : undefined),
  ),
  'rounded-down': solving(
    {
      en: 'The size was rounded down: with ceil the last window stands there too, as far as it finds entries.',
      zh: '尺寸向下取整了：要求 ceil 时，最后一个放不满的窗口也要计算，只用落在其中的元素。',
    },
    params => (params.ceil && hangs(params) ? { ceil: false } : undefined),
  ),
  'dilation-ignored': solving(
    {
      en: 'The dilation was ignored: the entries of a dilated window lie d places apart.',
      zh: '忽略了膨胀率：膨胀窗口中相邻元素相隔 d 格。',
    },
    params =>
      axesIn(params).every(({ dilation, window }) => dilation === 1 || window === 1)
        ? undefined
        : { ...paddingInForce(params), dilation: 1 },
  ),
};
