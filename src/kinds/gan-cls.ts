/**
 * The matching-aware discriminator (GAN-CLS) of text-to-image synthesis. It scores three pairs: s_r a real image with its
 * own text, s_w a real image with a wrong text, s_f a generated image with its text:
 * L_D = −[ln s_r + (ln(1 − s_w) + ln(1 − s_f))/2],  L_G = −ln s_f.
 *
 * Convention: both are losses to be minimised, natural logarithms, means where lists are given. The paper writes the objectives
 * without the minus, L_D = log s_r + (log(1 − s_w) + log(1 − s_f))/2 and L_G = log s_f, and climbs them.
 * Source: Reed et al. 2016, "Generative adversarial text to image synthesis", algorithm 1.
 */
import { softplus } from '../math/network.ts';
import { defineKind, field } from '../problem/kind.ts';
import type { ParamsOf } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import { logitOf, meanLog, meanLogFormula, type Named, type Side, scoresOf, scoresParam } from './shared/scores.ts';

const params = {
  realMatch: scoresParam({ en: 's_r: a real image with its own text', zh: 's_r：真实图像配正确文本' }),
  realMismatch: scoresParam({ en: 's_w: a real image with a wrong text', zh: 's_w：真实图像配错误文本' }),
  fakeMatch: scoresParam({ en: 's_f: a generated image with its text', zh: 's_f：生成图像配其文本' }),
};
type Params = ParamsOf<typeof params>;

const letters = { realMatch: 's_r', realMismatch: 's_w', fakeMatch: 's_f' } as const;

const named = (given: Params, parameter: keyof Params): Named => ({
  parameter,
  // Of several scores each has its number: sr_1.
  letter: scoresOf(given[parameter]).length === 1 ? letters[parameter] : letters[parameter].replace('_', ''),
  scores: given[parameter],
});

/** The mean logarithm of a parameter's scores, or of what is left of them. */
const mean = (given: Params, parameter: keyof Params, side: Side, quantity = 'discriminatorLoss'): number =>
  meanLog(named(given, parameter), side, quantity);

const terms = (given: Params) => ({
  match: mean(given, 'realMatch', 'score'),
  mismatch: mean(given, 'realMismatch', 'rest'),
  fake: mean(given, 'fakeMatch', 'rest'),
});

const lossOf = ({ match, mismatch, fake }: ReturnType<typeof terms>): number => -(match + (mismatch + fake) / 2);

export const ganCls = defineKind({
  id: 'gan-cls',
  topic: 'text-to-image',
  title: { en: 'Matching-aware discriminator (GAN-CLS)', zh: '匹配感知判别器（GAN-CLS）' },
  params,
  answer: {
    discriminatorLoss: field<number>('number', 'L_D', { en: 'the discriminator’s loss', zh: '判别器的损失' }),
    generatorLoss: field<number>('number', 'L_G', { en: 'the generator’s loss', zh: '生成器的损失' }),
  },
  ask: 'discriminatorLoss',
  examples: ['0.9 0.4 0.2', "--real-match '[0.9 0.8]' --real-mismatch '[0.3 0.4]' --fake-match '[0.1 0.2]'"],
  headline: () => same('L_D = −[ln s_r + (ln(1 − s_w) + ln(1 − s_f))/2],  L_G = −ln s_f'),
  prompt: () => ({
    en: 'A text-to-image discriminator scores a real image with its own text (s_r), a real image with a wrong text (s_w) and a generated image with its text (s_f). Losses to be minimised, natural logarithms.',
    zh: '文本生成图像的判别器分别给出：真实图像配正确文本 s_r、真实图像配错误文本 s_w、生成图像配其文本 s_f 的得分。损失取最小化形式，自然对数。',
  }),
  given: given => [
    (['realMatch', 'realMismatch', 'fakeMatch'] as const).flatMap((parameter, i) => [
      `${i === 0 ? '' : ',  '}${letters[parameter]} = `,
      { vector: scoresOf(given[parameter]) },
    ]),
  ],
  generate: (random, level) => {
    const count = level === 3 ? 2 : 1;
    const places = level === 1 ? 1 : 2;
    return {
      realMatch: random.vector(count, () => random.decimal(0.6, 0.9, places)),
      realMismatch: random.vector(count, () => random.decimal(0.1, 0.5, places)),
      fakeMatch: random.vector(count, () => random.decimal(0.1, 0.4, places)),
    };
  },
  solve: (given, work) => {
    const row = (id: string, parameter: keyof Params, side: Side, title: Text, quantity?: string): number =>
      work.step(id, mean(given, parameter, side, quantity), () => ({
        title,
        symbol: id,
        ...meanLogFormula(named(given, parameter), side),
      }));
    const generatorTitle = { en: 'The generator wants s_f called real', zh: '生成器希望 s_f 被判为真' };
    const A = row('A', 'fakeMatch', 'score', generatorTitle, 'generatorLoss');
    const generatorLoss = work.step('generatorLoss', -A, () => ({
      title: generatorTitle,
      symbol: 'L_G',
      formula: '-A',
      scope: { A },
    }));
    const R = row('R', 'realMatch', 'score', {
      en: 'Real image, its own text: ln s_r',
      zh: '真实图像、正确文本：ln s_r',
    });
    const W = row('W', 'realMismatch', 'rest', {
      en: 'Real image, wrong text: ln(1 − s_w)',
      zh: '真实图像、错误文本：ln(1 − s_w)',
    });
    const F = row('F', 'fakeMatch', 'rest', {
      en: 'Generated image, its text: ln(1 − s_f)',
      zh: '生成图像、其文本：ln(1 − s_f)',
    });
    const discriminatorLoss = work.step('discriminatorLoss', lossOf({ match: R, mismatch: W, fake: F }), () => ({
      title: {
        en: 'The discriminator’s loss: the two ways to be wrong share one half each',
        zh: '判别器的损失：两种应判为假的情形各占一半',
      },
      symbol: 'L_D',
      formula: '-(R + (W + F)/2)',
      scope: { R, W, F },
      note: {
        en: 'The paper writes the objective without the minus sign and climbs it.',
        zh: '原论文的目标函数不带负号，用梯度上升。',
      },
    }));
    return { discriminatorLoss, generatorLoss };
  },
  mistakes: {
    'half-forgotten': {
      tell: {
        en: 'The ½ is missing: the two kinds of wrong pairs are averaged, so that they weigh as much together as the right pair.',
        zh: '漏了 ½：两类错误配对取平均，合起来才与正确配对权重相同。',
      },
      answer: given => {
        const { match, mismatch, fake } = terms(given);
        return { discriminatorLoss: -(match + mismatch + fake) };
      },
    },
    'mismatch-as-real': {
      tell: {
        en: 'The real image with the wrong text was counted as right (ln s_w): this discriminator also has to reject it, ln(1 − s_w).',
        zh: '把真实图像配错误文本当成了正确配对（ln s_w）：该判别器也应拒绝它，用 ln(1 − s_w)。',
      },
      answer: given =>
        scoresOf(given.realMismatch).includes(0)
          ? undefined
          : { discriminatorLoss: lossOf({ ...terms(given), mismatch: mean(given, 'realMismatch', 'score') }) },
    },
    'mismatch-ignored': {
      tell: {
        en: 'That is the loss of an ordinary conditional GAN: the pair of a real image and a wrong text is missing.',
        zh: '这是普通条件 GAN 的损失：漏了真实图像配错误文本这一项。',
      },
      answer: given => {
        const { match, fake } = terms(given);
        return { discriminatorLoss: -(match + fake) };
      },
    },
    'log-d-for-fake': {
      tell: {
        en: 'ln s_f stands where ln(1 − s_f) belongs: the discriminator wants a low score for a generated image.',
        zh: '把 ln(1 − s_f) 写成了 ln s_f：判别器希望生成图像的得分低。',
      },
      answer: given => ({ discriminatorLoss: lossOf({ ...terms(given), fake: mean(given, 'fakeMatch', 'score') }) }),
    },
    'sign-forgotten': {
      tell: {
        en: 'The minus sign is missing: that is the objective that the paper maximises, the loss to be minimised is its negative.',
        zh: '漏了负号：这是论文中要最大化的目标，要最小化的损失是它的相反数。',
      },
      answer: given => ({
        discriminatorLoss: -lossOf(terms(given)),
        generatorLoss: mean(given, 'fakeMatch', 'score', 'generatorLoss'),
      }),
    },
    'base-two': {
      tell: {
        en: 'log₂ was taken: the losses use the natural logarithm.',
        zh: '用了以 2 为底的对数：损失取自然对数。',
      },
      answer: given => ({
        discriminatorLoss: lossOf(terms(given)) / Math.LN2,
        generatorLoss: -mean(given, 'fakeMatch', 'score', 'generatorLoss') / Math.LN2,
      }),
    },
    'minimax-generator': {
      tell: {
        en: 'That is the saturating loss ln(1 − s_f): the generator here minimises −ln s_f.',
        zh: '这是会饱和的损失 ln(1 − s_f)：这里生成器最小化 −ln s_f。',
      },
      answer: given => ({ generatorLoss: terms(given).fake }),
    },
  },
  verify: ({ realMatch, realMismatch, fakeMatch }, { discriminatorLoss, generatorLoss }) => {
    // From the logits: −ln s = softplus(−a) and −ln(1 − s) = softplus(a).
    const average = (scores: readonly number[], f: (a: number) => number): number =>
      scores.reduce((sum, s) => sum + f(logitOf(s)) / scores.length, 0);
    const right = average(scoresOf(realMatch), a => softplus(-a));
    const wrong = average(scoresOf(realMismatch), softplus) + average(scoresOf(fakeMatch), softplus);
    return [
      { claim: 'L_D from the logits', left: 2 * discriminatorLoss, right: 2 * right + wrong },
      { claim: 'L_G from the logits', left: generatorLoss, right: average(scoresOf(fakeMatch), a => softplus(-a)) },
    ];
  },
});
