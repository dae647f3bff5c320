import type { Kind } from '../problem/kind.ts';

/** Every kind of problem, one line each. A kind is loaded when it is first needed. */
const loaders: Readonly<Record<string, () => Promise<Kind>>> = {
  conv: async () => (await import('./conv.ts')).conv,
  'conv-size': async () => (await import('./conv-size.ts')).convSize,
  bp: async () => (await import('./bp.ts')).bp,
  svd: async () => (await import('./svd.ts')).svd,
  squash: async () => (await import('./squash.ts')).squash,
};

export const kindIds: readonly string[] = Object.keys(loaders);

/** The kind called `id`; undefined where there is none. */
export const loadKind = async (id: string): Promise<Kind | undefined> =>
  Object.hasOwn(loaders, id) ? loaders[id]!() : undefined;
