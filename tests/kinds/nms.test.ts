import { expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { following, recording } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const kind = (await loadKind('nms'))!;
const solve = (params: unknown) => kind.solve(kind.read(params));

const chain = {
  boxes: [
    [0, 0, 4, 3],
    [1, 0, 5, 3],
    [2, 0, 6, 3],
  ],
  scores: [0.9, 0.8, 0.7],
  threshold: 0.5,
};

test('a suppressed box suppresses nothing: the end of a chain stays', () => {
  expect(solve(chain)).toEqual({ kept: [0, 2], suppressed: [{ index: 1, by: 0, iou: 0.6 }] });
});

test('an IoU equal to the threshold does not suppress, in decimals neither', () => {
  expect(solve({ ...chain, threshold: '3/5' }).kept).toEqual([0, 1, 2]);
  const tenths = chain.boxes.map(box => box.map(x => x / 10));
  expect(solve({ ...chain, boxes: tenths, threshold: 0.6 }).kept).toEqual([0, 1, 2]);
  expect(solve({ ...chain, boxes: tenths, threshold: 0.599999 }).kept).toEqual([0, 2]);
});

test('above a threshold of 0 the smallest overlap suppresses, a common side does not', () => {
  const beside = (x: number) => ({
    ...chain,
    boxes: [
      [0, 0, 1, 1],
      [x, 0, 2, 1],
    ],
    scores: [0.9, 0.8],
    threshold: 0,
  });
  expect(solve(beside(1)).kept).toEqual([0, 1]);
  expect(solve(beside(1 - 1e-14)).kept).toEqual([0]);
});

test('an order of a student is followed, one that names no boxes is not', () => {
  const follow = (order: number[]) => kind.solve(kind.read(chain), following(new Map([['order', order]])));
  expect(follow([1, 0, 2]).kept).toEqual([1]);
  expect(follow([7, 0.5]).kept).toEqual([0, 2]);
});

test('of equal scores the lower index comes first', () => {
  expect(solve({ ...chain, scores: [0.5, 0.9, 0.9], threshold: 0.4 })).toMatchObject({ kept: [1] });
  expect(solve({ ...chain, scores: [1, 1, 1], threshold: 1 }).kept).toEqual([0, 1, 2]);
});

test('boxes below the score threshold are in neither list; one at it takes part', () => {
  const answer = solve({ ...chain, scores: [0.2, 0.3, 0.9], scoreThreshold: 0.3 });
  expect(answer).toEqual({ kept: [2], suppressed: [{ index: 1, by: 2, iou: 0.6 }] });
  expect(solve({ ...chain, scoreThreshold: 2 })).toEqual({ kept: [], suppressed: [] });
});

test('no more boxes than allowed are kept', () => {
  const apart = [0, 10, 20].map(x => [x, 0, x + 1, 1]);
  expect(solve({ ...chain, boxes: apart, maxBoxes: 2 })).toEqual({ kept: [0, 1], suppressed: [] });
});

test('boxes without area suppress nothing, not even each other', () => {
  expect(
    solve({
      boxes: [
        [1, 1, 1, 1],
        [1, 1, 1, 1],
      ],
      scores: [0.9, 0.8],
      threshold: 0,
    }).kept,
  ).toEqual([0, 1]);
});

test('tiny boxes are suppressed like others; an area that is not finite is named', () => {
  const scaled = (factor: number) => chain.boxes.map(box => box.map(x => x * factor));
  expect(solve({ ...chain, boxes: scaled(1e-200) }).kept).toEqual([0, 2]);
  expect(() => solve({ ...chain, boxes: scaled(1e200) })).toThrow(
    expect.objectContaining({ code: 'not-finite', path: 'boxes[0]' }),
  );
});

test('of many boxes the first rows are shown, the rest as vectors that hold', () => {
  const boxes = Array.from({ length: 40 }, (_, i) => [i, i % 3, i + 5, 4 + (i % 3)]);
  const scores = boxes.map((_, i) => ((7 * i) % 40) / 40);
  const work = recording();
  kind.solve(kind.read({ boxes, scores, threshold: 0.3 }), work);
  expect(work.steps.length).toBeLessThan(120);
  expect(work.steps.some(({ id }) => id === 'A_rest')).toBe(true);
  for (const step of work.steps.filter(({ formula }) => formula)) {
    expect(difference(evaluateStep(step), step.result, 1e-9, 1e-12), step.id).toBeUndefined();
  }
});

test('what does not fit is refused where it stands', () => {
  const refused = (change: object, path: string, code = 'invalid-params') =>
    expect(() => solve({ ...chain, ...change })).toThrow(expect.objectContaining({ code, path }));
  refused({ scores: [0.9, 0.8] }, 'scores');
  refused(
    {
      boxes: [
        [0, 0, 4, 3],
        [5, 0, 1, 3],
        [2, 0, 6, 3],
      ],
    },
    'boxes[1][2]',
  );
  refused({ boxes: [0, 0, 4, 3] }, 'boxes[0]');
  refused({ boxes: [] }, 'boxes');
  refused({ threshold: 1.5 }, 'threshold');
  refused({ threshold: undefined }, 'threshold');
  refused({ maxBoxes: 0 }, 'maxBoxes');
  const many = Array.from({ length: 10_000 }, () => [0, 0, 1, 1]);
  expect(() => solve({ boxes: many, scores: many.map(() => 1), threshold: 0.5 })).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
});
