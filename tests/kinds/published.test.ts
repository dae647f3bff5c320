import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { kindIds, loadKind } from '../../src/kinds/index.ts';
import { difference } from './compare.ts';

/** Worked cases printed in papers, textbooks, and the documentation and tests of libraries; each names its source. */
interface Case {
  readonly id: string;
  readonly source: string;
  readonly kind: string;
  readonly params: unknown;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly tolerance: { readonly rel: number; readonly abs: number };
}

const cases = readFileSync(new URL('published.ndjson', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line) as Case);

/** `layers.size` maps over a list of layers. */
const pick = (from: unknown, path: readonly string[]): unknown => {
  const [key, ...rest] = path;
  if (key === undefined) return from;
  if (Array.isArray(from)) return from.map(part => pick(part, path));
  return pick((from as Record<string, unknown>)[key], rest);
};

/** A table prints one number for a square receptive field. */
const asPrinted = (path: string, got: unknown): unknown =>
  path === 'layers.receptiveField'
    ? (got as (number[] | null)[]).map(field => (field && field[0] === field[1] ? field[0] : field))
    : got;

test('every published case belongs to a kind', () => {
  expect(cases.filter(({ kind }) => !kindIds.includes(kind))).toEqual([]);
});

describe.each(kindIds.filter(id => cases.some(({ kind }) => kind === id)))('%s', id => {
  const published = cases.filter(({ kind }) => kind === id);
  test.each(published.map(one => [one.id, one] as const))('%s', async (_id, one) => {
    const kind = (await loadKind(id))!;
    const answer = kind.solve(kind.read(one.params));
    for (const [path, expected] of Object.entries(one.expected)) {
      const got = asPrinted(path, pick(answer, path.split('.')));
      expect(
        difference(got, expected, one.tolerance.rel, one.tolerance.abs),
        `${path} (${one.source})`,
      ).toBeUndefined();
    }
  });
});
