import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('heatmap'))!;
const solve = (params: unknown) =>
  kind.solve(kind.read(params)) as { argmax: number[]; softArgmax: number[]; probabilities: number[][] };
const ln = (x: number): string => `ln(${x})`;

test('powers that are whole numbers, by hand', () => {
  const { argmax, softArgmax, probabilities } = solve({
    heatmap: [
      [ln(1), ln(2), ln(1)],
      [ln(1), ln(4), ln(1)],
    ],
  });
  expect(argmax).toEqual([1, 1]);
  expect(
    difference(
      probabilities,
      [
        [0.1, 0.2, 0.1],
        [0.1, 0.4, 0.1],
      ],
      0,
      1e-15,
    ),
  ).toBeUndefined();
  expect(difference(softArgmax, [0.6, 1], 0, 1e-15)).toBeUndefined();
});

test('the temperature divides', () => {
  const { softArgmax } = solve({ heatmap: [[0, ln(3)]], temperature: 0.5 });
  expect(difference(softArgmax, [0, 0.9], 0, 1e-15)).toBeUndefined();
});

test('of equal values argmax is the first in reading order', () => {
  expect(
    solve({
      heatmap: [
        [0, 0, 2],
        [2, 0, 0],
      ],
    }).argmax,
  ).toEqual([0, 2]);
  expect(solve({ heatmap: [[-3, -3]] }).argmax).toEqual([0, 0]);
});

test('a flat heatmap is expected in its middle', () => {
  const { softArgmax } = solve({ heatmap: Array.from({ length: 4 }, () => [7, 7, 7]) });
  expect(difference(softArgmax, [1.5, 1], 0, 1e-14)).toBeUndefined();
});

test('large values and low temperatures stay finite, and so does the work', () => {
  for (const params of [
    {
      heatmap: [
        [1000, 999],
        [-1000, 0],
      ],
    },
    {
      heatmap: [
        [1e16, 0],
        [0, 1],
      ],
    },
    {
      heatmap: [
        [1e308, -1e308],
        [0, 1],
      ],
      temperature: 1e-300,
    },
  ]) {
    const work = recording();
    const { probabilities } = kind.solve(kind.read(params), work) as { probabilities: number[][] };
    expect(probabilities.flat().reduce((a, b) => a + b)).toBeCloseTo(1, 14);
    for (const step of work.steps.filter(({ formula }) => formula)) {
      expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.id).toBeUndefined();
    }
  }
});

test('errors name what is wrong', () => {
  for (const [params, path] of [
    [{ heatmap: [1, 2] }, 'heatmap[0]'],
    [{ heatmap: [[1, 2], [3]] }, 'heatmap[1]'],
    [{ heatmap: [[1]], temperature: 0 }, 'temperature'],
  ] as const) {
    expect(() => kind.read(params)).toThrow(expect.objectContaining({ code: 'invalid-params', path }));
  }
});
