import { type Decomposed, decompose } from '../../math/decompose.ts';
import { realRoots, smallCharacteristic } from '../../math/eigenvalues.ts';
import { addScaled, apply, divide, dot, largest, type Matrix, multiply, norm, transpose, unitVector, type Vector } from '../../math/matrix.ts';
import { completed } from '../../math/orthonormal.ts';
import { rankOf, svd } from '../../math/svd.ts';
import { checkEntries, checkOperations } from '../../problem/limits.ts';
import type { Text } from '../../problem/text.ts';
import { distance, type Value } from '../../problem/value.ts';
import type { Scope, Shown, Work } from '../../problem/work.ts';
import { drawnDirection, drawnExact, drawnNumbers, drawnSurd, factoredText, polynomialText, rootsText, sigmaOf } from './svd-drawing.ts';
import * as say from './svd-sentences.ts';

export interface SvdAnswer {
  readonly U: number[][];
  readonly singularValues: number[];
  readonly V: number[][];
  readonly sigma: number[][];
  readonly rank: number;
  readonly exact: Decomposed['exact'];
}

/** Columns beyond these are found in the same way and not shown. */
const shownColumns = 6;

const isSame = (a: Value, b: Value): boolean => distance(a, b) === 0;

/** A formula, and what it gives in doubles. */
interface Way<T extends Value> {
  readonly formula: string;
  readonly scope: Scope;
  readonly gives: T;
}

/**
 * The first way whose formula confirms the value in doubles: of a small singular value beside a large one the simpler
 * formulas lose the digits.
 */
const confirmed = <T extends Value>(value: T, ways: readonly Way<T>[]): { formula?: string; scope?: Scope } => {
  const size = (x: Value): number => (typeof x === 'number' ? Math.abs(x) : Math.max(...x.map(size)));
  const way = ways.find(({ gives }) => distance(gives, value) <= Math.max(1e-13, 1e-11 * size(value)));
  return way ? { formula: way.formula, scope: way.scope } : {};
};

/** A problem on its way: what is right, and what of it was pulled out so that squares stay within the doubles. */
interface Task {
  readonly matrix: Matrix;
  readonly m: number;
  readonly n: number;
  readonly truth: Decomposed;
  readonly factor: number;
  /** A, or A divided by the factor, and what it is called. */
  readonly base: Matrix;
  readonly name: 'A' | 'B';
  readonly work: Work;
}

/** Eigenvalues and eigenvectors of AᵀA, with integer eigenvectors or ones with largest entry 1 to start from. */
interface Eigen {
  readonly values: number[];
  readonly vectors: Vector[];
}

const taskOf = (matrix: Matrix, work: Work): Task => {
  const [m, n] = [matrix.length, matrix[0]!.length];
  checkEntries(Math.max(m, n) ** 2, 'matrix');
  checkOperations(2 * Math.max(m, n) ** 3 + 24 * m * n * Math.min(m, n));
  const truth = decompose(matrix);
  const most = largest(matrix.map(largest));
  const isModerate = truth.exact !== undefined || most === 0 || (most >= 1e-4 && most < 1e6);
  if (isModerate) return { matrix, m, n, truth, factor: 1, base: matrix, name: 'A', work };
  const factor = 10 ** Math.floor(Math.log10(most));
  const base = work.step('B', matrix.map(row => divide(row, factor)), () => ({
    title: say.factorTitle,
    symbol: 'B',
    formula: 'A / c',
    scope: { A: matrix, c: factor },
  }));
  return { matrix, m, n, truth, factor, base, name: 'B', work };
};

const gramStep = ({ base, name, m, n, work }: Task): { gram: number[][]; own: boolean } => {
  const right = multiply(transpose(base), base);
  const gram = work.step('G', right, () => ({
    title: { en: 'The Gram matrix', zh: 'Gram 矩阵' },
    symbol: 'G',
    formula: `transpose(${name}) * ${name}`,
    scope: { [name]: base },
    ...(n > m ? { note: say.wide(m, n) } : {}),
  }));
  return { gram, own: !isSame(gram, right) };
};

const coefficientFormulas: readonly (readonly [string, string][])[] = [
  [['t', 'g_11']],
  [
    ['t', 'g_11 + g_22'],
    ['d', 'g_11*g_22 - g_12*g_12'],
  ],
  [
    ['t', 'g_11 + g_22 + g_33'],
    ['s', '(g_11*g_22 - g_12*g_12) + (g_11*g_33 - g_13*g_13) + (g_22*g_33 - g_23*g_23)'],
    [
      'd',
      'g_11*(g_22*g_33 - g_23*g_23) - g_12*(g_12*g_33 - g_13*g_23) + g_13*(g_12*g_23 - g_13*g_22)',
    ],
  ],
];

/** Trace, minors and determinant, then the polynomial; its roots where it is not the one expected. */
const polynomialSteps = ({ n, truth, name, work }: Task, gram: Matrix): { coefficients: number[]; roots?: number[] } => {
  const { analysis } = truth;
  const title = say.polynomialTitle(name);
  const small = smallCharacteristic(gram);
  const exactly = analysis.polynomial?.map(c => c.valueOf());
  if (n > shownColumns || !(small ?? exactly)) return { coefficients: [] };
  const entries = Object.fromEntries(
    gram.slice(0, 3).flatMap((row, i) => row.slice(i, 3).map((g, k) => [`g_${i + 1}${i + k + 1}`, g])),
  );
  const given = small?.map((c, k) => {
    if (k === 0 || n === 1) return c;
    const sign = k % 2 === 1 ? -1 : 1;
    const [id, formula] = coefficientFormulas[n - 1]![k - 1]!;
    const used = Object.fromEntries(Object.entries(entries).filter(([key]) => formula.includes(key)));
    return sign * work.step(id, sign * c, () => ({ title, symbol: id, formula, scope: used }));
  });
  const right = given ?? exactly!;
  const coefficients = work.step('polynomial', right, () => {
    const roots = analysis.decomposition?.eigenvalues;
    // A factor that was pulled out belongs to no exact polynomial.
    const text = polynomialText((name === 'A' && analysis.polynomial) || right);
    const note = analysis.missing && say.missing[analysis.missing];
    return {
      title,
      symbol: 'det(λI − G)',
      drawn: roots ? [[`${text} = ${factoredText(roots)}`], [`→ ${rootsText(roots)}`]] : [[text]],
      ...(note ? { note } : {}),
    };
  });
  const roots = small && !isSame(coefficients, small) ? realRoots(coefficients) : undefined;
  return roots ? { coefficients, roots } : { coefficients };
};

/** A multiple of an eigenvector as a person finds it: whole numbers where it is exact, else with largest entry 1. */
const unscaled = ({ truth }: Task, vector: Vector, i: number): Vector => {
  const direction = truth.analysis.decomposition?.right[i];
  return direction ? direction.map(Number) : divide(vector, largest(vector));
};

const eigenvalueSteps = (task: Task, gram: Matrix, { values, vectors }: Eigen, coefficients: Vector): number[] => {
  const { n, base, name, work } = task;
  return values.map((value, i) => {
    if (i >= shownColumns) return value;
    const id = `lambda${i + 1}`;
    return work.step(id, value, () => {
      const w = unscaled(task, vectors[i]!, i);
      const ways: Way<number>[] = [
        {
          formula: `norm(${name} * w${i + 1})^2 / norm(w${i + 1})^2`,
          scope: { [name]: base, [`w${i + 1}`]: w },
          gives: (norm(apply(base, w)) / norm(w)) ** 2,
        },
      ];
      if (n === 1) ways.unshift({ formula: 'g_11', scope: { g_11: gram[0]![0]! }, gives: gram[0]![0]! });
      if (n === 2) {
        const [t, d] = [-coefficients[1]!, coefficients[2]!];
        const sign = i === 0 ? 1 : -1;
        ways.unshift({
          formula: `(t ${i === 0 ? '+' : '-'} sqrt(t^2 - 4*d)) / 2`,
          scope: { t, d },
          gives: (t + sign * Math.sqrt(t ** 2 - 4 * d)) / 2,
        });
      }
      const by = confirmed(value, ways);
      const checked = i === 0 && by.formula?.startsWith('norm');
      return {
        title: say.eigenvalueTitle(name),
        symbol: id,
        ...by,
        ...(checked ? { note: say.checkedRoots } : {}),
      };
    });
  });
};

const rightSteps = (task: Task, { values, vectors }: Eigen): Vector[] =>
  vectors.map((vector, i) => {
    if (i >= shownColumns) return vector;
    const name = `v${i + 1}`;
    return task.work.step(name, vector as number[], (): Shown => {
      const w = unscaled(task, vector, i);
      const direction = task.truth.analysis.decomposition?.right[i];
      const repeated = values.some((value, j) => j < i && Math.abs(value - values[i]!) <= 1e-12 * values[0]!);
      return {
        title: say.rightTitle(task.name),
        symbol: name,
        ...confirmed<Vector>(vector, [
          { formula: `w${i + 1} / norm(w${i + 1})`, scope: { [`w${i + 1}`]: w }, gives: divide(w, norm(w)) },
        ]),
        ...(direction ? { drawn: drawnDirection(direction) } : {}),
        ...(repeated ? { note: say.repeated(i + 1) } : {}),
      };
    });
  });

const sigmaSteps = (task: Task, given: Vector, values: Vector): number[] => {
  const { truth, factor, work } = task;
  return truth.singularValues.map((sigma, i) => {
    // The eigenvalues of AᵀA have lost half the digits of a small σ: it is kept while nobody has changed them.
    const value = values[i] === given[i] ? sigma : factor * Math.sqrt(Math.max(0, values[i]!));
    if (i >= shownColumns) return value;
    const [id, lambda] = [`sigma${i + 1}`, `lambda${i + 1}`];
    const exact = truth.analysis.decomposition?.singularValues[i];
    return work.step(id, value, () => {
      const drawn = exact && drawnSurd(exact);
      const way: Way<number> =
        factor === 1
          ? { formula: `sqrt(${lambda})`, scope: { [lambda]: values[i]! }, gives: Math.sqrt(values[i]!) }
          : {
              formula: `c * sqrt(${lambda})`,
              scope: { c: factor, [lambda]: values[i]! },
              gives: factor * Math.sqrt(values[i]!),
            };
      const by = confirmed(value, [way]);
      return {
        title: { en: 'Singular values: the roots of the eigenvalues', zh: '奇异值：特征值的平方根' },
        symbol: id,
        ...by,
        ...(drawn ? { drawn } : {}),
        ...(by.formula ? {} : { note: say.tooSmall }),
      };
    });
  });
};

const leftSteps = (task: Task, vs: readonly Vector[], sigmas: Vector, rank: number): Vector[] => {
  const { matrix, truth, work } = task;
  const [us, rights] = [transpose(truth.U), transpose(truth.V)];
  return sigmas.slice(0, rank).map((sigma, i) => {
    const v = vs[i]!;
    const product = divide(apply(matrix, v), sigma);
    const value = sigma === truth.singularValues[i] && isSame(v, rights[i]!) ? us[i]! : product;
    if (i >= shownColumns) return value;
    const [id, right, singular] = [`u${i + 1}`, `v${i + 1}`, `sigma${i + 1}`];
    return work.step(id, value, (): Shown => {
      const by = confirmed<Vector>(value, [
        {
          formula: `A * ${right} / ${singular}`,
          scope: { A: matrix, [right]: v, [singular]: sigma },
          gives: product,
        },
      ]);
      const direction = truth.analysis.decomposition?.left[i];
      const note = by.formula ? (i === rank - 1 || i === shownColumns - 1 ? say.signs : undefined) : say.lostDigits(i + 1);
      return {
        title: { en: 'Left singular vectors', zh: '左奇异向量' },
        symbol: id,
        ...by,
        ...(direction ? { drawn: drawnDirection(direction) } : {}),
        ...(note ? { note } : {}),
      };
    });
  });
};

const completionSteps = (task: Task, found: readonly Vector[]): Vector[] => {
  const { m, truth, work } = task;
  const right = transpose(truth.U);
  const isRight = found.every((u, i) => isSame(u, right[i]!));
  const basis = isRight ? right : completed(found, m);
  const columns = [...found];
  for (let k = found.length; k < m; k++) {
    // Columns that a slip has made dependent leave too few: the right ones take their place.
    const column = basis[k] ?? right[k]!;
    if (k >= shownColumns) {
      columns.push(column);
      continue;
    }
    const j = column.findIndex(x => Math.abs(x) > 1e-8);
    const e = unitVector(m, j);
    const rest = columns.reduce<Vector>((left, u) => addScaled(left, u, -dot(u, e)), e);
    const title = say.completionTitle;
    const [unit, r, u] = [`e_${j + 1}`, `r${k + 1}`, `u${k + 1}`];
    const names = columns.map((_, i) => `u${i + 1}`);
    const shownRest = work.step(r, rest as number[], () => ({
      title,
      symbol: r,
      formula: [unit, ...names.map(name => `dot(${name}, ${unit})*${name}`)].join(' - '),
      scope: { [unit]: e, ...Object.fromEntries(columns.map((c, i) => [names[i]!, c])) },
    }));
    const given = shownRest === rest ? column : divide(shownRest, norm(shownRest));
    const direction = truth.analysis.decomposition?.left[k];
    const done = work.step(u, given as number[], () => ({
      title,
      symbol: u,
      ...confirmed<Vector>(given, [{ formula: `${r} / norm(${r})`, scope: { [r]: rest }, gives: divide(rest, norm(rest)) }]),
      ...(direction ? { drawn: drawnDirection(direction) } : {}),
      ...(k === found.length ? { note: say.completion } : {}),
    }));
    columns.push(done);
  }
  return columns;
};

const checkSteps = ({ matrix, work }: Task, U: Matrix, sigma: Matrix, V: Matrix): void => {
  const title: Text = { en: 'Check', zh: '检验' };
  const product = multiply(multiply(U, sigma), transpose(V));
  const size = largest(matrix.map(largest));
  const mark = (holds: boolean): string => (holds ? '✓' : '✗');
  work.step('check', product, () => {
    const holds = distance(product, matrix) <= 1e-9 * size;
    return {
      title,
      formula: 'U * Sigma * transpose(V)',
      scope: { U, Sigma: sigma, V },
      drawn: [[{ matrix: holds ? matrix : product }, `${holds ? ' = A' : ' ≠ A'}  ${mark(holds)}`]],
    };
  });
  for (const [name, factor] of [['U', U], ['V', V]] as const) {
    const square = multiply(transpose(factor), factor);
    work.step(`check${name}`, square, () => {
      const holds = square.every((row, i) => distance(row, unitVector(row.length, i)) <= 1e-9);
      return {
        title,
        formula: `transpose(${name}) * ${name}`,
        scope: { [name]: factor },
        drawn: [[holds ? `I  ${mark(true)}` : `≠ I  ${mark(false)}`]],
      };
    });
  }
};

/** Hand's way: AᵀA, its eigenvalues and eigenvectors, σ = √λ, u = Av/σ, U completed, UΣVᵀ multiplied out. */
export const solveSvd = (matrix: Matrix, work: Work): SvdAnswer => {
  const task = taskOf(matrix, work);
  const { m, n, truth, factor } = task;
  const { gram, own } = gramStep(task);
  const { coefficients, roots } = polynomialSteps(task, gram);
  const eigen = own ? eigenOf(gram) : truthEigen(task);
  const given = roots ?? eigen.values;
  const values = eigenvalueSteps(task, gram, { ...eigen, values: given }, coefficients);
  const vs = rightSteps(task, eigen);
  const unchanged = own || roots ? [] : eigen.values;
  const sigmas = sigmaSteps(task, unchanged, values);
  const us = completionSteps(task, leftSteps(task, vs, sigmas, rankOf(sigmas, m, n)));
  const [U, V] = [transpose(us), transpose(vs)];
  checkSteps(task, U, sigmaOf(sigmas, m, n), V);
  const singularValues = work.step('singularValues', sigmas, () => ({
    title: { en: 'The decomposition', zh: '分解结果' },
    symbol: 'σ',
    drawn: drawnDecomposition(truth, m, n),
    note: say.convention(factor !== 1),
  }));
  return {
    U,
    singularValues,
    V,
    sigma: sigmaOf(singularValues, m, n),
    rank: rankOf(singularValues, m, n),
    exact: truth.exact,
  };
};

export const drawnDecomposition = ({ analysis, U, singularValues, V }: Decomposed, m: number, n: number) =>
  analysis.decomposition
    ? drawnExact(analysis.decomposition)
    : drawnNumbers({ U, sigma: sigmaOf(singularValues, m, n), V });

const truthEigen = ({ truth, n, factor }: Task): Eigen => {
  const exact = truth.analysis.decomposition?.eigenvalues;
  const values = Array.from({ length: n }, (_, i) =>
    exact ? exact[i]!.valueOf() : ((truth.singularValues[i] ?? 0) / factor) ** 2,
  );
  return { values, vectors: transpose(truth.V) };
};

/** The eigenvalues of a symmetric matrix without negative ones are its singular values. */
const eigenOf = (gram: Matrix): Eigen => {
  const { singularValues, V } = svd(gram);
  return { values: singularValues, vectors: transpose(V) };
};
