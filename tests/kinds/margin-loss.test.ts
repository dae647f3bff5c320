import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';

const kind = (await loadKind('margin-loss'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

test('a long right capsule and short wrong ones cost nothing', () => {
  expect(solve({ lengths: [0.95, 0.05, 0.1], target: 0 })).toMatchObject({ marginLoss: 0, total: 0 });
});

test('both sides of the margin, by hand', () => {
  const { losses, marginLoss } = solve({ lengths: [0.7, 0.3, 0.05], target: 0 }) as {
    losses: number[];
    marginLoss: number;
  };
  expect(losses[0]).toBeCloseTo(0.04, 14);
  expect(losses[1]).toBeCloseTo(0.02, 14);
  expect(losses[2]).toBe(0);
  expect(marginLoss).toBeCloseTo(0.06, 14);
});

test('several classes present, and a reconstruction with its weight', () => {
  const { total, reconstructionLoss } = solve({
    lengths: [0.8, 0.8],
    target: [1, 1],
    reconstruction: { image: [1, 0], output: [0.5, 0.5], weight: 0.1 },
  }) as { total: number; reconstructionLoss: number };
  expect(reconstructionLoss).toBeCloseTo(0.5, 14);
  expect(total).toBeCloseTo(0.02 + 0.05, 14);
});

test('a class that is not there is refused', () => {
  expect(() => kind.read({ lengths: [0.5], target: 1 })).toThrow(
    expect.objectContaining({ code: 'invalid-params', path: 'target' }),
  );
});
