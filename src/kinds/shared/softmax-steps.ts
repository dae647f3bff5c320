import { type Scope, silent, type Work } from '../../problem/work.ts';

/** Logits up to this many are worked one by one; of more, the powers are one step. */
const namedLogits = 6;
/** Beyond this size of z/T nobody takes the power of a logit itself. */
const plainSize = 20;

interface Softmax {
  readonly probabilities: number[];
  /** Σ of the powers, after the shift. */
  readonly sum: number;
  /** The largest logit where it was subtracted first; undefined where the powers are of the logits themselves. */
  readonly shift: number | undefined;
}

/** e^(z_k/T) of every logit, shifted by the largest where a power could overflow, their sum, and the shares. */
export const softmaxSteps = (logits: readonly number[], temperature: number, work: Work): Softmax => {
  const largest = logits.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
  const shift = logits.every(z => Math.abs(z / temperature) <= plainSize) ? undefined : largest;
  const isSmall = logits.length <= namedLogits;
  const over: Scope = {
    ...(shift === undefined ? {} : { m: shift }),
    ...(temperature === 1 ? {} : { T: temperature }),
  };
  const exponent = (z: string): string => {
    const shifted = shift === undefined ? z : `${z} - m`;
    return temperature === 1 ? shifted : `${shift === undefined ? shifted : `(${shifted})`}/T`;
  };
  const title =
    shift === undefined
      ? { en: 'The powers of e', zh: '指数' }
      : { en: 'The powers of e, after the largest logit m is subtracted', zh: '指数（先减去最大的 logit，记为 m）' };
  const note =
    shift === undefined
      ? {}
      : {
          note: {
            en: `The factor e^${temperature === 1 ? '−m' : '(−m/T)'} is in every power and cancels: the shares stay the same, and nothing overflows.`,
            zh: `各指数都带有因子 e^${temperature === 1 ? '−m' : '(−m/T)'}，相除时约去：概率不变，又不会溢出。`,
          },
        };
  const each = logits.map((z, k) =>
    (isSmall ? work : silent).step(`e_${k + 1}`, Math.exp((z - (shift ?? 0)) / temperature), () => ({
      title,
      symbol: `e_${k + 1}`,
      formula: `exp(${exponent(`z_${k + 1}`)})`,
      scope: { [`z_${k + 1}`]: z, ...over },
      ...(k === logits.length - 1 ? note : {}),
    })),
  );
  const powers = isSmall
    ? each
    : work.step('e', each, () => ({
        title,
        symbol: 'e',
        formula: `map(${exponent('z')}, exp)`,
        scope: { z: logits, ...over },
        ...note,
      }));
  const sum = work.step(
    'sum',
    powers.reduce((a, b) => a + b, 0),
    () => ({
      title: { en: 'Their sum', zh: '求和' },
      symbol: 'S',
      ...(isSmall
        ? {
            formula: powers.map((_, k) => `e_${k + 1}`).join(' + '),
            scope: Object.fromEntries(powers.map((power, k) => [`e_${k + 1}`, power])),
          }
        : { formula: 'sum(e)', scope: { e: powers } }),
    }),
  );
  const probabilities = work.step(
    'probabilities',
    powers.map(power => power / sum),
    () => ({
      title: { en: 'Softmax: every power’s share of the sum', zh: 'softmax：各指数占总和的比例' },
      symbol: 'p',
      formula: 'e/S',
      scope: { e: powers, S: sum },
      note: { en: 'Check: the probabilities sum to 1.', zh: '检验：概率之和为 1。' },
    }),
  );
  return { probabilities, sum, shift };
};
