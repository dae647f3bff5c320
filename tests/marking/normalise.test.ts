import fc from 'fast-check';
import { expect, it } from 'vitest';
import { normalise } from '../../src/marking/normalise.ts';
import { readTokens } from '../../src/marking/tokens.ts';

it.each([
  ['ＲｅＬＵ（ｘ）', 'relu(x)'],
  ['過擬合', '过拟合'],
  ['\\sigma(z)', 'σ(z)'],
  ['h_{t-1}', 'ht-1'],
  ['\\tilde{h}_t', 'h~t'],
  ['h̃', 'h~'],
  ['x²', 'x2'],
  ['x^2', 'x2'],
  ['D(P||Q)', 'd(p‖q)'],
  ['a → b', 'a → b'],
  ['a -> b', 'a → b'],
  ['为零', '为0'],
  ['1/(1+e^{-x})', '1/(1+exp(-x))'],
  ['e^(-x)', 'exp(-x)'],
  ['e^-x', 'exp(-x)'],
  ['the 2', 'the 2'],
  ['3x3', '3·3'],
  ['m by n', 'm·n'],
  ['3 乘 3', '3·3'],
  ['w x + b', 'w x + b'],
  ['U S V transposed', 'u s vt'],
  ['A 的转置', 'at'],
  ["A'A", 'ata'],
  ["AA'", 'aat'],
  ["(UΣV')'(UΣV')", '(uσvt)t(uσvt)'],
  ["f'(x) h'", "f'(x) h'"],
  ['r .* h ./ 2', 'r · h / 2'],
  ['A^\\top', 'at'],
  ['Vᵀ', 'vt'],
  ['L_{\\text{full}} = n', 'full lfull = n'],
  ['p_same=1', 'same psame=1'],
  ['w - w_{old}', 'w - wold'],
  ['x_{max} = 3', 'xmax = 3'],
  ['0 … n', '0, n'],
  ['\\dfrac14', '1/4'],
  ['w_{1,ij}', 'w1ij'],
  ['\\min_G\\max_D V', 'min g max d v'],
  ['e.g. G', '  g'],
  ['10^40', '10^40'],
  ['\\prod_{t=2}^{3}', '∏t=2 3'],
  ['sqrt(sigma^2 + eps)', 'sqrt(σ2 + eps)'],
  ['→ ~0, ~ -1', '→ ≈0, ≈-1'],
  ['0~1, h~', '0~1, h~'],
  ['\\frac1{2n}', '1/(2n)'],
  ['\\max_p x', 'max p x'],
  ['\\prod_t w', '∏t w'],
])('spells “%s” as “%s”', (written, spelled) => expect(normalise(written).text).toBe(spelled));

it.each([
  ['non-linear', ['nonlinear']],
  ["doesn't", ['does', 'not']],
  ['over-fitting', ['over', 'fitting']],
  ['1-D', ['1', '-', 'd']],
  ['p - y', ['p', '-', 'y']],
  ['0.25.', ['0.25']],
  ['.25', ['0.25']],
  ['H(P, Q)', ['h', '(', 'p', ',', 'q', ')']],
  ['zero', ['0']],
])('splits “%s” into %j', (written, texts) => expect(readTokens(written).map(token => token.text)).toEqual(texts));

it('knows where every token was written', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
      for (const { from, to } of readTokens(text)) {
        expect(from).toBeLessThan(to);
        expect(to).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
