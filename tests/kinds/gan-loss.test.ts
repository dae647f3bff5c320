import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('gan-loss'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('at D = ½ everywhere the value is −ln 4', () => {
  const { value, discriminatorLoss } = solve({ real: [0.5, 0.5], fake: [0.5] }) as {
    value: number;
    discriminatorLoss: number;
  };
  expect(value).toBeCloseTo(-Math.log(4), 14);
  expect(discriminatorLoss).toBeCloseTo(Math.log(4), 14);
});

test('the two losses of the generator, by hand', () => {
  const answer = solve({ real: [0.9], fake: [0.05, 0.1] });
  expect(answer.generatorLossMinimax).toBeCloseTo((Math.log(0.95) + Math.log(0.9)) / 2, 14);
  expect(answer.generatorLossNonSaturating).toBeCloseTo(-(Math.log(0.05) + Math.log(0.1)) / 2, 14);
});

test('log 0 is refused by the name of the quantity', () => {
  expect(() => solve({ real: [0], fake: [0.5] })).toThrow(expect.objectContaining({ code: 'not-finite' }));
  expect(() => kind.read({ real: [1.2], fake: [0.5] })).toThrow(
    expect.objectContaining({ code: 'invalid-params', path: 'real[0]' }),
  );
});
