import type { ExactAnalysis } from '../../math/exact-svd.ts';
import type { Text } from '../../problem/text.ts';

/** What the work of a singular value decomposition says beside its numbers. */

const gram = (name: string): string => `${name}ᵀ${name}`;

export const factorTitle: Text = {
  en: 'Pull out a power of ten, so that squares stay within range: A = c·B',
  zh: '提出 10 的幂，避免平方后超出范围：A = c·B',
};

export const wide = (m: number, n: number): Text => ({
  en: `A is wide: the smaller AAᵀ (${m}×${m}) has the same non-zero eigenvalues; AᵀA (${n}×${n}) has 0 as well, at least ${n - m === 1 ? 'once' : `${n - m} times`}.`,
  zh: `A 的列多于行：较小的 AAᵀ（${m}×${m}）有相同的非零特征值；AᵀA（${n}×${n}）另有至少 ${n - m} 个特征值 0。`,
});

export const polynomialTitle = (name: string): Text => ({
  en: `The characteristic polynomial of G = ${gram(name)}`,
  zh: `G = ${gram(name)} 的特征多项式`,
});

export const eigenvalueTitle = (name: string): Text => ({
  en: `The eigenvalues of ${gram(name)}`,
  zh: `${gram(name)} 的特征值`,
});

export const wholeRoots: Text = {
  en: 'The roots of the polynomial: take out λ where the constant term is 0, try the divisors of the constant term, then divide by (λ − root). Each root is checked here with the eigenvector w of the next step: λ = ‖Aw‖²/‖w‖².',
  zh: '求多项式的根：常数项为 0 时先提出 λ，再试常数项的因数，然后除以 (λ − 根)。此处用下一步的特征向量 w 核对：λ = ‖Aw‖²/‖w‖²。',
};

export const numericRoots: Text = {
  en: 'The roots are found numerically, and checked with the eigenvector w of the next step: λ = ‖Aw‖²/‖w‖².',
  zh: '用数值方法求根，并用下一步的特征向量 w 核对：λ = ‖Aw‖²/‖w‖²。',
};

export const missing: Readonly<Record<NonNullable<ExactAnalysis['missing']>, Text>> = {
  roots: {
    en: 'Not every root is rational, so σ = √λ and the vectors are no rationals times square roots: from here on in decimals. They are computed from A itself, as the eigenvalues of AᵀA lose half the digits of a small σ.',
    zh: '并非所有根都是有理数，σ = √λ 与各向量写不成“有理数 × 平方根”的形式，以下用小数。小数直接由 A 求得，因为由 AᵀA 的特征值求小的 σ 会损失一半有效数字。',
  },
  entries: {
    en: 'An entry of A is no short decimal or fraction, so there is no exact form: decimals throughout.',
    zh: 'A 的元素中有不是简短小数或分数的数，没有精确形式，全部用小数计算。',
  },
  size: {
    en: 'The matrix is too large for an exact form: decimals throughout.',
    zh: '矩阵过大，不求精确形式，全部用小数计算。',
  },
};

export const rightTitle = (name: string): Text => ({
  en: `Right singular vectors: (${gram(name)} − λI)w = 0, v = w/‖w‖`,
  zh: `右奇异向量：(${gram(name)} − λI)w = 0，v = w/‖w‖`,
});

export const repeated: Text = {
  en: 'λ is repeated: any orthonormal basis of its eigenspace will do. Here the standard basis e₁, e₂, … is projected on it and made orthogonal in order.',
  zh: 'λ 是重特征值：可取其特征子空间的任一标准正交基。此处把标准基 e₁, e₂, … 依次投影到该子空间并正交化。',
};

export const tooSmall: Text = {
  en: 'So small a σ cannot be found from its λ in double precision.',
  zh: '如此小的 σ 无法用双精度由 λ 求出。',
};

export const signs: Text = {
  en: 'The sign of u is decided by u = Av/σ: finding eigenvectors of AAᵀ apart from those of AᵀA loses which sign belongs to which.',
  zh: 'u 的符号由 u = Av/σ 决定：若分别求 AAᵀ 与 AᵀA 的特征向量，就会丢失符号的对应关系。',
};

export const lostDigits: Text = {
  en: 'This σ is so small beside σ₁ that Av/σ would lose its digits in double precision: u comes from rotating A itself.',
  zh: '此 σ 与 σ₁ 相比太小，用双精度计算 Av/σ 会损失有效数字：u 由对 A 本身的旋转求得。',
};

export const completionTitle: Text = {
  en: 'Complete U to an orthonormal basis',
  zh: '把 U 补成标准正交基',
};

export const completion: Text = {
  en: 'Where σ is 0 or missing, u = Av/σ says nothing: take the next unit vector e, subtract its projections on the columns found, and normalise.',
  zh: '当 σ 为 0 或不存在时，u = Av/σ 无法使用：依次取单位向量 e，减去它在已有各列上的投影，再归一化。',
};

export const convention = (isScaled: boolean): Text => ({
  en: `The first non-zero component of each v is positive; v and its u may both be multiplied by −1.${isScaled ? ' The singular values of A are c times those of B.' : ''}`,
  zh: `每个 v 的第一个非零分量取正；v 与对应的 u 可同时乘以 −1。${isScaled ? 'A 的奇异值是 B 的奇异值的 c 倍。' : ''}`,
});
