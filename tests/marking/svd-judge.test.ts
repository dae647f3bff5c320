import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { markCalculation } from '../../src/marking/calculation.ts';
import { multiply, transpose } from '../../src/math/matrix.ts';
import { generateProblem } from '../../src/problem/generate.ts';

const kind = (await loadKind('svd'))!;

const asked = (matrix: number[][], ask = 'factorization') => {
  const params = kind.read({ matrix });
  return { kind, params, answer: kind.solve(params), ask, decimals: 4 };
};

interface Svd {
  U: number[][];
  singularValues: number[];
  V: number[][];
  sigma: number[][];
}
const solved = (matrix: number[][]): Svd => asked(matrix).answer as unknown as Svd;

const rounded = (rows: number[][], decimals = 4): string =>
  `[${rows.map(row => row.map(x => Number(x.toFixed(decimals))).join(' ')).join('; ')}]`;
const columns = (rows: number[][], count: number): number[][] => rows.map(row => row.slice(0, count));
const flipped = (rows: number[][], column: number): number[][] =>
  rows.map(row => row.map((x, j) => (j === column ? -x : x)));

const square = [
  [3, 0],
  [4, 5],
];
const tall = [
  [1, -1],
  [-2, 2],
  [2, -2],
];
const wide = [
  [3, 2, 2],
  [2, 3, -2],
];
const written = (U: number[][], S: string, V: number[][]): string => `U = ${rounded(U)}; S = ${S}; V = ${rounded(V)}`;
const verdict = (matrix: number[][], typed: string, ask?: string) => markCalculation(asked(matrix, ask), typed);

describe.each([
  ['square', square],
  ['tall, of rank 1', tall],
  ['wide', wide],
  [
    'the identity',
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'zero',
    [
      [0, 0],
      [0, 0],
    ],
  ],
])('every valid factorisation of a matrix that is %s', (_name, matrix) => {
  const { U, singularValues, V, sigma } = solved(matrix);
  const k = singularValues.length;

  test('the full form, with Σ as a matrix or as a list', () => {
    expect(verdict(matrix, written(U, rounded(sigma), V)).verdict).toBe('correct');
    expect(verdict(matrix, written(U, singularValues.map(s => s.toFixed(4)).join(', '), V)).verdict).toBe('correct');
    expect(verdict(matrix, `V: ${rounded(V)}\nΣ: diag(${singularValues.join(', ')})\nU: ${rounded(U)}`).verdict).toBe(
      'correct',
    );
  });

  test('the thin form', () => {
    const list = singularValues.map(s => s.toFixed(4)).join(', ');
    expect(verdict(matrix, written(columns(U, k), list, columns(V, k))).verdict).toBe('correct');
  });

  test('signs turned together', () => {
    expect(verdict(matrix, written(flipped(U, 0), rounded(sigma), flipped(V, 0))).verdict).toBe('correct');
  });

  test('Vᵀ under its own name', () => {
    expect(verdict(matrix, `U = ${rounded(U)}; S = ${rounded(sigma)}; V^T = ${rounded(transpose(V))}`).verdict).toBe(
      'correct',
    );
  });
});

test('a free basis of equal singular values', () => {
  const turn = [
    [0.6, -0.8],
    [0.8, 0.6],
  ];
  expect(
    verdict(
      [
        [2, 0],
        [0, 2],
      ],
      written(turn, '2, 2', turn),
    ).verdict,
  ).toBe('correct');
});

test('null-space columns of U are free up to orthonormality', () => {
  const { U, V } = solved(tall);
  expect(verdict(tall, written(flipped(flipped(U, 1), 2), '4.2426, 0', V)).verdict).toBe('correct');
  const skew = U.map(row => [row[0]!, row[1]!, row[1]!]);
  expect(verdict(tall, written(skew, '4.2426, 0', V))).toMatchObject({
    verdict: 'wrong',
    message: { en: expect.stringContaining('not orthogonal') },
  });
});

describe('what is no factorisation says why', () => {
  const { U, V, sigma } = solved(square);
  const S = rounded(sigma);
  test.each([
    [
      'U = A, Σ = I, V = I',
      'U = [3 0; 4 5]; S = [1 0; 0 1]; V = [1 0; 0 1]',
      undefined,
      'singular values are not right',
    ],
    ['signs apart', written(flipped(U, 1), S, V), 'signs-apart', 'u = Av/σ'],
    ['U and V exchanged', written(V, S, U), 'u-v-swapped', 'exchanged'],
    ['λ for σ', written(U, '45, 5', V), 'roots-forgotten', 'σ = √λ'],
    ['columns not normalised', `U = ${rounded(U)}; S = ${S}; V = [1 1; 1 -1]`, 'not-normalised', 'not of length 1'],
    ['Vᵀ called V', `U = ${rounded(U)}; S = ${S}; V = [0.7071 -0.7071; 0.7071 0.7071]`, undefined, 'UΣVᵀ is not A'],
    ['a negative singular value', written(U, '-6.7082, 2.2361', V), undefined, 'never negative'],
    ['Σ not diagonal', written(U, '[6.7082 1; 0 2.2361]', V), undefined, 'diagonal'],
    ['a row too many', `U = [1 0; 0 1; 0 0]; S = ${S}; V = ${rounded(V)}`, undefined, 'must have 2 rows'],
  ])('%s', (_name, typed, mistake, said) => {
    expect(verdict(square, typed)).toMatchObject({
      verdict: 'wrong',
      message: { en: expect.stringContaining(said) },
      ...(mistake ? { mistake } : {}),
    });
  });

  test('a missing part is unreadable', () => {
    expect(verdict(square, 'U = [1 0; 0 1]; V = [1 0; 0 1]').verdict).toBe('unreadable');
  });

  test('rounded too early is close', () => {
    expect(
      verdict(square, 'U = [0.316 -0.949; 0.949 0.316]; S = 6.708, 2.236; V = [0.707 -0.707; 0.707 0.707]'),
    ).toMatchObject({ verdict: 'close' });
  });
});

test('U or V alone: any signs, but eigenvectors in the order of σ', () => {
  const { U, V } = solved(square);
  expect(verdict(square, rounded(flipped(U, 1)), 'U').verdict).toBe('correct');
  expect(verdict(square, rounded(flipped(V, 0)), 'V').verdict).toBe('correct');
  expect(verdict(square, rounded(U.map(row => [...row].reverse())), 'U').verdict).toBe('wrong');
  expect(verdict(square, '[1 0; 0 1]', 'V').verdict).toBe('wrong');
});

test('any signs that go together are right, signs that do not are not', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 0, max: 3 }), (seed, which) => {
      const { matrix } = generateProblem(kind, seed, 2) as { matrix: number[][] };
      const { U, V, sigma, singularValues } = solved(matrix);
      const column = which % singularValues.length;
      const together = verdict(matrix, written(flipped(U, column), rounded(sigma), flipped(V, column)));
      expect(together.verdict).toBe('correct');
      if (singularValues[column]! > 0.01) {
        expect(verdict(matrix, written(flipped(U, column), rounded(sigma), V)).verdict).toBe('wrong');
      }
      expect(multiply(U, multiply(sigma, transpose(V)))[0]![0]).toBeCloseTo(matrix[0]![0]!, 9);
    }),
    { numRuns: 100 },
  );
});
