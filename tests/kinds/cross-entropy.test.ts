import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { generateProblem } from '../../src/problem/generate.ts';
import { askedValue, type Level } from '../../src/problem/kind.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('cross-entropy'))!;
const solve = (params: unknown) => kind.solve(kind.read(params)) as Record<string, number>;

test('the entropy of halves and quarters in bits', () => {
  expect(solve({ p: [0.5, 0.25, 0.25], base: 2 })).toEqual({ entropy: 1.5 });
});

test('Kullback’s example: both directions differ', () => {
  const [p, q] = [
    ['9/25', '12/25', '4/25'],
    ['1/3', '1/3', '1/3'],
  ];
  expect(solve({ p, q }).klDivergence).toBeCloseTo(0.0852996, 7);
  expect(solve({ p: q, q: p }).klDivergence).toBeCloseTo(0.0974554, 6);
});

test('a certain outcome has no entropy, and costs −log q', () => {
  const { entropy, crossEntropy, klDivergence } = solve({ p: [1, 0], q: [0.125, 0.875], base: '2' });
  expect([entropy, crossEntropy, klDivergence]).toEqual([0, 3, 3]);
});

test('base 10, and q = p', () => {
  const { entropy, crossEntropy, klDivergence } = solve({ p: [0.1, 0.9], q: [0.1, 0.9], base: 10 });
  expect(entropy).toBeCloseTo(0.1 + 0.9 * Math.log10(10 / 9), 14);
  expect(crossEntropy).toBe(entropy);
  expect(klDivergence).toBe(0);
});

test('distributions that almost agree have a divergence of half the squared difference', () => {
  const { klDivergence } = solve({ p: [0.5, 0.5], q: [0.5 + 2 ** -24, 0.5 - 2 ** -24] });
  expect(klDivergence! / 2 ** -47).toBeCloseTo(1, 6);
});

test.each([1e-300, 5e-324])('a probability of %s stays finite, and its steps check out', tiny => {
  for (const params of [
    { p: [1, tiny], q: [tiny, 1] },
    { p: [tiny, 1], q: [1, tiny], base: 2 },
  ]) {
    const work = recording();
    const answer = kind.solve(kind.read(params), work);
    expect(answer.crossEntropy).toBeGreaterThan(600);
    expect(answer.crossEntropy).toBeLessThan(1100);
    for (const step of work.steps) {
      expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
    }
  }
});

test('many outcomes, some impossible, are worked as vectors', () => {
  const p = [0.1, 0.2, 0, 0.1, 0.1, 0.1, 0.1, 0.3];
  const work = recording();
  kind.solve(kind.read({ p, q: p.map((_, k) => (k === 2 ? 0 : 1 / 7)), base: 10 }), work);
  expect(work.steps.map(step => step.id)).toEqual(['h', 'entropy', 'd', 'klDivergence', 'c', 'crossEntropy']);
  for (const step of work.steps) {
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.formula).toBeUndefined();
  }
});

test('q = 0 where p > 0 has no finite cross-entropy; both 0 is harmless', () => {
  expect(() => solve({ p: [0.5, 0.5], q: [1, 0] })).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'crossEntropy' }),
  );
  expect(solve({ p: [1, 0], q: [1, 0] }).crossEntropy).toBe(0);
});

test.each([
  [{ p: [0.5, 0.4] }, 'p'],
  [{ p: [1.5, -0.5] }, 'p[1]'],
  [{ p: [0.5, 0.5], q: [0.2, 0.3, 0.5] }, 'q'],
  [{ p: [0.5, 0.5], base: 3 }, 'base'],
])('%j is refused at %s', (params, path) => {
  expect(() => kind.read(params)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
});

test('the asked value is H(P, Q), or H(P) where there is no Q', () => {
  const asked = (params: unknown) => askedValue(kind, kind.ask, solve(params), kind.read(params));
  expect(asked({ p: [0.5, 0.5], base: 2 })).toBe(1);
  expect(asked({ p: [0.5, 0.5], q: [0.25, 0.75], base: 2 })).toBeCloseTo(2 - Math.log2(3) / 2, 14);
});

test.each(['entropy', 'crossEntropy', 'klDivergence'])('every level has problems that ask for %s', ask => {
  for (const level of [1, 2, 3] as Level[]) {
    for (let seed = 0; seed < 20; seed++) {
      const params = generateProblem(kind, seed, level, ask);
      expect(askedValue(kind, ask, kind.solve(params), params)).toBeDefined();
    }
  }
});
