/**
 * The losses of a generative adversarial network from the discriminator's scores, natural logarithms, means over samples:
 * V = mean ln D(x) + mean ln(1 − D(G(z))); the discriminator minimises L_D = −V; the generator minimises mean ln(1 − D(G(z)))
 * in the minimax game, and in practice the non-saturating mean −ln D(G(z)), whose gradient is large while D rejects its samples.
 *
 * Convention: no factor ½ before V (some texts have one in L_D). The generator's losses leave out the first term of V, on which G
 * has no influence. Source: Goodfellow et al. 2014, "Generative adversarial nets", equation 1 and section 3.
 */
import { softplus } from '../math/network.ts';
import { draw } from '../problem/drawing.ts';
import { defineKind, field } from '../problem/kind.ts';
import type { ParamsOf } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { logitOf, meanLog, meanLogFormula, type Named, scoresOf, scoresParam } from './shared/scores.ts';

const params = {
  real: scoresParam({ en: 'D(x), the scores of real samples', zh: 'D(x)，真实样本的得分' }),
  fake: scoresParam({ en: 'D(G(z)), the scores of generated samples', zh: 'D(G(z))，生成样本的得分' }),
};
type Params = ParamsOf<typeof params>;

const realOf = ({ real }: Params): Named => ({ parameter: 'real', letter: 'd', scores: real });
const fakeOf = ({ fake }: Params): Named => ({ parameter: 'fake', letter: 'g', scores: fake });

/** All fields from the two means that a mistake may have changed. */
const fieldsOf = (onReal: number, onFake: number) => ({
  value: onReal + onFake,
  discriminatorLoss: -(onReal + onFake),
});

const meanOf = (scores: readonly number[], f: (s: number) => number): number =>
  scores.reduce((sum, s) => sum + f(s), 0) / scores.length;

export const ganLoss = defineKind({
  id: 'gan-loss',
  topic: 'gan',
  title: { en: 'Losses of a GAN', zh: 'GAN 的损失' },
  params,
  answer: {
    value: field<number>('number', 'V', { en: 'the value V(D, G)', zh: '值函数 V(D, G)' }),
    discriminatorLoss: field<number>('number', 'L_D', { en: 'the discriminator’s loss −V', zh: '判别器的损失 −V' }),
    generatorLossMinimax: field<number>('number', 'L_G (minimax)', {
      en: 'the generator’s minimax loss, mean ln(1 − D(G(z)))',
      zh: '生成器的极小极大损失，ln(1 − D(G(z))) 的均值',
    }),
    generatorLossNonSaturating: field<number>('number', 'L_G (−ln D)', {
      en: 'the generator’s non-saturating loss, mean −ln D(G(z))',
      zh: '生成器的非饱和损失，−ln D(G(z)) 的均值',
    }),
  },
  ask: 'discriminatorLoss',
  examples: ["'[0.9 0.8]' '[0.3 0.1]'", '--real 0.5 --fake 0.5'],
  headline: () => same('V = E[ln D(x)] + E[ln(1 − D(G(z)))]'),
  prompt: () => ({
    en: 'The discriminator gives real samples the scores d = D(x) and generated samples the scores g = D(G(z)). Natural logarithms, means over the samples.',
    zh: '判别器对真实样本的得分为 d = D(x)，对生成样本的得分为 g = D(G(z))。取自然对数，对样本取均值。',
  }),
  given: ({ real, fake }) => [['d = ', ...draw(scoresOf(real)), ',  g = ', ...draw(scoresOf(fake))]],
  generate: (random, level) => {
    const places = level === 3 ? 2 : 1;
    const count = level === 1 ? 1 : level;
    return {
      real: random.vector(count, () => random.decimal(0.5, 0.9, places)),
      fake: random.vector(level === 3 ? 2 : count, () => random.decimal(0.1, level === 1 ? 0.4 : 0.6, places)),
    };
  },
  solve: (given, work) => {
    const [real, fake] = [realOf(given), fakeOf(given)];
    const onReal = work.step('mean_real', meanLog(real, 'score', 'value'), () => ({
      title: { en: 'Real samples: the mean of ln D(x)', zh: '真实样本：ln D(x) 的均值' },
      symbol: 'E_real',
      ...meanLogFormula(real, 'score'),
    }));
    const onFake = work.step('generatorLossMinimax', meanLog(fake, 'rest', 'value'), () => ({
      title: { en: 'Generated samples: the mean of ln(1 − D(G(z)))', zh: '生成样本：ln(1 − D(G(z))) 的均值' },
      symbol: 'E_fake',
      ...meanLogFormula(fake, 'rest'),
      note: {
        en: 'This is also the generator’s minimax loss: the other term of V does not depend on G.',
        zh: '这也是生成器的极小极大损失：V 的另一项与 G 无关。',
      },
    }));
    const logFake = work.step('mean_log_fake', meanLog(fake, 'score', 'generatorLossNonSaturating'), () => ({
      title: {
        en: 'The generator’s non-saturating loss, mean −ln D(G(z))',
        zh: '生成器的非饱和损失：−ln D(G(z)) 的均值',
      },
      symbol: 'E_log',
      ...meanLogFormula(fake, 'score'),
    }));
    const nonSaturating = work.step('generatorLossNonSaturating', -logFake, () => ({
      title: {
        en: 'The generator’s non-saturating loss, mean −ln D(G(z))',
        zh: '生成器的非饱和损失：−ln D(G(z)) 的均值',
      },
      symbol: 'L_G',
      formula: '-E_log',
      scope: { E_log: logFake },
    }));
    const value = work.step('value', onReal + onFake, () => ({
      title: { en: 'The value of the game', zh: '博弈的值' },
      symbol: 'V',
      formula: 'E_real + E_fake',
      scope: { E_real: onReal, E_fake: onFake },
    }));
    const discriminatorLoss = work.step('discriminatorLoss', -value, () => ({
      title: { en: 'The discriminator’s loss: it maximises V', zh: '判别器的损失：判别器要使 V 最大' },
      symbol: 'L_D',
      formula: '-V',
      scope: { V: value },
    }));
    return { value, discriminatorLoss, generatorLossMinimax: onFake, generatorLossNonSaturating: nonSaturating };
  },
  mistakes: {
    'log-d-for-fake': {
      tell: {
        en: 'ln D(G(z)) stands where ln(1 − D(G(z))) belongs: on generated samples the discriminator is right with 1 − D.',
        zh: '把 ln(1 − D(G(z))) 写成了 ln D(G(z))：对生成样本，判别器判断正确的概率是 1 − D。',
      },
      answer: given => fieldsOf(meanLog(realOf(given), 'score', 'value'), meanLog(fakeOf(given), 'score', 'value')),
    },
    'sign-forgotten': {
      tell: {
        en: 'That is V itself: the discriminator maximises V, so as a loss to be minimised it takes −V.',
        zh: '这是 V 本身：判别器要使 V 最大，作为要最小化的损失应取 −V。',
      },
      answer: given => ({
        discriminatorLoss: meanLog(realOf(given), 'score', 'value') + meanLog(fakeOf(given), 'rest', 'value'),
      }),
    },
    'base-two': {
      tell: {
        en: 'log₂ was taken: the losses of a GAN use the natural logarithm.',
        zh: '用了以 2 为底的对数：GAN 的损失取自然对数。',
      },
      answer: given => {
        const [real, fake] = [meanLog(realOf(given), 'score', 'value'), meanLog(fakeOf(given), 'rest', 'value')];
        return {
          ...fieldsOf(real / Math.LN2, fake / Math.LN2),
          generatorLossMinimax: fake / Math.LN2,
          generatorLossNonSaturating: -meanLog(fakeOf(given), 'score', 'value') / Math.LN2,
        };
      },
    },
    'sum-for-mean': {
      tell: {
        en: 'The logarithms were added up: an expectation is their mean over the samples.',
        zh: '把对数直接相加了：期望应取样本的均值。',
      },
      answer: given => {
        const [m, n] = [scoresOf(given.real).length, scoresOf(given.fake).length];
        if (m === 1 && n === 1) return undefined;
        const [real, fake] = [meanLog(realOf(given), 'score', 'value'), meanLog(fakeOf(given), 'rest', 'value')];
        return {
          ...fieldsOf(m * real, n * fake),
          ...(n === 1
            ? {}
            : {
                generatorLossMinimax: n * fake,
                generatorLossNonSaturating: -n * meanLog(fakeOf(given), 'score', 'value'),
              }),
        };
      },
    },
    'half-added': {
      tell: {
        en: 'A factor ½ was put before V: some texts write L_D so, Goodfellow’s V has none.',
        zh: '多乘了 ½：有的书把 L_D 写成这样，Goodfellow 的 V 没有这个系数。',
      },
      answer: given =>
        fieldsOf(meanLog(realOf(given), 'score', 'value') / 2, meanLog(fakeOf(given), 'rest', 'value') / 2),
    },
    'minimax-for-non-saturating': {
      tell: {
        en: 'That is the minimax loss, mean ln(1 − D(G(z))): the non-saturating loss is mean −ln D(G(z)), whose gradient does not vanish while D rejects the samples.',
        zh: '这是极小极大损失 ln(1 − D(G(z))) 的均值：非饱和损失是 −ln D(G(z)) 的均值，在 D 能识破样本时梯度也不会消失。',
      },
      answer: given => ({ generatorLossNonSaturating: meanLog(fakeOf(given), 'rest', 'value') }),
    },
    'non-saturating-for-minimax': {
      tell: {
        en: 'That is the non-saturating loss, mean −ln D(G(z)): the minimax loss is mean ln(1 − D(G(z))), the generator’s term of V.',
        zh: '这是非饱和损失 −ln D(G(z)) 的均值：极小极大损失是 ln(1 − D(G(z))) 的均值，即 V 中与生成器有关的一项。',
      },
      answer: given => ({ generatorLossMinimax: -meanLog(fakeOf(given), 'score', 'value') }),
    },
  },
  verify: ({ real, fake }, answer) => {
    // Binary cross-entropy from the logits, as libraries compute it: target 1 for real samples, 0 for generated ones.
    const [d, g] = [scoresOf(real).map(logitOf), scoresOf(fake).map(logitOf)];
    return [
      {
        claim: 'L_D is the binary cross-entropy of the logits',
        left: answer.discriminatorLoss,
        right: meanOf(d, a => softplus(-a)) + meanOf(g, softplus),
      },
      {
        claim: 'the generator’s losses from the logits',
        left: [answer.generatorLossMinimax, answer.generatorLossNonSaturating],
        right: [-meanOf(g, softplus), meanOf(g, a => softplus(-a))],
      },
      {
        claim: 'L_G non-saturating − L_G minimax is the mean of softplus(a) + softplus(−a)',
        left: answer.generatorLossNonSaturating - answer.generatorLossMinimax,
        right: meanOf(g, a => Math.abs(a) + 2 * Math.log1p(Math.exp(-Math.abs(a)))),
      },
      { claim: 'V = −L_D', left: answer.value, right: -answer.discriminatorLoss },
    ];
  },
});
