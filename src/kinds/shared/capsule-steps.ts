import { norm } from '../../math/matrix.ts';
import type { Scope } from '../../problem/work.ts';

/** Beyond these lengths squares overflow or vanish, and formulas are written in another way. */
const isExtreme = (length: number): boolean => length > 1e100 || (length > 0 && length < 1e-100);

/** ‖v‖ as a formula over the vector called `name`. */
export const lengthShown = (v: readonly number[], name: string): { formula: string; scope: Scope } =>
  isExtreme(norm(v))
    ? {
        formula: `m*norm(${name}/m)`,
        scope: { [name]: v, m: v.reduce((most, x) => Math.max(most, Math.abs(x)), 0) },
      }
    : { formula: `sqrt(sum(${name} .* ${name}))`, scope: { [name]: v } };
