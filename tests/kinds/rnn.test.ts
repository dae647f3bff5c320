import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('rnn'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('two steps of one unit, by hand: h = tanh(0.5·x + 0.8·h + 0.1)', () => {
  const first = Math.tanh(0.5 * 1 + 0.1);
  const second = Math.tanh(0.5 * 0.5 + 0.8 * first + 0.1);
  const { states, hidden } = solve({ inputs: [[1], [0.5]], Wx: [[0.5]], Wh: [[0.8]], b: [0.1] }) as {
    states: number[][];
    hidden: number[];
  };
  expect(states[0]![0]).toBeCloseTo(first, 14);
  expect(states[1]![0]).toBeCloseTo(second, 14);
  expect(hidden).toEqual(states[1]);
});

test('without recurrent weights every step stands for itself', () => {
  const params = { Wx: [[1, -1]], Wh: [[0]] };
  const { states } = solve({
    inputs: [
      [1, 2],
      [3, 1],
      [1, 2],
    ],
    ...params,
  }) as { states: number[][] };
  expect(states[2]).toEqual(states[0]);
});

test('weights that do not go together are refused with their path', () => {
  const read = (change: object) => () => kind.read({ inputs: [[1, 2]], Wx: [[1, 2]], Wh: [[1]], ...change });
  expect(read({ Wx: [[1]] })).toThrow(expect.objectContaining({ code: 'invalid-params' }));
  expect(read({ Wh: [[1, 2]] })).toThrow(expect.objectContaining({ code: 'invalid-params' }));
  expect(read({ hidden: [1, 2] })).toThrow(expect.objectContaining({ path: expect.stringContaining('hidden') }));
});
