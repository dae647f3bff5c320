import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('gan-optimum'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('equal distributions: D* = ½, value −ln 4, divergence 0', () => {
  const { discriminator, value, jensenShannon } = solve({ data: [0.3, 0.7], generator: [0.3, 0.7] }) as {
    discriminator: number[];
    value: number;
    jensenShannon: number;
  };
  expect(discriminator).toEqual([0.5, 0.5]);
  expect(value).toBeCloseTo(-Math.log(4), 14);
  expect(jensenShannon).toBeCloseTo(0, 14);
});

test('disjoint distributions: the divergence is ln 2 and the value 0', () => {
  const { value, jensenShannon } = solve({ data: [1, 0], generator: [0, 1] }) as {
    value: number;
    jensenShannon: number;
  };
  expect(jensenShannon).toBeCloseTo(Math.LN2, 14);
  expect(value).toBeCloseTo(0, 14);
});

test('no outcome may be impossible in both', () => {
  expect(() => kind.read({ data: [1, 0], generator: [1, 0] })).toThrow(
    expect.objectContaining({ code: 'invalid-params' }),
  );
  expect(() => kind.read({ data: [0.5, 0.4], generator: [0.5, 0.5] })).toThrow(
    expect.objectContaining({ path: 'data' }),
  );
});
