import { decompose } from '../../math/decompose.ts';
import { dot, type Matrix, multiply, norm, transpose } from '../../math/matrix.ts';
import type { Judgement } from '../../problem/kind.ts';
import type { Text } from '../../problem/text.ts';
import { distance, shapeOf, type Value } from '../../problem/value.ts';
import { type SvdParams, sizeOf, svdMistakes } from './svd-mistakes.ts';

/** Judges any factorisation A = UΣVᵀ by what makes it one: singular values, orthonormal columns, the product, in this order. */

const wrong = (message: Text, mistake?: string): Judgement => ({
  verdict: 'wrong',
  message,
  ...(mistake ? { mistake } : {}),
});

const made = (mistake: string): Judgement => wrong(svdMistakes[mistake]!.tell, mistake);

const right: Text = { en: 'A valid factorisation.', zh: '这是有效的分解。' };

const roundedEarly: Text = {
  en: 'Right, but rounded on the way: carry more digits so that the columns stay orthonormal.',
  zh: '方法正确，但中间过早舍入：应多保留几位小数，使各列保持标准正交。',
};

const unsorted: Text = {
  en: 'A valid factorisation; the singular values are usually put in descending order, with the columns of U and V alike.',
  zh: '分解有效；习惯上奇异值从大到小排列，U 与 V 的列按同样的顺序。',
};

/** A matrix whose columns are read; a lone vector is one column. */
const columnsOf = (value: Value): number[][] | undefined => {
  const rank = shapeOf(value).length;
  if (rank === 1) return [value as number[]];
  const rows = value as number[][];
  return rank === 2 && rows.every(row => row.length === rows[0]!.length) ? transpose(rows) : undefined;
};

/** The diagonal of Σ, or the list of singular values; undefined where something stands beside the diagonal. */
const diagonalOf = (value: Value, half: number): number[] | undefined => {
  if (typeof value === 'number') return [value];
  if (shapeOf(value).length === 1) return value as number[];
  const rows = value as number[][];
  const isDiagonal = rows.every((row, i) => row.every((x, j) => i === j || Math.abs(x) <= half));
  return isDiagonal ? rows.flatMap((row, i) => (i < row.length ? [row[i]!] : [])) : undefined;
};

/** The worst departure of the columns from orthonormal: of their lengths from 1, and of their products from 0. */
const departure = (columns: Matrix): { lengths: number; angles: number } => ({
  lengths: Math.max(...columns.map(column => Math.abs(norm(column) - 1))),
  angles: Math.max(0, ...columns.flatMap((u, i) => columns.slice(0, i).map(v => Math.abs(dot(u, v))))),
});

/** What rounding every entry by `half` may do to lengths and products of columns of this length. */
const slack = (length: number, half: number): number => 2 * half * Math.sqrt(length) + length * half ** 2 + 1e-9;

/** How much coarser than its last digit an answer may be and still count as rounded on the way. */
const coarse = 20;

const notOrthonormal = (name: string, columns: Matrix, half: number): Judgement | undefined => {
  const { lengths, angles } = departure(columns);
  const most = slack(columns[0]!.length, half);
  if (Math.max(lengths, angles) <= most) return undefined;
  if (Math.max(lengths, angles) <= coarse * most) return { verdict: 'close', message: roundedEarly };
  if (angles <= coarse * most)
    return wrong(
      {
        en: `The columns of ${name} are orthogonal, but not of length 1: divide each by its length.`,
        zh: `${name} 的各列相互正交，但长度不为 1：每列要除以其长度。`,
      },
      'not-normalised',
    );
  return wrong({
    en: `The columns of ${name} are not orthogonal to each other: ${name}ᵀ${name} must be I.`,
    zh: `${name} 的各列不是相互正交的：应有 ${name}ᵀ${name} = I。`,
  });
};

const sizeWrong = (name: string, rows: number, got: readonly number[]): Judgement =>
  wrong({
    en: `${name} must have ${rows} rows (one column per singular vector), but yours is ${got.join('×')}.`,
    zh: `${name} 应有 ${rows} 行（每列一个奇异向量），你的答案为 ${got.join('×')}。`,
  });

/** Σ σ_i u_i v_iᵀ */
const productOf = (u: Matrix, sigma: readonly number[], v: Matrix): number[][] =>
  multiply(
    transpose(u.slice(0, sigma.length).map((column, i) => column.map(x => x * sigma[i]!))),
    v.slice(0, sigma.length),
  );

const judgeValues = (sigma: readonly number[], truth: readonly number[], half: number): Judgement | undefined => {
  if (sigma.some(s => s < -half)) {
    return wrong({
      en: 'A singular value is never negative: it is a length, σ = ‖Av‖.',
      zh: '奇异值不会是负数：它是长度，σ = ‖Av‖。',
    });
  }
  const sorted = [...sigma].sort((a, b) => b - a);
  const size = Math.max(sorted.length, truth.length);
  const near = (values: readonly number[], most: number): boolean =>
    Array.from({ length: size }, (_, i) => Math.abs((sorted[i] ?? 0) - (values[i] ?? 0))).every(d => d <= most);
  const exact = half + 1e-9 * Math.max(1, truth[0]!);
  if (near(truth, coarse * exact)) return undefined;
  if (
    near(
      truth.map(s => s ** 2),
      coarse * exact * Math.max(1, truth[0]!),
    )
  )
    return made('roots-forgotten');
  return wrong({
    en: 'The singular values are not right: they are the square roots of the eigenvalues of AᵀA.',
    zh: '奇异值不对：它们是 AᵀA 的特征值的平方根。',
  });
};

/** Whether some choice of signs for the columns of U makes the product A: u must be ±Av/σ. */
const signsFit = (a: Matrix, u: Matrix, sigma: readonly number[], v: Matrix, most: number): boolean => {
  const turned = sigma.map((_, i) => {
    const image = a.map(row => dot(row, v[i]!));
    return dot(image, u[i]!) < 0 ? u[i]!.map(x => -x) : u[i]!;
  });
  return distance(productOf(turned, sigma, v), a) <= most;
};

/** Judges U, Σ and V together: thin and full forms, any signs that go together, any basis of equal singular values. */
export const judgeFactorisation = (params: SvdParams, typed: Value, half: number): Judgement => {
  const a = params.matrix;
  const [m, n] = sizeOf(params);
  const [typedU, typedSigma, typedV] = typed as readonly [Value, Value, Value];
  const truth = decompose(a).singularValues;
  const [u, given, v] = [columnsOf(typedU), diagonalOf(typedSigma, half), columnsOf(typedV)];
  if (!given) {
    return wrong({ en: 'Σ must be diagonal: zeros beside its diagonal.', zh: 'Σ 应为对角形：对角线以外全为零。' });
  }
  const values = judgeValues(given, truth, half);
  if (values) return values;
  if (!u || u[0]!.length !== m) return sizeWrong('U', m, shapeOf(typedU));
  if (!v || v[0]!.length !== n) return sizeWrong('V', n, shapeOf(typedV));
  const rank = truth.filter(s => s > coarse * half + 1e-9 * truth[0]!).length;
  const sigma = given.slice(0, Math.min(u.length, v.length));
  const lacking = u.length < rank ? 'U' : v.length < rank ? 'V' : undefined;
  if (lacking) {
    return wrong({
      en: `${lacking} has too few columns: one for each of the ${rank} singular values that are not 0.`,
      zh: `${lacking} 的列数不够：${rank} 个非零奇异值各需一列。`,
    });
  }
  const total = truth.reduce((sum, s) => sum + s, 0);
  const most = half * (2 * total + sigma.length) + total * half ** 2 + 1e-9 * Math.max(1, truth[0]!);
  const uneven = notOrthonormal('U', u, half) ?? notOrthonormal('V', v, half);
  if (uneven?.verdict === 'wrong') return uneven;
  const off = distance(productOf(u, sigma, v), a);
  if (off > coarse * most) {
    if (m === n && distance(productOf(v, sigma, u), a) <= coarse * most) return made('u-v-swapped');
    if (v.length === n && distance(productOf(u, sigma, transpose(v)), a) <= coarse * most) {
      return wrong(
        {
          en: 'What you call V is Vᵀ: the right singular vectors are the columns of V.',
          zh: '你写的 V 其实是 Vᵀ：右奇异向量应是 V 的列。',
        },
        'v-transposed',
      );
    }
    if (signsFit(a, u, sigma, v, coarse * most)) return made('signs-apart');
    return wrong({
      en: 'The singular values are right and the columns orthonormal, but UΣVᵀ is not A: check u = Av/σ, column by column.',
      zh: '奇异值正确，各列也标准正交，但 UΣVᵀ ≠ A：逐列检查 u = Av/σ。',
    });
  }
  if (uneven || off > most) return { verdict: 'close', message: roundedEarly };
  const isSorted = sigma.every((s, i) => i === 0 || s <= sigma[i - 1]! + 2 * half);
  return { verdict: 'correct', message: isSorted ? right : unsorted };
};

/** Judges the singular vectors of one side alone: orthonormal columns, each an eigenvector of AAᵀ (or AᵀA) in order of σ. */
export const judgeVectors =
  (name: 'U' | 'V') =>
  (params: SvdParams, typed: Value, half: number): Judgement => {
    const a = name === 'U' ? params.matrix : transpose(params.matrix);
    const rows = a.length;
    const columns = columnsOf(typed);
    if (!columns || columns[0]!.length !== rows) return sizeWrong(name, rows, shapeOf(typed));
    const values = decompose(params.matrix).singularValues;
    const unit = values[0]! || 1;
    const rank = values.filter(s => s > 1e-12 * unit).length;
    if (columns.length < rank) {
      return wrong({
        en: `${name} has too few columns: one for each of the ${rank} singular values that are not 0.`,
        zh: `${name} 的列数不够：${rank} 个非零奇异值各需一列。`,
      });
    }
    const uneven = notOrthonormal(name, columns, half);
    if (uneven?.verdict === 'wrong') return uneven;
    // ‖AAᵀu/σ₁² − (σ/σ₁)²u‖: how far each column is from an eigenvector of its λ.
    const gram = multiply(a, transpose(a));
    const off = columns.map((u, i) => {
      const share = ((values[i] ?? 0) / unit) ** 2;
      return Math.max(...gram.map((row, k) => Math.abs(dot(row, u) / unit ** 2 - share * u[k]!)));
    });
    const most = 2 * slack(rows, half);
    const worst = Math.max(...off);
    if (worst <= most) return uneven ?? { verdict: 'correct', message: right };
    if (worst <= coarse * most) return { verdict: 'close', message: roundedEarly };
    return wrong({
      en: `Column ${off.indexOf(worst) + 1} of ${name} is not an eigenvector of ${name === 'U' ? 'AAᵀ' : 'AᵀA'} for its λ = σ².`,
      zh: `${name} 的第 ${off.indexOf(worst) + 1} 列不是 ${name === 'U' ? 'AAᵀ' : 'AᵀA'} 对应于 λ = σ² 的特征向量。`,
    });
  };
