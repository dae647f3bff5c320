import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import {
  answerStep,
  beginAlong,
  nextAlong,
  stepsAlong,
  summariseAlong,
  type WorkAlong,
} from '../../src/marking/work-along.ts';
import { generateProblem } from '../../src/problem/generate.ts';
import { mapValue, numbersOf, type Value } from '../../src/problem/value.ts';

const bp = (await loadKind('bp'))!;
const net = bp.read({
  inputs: [1, 0],
  targets: [1],
  learningRate: 0.5,
  layers: [
    {
      weights: [
        [0.3, -0.2],
        [0.5, 0.1],
      ],
      activation: 'sigmoid',
    },
    { weights: [[0.4, -0.6]], activation: 'sigmoid' },
  ],
});

/** Works every step as `change` says; undefined leaves the right value. */
const worked = (along: WorkAlong, change: (id: string, result: Value) => Value | string | undefined): WorkAlong => {
  let at = along;
  for (let step = nextAlong(at); step; step = nextAlong(at)) {
    const own = change(step.id, step.result) ?? step.result;
    at = answerStep(at, typeof own === 'string' ? own : JSON.stringify(own)).along;
  }
  return at;
};

describe('one hidden layer, one slip', () => {
  const begun = beginAlong(bp, net, 4);

  test('one wrong step costs one step: the rest is right on the own value', () => {
    const end = worked(begun, id => (id === 'z_2' ? 0.6 : undefined));
    expect(summariseAlong(end)).toMatchObject({ wrong: 1, skipped: 0, firstWrong: 'z_2' });
    expect(end.verdicts.get('u2')).toEqual({ verdict: 'right', isOwn: true });
    expect(end.verdicts.get('z_1')).toEqual({ verdict: 'right', isOwn: false });
    expect(stepsAlong(end).find(step => step.id === 'u2')!.result).toBeCloseTo(0.4 * 0.574443 - 0.6 * 0.6, 5);
  });

  test('values rounded to the asked place are right all the way', () => {
    const end = worked(begun, (_id, result) => mapValue(result, x => Number(x.toFixed(4))));
    expect(summariseAlong(end)).toMatchObject({ wrong: 0, skipped: 0 });
  });

  test('a zero does not make the rest trivial', () => {
    const end = worked(begun, id => (id === 'z_1' ? 0 : undefined));
    expect(end.verdicts.get('z_1')).toEqual({ verdict: 'wrong', isFollowed: false, isOwn: false });
    expect(end.verdicts.get('u2')).toEqual({ verdict: 'right', isOwn: false });
  });

  test('the final answer typed early does not earn the later steps', () => {
    const final = bp.solve(net).updatedLoss as number;
    const end = worked(begun, id => (id === 'y' ? final : undefined));
    expect(end.verdicts.get('y')).toEqual({ verdict: 'wrong', isFollowed: false, isOwn: false });
  });

  test('a blank leaves a step out; garbage changes nothing', () => {
    const first = nextAlong(begun)!;
    expect(answerStep(begun, '').along.verdicts.get(first.id)).toEqual({ verdict: 'skipped' });
    const { along, verdict } = answerStep(begun, 'no idea');
    expect(along).toBe(begun);
    expect(verdict.verdict).toBe('unreadable');
  });

  test('only the steps that were asked for, by symbol', () => {
    expect(beginAlong(bp, net, 4, ['z_2', 'y']).asked).toEqual(expect.arrayContaining(['z_2', 'y']));
    expect(beginAlong(bp, net, 4, ['z_2']).asked[0]).toBe('z_2');
  });
});

describe.each(kindIds)('%s', id => {
  test('all right is all right, and one slip anywhere costs one step', async () => {
    const kind = (await loadKind(id))!;
    for (let seed = 1; seed <= 6; seed++) {
      const params = generateProblem(kind, seed, 2);
      const begun = beginAlong(kind, params, 4);
      expect(begun.asked.length).toBeGreaterThan(0);
      const right = worked(begun, () => undefined);
      expect(summariseAlong(right), `seed ${seed}`).toEqual({ right: begun.asked.length, wrong: 0, skipped: 0 });
      const slipAt = begun.asked[seed % begun.asked.length]!;
      const slipped = worked(begun, (step, result) => {
        if (step !== slipAt) return undefined;
        const isWhole = numbersOf(result).every(Number.isInteger);
        let at = 0;
        return mapValue(result, x => (at++ === 0 ? x + (isWhole ? 1 : 0.05) : x));
      });
      expect(summariseAlong(slipped), `seed ${seed}, ${slipAt}`).toMatchObject({ wrong: 1, firstWrong: slipAt });
    }
  });
});
