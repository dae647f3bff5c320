import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { parseExpression } from '../../src/math/expression.ts';
import { generateProblem, indistinct, wrongValues } from '../../src/problem/generate.ts';
import { askedOf, askedValue, type Level, type Params } from '../../src/problem/kind.ts';
import { languages, type Text } from '../../src/problem/text.ts';
import { isValue, numbersOf, type Value } from '../../src/problem/value.ts';
import { following, recording, rounding } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const levels: readonly Level[] = [1, 2, 3];
const problemsPerLevel = 100;

const complete = (text: Text): boolean => languages.every(language => text[language].trim().length > 0);

for (const id of kindIds) {
  const kind = (await loadKind(id))!;
  const asks = [kind.ask, ...Object.keys(kind.quantities ?? {})];
  let drawn: { level: Level; seed: number; params: Params }[] | undefined;
  /** Drawn in the first test that needs them, so that a generator that fails is that test's failure. */
  const problems = () => {
    drawn ??= levels.flatMap(level =>
      Array.from({ length: problemsPerLevel }, (_, i) => {
        const seed = 1000 * level + i;
        return { level, seed, params: generateProblem(kind, seed, level) };
      }),
    );
    return drawn;
  };

  describe(id, () => {
    test('is called what its file says, and asks for something it has', () => {
      expect(kind.id).toBe(id);
      for (const ask of asks) expect(askedOf(kind, ask), ask).toBeDefined();
    });

    test('has at least three mistakes, told in both languages', () => {
      const tells = Object.values(kind.mistakes);
      expect(tells.length).toBeGreaterThanOrEqual(3);
      for (const { tell } of tells) expect(complete(tell)).toBe(true);
    });

    test('every parameter and field is described in both languages', () => {
      for (const param of Object.values(kind.params)) {
        expect(complete(param.about)).toBe(true);
        expect(complete(param.form)).toBe(true);
      }
      for (const field of Object.values(kind.answer)) expect(complete(field.title)).toBe(true);
    });

    test('the same seed gives the same problem, and seeds give different ones', () => {
      for (const { level, seed, params } of problems().slice(0, 5))
        expect(generateProblem(kind, seed, level)).toEqual(params);
      expect(new Set(problems().map(({ params }) => JSON.stringify(params))).size).toBeGreaterThan(
        problems().length / 10,
      );
    });

    test('parameters read again are the same', () => {
      for (const { params } of problems())
        expect(kind.read(JSON.parse(JSON.stringify(params)))).toEqual(JSON.parse(JSON.stringify(params)));
    });

    test('the prompt is said in both languages', () => {
      for (const { params } of problems()) expect(complete(kind.prompt(params))).toBe(true);
    });

    test('the answer holds by the second way', () => {
      for (const { params, seed } of problems()) {
        const claims = kind.verify(params, kind.solve(params));
        expect(claims.length).toBeGreaterThan(0);
        for (const { claim, left, right, tolerance = 1e-9 } of claims) {
          const size = Math.max(1, ...numbersOf(right).map(Math.abs));
          expect(difference(left, right, 0, tolerance * size), `seed ${seed}: ${claim}`).toBeUndefined();
        }
      }
    });

    test('every step evaluates to what it shows, and the last one is the answer', () => {
      for (const { params, seed } of problems()) {
        const work = recording();
        const answer = kind.solve(params, work);
        const ids = work.steps.map(step => step.id);
        expect(new Set(ids).size, `seed ${seed}: ids of steps repeat`).toBe(ids.length);
        for (const step of work.steps) {
          expect(complete(step.title), step.id).toBe(true);
          expect(isValue(step.result), step.id).toBe(true);
          if (step.formula === undefined) continue;
          expect(() => parseExpression(step.formula!), step.formula).not.toThrow();
          expect(
            difference(evaluateStep(step), step.result, 1e-9, 1e-12),
            `seed ${seed}, ${step.id}: ${step.formula}`,
          ).toBeUndefined();
        }
        expect(work.steps.some(step => step.formula !== undefined)).toBe(true);
        const asked = askedValue(kind, kind.ask, answer, params)!;
        expect(difference(work.steps.at(-1)!.result, asked, 1e-12, 0), `seed ${seed}`).toBeUndefined();
      }
    });

    test('silent and recording work give the same answer', () => {
      for (const { params } of problems()) expect(kind.solve(params, recording())).toEqual(kind.solve(params));
    });

    test('work rounded to many digits comes near the answer, and a followed slip changes it', () => {
      for (const { params, seed } of problems().slice(0, 60)) {
        const exact = askedValue(kind, kind.ask, kind.solve(params), params)!;
        const rounded = askedValue(kind, kind.ask, kind.solve(params, rounding(9)), params)!;
        expect(difference(rounded, exact, 1e-5, 1e-5), `seed ${seed}`).toBeUndefined();
        const work = recording();
        kind.solve(params, work);
        const last = work.steps.at(-1)!;
        const slipped = structuredClone(last.result) as Value;
        const own = typeof slipped === 'number' ? slipped + 1 : shiftFirst(slipped);
        const followed = askedValue(kind, kind.ask, kind.solve(params, following(new Map([[last.id, own]]))), params);
        expect(difference(followed, own, 1e-12, 0)).toBeUndefined();
      }
    });

    test('no mistake coincides with the truth or with another, and at least two show', () => {
      for (const { params, seed } of problems()) {
        const answer = kind.solve(params);
        const truth = askedValue(kind, kind.ask, answer, params)!;
        const wrong = wrongValues(kind, params, answer, kind.ask);
        expect(wrong.length, `seed ${seed}`).toBeGreaterThanOrEqual(1);
        for (const [i, { mistake, value }] of wrong.entries()) {
          expect(indistinct(value, truth), `seed ${seed}: ${mistake}`).toBe(false);
          for (const other of wrong.slice(0, i))
            expect(indistinct(value, other.value), `seed ${seed}: ${mistake}, ${other.mistake}`).toBe(false);
        }
      }
      const seen = new Set(
        problems().flatMap(({ params }) =>
          asks.flatMap(ask => wrongValues(kind, params, kind.solve(params), ask).map(w => w.mistake)),
        ),
      );
      const other = Object.keys(kind.answer).flatMap(field =>
        problems().flatMap(({ params }) => wrongValues(kind, params, kind.solve(params), field).map(w => w.mistake)),
      );
      expect([...Object.keys(kind.mistakes)].filter(m => !seen.has(m) && !other.includes(m))).toEqual([]);
    });
  });
}

const shiftFirst = (nest: Value): Value =>
  typeof nest === 'number' ? nest + 1 : nest.map((part, i) => (i === 0 ? shiftFirst(part) : part));
