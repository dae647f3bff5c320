import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { svd } from '../../src/kinds/svd.ts';
import { constant } from '../../src/math/expression.ts';
import { generateProblem } from '../../src/problem/generate.ts';
import type { Answer } from '../../src/problem/kind.ts';
import { numbersOf, type Value } from '../../src/problem/value.ts';
import { following, recording, rounding, type Step } from '../../src/problem/work.ts';
import { difference, evaluateStep } from './compare.ts';

const solve = (matrix: unknown): Answer => svd.solve(svd.read({ matrix }));
const half = Math.SQRT1_2;

interface Published {
  readonly source: string;
  readonly matrix: readonly (readonly number[])[];
  readonly values: readonly number[];
  readonly rank: number;
  readonly exact?: readonly string[];
  readonly U?: readonly (readonly number[])[];
  readonly V?: readonly (readonly number[])[];
}

const diagonalHalves = [
  [half, half],
  [half, -half],
];

/** U and V are as printed, the signs of their columns turned together by the rule for V. */
const published: readonly Published[] = [
  {
    source: 'AtoZmath.com, SVD example 1',
    matrix: [
      [4, 0],
      [3, -5],
    ],
    values: [6.324555320336759, 3.1622776601683795],
    rank: 2,
    exact: ['2*sqrt(10)', 'sqrt(10)'],
  },
  {
    source: 'MIT 18.06 lecture 29: U = I would lose the signs',
    matrix: [
      [4, 4],
      [-3, 3],
    ],
    values: [5.656854249492381, 4.242640687119285],
    rank: 2,
    exact: ['4*sqrt(2)', '3*sqrt(2)'],
    U: [
      [1, 0],
      [0, -1],
    ],
    V: diagonalHalves,
  },
  {
    source: 'Lay, Linear Algebra 7.4, example 4',
    matrix: [
      [1, -1],
      [-2, 2],
      [2, -2],
    ],
    values: [4.242640687119285, 0],
    rank: 1,
    exact: ['3*sqrt(2)', '0'],
  },
  {
    source: 'Strang, Introduction to Linear Algebra 7.2',
    matrix: [
      [3, 0],
      [4, 5],
    ],
    values: [6.708203932499369, 2.23606797749979],
    rank: 2,
    exact: ['3*sqrt(5)', 'sqrt(5)'],
    U: [
      [0.31622776601683794, 0.9486832980505138],
      [0.9486832980505138, -0.31622776601683794],
    ],
    V: diagonalHalves,
  },
  {
    source: 'a classroom example of many lecture notes',
    matrix: [
      [3, 2, 2],
      [2, 3, -2],
    ],
    values: [5, 3],
    rank: 2,
    exact: ['5', '3'],
    U: diagonalHalves,
    V: [
      [half, 0.23570226039551584, 2 / 3],
      [half, -0.23570226039551584, -2 / 3],
      [0, 0.9428090415820634, -1 / 3],
    ],
  },
  {
    source: 'AtoZmath.com, SVD example 3',
    matrix: [
      [1, 1, 1],
      [-1, -3, -3],
      [2, 4, 4],
    ],
    values: [7.5883602876980545, 0.645591313515831, 0],
    rank: 2,
  },
  {
    source: 'SymPy, docstring of singular_value_decomposition',
    matrix: [
      [1, 2],
      [2, 1],
    ],
    values: [3, 1],
    rank: 2,
    exact: ['3', '1'],
    U: [
      [half, -half],
      [half, half],
    ],
    V: diagonalHalves,
  },
  {
    source: 'SymPy issue 20029: three real roots that radicals cannot write without i',
    matrix: [
      [12, -51, 4],
      [6, 167, -68],
      [-4, 24, -41],
    ],
    values: [190.56724372, 32.85688323, 13.69492038],
    rank: 3,
  },
  {
    source: 'a lecture on symmetric matrices',
    matrix: [
      [3, 1],
      [1, 3],
    ],
    values: [4, 2],
    rank: 2,
    exact: ['4', '2'],
  },
];

describe('published decompositions', () => {
  test.each(published.map(one => [one.source, one] as const))(
    '%s',
    (_source, { matrix, values, rank, exact, U, V }) => {
      const answer = solve(matrix);
      expect(difference(answer.singularValues, values, 1e-8, 1e-9)).toBeUndefined();
      expect(answer.rank).toBe(rank);
      if (U) expect(difference(answer.U, U, 0, 1e-14)).toBeUndefined();
      if (V) expect(difference(answer.V, V, 0, 1e-14)).toBeUndefined();
      expect((answer.exact as { singularValues: string[] } | undefined)?.singularValues).toEqual(exact);
    },
  );
});

test('a column is left out of the answer, not empty, where there is no exact form', () => {
  expect(
    Object.keys(
      solve([
        [1, 2],
        [3, 4],
      ]),
    ),
  ).not.toContain('exact');
});

const entry = fc.integer({ min: -9, max: 9 });
const shaped = <T>(rows: number, columns: number, of: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
  fc.array(fc.array(of, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows });
const size = fc.integer({ min: 1, max: 5 });
const whole = fc.tuple(size, size).chain(([m, n]) => shaped(m, n, entry));
const deficient = fc
  .tuple(size, size)
  .chain(([m, n]) => fc.tuple(shaped(m, 1, entry), shaped(1, n, entry)))
  .map(([x, y]) => x.map(([a]) => y[0]!.map(b => a! * b)));
const decimals = fc.tuple(size, size).chain(([m, n]) =>
  shaped(
    m,
    n,
    entry.map(x => x / 10),
  ),
);
const real = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(x => x / 1_234_567.1);
const doubles = fc.tuple(size, size).chain(([m, n]) => shaped(m, n, real));
/** Rows and columns of very different sizes, and whole matrices that are very large or very small. */
const scaled = fc
  .tuple(size, size)
  .chain(([m, n]) =>
    fc.tuple(
      shaped(m, n, entry),
      fc.array(fc.integer({ min: -9, max: 9 }), { minLength: m + n + 1, maxLength: m + n + 1 }),
      fc.constantFrom(-150, -20, 0, 20, 150),
    ),
  )
  .map(([rows, powers, shift]) =>
    rows.map((row, i) => row.map((x, j) => x * 10 ** (powers[i]! + powers[rows.length + j]! + shift))),
  );
const anyMatrix = fc.oneof(whole, deficient, decimals, doubles, scaled);

const outOfStep = (step: Step): string | undefined =>
  step.formula === undefined ? undefined : difference(evaluateStep(step), step.result, 1e-9, 1e-12);

test('every step of any matrix evaluates to what it shows', () => {
  fc.assert(
    fc.property(anyMatrix, matrix => {
      const work = recording();
      const answer = svd.solve(svd.read({ matrix }), work);
      for (const step of work.steps) expect(outOfStep(step), `${step.id}: ${step.formula}`).toBeUndefined();
      expect(work.steps.at(-1)!.result).toEqual(answer.singularValues);
    }),
    { numRuns: 600 },
  );
});

test('every claim holds of any matrix', () => {
  fc.assert(
    fc.property(anyMatrix, matrix => {
      const params = svd.read({ matrix });
      for (const { claim, left, right, tolerance = 1e-9 } of svd.verify(params, svd.solve(params))) {
        const unit = Math.max(1, ...numbersOf(right).map(Math.abs));
        expect(difference(left, right, 0, tolerance * unit), claim).toBeUndefined();
      }
    }),
    { numRuns: 600 },
  );
});

test('the exact form has the values of the answer, entry by entry', () => {
  fc.assert(
    fc.property(fc.oneof(whole, deficient), matrix => {
      const { exact, U, V, singularValues } = solve(matrix) as Record<string, never>;
      if (!exact) return;
      expect(difference(exact, { U, singularValues, V }, 1e-14, 0)).toBeUndefined();
    }),
    { numRuns: 300 },
  );
});

test('rounded and slipped work goes on to finite answers of the right shape', () => {
  fc.assert(
    fc.property(
      fc.oneof(whole, deficient, decimals),
      fc.nat(),
      fc.integer({ min: 0, max: 3 }),
      (matrix, pick, places) => {
        const params = svd.read({ matrix });
        const work = recording();
        const { U, V, singularValues } = svd.solve(params, work) as Record<string, Value>;
        const { id, result } = work.steps[pick % work.steps.length]!;
        const slip = (value: Value): Value => (typeof value === 'number' ? value + 1 : value.map(slip));
        for (const other of [following(new Map([[id, slip(result)]])), rounding(places)]) {
          const given = svd.solve(params, other) as Record<string, Value>;
          expect(difference(given.singularValues, singularValues, 0, Number.POSITIVE_INFINITY)).toBeUndefined();
          expect(numbersOf(given.U!).length + numbersOf(given.V!).length).toBe(
            numbersOf(U!).length + numbersOf(V!).length,
          );
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('a slip in one step is carried on, and the steps after it belong to it', () => {
  const params = svd.read({
    matrix: [
      [3, 0],
      [4, 5],
    ],
  });
  const withOwn = (own: Record<string, Value>) => svd.solve(params, following(new Map(Object.entries(own))));
  expect(withOwn({ lambda1: 49 }).singularValues).toEqual([7, Math.sqrt(5)]);
  expect(difference(withOwn({ t: 50, d: 49 }).singularValues, [7, 1], 1e-12, 0)).toBeUndefined();
  expect(
    difference(
      withOwn({
        G: [
          [4, 0],
          [0, 1],
        ],
      }).singularValues,
      [2, 1],
      1e-12,
      0,
    ),
  ).toBeUndefined();
  expect(
    difference(
      withOwn({ v1: [half, -half] }).U,
      [
        [(half * 3) / (3 * Math.sqrt(5)), 3 / Math.sqrt(10)],
        [-half / (3 * Math.sqrt(5)), -1 / Math.sqrt(10)],
      ],
      1e-12,
      0,
    ),
  ).toBeUndefined();
});

describe('hand’s way', () => {
  const stepsOf = (matrix: number[][]): Map<string, Step> => {
    const work = recording();
    svd.solve(svd.read({ matrix }), work);
    return new Map(work.steps.map(step => [step.id, step]));
  };
  const lines = (step: Step | undefined): string =>
    JSON.stringify(step?.drawn ?? '')
      .replace(/[[\]{}"]/g, '')
      .replace(/vector:|matrix:/g, '');

  test('shows the polynomial with its factors, the surds and the completed column', () => {
    const steps = stepsOf([
      [3, 0],
      [4, 5],
    ]);
    expect(lines(steps.get('polynomial'))).toBe('λ² − 50λ + 225 = (λ − 45)(λ − 5),→ λ₁ = 45, λ₂ = 5');
    expect(lines(steps.get('v1'))).toBe('1,1,/√2');
    expect(lines(steps.get('sigma1'))).toBe('3√5 ≈ 6.7082');
    expect(lines(steps.get('u2'))).toBe('3,-1,/√10');
    expect(steps.get('u2')?.note?.zh).toContain('符号');
    expect(
      lines(
        stepsOf([
          [1, -1],
          [-2, 2],
          [2, -2],
        ]).get('u2'),
      ),
    ).toBe('4,1,-1,/(3√2)');
  });

  test('says why there is no exact form', () => {
    expect(
      stepsOf([
        [1, 2],
        [3, 4],
      ]).get('polynomial')?.note?.en,
    ).toContain('rational');
    expect(
      stepsOf([
        [Math.SQRT2, 1],
        [1, 1],
      ]).get('polynomial')?.note?.zh,
    ).toContain('小数');
  });

  test('a wide matrix is told of the smaller AAᵀ', () => {
    expect(
      stepsOf([
        [3, 2, 2],
        [2, 3, -2],
      ]).get('G')?.note?.en,
    ).toContain('AAᵀ');
  });

  test('a repeated root, fractions and powers of λ are written out', () => {
    expect(
      lines(
        stepsOf([
          [0, 2],
          [-2, 0],
        ]).get('polynomial'),
      ),
    ).toContain('(λ − 4)²');
    expect(
      lines(
        stepsOf([
          [0.3, 0],
          [0.4, 0.5],
        ]).get('polynomial'),
      ),
    ).toContain('λ² − 0.5λ + 0.0225 = (λ − 9/20)(λ − 1/20)');
    expect(lines(stepsOf([[1, 1, 1]]).get('polynomial'))).toContain('λ³ − 3λ² = λ²(λ − 3)');
  });
});

describe('mistakes', () => {
  const wrong = (id: string, matrix: number[][]) => svd.mistakes[id]!.answer(svd.read({ matrix }));
  const strang = [
    [3, 0],
    [4, 5],
  ];

  test('roots forgotten, eigenvalues of A, ascending order', () => {
    expect(difference(wrong('roots-forgotten', strang)?.singularValues, [45, 5], 1e-12, 0)).toBeUndefined();
    expect(wrong('eigenvalues-of-a', strang)?.singularValues).toEqual([5, 3]);
    expect(wrong('ascending', strang)?.singularValues).toEqual([Math.sqrt(5), Math.sqrt(45)]);
  });

  test('signs apart give another matrix; U and V exchanged', () => {
    expect(
      wrong('signs-apart', [
        [4, 4],
        [-3, 3],
      ]),
    ).toEqual({
      U: [
        [1, 0],
        [0, 1],
      ],
    });
    const swapped = wrong('u-v-swapped', strang)!;
    const { U, V } = solve(strang);
    expect(swapped).toEqual({ U: V, V: U });
    expect(wrong('not-normalised', strang)).toEqual({
      V: [
        [1, 1],
        [1, -1],
      ],
    });
  });

  test('are undefined where they cannot be made', () => {
    expect(
      wrong('eigenvalues-of-a', [
        [3, 1],
        [1, 3],
      ]),
    ).toBeUndefined();
    expect(
      wrong('eigenvalues-of-a', [
        [0, 1],
        [-4, 0],
      ]),
    ).toBeUndefined();
    expect(wrong('eigenvalues-of-a', [[1, 2, 3]])).toBeUndefined();
    expect(wrong('ascending', [[7]])).toBeUndefined();
    expect(
      wrong('roots-forgotten', [
        [1, 0],
        [0, 0],
      ]),
    ).toBeUndefined();
    expect(wrong('u-v-swapped', [[1, 2, 3]])).toBeUndefined();
    expect(wrong('signs-apart', strang)).toBeUndefined();
    expect(
      wrong('not-normalised', [
        [2, 0],
        [0, 1],
      ]),
    ).toBeUndefined();
  });
});

test('generated matrices are small, not diagonal, varied, and have an exact form', () => {
  for (const level of [1, 2, 3] as const) {
    const seen = new Set<string>();
    for (let seed = 0; seed < 150; seed++) {
      const { matrix } = generateProblem(svd, seed, level) as { matrix: number[][] };
      seen.add(JSON.stringify(matrix));
      expect(Math.max(...matrix.flat().map(Math.abs))).toBeLessThanOrEqual(6);
      const { exact } = solve(matrix) as { exact?: { singularValues: string[] } };
      expect(exact, JSON.stringify(matrix)).toBeDefined();
      for (const text of exact!.singularValues) expect(constant(text)).toBeGreaterThanOrEqual(0);
    }
    expect(seen.size).toBeGreaterThan(40);
  }
});

test('numbers too large for their squares, and too large for a double', () => {
  const answer = solve([
    [3e300, 0],
    [4e300, 5e300],
  ]);
  expect(difference(answer.singularValues, [Math.sqrt(45) * 1e300, Math.sqrt(5) * 1e300], 1e-14, 0)).toBeUndefined();
  expect(() =>
    solve([
      [1.5e308, 1.5e308],
      [1.5e308, -1.5e308],
    ]),
  ).toThrow(/finite|too large/);
  expect(() => solve([new Array(2000).fill(1)])).toThrow(/limit/);
});
