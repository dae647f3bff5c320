import { shapeOf, type Value } from '../../src/problem/value.ts';

/** Ways in which people write the same numbers. */

const scientific = (x: number): string => x.toExponential();
const percent = (x: number): string => `${Number((x * 100).toPrecision(12))}%`;
const fullWidth = (text: string): string =>
  text.replace(/[0-9.,()-]/g, character =>
    character === '-' ? '−' : String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );

const ofNumber = (x: number): string[] => [
  String(x),
  ` y = ${x} `,
  scientific(x),
  percent(x),
  fullWidth(String(x)),
  `(${x})`,
  `≈ ${x}`,
  `${x * 8}/8`,
];

const ofVector = (v: readonly number[]): string[] => {
  const comma = v.join(', ');
  const size = v.every(x => Number.isInteger(x) && x >= 0) && v.length > 1 ? [v.join('x'), v.join(' × ')] : [];
  return [
    comma,
    v.join(' '),
    `[${v.join(' ')}]`,
    `(${comma})`,
    `v = [${comma}]ᵀ`,
    v.join('\n'),
    `[${v.join('; ')}]`,
    fullWidth(comma),
    `np.array([${comma}])`,
    v.map((x, i) => `y_${i + 1} = ${x}`).join(', '),
    ...size,
  ];
};

const ofMatrix = (rows: readonly (readonly number[])[]): string[] => {
  const spaced = rows.map(row => row.join(' '));
  return [
    JSON.stringify(rows),
    `[${spaced.join('; ')}]`,
    spaced.join('\n'),
    spaced.join(' / '),
    rows.map(row => row.join(', ')).join('; '),
    `[[${spaced.join(']\n [')}]]`,
    `array([[${rows.map(row => row.join(', ')).join('],\n       [')}]])`,
    `A =\n\n    ${spaced.join('\n    ')}\n`,
    `\\begin{bmatrix} ${rows.map(row => row.join(' & ')).join(' \\\\ ')} \\end{bmatrix}`,
    rows.map(row => `⎢ ${row.join('  ')} ⎥`).join('\n'),
  ];
};

/** Every way of writing a value; a deeper nest only as JSON and with blanks. */
export const spellingsOf = (value: Value): string[] => {
  const rank = shapeOf(value).length;
  if (rank === 0) return ofNumber(value as number);
  if (rank === 1) return ofVector(value as number[]);
  if (rank === 2) return ofMatrix(value as number[][]);
  const json = JSON.stringify(value);
  return [
    json,
    json.replaceAll(',', ', '),
    ` y = ${json}`,
    json.replaceAll('],[', '], ['),
    fullWidth(json),
    `${json}\n`,
  ];
};
