/** With how many decimals numbers are shown, unless told. */
export const usualDecimals = 4;

/**
 * A number as a person writes it: whole numbers whole, others with up to `decimals` places, those that would vanish or run
 * too long in powers of ten.
 */
export const formatNumber = (x: number, decimals = usualDecimals): string => {
  if (x === 0) return '0';
  const size = Math.abs(x);
  if (Number.isInteger(x) && size < 1e15) return String(x);
  if (size >= 1e9 || size < 0.5 * 10 ** -decimals) {
    return x
      .toExponential(Math.max(1, decimals - 1))
      .replace(/\.?0+e/, 'e')
      .replace('e+', 'e');
  }
  const fixed = x.toFixed(decimals);
  return fixed.includes('.') ? fixed.replace(/\.?0+$/, '') : fixed;
};

/** How many places after the point a formatted number has. */
const placesOf = (text: string): number => (/^-?\d+\.\d+$/.test(text) ? text.length - text.indexOf('.') - 1 : 0);

/** A column of numbers with the same number of places wherever one of them has any. */
export const formatColumn = (column: readonly (number | string)[], decimals = usualDecimals): string[] => {
  const texts = column.map(cell => (typeof cell === 'string' ? cell : formatNumber(cell, decimals)));
  const places = Math.max(0, ...texts.map(placesOf));
  return texts.map((text, i) =>
    typeof column[i] === 'number' && /^-?\d+(\.\d+)?$/.test(text) && places > 0
      ? Number(column[i]).toFixed(places)
      : text,
  );
};
