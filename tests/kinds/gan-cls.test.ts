import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('gan-cls'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('the matching-aware loss, by hand', () => {
  const { discriminatorLoss, generatorLoss } = solve({ realMatch: [0.9], realMismatch: [0.3], fakeMatch: [0.2] });
  expect(discriminatorLoss).toBeCloseTo(-(Math.log(0.9) + (Math.log(0.7) + Math.log(0.8)) / 2), 14);
  expect(generatorLoss).toBeCloseTo(-Math.log(0.2), 14);
});

test('scores outside of 0 to 1 are refused', () => {
  expect(() => kind.read({ realMatch: [1.1], realMismatch: [0.3], fakeMatch: [0.2] })).toThrow(
    expect.objectContaining({ code: 'invalid-params' }),
  );
});
