import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { looksLikeSize, readNotation } from '../../src/problem/notation.ts';

describe('readNotation', () => {
  test.each([
    [
      '[[1,2],[3,4]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[1 2; 3 4]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[1, 2; 3, 4]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[[1 2] [3 4]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[[1. 2.]\n [3. 4.]]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    [
      '[1 2\n3 4]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['[1 -2]', [1, -2]],
    [
      '[1/2 sqrt(2); 3 4]',
      [
        ['1/2', 'sqrt(2)'],
        [3, 4],
      ],
    ],
    ['(1, 2)', [1, 2]],
    ['1,2', [1, 2]],
    ['32x32x3', [32, 32, 3]],
    ['28×28', [28, 28]],
    ['5 x 5', [5, 5]],
    [
      '［１，２；３，４］',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['−1', -1],
    ['1e3', 1000],
    ['1/3', '1/3'],
    ['same', 'same'],
    ['true', true],
    ['{"weights": [[1]]}', { weights: [[1]] }],
    ['[]', []],
    ['[[', '[['],
  ])('%s', (written, expected) => {
    expect(readNotation(written)).toEqual(expected);
  });

  test('reads every matrix back from its JSON and from the form with semicolons', () => {
    const entry = fc.integer({ min: -99, max: 99 }).map(n => n / 10 + 0);
    fc.assert(
      fc.property(fc.array(fc.tuple(entry, entry, entry), { minLength: 2, maxLength: 5 }), rows => {
        expect(readNotation(JSON.stringify(rows))).toEqual(rows);
        expect(readNotation(`[${rows.map(row => row.join(' ')).join('; ')}]`)).toEqual(rows);
      }),
    );
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ maxLength: 200 }), text => void readNotation(text)));
    fc.assert(fc.property(fc.stringMatching(/^[[\](){},; 0-9x.-]*$/), text => void readNotation(text)));
  });
});

test('a size is numbers joined by x', () => {
  expect(['32x32', '32×32×3', '3*3', '5X5'].every(looksLikeSize)).toBe(true);
  expect(['32', '[3 3]', 'axb', '3x', '0x10x'].some(looksLikeSize)).toBe(false);
});
