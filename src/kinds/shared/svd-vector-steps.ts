import {
  addScaled,
  apply,
  divide,
  dot,
  largest,
  type Matrix,
  multiply,
  norm,
  transpose,
  unitVector,
  type Vector,
} from '../../math/matrix.ts';
import { completed } from '../../math/orthonormal.ts';
import type { Text } from '../../problem/text.ts';
import { distance } from '../../problem/value.ts';
import type { Shown } from '../../problem/work.ts';
import { drawnDirection, drawnSurd } from './svd-drawing.ts';
import * as say from './svd-sentences.ts';
import { confirmed, isSame, shownColumns, type Task, type Way } from './svd-task.ts';

export const sigmaSteps = (task: Task, given: Vector, values: Vector): number[] => {
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

export const leftSteps = (task: Task, vs: readonly Vector[], sigmas: Vector, rank: number): Vector[] => {
  const { matrix, truth, work } = task;
  const [us, rights] = [transpose(truth.U), transpose(truth.V)];
  return sigmas.slice(0, rank).map((sigma, i) => {
    const v = vs[i]!;
    const product = divide(apply(matrix, v), sigma);
    const value = sigma === truth.singularValues[i] && isSame(v, rights[i]!) ? us[i]! : product;
    if (i >= shownColumns) return value;
    const [symbol, right, singular] = [`u_${i + 1}`, `v_${i + 1}`, `sigma${i + 1}`];
    return work.step(`u${i + 1}`, value, (): Shown => {
      const by = confirmed<Vector>(value, [
        {
          formula: `A * ${right} / ${singular}`,
          scope: { A: matrix, [right]: v, [singular]: sigma },
          gives: product,
        },
      ]);
      const direction = truth.analysis.decomposition?.left[i];
      const note = by.formula ? (i === rank - 1 || i === shownColumns - 1 ? say.signs : undefined) : say.lostDigits;
      return {
        title: { en: 'Left singular vectors', zh: '左奇异向量' },
        symbol,
        ...by,
        ...(direction ? { drawn: drawnDirection(direction) } : {}),
        ...(note ? { note } : {}),
      };
    });
  });
};

export const completionSteps = (task: Task, found: readonly Vector[]): Vector[] => {
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
    const [unit, r, u] = [`e_${j + 1}`, `r_${k + 1}`, `u_${k + 1}`];
    const names = columns.map((_, i) => `u_${i + 1}`);
    const shownRest = work.step(`r${k + 1}`, rest as number[], () => ({
      title,
      symbol: r,
      formula: [unit, ...names.map(name => `dot(${name}, ${unit})*${name}`)].join(' - '),
      scope: { [unit]: e, ...Object.fromEntries(columns.map((c, i) => [names[i]!, c])) },
    }));
    const given = shownRest === rest || norm(shownRest) === 0 ? column : divide(shownRest, norm(shownRest));
    const direction = truth.analysis.decomposition?.left[k];
    const done = work.step(`u${k + 1}`, given as number[], () => ({
      title,
      symbol: u,
      ...confirmed<Vector>(given, [
        { formula: `${r} / norm(${r})`, scope: { [r]: rest }, gives: divide(rest, norm(rest)) },
      ]),
      ...(direction ? { drawn: drawnDirection(direction) } : {}),
      ...(k === found.length ? { note: say.completion } : {}),
    }));
    columns.push(done);
  }
  return columns;
};

export const checkSteps = ({ matrix, work }: Task, U: Matrix, sigma: Matrix, V: Matrix): void => {
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
  for (const [name, factor] of [
    ['U', U],
    ['V', V],
  ] as const) {
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
