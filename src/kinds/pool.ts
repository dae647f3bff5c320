/**
 * Pooling of a vector, a matrix or a volume (plane by plane): y[i, j] = max or mean over a, b of x[i·s + a·d, j·s + b·d].
 *
 * Convention: the stride is the window unless told. Padding is never a maximum and no part of a mean; `countPadding` adds its
 * zeros to a mean, but never what a size rounded up (`ceil`) lets hang over; `ceil` drops a window that would start in the end
 * padding. Sources: Goodfellow, Bengio & Courville 2016, section 9.3; sizes after Dumoulin & Visin 2016, section 3;
 * PyTorch, MaxPool2d and AvgPool2d; ONNX, MaxPool and AveragePool.
 */
import { handedOut, largest, mean } from '../math/pooling.ts';
import { span } from '../math/window.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import { choice, flag, optional, perAxis, rankOf, tensor } from '../problem/params.ts';
import { join, same, type Text } from '../problem/text.ts';
import { shapeOf } from '../problem/value.ts';
import { poolMistakes } from './shared/pool-mistakes.ts';
import { axesOfPooling, isPadded, type PoolParams, poolBy, poolingOf } from './shared/pooling.ts';
import { dilationParam, modeName, paddingParam, poolModeParam, settleMode } from './shared/sliding.ts';
import type { Nest } from './shared/volumes.ts';

const operationName = ({ operation }: PoolParams): Text =>
  operation === 'max' ? { en: 'max pooling', zh: '最大池化' } : { en: 'average pooling', zh: '平均池化' };

export const pool = defineKind({
  id: 'pool',
  topic: 'cnn',
  title: { en: 'Pooling', zh: '池化' },
  params: {
    input: tensor<Nest>(
      { en: 'the input; a list of matrices is pooled one by one', zh: '输入；矩阵列表逐个通道池化' },
      [1, 3],
    ),
    window: perAxis({ en: 'the window: k or [kH, kW]', zh: '池化窗口：k 或 [kH, kW]' }, { min: 1 }),
    stride: optional(perAxis({ en: 'stride: the window unless told', zh: '步长：缺省与窗口相同' }, { min: 1 })),
    padding: paddingParam,
    mode: poolModeParam,
    dilation: dilationParam,
    operation: optional(
      choice({ en: 'max or average', zh: '最大（max）或平均（average）' }, ['max', 'average']),
      'max',
    ),
    ceil: flag({ en: 'round the size up: the last window may hang over', zh: '尺寸向上取整：最后的窗口可超出末端' }),
    countPadding: flag({ en: 'count the zeros of the padding in an average', zh: '求平均时把补的零计入个数' }),
  },
  answer: {
    output: field<Nest>('tensor', 'y', { en: 'the output', zh: '输出' }),
    size: field<number[]>('size', 'size', { en: 'the size of the output', zh: '输出的尺寸' }),
  },
  ask: 'output',
  examples: [
    "'[1 3 2 4; 5 6 1 0; 2 1 7 8; 3 0 4 2]' 2",
    "'[1 2 0; 4 3 1; 2 5 6]' 2 --stride 1 --operation average",
    "'[1 2 3; 4 5 6; 7 8 9]' 3 --stride 2 --padding 1 --operation average --count-padding",
    "'[3 1 4 1 5]' 2 --ceil",
  ],
  settle: params => {
    const settled = settleMode({ ...params, stride: params.stride ?? params.window });
    poolingOf(settled);
    return settled;
  },
  headline: params =>
    join(
      [
        operationName(params),
        modeName(params),
        { en: `stride ${JSON.stringify(params.stride)}`, zh: `步长 ${JSON.stringify(params.stride)}` },
        ...(params.ceil ? [{ en: 'size rounded up', zh: '尺寸向上取整' }] : []),
      ],
      ' · ',
    ),
  prompt: params => {
    const zeros =
      params.operation === 'average' && isPadded(poolingOf(params))
        ? params.countPadding
          ? { en: ', the zeros of the padding counted', zh: '，补的零计入平均' }
          : { en: ', the padding left out of the mean', zh: '，补零不计入平均' }
        : same('');
    const ceil = params.ceil ? { en: ', the size rounded up (ceil)', zh: '，尺寸向上取整（ceil）' } : same('');
    const each = rankOf(params.input) === 3 ? { en: ' channel by channel', zh: '逐通道' } : same('');
    return {
      en: `Apply ${operationName(params).en} to the input${each.en}${zeros.en}${ceil.en}.`,
      zh: `对输入${each.zh}做${operationName(params).zh}${zeros.zh}${ceil.zh}。`,
    };
  },
  given: params => {
    const window = axesOfPooling(poolingOf(params))
      .map(axis => axis.window)
      .join('×');
    const told = [
      ['stride', '步长', params.stride, undefined],
      ['dilation', '膨胀率', params.dilation, 1],
    ] as const;
    const padding =
      params.mode === undefined ? modeName(params) : { en: `${params.mode} padding`, zh: `${params.mode} 补零` };
    return [
      draw(params.input),
      [
        join(
          [
            { en: `input ${shapeOf(params.input).join('×')}`, zh: `输入 ${shapeOf(params.input).join('×')}` },
            { en: `window ${window}`, zh: `窗口 ${window}` },
            ...told
              .filter(([, , value, usual]) => value !== usual)
              .map(([en, zh, value]) => ({
                en: `${en} ${JSON.stringify(value)}`,
                zh: `${zh} ${JSON.stringify(value)}`,
              })),
            ...(isPadded(poolingOf(params)) ? [padding] : []),
          ],
          { en: ', ', zh: '，' },
        ),
      ],
    ];
  },
  display: answer => [draw(answer.output)],
  generate: (random, level) => {
    const operation = random.pick(['max', 'average'] as const);
    const common = {
      operation,
      stride: undefined,
      padding: undefined,
      mode: 'valid' as const,
      dilation: 1,
      ceil: false,
      countPadding: false,
    };
    const entry = (): number => random.integer(-3, 9);
    const square = (n: number): number[][] => random.matrix(n, n, entry);
    if (level === 1) {
      if (random.oneIn(2)) return { ...common, input: square(4), window: 2, stride: 2 };
      const window = random.integer(2, 3);
      return { ...common, input: random.vector(window * 3 + random.integer(0, 1), entry), window, stride: window };
    }
    if (level === 2) {
      if (random.oneIn(2)) return { ...common, input: square(random.integer(3, 4)), window: 2, stride: 1 };
      if (random.oneIn(2)) return { ...common, input: square(5), window: 3, stride: random.integer(1, 2) };
      return { ...common, input: square(5), window: 2, stride: 2, ceil: random.oneIn(2) };
    }
    if (random.oneIn(3)) return { ...common, input: [square(4), square(4)], window: 2, stride: 2 };
    // Negative entries: where zeros would win the maximum, and pull up a mean.
    const low = random.matrix(5, 5, () => random.integer(-9, 3));
    const padded = { ...common, input: low, mode: undefined, padding: 1, window: 3, stride: 2 };
    if (random.oneIn(4)) return { ...common, input: square(5), window: 2, stride: random.integer(1, 2), dilation: 2 };
    if (random.oneIn(2)) return { ...padded, countPadding: operation === 'average' && random.oneIn(2) };
    return { ...padded, input: random.matrix(4, 4, () => random.integer(-9, 3)), ceil: true };
  },
  solve: poolBy,
  mistakes: poolMistakes,
  verify: (params, answer) => {
    const problem = poolingOf(params);
    const { rank, planes, rows, columns, height, width } = problem;
    const isMax = params.operation === 'max';
    const maps = planes.map(plane =>
      handedOut(plane, [rows, columns], [height, width], !isMax && params.countPadding).map(row =>
        row.map(entries => (isMax ? largest(entries) : mean(entries, entries.length))),
      ),
    );
    const counted = axesOfPooling(problem).map(axis => {
      // Moves the window until it reaches the end of the padded input, or until the next one would not fit.
      const end = axis.length + axis.before + axis.after;
      let start = 0;
      while (params.ceil ? start + span(axis) < end : start + axis.stride + span(axis) <= end) start += axis.stride;
      const isInPadding = params.ceil && start >= axis.length + axis.before;
      return start / axis.stride + (isInPadding ? 0 : 1);
    });
    return [
      {
        claim: 'every entry handed to the windows that it lies under',
        left: answer.output,
        right: rank === 3 ? maps : rank === 2 ? maps[0]! : maps[0]![0]!,
      },
      {
        claim: 'the places of the window, counted',
        left: answer.size,
        right: [...(rank === 3 ? [planes.length] : []), ...counted],
      },
    ];
  },
});
