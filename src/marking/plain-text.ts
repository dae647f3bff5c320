import { toAscii } from '../problem/notation.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻';
const levelled = '0123456789+-';

const raised = (text: string): string =>
  text.replace(
    /[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻]+/gu,
    run => `^(${[...run].map(character => levelled[superscripts.indexOf(character)]).join('')})`,
  );

/** ½ and 1½. */
const fractions = (text: string): string =>
  text.replace(/(\d*)\s*([\u00bc-\u00be\u2150-\u215e])/gu, (_, whole: string, fraction: string) => {
    const plain = fraction.normalize('NFKC').replace('⁄', '/');
    return whole ? `(${whole}+${plain})` : `(${plain})`;
  });

/** \frac{a}{b}, \sqrt{a}, \begin{bmatrix} a & b \\ c & d \end{bmatrix} … as plain text. */
const withoutLatex = (text: string): string => {
  if (!/[\\$]/.test(text)) return text;
  let plain = text
    .replace(/\\\\/gu, ';')
    .replace(/\$|\\left|\\right|\\[,;!: ]/gu, ' ')
    .replace(/\\begin\{[a-z]*matrix\}/gu, '[')
    .replace(/\\end\{[a-z]*matrix\}/gu, ']')
    .replace(/&/gu, ',')
    .replace(/\\(?:cdot|times)\b/gu, '*')
    .replace(/\\(ln|log|exp|tanh|pi|sin|cos|tan)\b/gu, '$1')
    .replace(/\\%/gu, '%')
    .replace(/\\(Sigma|sigma|Delta|delta|approx)\b/gu, ' $1 ');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain
      .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/gu, '(($1)/($2))')
      .replace(/\\sqrt\s*\{([^{}]*)\}/gu, 'sqrt($1)');
  }
  return plain;
};

/** The wrappers of Python and MATLAB around a list: array([…]), tensor([…], dtype=…). */
const withoutCode = (text: string): string =>
  text
    .replace(/,\s*(?:dtype|device|requires_grad|grad_fn)\s*=\s*(?:<[^>]*>|'[^']*'|[\w.]+)/gu, '')
    .replace(/\b(?:\w+\.)?(?:array|asarray|tensor|matrix|Matrix|float64|float32)\s*\(/gu, '(');

/** What was typed in one alphabet of digits, signs and brackets, without LaTeX, code and the frames of drawn matrices. */
export const plainText = (typed: string): string =>
  withoutCode(toAscii(fractions(raised(withoutLatex(typed.replace(/ᵀ|\^T\b/gu, ''))))))
    .replace(/\^\{([^{}]*)\}/gu, '^($1)')
    .replace(/([\])])\s*'/gu, '$1')
    .replace(/[⎡⎢⎣⎤⎥⎦│|]/gu, ' ')
    .replace(/\r\n?/gu, '\n')
    .trim();
