import type { Kind } from '../problem/kind.ts';

/** Every kind of problem, one line each. A kind is loaded when it is first needed. */
const loaders: Readonly<Record<string, () => Promise<Kind>>> = {
  conv: async () => (await import('./conv.ts')).conv,
  'conv-size': async () => (await import('./conv-size.ts')).convSize,
  'transposed-conv-size': async () => (await import('./transposed-conv-size.ts')).transposedConvSize,
  pool: async () => (await import('./pool.ts')).pool,
  network: async () => (await import('./network.ts')).network,
  bp: async () => (await import('./bp.ts')).bp,
  neuron: async () => (await import('./neuron.ts')).neuron,
  mlp: async () => (await import('./mlp.ts')).mlp,
  activation: async () => (await import('./activation.ts')).activation,
  'gradient-chain': async () => (await import('./gradient-chain.ts')).gradientChain,
  'clip-gradient': async () => (await import('./clip-gradient.ts')).clipGradient,
  svd: async () => (await import('./svd.ts')).svd,
  squash: async () => (await import('./squash.ts')).squash,
  rnn: async () => (await import('./rnn.ts')).rnn,
  gru: async () => (await import('./gru.ts')).gru,
  lstm: async () => (await import('./lstm.ts')).lstm,
  'gan-loss': async () => (await import('./gan-loss.ts')).ganLoss,
  'gan-optimum': async () => (await import('./gan-optimum.ts')).ganOptimum,
  'gan-cls': async () => (await import('./gan-cls.ts')).ganCls,
  rbm: async () => (await import('./rbm.ts')).rbm,
  'contrastive-divergence': async () => (await import('./contrastive-divergence.ts')).contrastiveDivergence,
  'margin-loss': async () => (await import('./margin-loss.ts')).marginLoss,
  routing: async () => (await import('./routing.ts')).routing,
  attention: async () => (await import('./attention.ts')).attention,
  bleu: async () => (await import('./bleu.ts')).bleu,
  'cross-entropy': async () => (await import('./cross-entropy.ts')).crossEntropy,
  softmax: async () => (await import('./softmax.ts')).softmax,
  'batch-norm': async () => (await import('./batch-norm.ts')).batchNorm,
  'bias-variance': async () => (await import('./bias-variance.ts')).biasVariance,
  'softmax-cross-entropy': async () => (await import('./softmax-cross-entropy.ts')).softmaxCrossEntropy,
  iou: async () => (await import('./iou.ts')).iou,
  nms: async () => (await import('./nms.ts')).nms,
  heatmap: async () => (await import('./heatmap.ts')).heatmap,
  'yolo-output': async () => (await import('./yolo-output.ts')).yoloOutput,
};

export const kindIds: readonly string[] = Object.keys(loaders);

/** The kind called `id`; undefined where there is none. */
export const loadKind = async (id: string): Promise<Kind | undefined> =>
  Object.hasOwn(loaders, id) ? loaders[id]!() : undefined;
