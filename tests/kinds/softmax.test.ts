import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('softmax'))!;
const solve = (params: unknown): number[] => {
  const work = recording();
  const { probabilities } = kind.solve(kind.read(params), work);
  for (const step of work.steps) {
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
  }
  expect(work.steps.at(-1)!.result).toEqual(probabilities);
  return probabilities as number[];
};

test('logits that are logarithms give back their shares', () => {
  const p = solve({ logits: ['ln(1)', 'ln(2)', 'ln(5)'] });
  for (const [k, share] of [0.125, 0.25, 0.625].entries()) expect(p[k]).toBeCloseTo(share, 14);
});

test('equal logits share evenly, at any temperature', () => {
  expect(solve({ logits: [7, 7, 7, 7], temperature: 3 })).toEqual([0.25, 0.25, 0.25, 0.25]);
  expect(solve({ logits: [-3] })).toEqual([1]);
});

test('the temperature divides the logits', () => {
  expect(solve({ logits: [2, 1, 0], temperature: 2 })).toEqual(solve({ logits: [1, 0.5, 0] }));
});

test('a constant added to every logit changes nothing', () => {
  const [near, far] = [solve({ logits: [1, 2, 3] }), solve({ logits: [1001, 1002, 1003] })];
  for (const [k, p] of near.entries()) expect(far[k]).toBeCloseTo(p, 14);
});

test.each([
  [[1000, 0, -1000], 1, [1, 0, 0]],
  [[1000, 1000, -1000], 1, [0.5, 0.5, 0]],
  [[-1000, -1000], 1, [0.5, 0.5]],
  [[1e308, -1e308], 1e-300, [1, 0]],
  [[1, 2], 1e-320, [0, 1]],
  [[1, 2], 1e308, [0.5, 0.5]],
])('%j at temperature %s is %j', (logits, temperature, expected) => {
  expect(solve({ logits, temperature })).toEqual(expected);
});

test('many logits are worked as vectors', () => {
  const logits = Array.from({ length: 9 }, (_, k) => k / 2);
  expect(solve({ logits, temperature: 2 })[8]).toBeCloseTo(
    Math.exp(2) / logits.reduce((s, z) => s + Math.exp(z / 2), 0),
    14,
  );
  solve({ logits: logits.map(z => z * 100), temperature: 2 });
});

test.each([
  [{ logits: [] }, 'logits'],
  [{ logits: [[1, 2]] }, 'logits[0]'],
  [{ logits: [1, 2], temperature: 0 }, 'temperature'],
])('%j is refused at %s', (params, path) => {
  expect(() => kind.read(params)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
});
