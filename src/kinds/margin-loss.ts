/**
 * The margin loss of capsules: L_k = T_k·max(0, m⁺ − ‖v_k‖)² + λ·(1 − T_k)·max(0, ‖v_k‖ − m⁻)², summed over the classes, with
 * m⁺ = 0.9, m⁻ = 0.1, λ = 0.5; and the reconstruction loss, the sum of squared differences of the pixels, weighted by 0.0005.
 *
 * Convention: the paper's formula; its published code carries an extra factor ½. Several classes may be present at once. Classes
 * are counted from 0 in `target`, from 1 in formulas.
 * Source: Sabour, Frosst & Hinton 2017, "Dynamic routing between capsules", equation 4 and section 4.1.
 */
import { norm } from '../math/matrix.ts';
import { draw } from '../problem/drawing.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { defineKind, field } from '../problem/kind.ts';
import { matrix, number, optional, type ParamsOf, record, tensor, vector } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { numbersOf, sameShape, type Value } from '../problem/value.ts';
import { silent, type Work } from '../problem/work.ts';
import { lengthShown } from './shared/capsule-steps.ts';

const params = {
  lengths: optional(vector({ en: 'the lengths ‖v_k‖ of the class capsules', zh: '各类别胶囊的长度 ‖v_k‖' })),
  capsules: optional(matrix({ en: 'the capsules v_k themselves, one row each', zh: '各胶囊向量 v_k，每行一个' })),
  target: tensor<number | number[]>(
    {
      en: 'the class that is present, counted from 0, or T: a list of 0 and 1',
      zh: '存在的类别（从 0 起数），或 T：由 0、1 组成的列表',
    },
    [0, 1],
    { integer: true, min: 0 },
  ),
  upper: optional(number({ en: 'm⁺, the margin of present classes', zh: 'm⁺，存在类别的边界' }), 0.9),
  lower: optional(number({ en: 'm⁻, the margin of absent classes', zh: 'm⁻，不存在类别的边界' }), 0.1),
  lambda: optional(number({ en: 'λ, the weight of absent classes', zh: 'λ，不存在类别的权重' }, { min: 0 }), 0.5),
  reconstruction: optional(
    record(
      { en: 'the image and its reconstruction', zh: '图像及其重构' },
      {
        image: tensor<Value>({ en: 'the pixels of the image', zh: '图像的像素' }, [1, 3]),
        output: tensor<Value>({ en: 'the pixels of the reconstruction', zh: '重构的像素' }, [1, 3]),
        weight: optional(number({ en: 'its weight in the total', zh: '在总损失中的权重' }, { min: 0 }), 0.0005),
      },
    ),
  ),
};
type Params = ParamsOf<typeof params>;

const countOf = ({ lengths, capsules }: Params): number => (lengths ?? capsules!).length;

/** T_k of every class. */
const presentOf = (given: Params): number[] =>
  typeof given.target === 'number'
    ? Array.from({ length: countOf(given) }, (_, k) => (k === given.target ? 1 : 0))
    : given.target;

interface Solved {
  readonly losses: number[];
  readonly marginLoss: number;
  readonly reconstructionLoss: number | undefined;
  readonly total: number;
}

/** Classes up to these are rows of their own; of more, the losses are one step. */
const namedClasses = 12;

const reconstructionSteps = (image: Value, output: Value, work: Work): number => {
  const [x, y] = [numbersOf(image), numbersOf(output)];
  return work.step(
    'reconstructionLoss',
    x.reduce((sum, xi, i) => sum + (y[i]! - xi) ** 2, 0),
    () => ({
      title: { en: 'Reconstruction loss: the sum of the squared differences', zh: '重构损失：各像素差的平方和' },
      symbol: 'R',
      formula: 'sum((y - x) .^ 2)',
      scope: { x, y },
    }),
  );
};

const solve = (given: Params, work: Work): Solved => {
  const { capsules, upper, lower, lambda, reconstruction } = given;
  const isSmall = countOf(given) <= namedClasses;
  const inner = isSmall ? work : silent;
  const lengths =
    given.lengths ??
    capsules!.map((v, k) =>
      inner.step(`l_${k + 1}`, norm(v), () => ({
        title: { en: 'The lengths of the capsules', zh: '各胶囊的长度' },
        symbol: `l_${k + 1}`,
        ...lengthShown(v, 'v'),
      })),
    );
  const present = presentOf(given);
  const title = {
    en: 'Loss of every class: m⁺ where it is present, λ and m⁻ where it is not',
    zh: '各类别的损失：存在时用 m⁺，不存在时用 λ 与 m⁻',
  };
  const each = lengths.map((l, k) => {
    const isPresent = present[k] === 1;
    const loss = isPresent ? Math.max(0, upper - l) ** 2 : lambda * Math.max(0, l - lower) ** 2;
    return inner.step(`L_${k + 1}`, loss, () => ({
      title,
      symbol: `L_${k + 1}`,
      ...(isPresent
        ? { formula: `max(0, m_plus - l_${k + 1})^2`, scope: { m_plus: upper, [`l_${k + 1}`]: l } }
        : {
            formula: `λ*max(0, l_${k + 1} - m_minus)^2`,
            scope: { λ: lambda, [`l_${k + 1}`]: l, m_minus: lower },
          }),
    }));
  });
  const losses = isSmall
    ? each
    : work.step('losses', each, () => ({
        title,
        symbol: 'L',
        formula: 'T .* map(m_plus - l, f(x) = max(0, x)) .^ 2 + λ*(1 - T) .* map(l - m_minus, f(x) = max(0, x)) .^ 2',
        scope: { T: present, m_plus: upper, m_minus: lower, λ: lambda, l: lengths },
      }));
  const sumShown = isSmall
    ? {
        formula: losses.map((_, k) => `L_${k + 1}`).join(' + '),
        scope: Object.fromEntries(losses.map((loss, k) => [`L_${k + 1}`, loss])),
      }
    : { formula: 'sum(L)', scope: { L: losses } };
  const sum = losses.reduce((a, b) => a + b, 0);
  if (!reconstruction) {
    const total = work.step('total', sum, () => ({
      title: { en: 'Margin loss: the sum over the classes', zh: '边际损失：对各类别求和' },
      symbol: 'L',
      ...sumShown,
      note: {
        en: 'The paper’s formula; its published code halves the margin loss.',
        zh: '按论文公式；其公开代码中的边际损失还乘了 ½。',
      },
    }));
    return withoutReconstruction(losses, total);
  }
  const marginLoss = work.step('marginLoss', sum, () => ({
    title: { en: 'Margin loss: the sum over the classes', zh: '边际损失：对各类别求和' },
    symbol: 'M',
    ...sumShown,
  }));
  const reconstructionLoss = reconstructionSteps(reconstruction.image, reconstruction.output, work);
  const total = work.step('total', marginLoss + reconstruction.weight * reconstructionLoss, () => ({
    title: { en: 'Total: the reconstruction only regularises', zh: '总损失：重构损失只起正则化作用' },
    symbol: 'L',
    formula: 'M + w*R',
    scope: { M: marginLoss, w: reconstruction.weight, R: reconstructionLoss },
  }));
  return { losses, marginLoss, reconstructionLoss, total };
};

const withoutReconstruction = (losses: number[], total: number): Solved =>
  ({ losses, marginLoss: total, total }) as unknown as Solved;

/** The losses by another rule, and what follows from them. */
const byRule =
  (
    rule: (length: number, isPresent: boolean, given: Params) => number,
    applies: (given: Params) => boolean = () => true,
  ) =>
  (given: Params): Partial<Solved> | undefined => {
    if (!applies(given)) return undefined;
    const present = presentOf(given);
    const lengths = given.lengths ?? given.capsules!.map(norm);
    const losses = lengths.map((l, k) => rule(l, present[k] === 1, given));
    const right = solve(given, silent);
    const marginLoss = losses.reduce((a, b) => a + b, 0);
    return { losses, marginLoss, total: right.total - right.marginLoss + marginLoss };
  };

const over = (x: number): number => Math.max(0, x);

export const marginLoss = defineKind({
  id: 'margin-loss',
  topic: 'capsule',
  title: { en: 'Margin loss of capsules', zh: '胶囊网络的边际损失' },
  params,
  answer: {
    losses: field<number[]>('vector', 'L_k', { en: 'the loss of every class', zh: '各类别的损失' }),
    marginLoss: field<number>('number', 'margin', {
      en: 'the margin loss, summed over the classes',
      zh: '边际损失（对类别求和）',
    }),
    reconstructionLoss: field<number | undefined>('number', 'R', {
      en: 'the reconstruction loss, without its weight',
      zh: '重构损失（未加权）',
    }),
    total: field<number>('number', 'L', { en: 'the total loss', zh: '总损失' }),
  },
  ask: 'total',
  positional: ['lengths', 'target'],
  examples: [
    "'[0.8 0.3 0.05]' 0",
    "--capsules '[0.6 0.6; 0.1 0.2; 0 0.4]' --target '[1 0 1]'",
    `'[0.7 0.4]' 0 --reconstruction '{"image": [1, 0, 1], "output": [0.8, 0.1, 0.9]}'`,
  ],
  settle: given => {
    const { lengths, capsules, target, reconstruction } = given;
    if (!lengths === !capsules) {
      const got = lengths ? { en: 'both', zh: '两者都有' } : { en: 'neither', zh: '都没有' };
      throw new ProblemError(
        'invalid-params',
        {
          en: `expected either lengths or capsules, but got ${got.en}`,
          zh: `应在 lengths 与 capsules 中给出一个，实际${got.zh}`,
        },
        lengths ? 'capsules' : 'lengths',
      );
    }
    const count = countOf(given);
    if (typeof target === 'number' ? target >= count : target.length !== count || target.some(t => t > 1)) {
      throw invalid(
        'target',
        {
          en: `a class from 0 to ${count - 1}, or ${count} numbers 0 or 1`,
          zh: `0 到 ${count - 1} 的类别，或 ${count} 个 0、1`,
        },
        target,
      );
    }
    if (reconstruction && !sameShape(reconstruction.image, reconstruction.output)) {
      throw invalid(
        'reconstruction.output',
        { en: 'the shape of the image', zh: '与 image 相同的形状' },
        reconstruction.output,
      );
    }
    return given;
  },
  headline: ({ upper, lower, lambda }) => same(`m⁺ = ${upper}, m⁻ = ${lower}, λ = ${lambda}`),
  prompt: given => {
    const count = countOf(given);
    const present = presentOf(given).flatMap((t, k) => (t === 1 ? [k + 1] : []));
    const { upper, lower, lambda, reconstruction } = given;
    const recon = reconstruction
      ? {
          en: ` Add ${reconstruction.weight} times the reconstruction loss, the sum of squared differences between x and y.`,
          zh: `再加上 ${reconstruction.weight} 倍的重构损失（x 与 y 之差的平方和）。`,
        }
      : { en: '', zh: '' };
    const which = {
      en: present.length === 0 ? 'none is present' : `present: class ${present.join(', ')}`,
      zh: present.length === 0 ? '均不存在' : `存在的是第 ${present.join('、')} 类`,
    };
    return {
      en: `Margin loss over ${count} class capsules (${which.en}; m⁺ = ${upper}, m⁻ = ${lower}, λ = ${lambda}).${recon.en}`,
      zh: `${count} 个类别胶囊的边际损失（${which.zh}；m⁺ = ${upper}，m⁻ = ${lower}，λ = ${lambda}）。${recon.zh}`,
    };
  },
  given: given => [
    [
      ...(given.lengths ? ['l = ‖v‖ = ', ...draw(given.lengths)] : ['v = ', ...draw(given.capsules)]),
      ',  T = ',
      ...draw(presentOf(given)),
    ],
    ...(given.reconstruction
      ? [['x = ', ...draw(given.reconstruction.image), ',  y = ', ...draw(given.reconstruction.output)]]
      : []),
  ],
  generate: (random, level) => {
    const places = level === 1 ? 1 : 2;
    const count = level === 1 ? 3 : 4;
    const target = random.integer(0, count - 1);
    const lengths = Array.from({ length: count }, (_, k) =>
      k === target ? random.decimal(0.3, 0.85, places) : random.decimal(0.05, 0.6, places),
    );
    const pixels = random.vector(3, () => random.integer(0, 1));
    return {
      lengths,
      capsules: undefined,
      target,
      upper: 0.9,
      lower: 0.1,
      lambda: 0.5,
      reconstruction:
        level === 3
          ? { image: pixels, output: pixels.map(x => Math.abs(x - random.integer(1, 5) / 10)), weight: 0.0005 }
          : undefined,
    };
  },
  solve,
  mistakes: {
    'margins-swapped': {
      tell: {
        en: 'm⁺ and m⁻ were swapped: a present class should be longer than m⁺ = 0.9, an absent one shorter than m⁻ = 0.1.',
        zh: 'm⁺ 与 m⁻ 用反了：存在类别的长度应大于 m⁺（0.9），不存在类别的长度应小于 m⁻（0.1）。',
      },
      answer: byRule((l, isPresent, { upper, lower, lambda }) =>
        isPresent ? over(lower - l) ** 2 : lambda * over(l - upper) ** 2,
      ),
      as: given => ({ ...given, upper: given.lower, lower: given.upper }),
    },
    'lambda-forgotten': {
      tell: {
        en: 'λ is missing: the loss of absent classes is weighted down, so that early training does not shrink every capsule.',
        zh: '漏了 λ：不存在类别的损失要乘以 λ，以免训练初期把所有胶囊都压短。',
      },
      answer: byRule(
        (l, isPresent, { upper, lower }) => (isPresent ? over(upper - l) ** 2 : over(l - lower) ** 2),
        ({ lambda }) => lambda !== 1,
      ),
      as: given => (given.lambda === 1 ? undefined : { ...given, lambda: 1 }),
    },
    'lambda-on-present': {
      tell: {
        en: 'λ was put on the present class: it weighs the absent ones.',
        zh: 'λ 乘在了存在的类别上：它是不存在类别的权重。',
      },
      answer: byRule(
        (l, isPresent, { upper, lower, lambda }) => (isPresent ? lambda * over(upper - l) ** 2 : over(l - lower) ** 2),
        ({ lambda }) => lambda !== 1,
      ),
    },
    'squares-forgotten': {
      tell: {
        en: 'The squares are missing: both margins are squared, max(0, …)².',
        zh: '漏了平方：两项都是 max(0, …)²。',
      },
      answer: byRule((l, isPresent, { upper, lower, lambda }) =>
        isPresent ? over(upper - l) : lambda * over(l - lower),
      ),
    },
    'absent-classes-forgotten': {
      tell: {
        en: 'Only the present class was counted: every absent class that is longer than m⁻ adds to the loss.',
        zh: '只算了存在的类别：长度超过 m⁻ 的不存在类别也有损失。',
      },
      answer: byRule((l, isPresent, { upper }) => (isPresent ? over(upper - l) ** 2 : 0)),
    },
    'maximum-forgotten': {
      tell: {
        en: 'max(0, …) is missing: a class on the right side of its margin has no loss.',
        zh: '漏了 max(0, …)：处在边界正确一侧的类别没有损失。',
      },
      answer: byRule(
        (l, isPresent, { upper, lower, lambda }) => (isPresent ? (upper - l) ** 2 : lambda * (l - lower) ** 2),
        given => {
          const present = presentOf(given);
          const lengths = given.lengths ?? given.capsules!.map(norm);
          return lengths.some((l, k) => (present[k] === 1 ? l > given.upper : l < given.lower));
        },
      ),
    },
    halved: {
      tell: {
        en: 'The margin loss was halved, as in the published code: the paper’s formula has no ½.',
        zh: '边际损失多乘了 ½（公开代码的写法）：论文公式中没有 ½。',
      },
      answer: byRule((l, isPresent, { upper, lower, lambda }) =>
        isPresent ? over(upper - l) ** 2 / 2 : (lambda * over(l - lower) ** 2) / 2,
      ),
    },
    'reconstruction-unweighted': {
      tell: {
        en: 'The reconstruction loss was added whole: it is weighted (by 0.0005) so that it does not dominate the margin loss.',
        zh: '重构损失没有加权：应乘以权重（0.0005），以免盖过边际损失。',
      },
      answer: given => {
        if (!given.reconstruction || given.reconstruction.weight === 1) return undefined;
        const { marginLoss: margin, reconstructionLoss } = solve(given, silent);
        return { total: margin + reconstructionLoss! };
      },
    },
  },
  verify: (given, answer) => {
    // max(0, a) = (a + |a|)/2, both terms for every class with T and 1 − T; and the square of a difference expanded.
    const { upper, lower, lambda, reconstruction } = given;
    const hinge = (a: number): number => (a + Math.abs(a)) / 2;
    const lengths = given.lengths ?? given.capsules!.map(v => Math.hypot(...v));
    const present = presentOf(given);
    const losses = lengths.map((l, k) => {
      const [up, down] = [hinge(upper - l), hinge(l - lower)];
      return present[k]! * up * up + lambda * (1 - present[k]!) * down * down;
    });
    const sum = [...losses].sort((a, b) => a - b).reduce((a, b) => a + b, 0);
    const pairs = reconstruction
      ? numbersOf(reconstruction.image).map((x, i) => [x, numbersOf(reconstruction.output)[i]!] as const)
      : [];
    const apart = pairs.reduce((total, [x, y]) => total + x * x - 2 * x * y + y * y, 0);
    return [
      { claim: 'every loss with both terms and T', left: answer.losses, right: losses },
      { claim: 'the margin loss, summed from the smallest', left: answer.marginLoss, right: sum },
      ...(reconstruction ? [{ claim: 'R = Σ x² − 2xy + y²', left: answer.reconstructionLoss!, right: apart }] : []),
      { claim: 'the total', left: answer.total, right: sum + (reconstruction?.weight ?? 0) * apart },
    ];
  },
});
