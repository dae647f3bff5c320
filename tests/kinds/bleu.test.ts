import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { readWords } from '../../src/problem/notation.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('bleu'))!;
const solve = (params: unknown) =>
  kind.solve(kind.read(params)) as { precisions: number[]; brevityPenalty: number; bleu: number };

test('a word said seven times counts as often as in one reference (Papineni et al. 2002, example 2)', () => {
  const references = ['the cat is on the mat', 'there is a cat on the mat'];
  const { precisions, bleu } = solve({ candidate: 'the the the the the the the', references, maxN: 2 });
  expect(precisions).toEqual([2 / 7, 0]);
  expect(bleu).toBe(0);
});

test('of two reference lengths as near the shorter counts', () => {
  const lengths = (...references: string[]) => solve({ candidate: 'a a a a', references, maxN: 1 }).brevityPenalty;
  expect(lengths('a a a a a', 'a a a')).toBe(1);
  expect(lengths('a a a a a', 'a')).toBeCloseTo(Math.exp(1 - 5 / 4), 14);
  expect(lengths('a a a a')).toBe(1);
});

test('add-one leaves the words alone, and a candidate without an n-gram has precision 0', () => {
  const { precisions } = solve({ candidate: 'a b', references: ['a c'], maxN: 3, smoothing: 'add-one' });
  expect(precisions).toEqual([1 / 2, 1 / 2, 0]);
});

test('empty candidates score 0, and empty references match nothing', () => {
  expect(solve({ candidate: '', references: ['a'] })).toMatchObject({ brevityPenalty: 0, bleu: 0 });
  expect(solve({ candidate: [], references: [''] })).toMatchObject({ brevityPenalty: 0, bleu: 0 });
  expect(solve({ candidate: 'a b', references: [[]], maxN: 1 })).toMatchObject({ precisions: [0], brevityPenalty: 1 });
});

test('sentences split at white space, words of a list as they are; case counts', () => {
  expect(kind.read({ candidate: ' the\tcat\n', references: ['a  cat', ['New York', 3]] })).toMatchObject({
    candidate: ['the', 'cat'],
    references: [
      ['a', 'cat'],
      ['New York', '3'],
    ],
  });
  expect(kind.read({ candidate: 'a', references: 'a cat\n\nthe cat\n' })).toMatchObject({
    references: [
      ['a', 'cat'],
      ['the', 'cat'],
    ],
  });
  expect(solve({ candidate: 'The', references: ['the'], maxN: 1 }).bleu).toBe(0);
  expect(solve({ candidate: ['a b', 'c'], references: [['a', 'b c']], maxN: 2 }).precisions).toEqual([0, 0]);
});

test('words on a command line stay as they are written', () => {
  expect(readWords('two dogs, one cat; 1x1')).toBe('two dogs, one cat; 1x1');
  expect(readWords('3')).toBe('3');
  expect(readWords('["the cat", ["a", "cat"]]')).toEqual(['the cat', ['a', 'cat']]);
  expect(readWords('[the cat; a cat]')).toEqual([
    ['the', 'cat'],
    ['a', 'cat'],
  ]);
});

test('what is not words is refused where it stands', () => {
  const at = (path: string) => expect.objectContaining({ code: 'invalid-params', path });
  expect(() => kind.read({ references: ['a'] })).toThrow(at('candidate'));
  expect(() => kind.read({ candidate: ['a', null], references: ['a'] })).toThrow(at('candidate[1]'));
  expect(() => kind.read({ candidate: 'a', references: [] })).toThrow(at('references'));
  expect(() => kind.read({ candidate: 'a', references: ['a', [['b']]] })).toThrow(at('references[1][0]'));
  expect(() => kind.read({ candidate: 'a', references: ['a'], maxN: 0 })).toThrow(at('maxN'));
  expect(() => kind.read({ candidate: Array(100_000).fill('a'), references: ['a'], maxN: 100 })).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
});

test('the steps of long, smoothed and empty problems evaluate to what they show', () => {
  const long = Array.from({ length: 60 }, (_, i) => `w${(i * i) % 17}`);
  for (const params of [
    { candidate: long, references: [long.slice(0, 50), long.slice(3)], maxN: 12, smoothing: 'add-one' },
    { candidate: long, references: [long], maxN: 8 },
    { candidate: long.slice(0, 3), references: [long], maxN: 9 },
    { candidate: 'a', references: ['a b c d'], maxN: 1 },
    { candidate: '', references: ['a'] },
  ]) {
    const work = recording();
    const answer = kind.solve(kind.read(params), work) as { bleu: number };
    expect(work.steps.at(-1)!.result).toBe(answer.bleu);
    for (const step of work.steps.filter(({ formula }) => formula !== undefined))
      expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.id).toBeUndefined();
  }
});
