import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { singularValuesByBisection } from '../../src/math/bidiagonal.ts';
import { characteristicPolynomial, integerRoots } from '../../src/math/characteristic.ts';
import { realEigenvalues } from '../../src/math/eigenvalues.ts';
import { exactSvd, unitColumns } from '../../src/math/exact-svd.ts';
import { apply, divide, identity, type Matrix, multiply, norm, transpose } from '../../src/math/matrix.ts';
import { surdValue } from '../../src/math/surd.ts';
import { rankOf, svd } from '../../src/math/svd.ts';

const far = (a: Matrix, b: Matrix): number =>
  Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i]![j]!))));

const sigmaOf = (values: readonly number[], m: number, n: number): number[][] =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? values[i]! : 0)));

/** Everything a decomposition promises, with errors in units of the largest singular value. */
const expectDecomposition = (matrix: Matrix): void => {
  const [m, n] = [matrix.length, matrix[0]!.length];
  const { U, singularValues, V } = svd(matrix);
  const unit = singularValues[0]! || 1;
  const scaled = divide(singularValues, unit);
  const tolerance = 1e-14 * (m + n);
  expect(far(multiply(transpose(U), U), identity(m))).toBeLessThan(tolerance);
  expect(far(multiply(transpose(V), V), identity(n))).toBeLessThan(tolerance);
  const product = multiply(multiply(U, sigmaOf(scaled, m, n)), transpose(V));
  expect(
    far(
      product,
      matrix.map(row => divide(row, unit)),
    ),
  ).toBeLessThan(tolerance);
  expect([...singularValues].sort((a, b) => b - a)).toEqual(singularValues);
  expect(Math.abs(norm(scaled) - norm(divide(matrix.flat(), unit)))).toBeLessThan(tolerance);
  expect(far([scaled], [divide(singularValuesByBisection(matrix), unit)])).toBeLessThan(tolerance);
  for (const v of transpose(V)) expect(v.find(x => Math.abs(x) > 2 ** -44)).toBeGreaterThan(0);
  for (let i = 0; i < rankOf(singularValues, m, n); i++) {
    const image = divide(apply(matrix, transpose(V)[i]!), unit);
    expect(far([image], [transpose(U)[i]!.map(u => u * scaled[i]!)])).toBeLessThan(tolerance);
  }
};

const size = fc.integer({ min: 1, max: 7 });
const shaped = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[][]> =>
  fc
    .tuple(size, size)
    .chain(([m, n]) => fc.array(fc.array(of, { minLength: n, maxLength: n }), { minLength: m, maxLength: m }));

describe('the numeric decomposition keeps its promises', () => {
  test('doubles', () => {
    const real = fc.integer({ min: -10_000_000, max: 10_000_000 }).map(x => x / 1_234_567.1);
    fc.assert(fc.property(shaped(real), expectDecomposition), { numRuns: 400 });
  });

  test('whole numbers: many repeated values, zeros and dependent columns', () => {
    fc.assert(fc.property(shaped(fc.integer({ min: -1, max: 1 })), expectDecomposition), { numRuns: 400 });
  });

  test('very large and very small matrices', () => {
    for (const shift of [-1000, -600, 600, 1000]) {
      const matrix = [
        [3, 1, 2],
        [0, 4, 1],
      ].map(row => row.map(x => x * 2 ** shift));
      expectDecomposition(matrix);
    }
  });

  test('1×1, a row, a column, zero', () => {
    for (const matrix of [
      [[5]],
      [[-5]],
      [[0]],
      [[1, 2, 3]],
      [[1], [2], [3]],
      [
        [0, 0],
        [0, 0],
        [0, 0],
      ],
    ]) {
      expectDecomposition(matrix);
    }
    expect(svd([[-3]])).toEqual({ U: [[-1]], singularValues: [3], V: [[1]] });
    expect(svd([[0, 0]])).toEqual({ U: [[1]], singularValues: [0], V: identity(2) });
  });

  test('a large one', () => {
    expectDecomposition(
      Array.from({ length: 60 }, (_, i) => Array.from({ length: 45 }, (_, j) => Math.sin(i * 7 + j * j))),
    );
  });
});

/** The singular values to their own last digits, also the small ones. */
const expectValues = (matrix: Matrix, expected: readonly number[], rel: number): void => {
  const { singularValues } = svd(matrix);
  singularValues.forEach((sigma, i) => {
    expect(Math.abs(sigma / expected[i]! - 1), `σ${i + 1} = ${sigma} instead of ${expected[i]}`).toBeLessThan(rel);
  });
};

// The values below are of these very doubles, by mpmath with 120 digits.
const gradedColumns = [
  [2, 1e-8, -1e-16],
  [1, 3.0000000000000004e-8, 1e-16],
  [1, -1e-8, 4e-16],
  [0, 2e-8, 1e-16],
];
const gradedColumnValues = [2.4494897427831783, 3.511884584284246e-8, 4.1443546754200074e-16];
const gradedBoth = [
  [4e-5, 1e-10, 2e-22],
  [100000.0, -3, 1e-12],
  [2000000000000000.0, 10000000000.0, 0.049999999999999996],
];
const gradedBothValues = [2000000000025000.0, 3.49999999995625, 7.571428571428571e-22];
const hilbertValues = [
  1.6959389969219494, 0.2981252113169307, 0.026212843578119052, 0.001467688117741847, 5.4369433697508964e-5,
  1.2943320918741794e-6, 1.7988737460063012e-8, 1.1115389694888081e-10,
];
const kahanValues = [
  3.208266449001246, 1.057647364719068, 0.6179323334588348, 0.36602440508530354, 0.21732364496921167,
  0.12886142859791522, 0.07614082241683667, 0.04472128620311332, 0.026001220492761597, 0.014835198841606998,
  0.008112388792527979, 9.956864726388682e-6,
];

/** Kahan's matrix for sine 0.6 and cosine 0.8, by products that are the same doubles everywhere. */
const kahan = (n: number): number[][] => {
  const rows: number[][] = [];
  for (let i = 0, p = 1; i < n; i++, p *= 0.6) {
    rows.push(Array.from({ length: n }, (_, j) => (i === j ? p : j > i ? -(0.8 * p) : 0)));
  }
  return rows;
};

describe('small singular values keep their digits', () => {
  test('a Kahan matrix, graded by rows', () => {
    expectValues(kahan(12), kahanValues, 1e-12);
    expectValues(transpose(kahan(12)), kahanValues, 1e-12);
  });

  test('badly scaled columns, rows, and both', () => {
    expectValues(gradedColumns, gradedColumnValues, 1e-13);
    expectValues(transpose(gradedColumns), gradedColumnValues, 1e-13);
    expectValues(gradedBoth, gradedBothValues, 1e-12);
  });

  test('where eigenvalues of AᵀA would give 0: Läuchli’s matrix', () => {
    const e = 1e-9;
    expectValues(
      [
        [1, 1],
        [e, 0],
        [0, e],
      ],
      [Math.sqrt(2 + e * e), e],
      1e-13,
    );
  });

  test('a Hilbert matrix as far as its condition allows', () => {
    const hilbert = Array.from({ length: 8 }, (_, i) => Array.from({ length: 8 }, (_, j) => 1 / (i + j + 1)));
    const { singularValues } = svd(hilbert);
    singularValues.forEach((sigma, i) => {
      expect(Math.abs(sigma - hilbertValues[i]!)).toBeLessThan(1e-15 * 8);
    });
  });
});

describe('the exact decomposition', () => {
  test('agrees with the numeric one in every entry, free choices included', () => {
    let found = 0;
    fc.assert(
      fc.property(shaped(fc.integer({ min: -2, max: 2 })), matrix => {
        const { decomposition, rank } = exactSvd(matrix);
        const { U, singularValues, V } = svd(matrix);
        expect(rankOf(singularValues, matrix.length, matrix[0]!.length)).toBe(rank);
        if (!decomposition) return;
        found++;
        expect(
          far(
            unitColumns(decomposition.left).map(row => row.map(surdValue)),
            U,
          ),
        ).toBeLessThan(1e-11);
        expect(
          far(
            unitColumns(decomposition.right).map(row => row.map(surdValue)),
            V,
          ),
        ).toBeLessThan(1e-11);
        expect(far([decomposition.singularValues.map(surdValue)], [singularValues])).toBeLessThan(1e-13);
      }),
      { numRuns: 1500 },
    );
    expect(found).toBeGreaterThan(100);
  });

  test('its whole-number directions are orthogonal, and A takes each w to a multiple of its u', () => {
    const dot = (a: readonly bigint[], b: readonly bigint[]): bigint => a.reduce((s, x, i) => s + x * b[i]!, 0n);
    fc.assert(
      fc.property(shaped(fc.integer({ min: -3, max: 3 })), matrix => {
        const { decomposition, rank } = exactSvd(matrix);
        if (!decomposition) return;
        const { left, right, eigenvalues } = decomposition;
        for (const side of [left, right]) {
          side.forEach((x, i) => {
            for (const y of side.slice(0, i)) expect(dot(x, y)).toBe(0n);
          });
        }
        right.forEach((w, i) => {
          const image = matrix.map(row => dot(row.map(BigInt), w));
          expect(dot(image, image)).toBe(eigenvalues[i]!.n * dot(w, w));
          if (i >= rank!) return;
          const u = left[i]!;
          expect(dot(image, u) > 0n).toBe(true);
          expect(dot(image, u) ** 2n).toBe(dot(image, image) * dot(u, u));
        });
      }),
      { numRuns: 600 },
    );
  });

  test('says what is missing', () => {
    expect(
      exactSvd([
        [1, 2],
        [3, 4],
      ]).missing,
    ).toBe('roots');
    expect(
      exactSvd([
        [Math.SQRT2, 0],
        [0, 1],
      ]).missing,
    ).toBe('entries');
    expect(exactSvd([new Array(9).fill(1)]).missing).toBe('size');
    expect(
      exactSvd([
        [1, 2],
        [2, 4.000001],
      ]).rank,
    ).toBe(2);
  });

  test('long whole numbers', () => {
    const { decomposition } = exactSvd([
      [3e15, 0],
      [4e15, 5e15],
    ]);
    expect(decomposition!.eigenvalues.map(String)).toEqual([
      '45000000000000000000000000000000',
      '5000000000000000000000000000000',
    ]);
  });
});

test('characteristic polynomials and their whole roots', () => {
  expect(
    characteristicPolynomial([
      [25n, 20n],
      [20n, 25n],
    ]),
  ).toEqual([1n, -50n, 225n]);
  expect(integerRoots([1n, -50n, 225n])).toEqual([45n, 5n]);
  expect(integerRoots([1n, -6n, 12n, -8n])).toEqual([2n, 2n, 2n]);
  expect(integerRoots([1n, 0n, 0n])).toEqual([0n, 0n]);
  expect(integerRoots([1n, -3n, 1n])).toBeUndefined();
  expect(integerRoots([1n, -8n, 8n, -1n])).toBeUndefined();
});

test('the roots of a product of factors are found', () => {
  fc.assert(
    fc.property(fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 6 }), roots => {
      const polynomial = roots.reduce((p, root) => p.concat(0n).map((c, i) => c - root * (p[i - 1] ?? 0n)), [1n]);
      expect(integerRoots(polynomial)).toEqual([...roots].sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)));
    }),
  );
});

test('real eigenvalues of small matrices', () => {
  expect(
    realEigenvalues([
      [3, 0],
      [4, 5],
    ]),
  ).toEqual([5, 3]);
  expect(
    realEigenvalues([
      [0, 1],
      [-1, 0],
    ]),
  ).toBeUndefined();
  expect(
    realEigenvalues([
      [0, 1, 0],
      [0, 0, 1],
      [1, 0, 0],
    ]),
  ).toBeUndefined();
  expect(realEigenvalues([[7]])).toEqual([7]);
  expect(realEigenvalues(identity(4))).toBeUndefined();
  const found = realEigenvalues([
    [2, 5, -1],
    [0, 3, 4],
    [0, 0, -6],
  ])!;
  expect(far([found], [[3, 2, -6]])).toBeLessThan(1e-12);
  expect(realEigenvalues(identity(3))).toEqual([1, 1, 1]);
});
