import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadKind } from '../../src/kinds/index.ts';
import { solveWithSteps } from '../../src/problem/solution.ts';

const conv = (await loadKind('conv'))!;
const output = (params: unknown): unknown => conv.solve(conv.read(params)).output;

describe('worked examples', () => {
  test('the cross-correlation of Dive into Deep Learning, section 7.2', () => {
    expect(
      output({
        input: [
          [0, 1, 2],
          [3, 4, 5],
          [6, 7, 8],
        ],
        kernel: [
          [0, 1],
          [2, 3],
        ],
      }),
    ).toEqual([
      [19, 25],
      [37, 43],
    ]);
  });

  test('polynomials multiply by full convolution: (1 + 2x)(3 + 4x + 5x²)', () => {
    expect(output({ input: [1, 2], kernel: [3, 4, 5], mode: 'full', flip: true })).toEqual([3, 10, 13, 10]);
  });

  test('an even kernel at same: MATLAB keeps the later part, SciPy the earlier', () => {
    const params = { input: [1, 2, 3, 4], kernel: [1, 1], flip: true };
    expect(output({ ...params, mode: 'same' })).toEqual([3, 5, 7, 4]);
    expect(output({ ...params, mode: 'same-lower' })).toEqual([1, 3, 5, 7]);
  });

  test('several filters give feature maps, each with its bias', () => {
    const params = {
      input: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
      kernel: [
        [
          [
            [1, 0],
            [0, 1],
          ],
        ],
        [
          [
            [0, 1],
            [1, 0],
          ],
        ],
      ],
      bias: [10, 20],
    };
    expect(conv.solve(conv.read(params))).toEqual({ output: [[[15]], [[25]]], size: [2, 1, 1] });
  });

  test('dilation spreads the taps', () => {
    expect(output({ input: [1, 2, 3, 4, 5], kernel: [1, 10], dilation: 2 })).toEqual([31, 42, 53]);
  });

  test('padding on each side by itself', () => {
    expect(output({ input: [1, 2, 3], kernel: [1, 1, 1], padding: [2, 0] })).toEqual([1, 3, 6]);
    expect(
      conv.solve(
        conv.read({
          input: [[1]],
          kernel: [
            [1, 1],
            [1, 1],
          ],
          padding: [1, 0, 0, 1],
        }),
      ).output,
    ).toEqual([[1]]);
  });
});

describe('identities', () => {
  const entry = fc.integer({ min: -5, max: 5 });
  const vector = (min: number, max: number) => fc.array(entry, { minLength: min, maxLength: max });

  test('full convolution commutes', () => {
    fc.assert(
      fc.property(vector(1, 6), vector(1, 6), (a, b) => {
        expect(output({ input: a, kernel: b, mode: 'full', flip: true })).toEqual(
          output({ input: b, kernel: a, mode: 'full', flip: true }),
        );
      }),
    );
  });

  test('the sum of the full output is the product of the sums', () => {
    const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
    fc.assert(
      fc.property(vector(1, 8), vector(1, 4), fc.boolean(), (a, b, flip) => {
        expect(sum(output({ input: a, kernel: b, mode: 'full', flip }) as number[])).toBe(sum(a) * sum(b) + 0);
      }),
    );
  });

  test('valid is the inside of full', () => {
    fc.assert(
      fc.property(vector(4, 8), vector(1, 4), fc.boolean(), (a, b, flip) => {
        const full = output({ input: a, kernel: b, mode: 'full', flip }) as number[];
        expect(output({ input: a, kernel: b, mode: 'valid', flip })).toEqual(
          full.slice(b.length - 1, full.length - b.length + 1),
        );
      }),
    );
  });

  test('same is as large as the input', () => {
    fc.assert(
      fc.property(
        vector(1, 8),
        vector(1, 5),
        fc.constantFrom('same', 'same-lower'),
        fc.integer({ min: 1, max: 3 }),
        (a, b, mode, stride) => {
          expect((output({ input: a, kernel: b, mode, stride }) as number[]).length).toBe(Math.ceil(a.length / stride));
        },
      ),
    );
  });
});

describe('the work', () => {
  const steps = (params: unknown) => solveWithSteps(conv, conv.read(params)).steps;
  const ones = (n: number): number[][] => Array.from({ length: n }, () => new Array<number>(n).fill(1));

  test('every cell up to 64, then the first rows and a note', () => {
    const cells = (n: number) => steps({ input: ones(n), kernel: [[1]] }).filter(step => step.id.startsWith('y_'));
    expect(cells(8)).toHaveLength(64);
    expect(cells(8).some(step => step.note)).toBe(false);
    expect(cells(9)).toHaveLength(63);
    expect(cells(9)[0]!.note?.en).toContain('81');
  });

  test('names the other convention where it changes the numbers, and says so where it does not', () => {
    const last = (params: unknown) => steps(params).at(-1)!.note!.en;
    expect(last({ input: [1, 2, 3], kernel: [1, 0] })).toContain('the result is [2 3]');
    expect(last({ input: [1, 2, 3], kernel: [1, 1] })).toContain('changes nothing');
    expect(last({ input: [1, 2, 3], kernel: [1, 10], mode: 'same' })).toContain('same-lower');
  });

  test('says when the stride does not divide', () => {
    expect(steps({ input: [1, 2, 3, 4], kernel: [1], stride: 2 })[0]!.note?.en).toContain('rounded down');
  });
});
