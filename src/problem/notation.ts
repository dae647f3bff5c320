/**
 * How a person writes values on a command line: `[[1,2],[3,4]]`, `[1 2; 3 4]`, `32x32x3`, `1,2`, `{"weights": …}`. The result
 * is what JSON would have given; entries that are not plain numbers stay text for the parameter's reader.
 */

const sizePattern = /^\d+(?:\s*[x×*]\s*\d+)+$/iu;

/** Whether a text is written as a size: 32x32x3. */
export const looksLikeSize = (text: string): boolean => sizePattern.test(text.trim());

/** Full-width digits and punctuation, typographic minus signs and Chinese brackets as their ASCII forms. */
export const toAscii = (text: string): string => (isAscii.test(text) ? text : foreignToAscii(text));

/** Normalisation loads large tables, which plain text does without. */
const isAscii = /^[\t\n\r -~]*$/;

const foreignToAscii = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[−–—﹣]/gu, '-')
    .replace(/[【〔［]/gu, '[')
    .replace(/[】〕］]/gu, ']')
    .replace(/[，、]/gu, ',')
    .replace(/；/gu, ';')
    .replace(/[×✕]/gu, '×');

const entry = (text: string): unknown => {
  const plain = Number(text);
  return text !== '' && Number.isFinite(plain) && /^[-+.\d]/.test(text) ? plain : text;
};

/** Splits the inside of a bracket at `separator`s that stand outside of nested brackets and parentheses. */
const split = (inside: string, separator: RegExp): string[] => {
  const parts = [''];
  let depth = 0;
  for (const character of inside) {
    if (character === '[' || character === '(' || character === '{') depth++;
    if (character === ']' || character === ')' || character === '}') depth--;
    if (depth === 0 && separator.test(character)) parts.push('');
    else parts[parts.length - 1] += character;
  }
  return parts.map(part => part.trim()).filter(part => part !== '');
};

/** `1, 2` `1 2`: at commas where there are any, else at spaces. */
const cells = (text: string): string[] => split(text, text.includes(',') ? /,/u : /\s/u);

const deepest = 8;

const bracket = (text: string, depth: number): unknown => {
  if (depth > deepest || !text.startsWith('[') || !text.endsWith(']')) return entry(text);
  // A list may stand right behind another, as NumPy prints them.
  const inside = text
    .slice(1, -1)
    .trim()
    .replace(/\]\s*\[/gu, '],[');
  if (inside === '') return [];
  const rows = split(inside, /[;\n]/u);
  if (rows.length > 1) return rows.map(row => cells(row).map(cell => bracket(cell, depth + 1)));
  return cells(rows[0] ?? inside).map(cell => bracket(cell, depth + 1));
};

/** Reads words as a person writes them: as they stand, or as lists, `["a b", "c"]` `[a b; c]`. Never throws. */
export const readWords = (written: string): unknown => {
  try {
    const data = JSON.parse(written);
    return typeof data === 'string' || Array.isArray(data) ? data : written;
  } catch {
    return /^\s*\[.*\]\s*$/su.test(written) ? readNotation(written) : written;
  }
};

/** Reads a value as a person writes it. Never throws: what it cannot read stays text. */
export const readNotation = (written: string): unknown => {
  const text = toAscii(written).trim();
  if (/^[[{"]/.test(text) || text === 'true' || text === 'false' || text === 'null') {
    try {
      return JSON.parse(text);
    } catch {
      if (!text.startsWith('[')) return text;
    }
    return bracket(text, 0);
  }
  if (looksLikeSize(text)) return text.split(/[x×*]/iu).map(part => Number(part.trim()));
  if (/^\(.*\)$/s.test(text) && text.includes(',')) return readNotation(`[${text.slice(1, -1)}]`);
  if (text.includes(',') || text.includes(';')) return bracket(`[${text}]`, 0);
  return entry(text);
};
