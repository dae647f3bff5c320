import type { Drawing, Piece } from '../problem/drawing.ts';
import type { Language } from '../problem/text.ts';
import { formatColumn, formatNumber, usualDecimals } from './number.ts';
import { safe } from './safe.ts';
import { padEnd, padStart, widthOf, wrap } from './width.ts';

/** How a drawing is put on the page. */
export interface Page {
  readonly width: number;
  readonly language: Language;
  readonly decimals?: number;
}

/** Rows and columns of a drawn matrix beyond which the middle is left out. */
const mostRows = 20;
const mostColumns = 16;

const elided = <T>(items: readonly T[], most: number, gap: T): T[] =>
  items.length <= most ? [...items] : [...items.slice(0, most - 2), gap, items.at(-1)!];

/** A matrix in brackets, one string per row, columns aligned at the right. */
export const matrixLines = (matrix: readonly (readonly (number | string)[])[], decimals = usualDecimals): string[] => {
  const rows = elided(
    matrix,
    mostRows,
    matrix[0]!.map(() => '⋮'),
  ).map(row => elided(row, mostColumns, '…'));
  const columns = rows[0]!.map((_, j) =>
    formatColumn(
      rows.map(row => row[j]!),
      decimals,
    ),
  );
  const widths = columns.map(column => Math.max(...column.map(widthOf)));
  return rows.map((_, i) => {
    const cells = columns.map((column, j) => padStart(column[i]!, widths[j]!)).join('  ');
    if (rows.length === 1) return `[ ${cells} ]`;
    const [left, right] = i === 0 ? ['⎡', '⎤'] : i === rows.length - 1 ? ['⎣', '⎦'] : ['⎢', '⎥'];
    return `${left} ${cells} ${right}`;
  });
};

/** (1, 2, 3); a lone number without parentheses. Long vectors leave out their middle. */
export const vectorText = (vector: readonly (number | string)[], decimals = usualDecimals): string => {
  const cells = elided(vector, 24, '…').map(cell => (typeof cell === 'number' ? formatNumber(cell, decimals) : cell));
  return vector.length === 1 ? cells[0]! : `(${cells.join(', ')})`;
};

const blockOf = (piece: Piece, { language, decimals }: Page): string[] => {
  if (typeof piece === 'string') return [safe(piece)];
  if ('matrix' in piece) return matrixLines(piece.matrix, decimals);
  if ('vector' in piece) return [vectorText(piece.vector, decimals)];
  return [piece[language]];
};

/** Puts blocks side by side, the lower ones centred on the tallest. */
const beside = (blocks: readonly (readonly string[])[]): string[] => {
  const height = Math.max(...blocks.map(block => block.length));
  const widths = blocks.map(block => Math.max(...block.map(widthOf)));
  return Array.from({ length: height }, (_, i) =>
    blocks
      .map((block, b) => {
        const top = Math.floor((height - block.length) / 2);
        return padEnd(block[i - top] ?? '', widths[b]!);
      })
      .join('')
      .trimEnd(),
  );
};

/** Lines of a drawing: pieces side by side where they fit, below each other where they do not. */
export const drawingLines = (drawing: Drawing, page: Page): string[] =>
  drawing.flatMap(pieces => {
    const rows: string[][][] = [[]];
    let used = 0;
    for (const piece of pieces) {
      const block = blockOf(piece, page);
      const wide = Math.max(...block.map(widthOf));
      if (used + wide > page.width && used > 0) {
        rows.push([]);
        used = 0;
      }
      const fits = wide <= page.width || block.length > 1;
      rows.at(-1)!.push(fits ? block : wrap(block[0]!, page.width));
      used += wide;
    }
    return rows.flatMap(beside);
  });
