import type { Marked } from './rubrics.ts';

/** More answers to the same questions by rubric, written when the marker and its rubrics were done, in other manners. */
export const secondAnswers: Readonly<Record<string, readonly Marked[]>> = {
  'gan-early-gradient': [
    [
      'At first G is bad; D spots every fake. log(1-D(G(z))) is then in its flat part and G hardly learns. Maximizing log D(G(z)) has the same fixed point and a much stronger gradient.',
      'saturates replacement same-optimum',
    ],
    ['前期D太强，梯度消失', 'saturates'],
    ['If D is perfect the gradient is not small, so it is fine', ''],
    ['换成 −log(D(G(z))) 之后，初期的梯度大，均衡点不变', 'replacement same-optimum'],
    ['it changes the optimum of the game', ''],
    [
      'The gradient w.r.t. G is weak when D(G(z))≈0; the alternative loss yields large gradients in that regime',
      'saturates replacement',
    ],
  ],
  'pooling-purpose': [
    ['1) fewer params 2) less overfit 3) translation invariance', 'smaller overfitting invariance'],
    ['为了减小图片尺寸', 'smaller'],
    ['It does not provide translation invariance, only equivariance', ''],
    ['pooling loses the position of features, which capsules keep', ''],
    ['压缩特征图，去掉冗余信息，从而减少后面层的参数并抑制过拟合', 'smaller overfitting'],
    ['max pooling takes the maximum of each 2x2 region so the output has a quarter of the size', ''],
  ],
  fitting: [
    ['high bias -> underfitting, high variance -> overfitting', 'over under'],
    ['模型过于简单，欠拟合，偏差大方差小；模型过于复杂，过拟合，偏差小方差大', 'over under'],
    ['Underfitting has low bias', ''],
    [
      'Regularization and dropout help against overfitting; a more complex model or more features help against underfitting.',
      'over-remedy under-remedy',
    ],
    ['过拟合可以通过更多数据来缓解，欠拟合不能', 'over-remedy'],
    ['With overfitting you should make the model more complex', ''],
  ],
  'gru-gates': [
    [
      'the reset gate r decides how to combine new input with the past: if r=0 the previous state is ignored. the update gate z decides how much of the previous state stays.',
      'update reset',
    ],
    ['更新门相当于LSTM里遗忘门和输入门的合并，控制前一时刻信息保留的程度；重置门控制遗忘', 'update reset'],
    ['更新门决定忘记过去，重置门决定保留过去', ''],
    ['plain RNNs forget after a few steps because gradients vanish; GRUs do not have this problem', 'vanishing'],
    ['The gates are computed by a sigmoid and lie between 0 and 1', ''],
    ['能学到长期依赖关系', 'vanishing'],
  ],
  'capsule-neuron': [
    [
      'neuron: scalar in, scalar out. capsule: vector in, vector out. ‖v‖ = probability, orientation = pose',
      'vector length direction',
    ],
    ['胶囊是一组神经元，输出的是一个向量而不是标量，其长度代表该实体存在的可能性', 'vector length'],
    ['The direction of the vector represents the probability', ''],
    ['Capsules keep the spatial relations while pooling throws them away', ''],
    ['capsule 的长度不表示姿态，而是表示概率', 'length'],
    ['vectors instead of scalars: their norm says whether the thing is present', 'length'],
  ],
  'dynamic-routing': [
    [
      'c are softmaxed b; b grows when û and v point the same way; this loop runs r times',
      'coupling agreement iterative',
    ],
    ['通过点积衡量一致性，一致则增大耦合系数，经过多轮迭代', 'agreement iterative'],
    ['权重用softmax归一化得到c_ij', 'coupling'],
    ['Routing needs only one iteration', ''],
    ['The agreement does not change the weights', ''],
    ['b_ij ← b_ij + û·v after each of the three iterations', 'agreement iterative'],
  ],
  'vanishing-cause': [
    ["each layer multiplies the gradient by w·σ'(z) and σ' is never more than 0.25", 'product sigmoid'],
    ['层数太深，梯度连续相乘很多小于1的数', 'product'],
    ['Because the weights are initialised with zeros', ''],
    ['tanh和sigmoid在输入很大时都会饱和。残差连接可以解决这个问题', 'sigmoid remedy'],
    ['Make the network deeper to fix it', ''],
    ['swap the sigmoid for ReLU, add skip connections', 'remedy'],
  ],
  'yolo-idea': [
    [
      'Detection as regression. Image → S×S grid, each cell: B × (x,y,w,h,confidence) + C classes.',
      'one-pass grid boxes',
    ],
    ['YOLO只需要看一次图片，用单个网络直接预测所有的框以及置信度', 'one-pass boxes'],
    ['each cell predicts two boxes with confidence scores; overlapping boxes are removed by NMS', 'boxes nms'],
    ['不使用NMS', ''],
    ['grid cells are responsible for objects whose center falls into them', 'grid'],
    ['R-CNN的改进版，准确率更高', ''],
  ],
  'dbn-structure': [
    [
      'symmetric undirected links between the two highest layers (associative memory); everything below is directed downward',
      'top lower',
    ],
    ['先训练第一个RBM，固定后再训练下一个，一层一层来', 'greedy'],
    ['逐层预训练，最后用BP微调', 'greedy'],
    ['all connections of a DBN are undirected', ''],
    ['顶层有向，下层无向', ''],
    ["Hinton's greedy algorithm trains every layer as a restricted Boltzmann machine", 'greedy'],
  ],
  'cross-entropy': [
    ['cross-entropy = entropy + KL, and minimizing it pulls the predicted distribution close to the target', 'kl'],
    ['衡量两个概率分布之间的距离', 'gap'],
    ['dL/dz = p - y, derivative of the loss w.r.t. the logits', 'gradient'],
    ['It is not a distance between predictions', ''],
    ['交叉熵和KL散度只差一个常数H(P)', 'kl'],
    ['H(P,Q) = −Σ P log Q', ''],
  ],
};
