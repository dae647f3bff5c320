import type { Text } from '../problem/text.ts';

/** The topics of the examination, in the order of the course. */
export const topics: Readonly<Record<string, Text>> = {
  cnn: { zh: '卷积神经网络', en: 'Convolutional networks' },
  convolution: { zh: 'Full / Same / Valid 卷积', en: 'Full, same and valid convolution' },
  rnn: { zh: '循环神经网络', en: 'Recurrent networks' },
  svd: { zh: '奇异值分解', en: 'Singular value decomposition' },
  'cross-entropy': { zh: '交叉熵', en: 'Cross-entropy' },
  dbn: { zh: '深度信念网络', en: 'Deep belief networks' },
  mlp: { zh: '多层感知器', en: 'Multilayer perceptron' },
  backpropagation: { zh: '反向传播算法', en: 'Back-propagation' },
  activation: { zh: '激活函数', en: 'Activation functions' },
  generalization: { zh: '过拟合与欠拟合', en: 'Over-fitting and under-fitting' },
  yolo: { zh: 'YOLO', en: 'YOLO' },
  gru: { zh: '门控循环单元', en: 'Gated recurrent unit' },
  lstm: { zh: '长短期记忆网络', en: 'Long short-term memory' },
  capsule: { zh: '胶囊网络', en: 'Capsule networks' },
  gan: { zh: '生成对抗网络', en: 'Generative adversarial networks' },
  'gradient-problems': { zh: '梯度消失与梯度爆炸', en: 'Vanishing and exploding gradients' },
  normalization: { zh: '批归一化', en: 'Batch normalisation' },
  residual: { zh: '残差网络', en: 'Residual networks' },
  'pose-estimation': { zh: '人体姿势估计', en: 'Human pose estimation' },
  'image-captioning': { zh: '图像描述', en: 'Image captioning' },
  'text-to-image': { zh: '文本生成图像', en: 'Text-to-image generation' },
};
