import { describe, expect, it, test } from 'vitest';
import { markText } from '../../src/marking/key-points.ts';
import { PatternError } from '../../src/marking/pattern.ts';
import { point } from './rubrics.ts';

const players = [
  { ...point('g', [['noise|噪声|随机']]), about: ['generator|=g', 'discriminator|=d'] },
  { ...point('d', [['probability|概率']], [['image|图']]), about: ['discriminator|=d', 'generator|=g'] },
];

const met = (answer: string): string =>
  markText(answer, players)
    .points.flatMap(mark => (mark.met ? [mark.point] : []))
    .join(' ');

describe('what is said of another subject', () => {
  it.each([
    ['G takes noise and gives an image; D gives a probability', 'g d'],
    ['D takes noise. G gives a probability.', ''],
    ['生成器由噪声得到图片，判别器输出概率', 'g d'],
    ['判别器的输入是随机噪声，输出图片；生成器输出概率', ''],
    // No subject is named: the question has named it.
    ['noise in, then a probability out', 'g d'],
    // A clause that names none goes on about the last one.
    ['The discriminator is the first network. It takes noise.', ''],
    ['The discriminator comes first. The other network, G, is fed with noise.', 'g'],
    // Both in one clause: either may be meant.
    ['with noise the generator fools the discriminator', 'g'],
    ['the generator gets noise and the discriminator gives a probability', 'g d'],
    ['the discriminator gets noise and the generator gives a probability', ''],
    ['生成器吃噪声和判别器给概率', 'g d'],
    ['the generator and the discriminator take noise and give a probability', 'g d'],
    // What stands before an "and" may go on about the subject before it.
    ['G comes first, takes noise and D gives a probability', 'g d'],
    ['G takes noise or a code and D gives a probability', 'g d'],
    // A subject that is denied is not spoken of.
    ['the generator, not the discriminator, takes noise', 'g'],
    // A contradiction must be said of the point's own subject too.
    ['D gives a probability, D makes images', ''],
    ['D gives a probability, G makes images', 'd'],
  ])('%s', (answer, points) => {
    expect(met(answer)).toBe(points);
  });
});

test('of two words at one place the longer is meant', () => {
  const empty = { ...point('none', [['=0']]), about: ['object', 'no object|empty'] };
  const marked = (answer: string): boolean => markText(answer, [empty]).points[0]!.met;
  expect(marked('0 with an object')).toBe(true);
  expect(marked('no object: 0')).toBe(false);
});

test('words that cannot be read are said so', () => {
  expect(() => markText('x', [{ ...point('a', [['b']]), about: ['a|', 'b'] }])).toThrow(PatternError);
});
