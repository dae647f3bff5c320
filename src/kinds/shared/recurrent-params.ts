import type { Matrix } from '../../math/matrix.ts';
import { ProblemError } from '../../problem/error.ts';
import { checkOperations } from '../../problem/limits.ts';
import { matrix, optional, vector } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';

/** The parameters that recurrent networks share, and whether their shapes go together. */

export const inputsParam = matrix({ en: 'the inputs x, one row per moment', zh: '输入 x，每个时刻一行' });

export const stateParam = (about: Text) => optional(vector(about));

export const hiddenParam = stateParam({ en: 'the state h before the first input', zh: '初始状态 h' });

/** A matrix that acts on [h, x], and its bias. */
export const gateParam = (name: string, gate: Text) =>
  matrix({
    en: `${name}, ${gate.en}: a row per unit, its columns act on [h, x]`,
    zh: `${name}，${gate.zh}：每个单元一行，各列依次作用于 [h, x]`,
  });

export const biasParam = (name: string, gate: Text) =>
  optional(vector({ en: `${name}, ${gate.en}: a bias per unit`, zh: `${name}，${gate.zh}：每个单元一个偏置` }));

const mismatch = (path: string, expected: number, of: Text, why: Text, found: number): ProblemError =>
  new ProblemError(
    'invalid-params',
    {
      en: `expected ${expected} ${of.en}, ${why.en}, but got ${found}`,
      zh: `应有 ${expected} ${of.zh}（${why.zh}），实际为 ${found}`,
    },
    path,
  );

const numbers: Text = { en: 'numbers', zh: '个数' };
const rows: Text = { en: 'rows', zh: '行' };

/** Throws where a vector that was given has not `units` numbers. */
export const requireUnits = (
  units: number,
  vectors: Readonly<Record<string, readonly number[] | undefined>>,
  unit: Text = { en: 'one per unit', zh: '每个单元一个' },
): void => {
  for (const [path, values] of Object.entries(vectors)) {
    if (values && values.length !== units) throw mismatch(path, units, numbers, unit, values.length);
  }
};

/** Throws where a matrix has not `units` rows of `width` numbers. */
export const requireShape = (
  units: number,
  width: number,
  matrices: Readonly<Record<string, Matrix>>,
  columns: Text,
): void => {
  for (const [path, weights] of Object.entries(matrices)) {
    const unit = { en: 'one per unit', zh: '每个单元一行' };
    if (weights.length !== units) throw mismatch(path, units, rows, unit, weights.length);
    if (weights[0]!.length !== width) throw mismatch(`${path}[0]`, width, numbers, columns, weights[0]!.length);
  }
};

/** As `requireShape`, for matrices on [h, x]; bounds the whole sequence too. Returns the number of units. */
export const requireGates = (inputs: Matrix, matrices: Readonly<Record<string, Matrix>>): number => {
  const units = Object.values(matrices)[0]!.length;
  const width = units + inputs[0]!.length;
  requireShape(units, width, matrices, {
    en: `one per entry of [h, x] (${units} + ${inputs[0]!.length})`,
    zh: `[h, x] 的每一项一个，${units} + ${inputs[0]!.length}`,
  });
  checkOperations(inputs.length * units * width * Object.keys(matrices).length);
  return units;
};
