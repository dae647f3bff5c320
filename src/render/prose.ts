const plain = 'aehijklmnoprstuvx0123456789+-−=()βγρφχ';
const below = 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ᵦᵧᵨᵩᵪ';
const raisedFrom = '0123456789+-−=()nixT*';
const above = '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣᵀ*';

const shifted = (text: string, from: string, to: string): string | undefined => {
  const characters = [...text].map(character => {
    const at = [...from].indexOf(character);
    return at < 0 ? undefined : [...to][at];
  });
  return characters.every(character => character !== undefined) ? characters.join('') : undefined;
};

/**
 * Formulas in a sentence as a terminal can show them: h_t and h_{t-1} with subscripts, x^2 with superscripts, where Unicode has
 * the characters; what it lacks stays as it is written.
 */
export const prose = (text: string): string =>
  text
    .replace(
      /_(?:\{([^{}]{1,12})\}|([\p{L}\p{Nd}]{1,3})(?![\p{L}\p{Nd}]))/gu,
      (whole, braced, bare) => shifted((braced ?? bare).replace(/\s/gu, ''), plain, below) ?? whole,
    )
    .replace(
      /\^(?:\{([^{}]{1,12})\}|([\p{N}TnNix*]{1,3})(?![\p{L}\p{N}]))/gu,
      (whole, braced, bare) => shifted((braced ?? bare).replace(/\s/gu, ''), raisedFrom, above) ?? whole,
    );
