import { ProblemError } from '../../problem/error.ts';

/** The net inputs of a layer; throws `not-finite` where one overflows: an activation would hide it, the work could not show it. */
export const finiteNets = (nets: number[], name: string): number[] => {
  const j = nets.findIndex(net => !Number.isFinite(net));
  if (j < 0) return nets;
  throw new ProblemError('not-finite', {
    en: `the net input ${name} of unit ${j + 1} is not finite: weights and inputs are too large`,
    zh: `第 ${j + 1} 个单元的净输入 ${name} 不是有限值：权重与输入过大`,
  });
};
