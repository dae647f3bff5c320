import { realRoots, smallCharacteristic } from '../../math/eigenvalues.ts';
import { apply, divide, largest, type Matrix, multiply, norm, transpose, type Vector } from '../../math/matrix.ts';
import { svd } from '../../math/svd.ts';
import type { Shown } from '../../problem/work.ts';
import { drawnDirection, factoredText, polynomialText, rootsText } from './svd-drawing.ts';
import * as say from './svd-sentences.ts';
import { confirmed, isSame, shownColumns, type Task, type Way } from './svd-task.ts';

/** Eigenvalues and eigenvectors of AᵀA, with integer eigenvectors or ones with largest entry 1 to start from. */
export interface Eigen {
  readonly values: number[];
  readonly vectors: Vector[];
}

export const truthEigen = ({ truth, n, factor }: Task): Eigen => {
  const exact = truth.analysis.decomposition?.eigenvalues;
  const values = Array.from({ length: n }, (_, i) =>
    exact ? exact[i]!.valueOf() : ((truth.singularValues[i] ?? 0) / factor) ** 2,
  );
  return { values, vectors: transpose(truth.V) };
};

/** The eigenvalues of a symmetric matrix without negative ones are its singular values. */
export const eigenOf = (gram: Matrix): Eigen => {
  const { singularValues, V } = svd(gram);
  return { values: singularValues, vectors: transpose(V) };
};

export const gramStep = ({ base, name, m, n, work }: Task): { gram: number[][]; own: boolean } => {
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
    ['d', 'g_11*(g_22*g_33 - g_23*g_23) - g_12*(g_12*g_33 - g_13*g_23) + g_13*(g_12*g_23 - g_13*g_22)'],
  ],
];

/** Trace, minors and determinant, then the polynomial; its roots where it is not the one expected. */
export const polynomialSteps = (
  { n, truth, name, work }: Task,
  gram: Matrix,
): { coefficients: number[]; roots?: number[] } => {
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

export const eigenvalueSteps = (
  task: Task,
  gram: Matrix,
  { values, vectors }: Eigen,
  coefficients: Vector,
): number[] => {
  const { n, base, name, work } = task;
  return values.map((value, i) => {
    if (i >= shownColumns) return value;
    const id = `lambda${i + 1}`;
    return work.step(id, value, () => {
      const w = unscaled(task, vectors[i]!, i);
      const ways: Way<number>[] = [
        {
          formula: `norm(${name} * w_${i + 1})^2 / norm(w_${i + 1})^2`,
          scope: { [name]: base, [`w_${i + 1}`]: w },
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
        ...(checked ? { note: task.truth.exact ? say.wholeRoots : say.numericRoots } : {}),
      };
    });
  });
};

export const rightSteps = (task: Task, { values, vectors }: Eigen): Vector[] =>
  vectors.map((vector, i) => {
    if (i >= shownColumns) return vector;
    const name = `v${i + 1}`;
    return task.work.step(name, vector as number[], (): Shown => {
      const w = unscaled(task, vector, i);
      const direction = task.truth.analysis.decomposition?.right[i];
      const repeated = values.some((value, j) => j < i && Math.abs(value - values[i]!) <= 1e-12 * values[0]!);
      return {
        title: say.rightTitle(task.name),
        symbol: `v_${i + 1}`,
        ...confirmed<Vector>(vector, [
          { formula: `w_${i + 1} / norm(w_${i + 1})`, scope: { [`w_${i + 1}`]: w }, gives: divide(w, norm(w)) },
        ]),
        ...(direction ? { drawn: drawnDirection(direction) } : {}),
        ...(repeated ? { note: say.repeated } : {}),
      };
    });
  });
