import { lossOf, type Pass } from '../../math/network.ts';
import type { Text } from '../../problem/text.ts';
import type { Scope, Work } from '../../problem/work.ts';
import { samplesOf, type Training } from './training.ts';

const lossShown = (training: Training, pass: Pass, target: readonly number[]): { formula: string; scope: Scope } => {
  const { activation } = training.layers.at(-1)!;
  const y = pass.output;
  if (training.loss === 'squared-error') {
    if (y.length === 1) return { formula: '(r - y)^2/2', scope: { r: target[0]!, y: y[0]! } };
    return { formula: 'sum((r - y).^2)/2', scope: { r: target, y } };
  }
  const saturated = y.some(v => v <= 1e-12 || v >= 1 - 1e-12);
  if (activation === 'softmax') {
    return saturated
      ? { formula: 'sum(r .* (max(u) + log(sum(map(u - max(u), exp))) - u))', scope: { r: target, u: pass.net } }
      : { formula: '-sum(r .* log(y))', scope: { r: target, y } };
  }
  return saturated
    ? {
        formula:
          'sum(r .* map(-u, f(x) = max(x, 0) + log1p(exp(-abs(x)))) + (1 - r) .* map(u, f(x) = max(x, 0) + log1p(exp(-abs(x)))))',
        scope: { r: target, u: pass.net },
      }
    : y.length === 1
      ? { formula: '-(r*log(y) + (1 - r)*log(1 - y))', scope: { r: target[0]!, y: y[0]! } }
      : { formula: '-sum(r .* log(y) + (1 - r) .* log(1 - y))', scope: { r: target, y } };
};

export const lossTitle: Text = { en: 'Error', zh: '误差' };
/** Loss of all samples with their passes: each a step, then their mean. */
export const lossSteps = (
  training: Training,
  passes: readonly (readonly Pass[])[],
  work: Work,
  id: string,
  title: Text,
  factor: number,
): number => {
  const samples = samplesOf(training);
  const { activation } = training.layers.at(-1)!;
  const losses = samples.map(({ target }, s) => {
    const pass = passes[s]!.at(-1)!;
    const value = factor * lossOf(training.loss, activation, pass, target);
    return samples.length === 1
      ? value
      : work.step(`${id}_${s + 1}`, value, () => ({
          title,
          symbol: `E_${s + 1}`,
          ...lossShown(training, pass, target),
        }));
  });
  if (samples.length === 1) {
    return work.step(id, losses[0]!, () => ({
      title,
      symbol: id === 'loss' ? 'E' : 'E′',
      ...lossShown(training, passes[0]!.at(-1)!, samples[0]!.target),
    }));
  }
  const mean = losses.reduce((sum, e) => sum + e, 0) / losses.length;
  return work.step(id, mean, () => ({
    title,
    symbol: id === 'loss' ? 'E' : 'E′',
    formula: 'mean(E)',
    scope: { E: losses },
  }));
};
