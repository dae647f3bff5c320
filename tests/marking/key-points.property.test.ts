import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markText } from '../../src/marking/key-points.ts';
import { rubrics } from './rubrics.ts';

const points = rubrics.flatMap(rubric => rubric.points.map(point => ({ ...point, id: `${rubric.id} ${point.id}` })));
const answers = rubrics.flatMap(rubric => [...rubric.tuned, ...rubric.heldOut].map(([text]) => text));
const answer = fc.constantFrom(...answers);
const met = (text: string): string[] =>
  markText(text, points)
    .points.filter(mark => mark.met)
    .map(mark => mark.point);

const fullWidth = (text: string): string =>
  text
    .replace(/[!-~]/g, character => String.fromCodePoint(character.codePointAt(0)! + 0xfee0))
    .replaceAll(' ', '\u3000');

it('never throws, and quotes only what was written', () => {
  const noise = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.array(fc.constantFrom(...answers.join(' '))).map(parts => parts.join('')),
  );
  fc.assert(
    fc.property(noise, text => {
      const marking = markText(text, points);
      expect(marking.marks).toBeLessThanOrEqual(marking.outOf);
      for (const { by } of marking.points) for (const part of by?.split(' … ') ?? []) expect(text).toContain(part);
    }),
    { numRuns: 60 },
  );
});

it('makes no difference between upper and lower case, full and half width', () => {
  fc.assert(
    fc.property(answer, text => {
      const found = met(text);
      expect(met(text.replace(/[a-z]/g, letter => letter.toUpperCase()))).toEqual(found);
      expect(met(text.toLowerCase())).toEqual(found);
      expect(met(fullWidth(text))).toEqual(found);
    }),
    { numRuns: 30 },
  );
});

it('takes no point away for a sentence about something else', () => {
  const aside = fc.constantFrom(
    '今天的天气很好。',
    'I liked the second lecture.',
    '我不确定其他的。',
    'That is all I know.',
  );
  fc.assert(
    fc.property(answer, aside, (text, sentence) => {
      const found = met(text);
      expect(met(`${sentence} ${text}`)).toEqual(expect.arrayContaining(found));
      expect(met(`${text}\n${sentence}`)).toEqual(expect.arrayContaining(found));
    }),
    { numRuns: 30 },
  );
});

it.each([
  ['one letter', 'a'.repeat(10_000)],
  ['commas', 'a,'.repeat(5_000)],
  ['denials', 'not 不 '.repeat(1_700)],
  ['brackets', '('.repeat(10_000)],
  ['backslashes', '\\'.repeat(10_000)],
  ['fillers', '梯度很'.repeat(3_300)],
  ['rivals', 'capsule and neuron '.repeat(520)],
  ['everything', 'capsule and not the neuron, gradient small but large; '.repeat(185)],
  ['many matches', '梯度小大'.repeat(2_500)],
])('marks 10,000 hostile characters quickly: %s', (_name, text) => {
  const begun = performance.now();
  markText(text, points.slice(0, 4));
  expect(performance.now() - begun).toBeLessThan(2_000);
});
