import type { KeyPoint } from '../../src/bank/item.ts';

/** What a student wrote, and the points that a person gives it, separated by spaces. */
export type Marked = readonly [text: string, points: string];

export interface Rubric {
  readonly id: string;
  readonly points: readonly KeyPoint[];
  /** The answers on which the marker was tuned. */
  readonly tuned: readonly Marked[];
  /** Answers written with the others, before the marker, and not looked at while it was tuned. */
  readonly heldOut: readonly Marked[];
}

type Words = readonly (readonly string[])[];

export const point = (id: string, accept: Words, contradict: Words = [], marks = 1): KeyPoint => ({
  id,
  marks,
  text: { en: id, zh: id },
  accept,
  contradict,
});

export const rubrics: readonly Rubric[] = [
  {
    id: 'gan-early-gradient',
    points: [
      point(
        'saturates',
        [
          ['gradient', 'small|vanish|saturate|flat|weak', '!-log d'],
          ['log(1-d(g(z)))|log(1-d)', 'saturate|flat|small'],
        ],
        [['log(1-d(g(z)))|log(1-d)', 'gradient', 'large']],
      ),
      point(
        'replacement',
        [['-log d|-logd|replacement|new|alternative|other|替代|改|后者', 'gradient', 'large|strong']],
        [['-log d|-logd', 'gradient', 'small']],
      ),
      point('same-optimum', [
        [
          'same|unchanged|不变|不改变|does not change|相同|一样',
          'optimum|fixed point|equilibrium|不动点|最优解|均衡|最优',
        ],
      ]),
    ],
    tuned: [
      [
        'early on D is sure the samples are fake so D(G(z)) is near 0 and the gradient of log(1-D) is tiny, the other one has the same optimum but a big gradient',
        'saturates replacement same-optimum',
      ],
      [
        '训练初期判别器很强，D(G(z))接近0，log(1-D(G(z)))的梯度很小，生成器学不动。改成-log D(G(z))后梯度较大，不动点相同。',
        'saturates replacement same-optimum',
      ],
      ['because log(1-D(G(z))) saturates when D is confident', 'saturates'],
      ['log(1−D(G(z)))的梯度很大，会震荡，所以要换掉', ''],
      ['生成器和判别器交替训练，直到纳什均衡', ''],
      ["The gradient doesn't vanish with -log D(G(z)), it gives a strong gradient to G at the start.", 'replacement'],
    ],
    heldOut: [
      ['刚开始的时候G生成的样本很假，D一眼看穿，log(1-D(G(z)))饱和了，G拿不到梯度', 'saturates'],
      [
        'At the start the discriminator easily rejects fakes, therefore log(1 - D(G(z))) is flat there. Using -log D instead gives larger gradients. The equilibrium stays the same.',
        'saturates replacement same-optimum',
      ],
      ["The generator's gradient vanishes early in training", 'saturates'],
      ['-log D 的梯度更小，训练更稳定', ''],
      ['不改变最优解，但梯度大得多', 'same-optimum'],
      ['to make the training faster', ''],
    ],
  },
  {
    id: 'pooling-purpose',
    points: [
      point(
        'smaller',
        [
          [
            'reduce|减少|shrink*|降低|fewer|缩小|less|减小',
            'parameter|size|dimension|resolution|computation|计算量|尺寸|特征图|feature map',
          ],
          ['downsampl*|subsampl*|下采样|降采样|降维'],
        ],
        [['pooling|池化', 'increase', 'parameter']],
      ),
      point(
        'overfitting',
        [['prevent|reduce|avoid|control|less|防止|缓解', 'overfitting']],
        [['pooling|池化', 'cause|导致', 'overfitting']],
      ),
      point('invariance', [
        ['invarian*|robust*|insensitive|不变性|鲁棒|不敏感', 'translation|shift*|position|small|平移|位置|位移|微小'],
      ]),
    ],
    tuned: [
      [
        'Pooling shrinks the feature maps, so there are fewer parameters and less overfitting, and it makes the net robust to small shifts.',
        'smaller overfitting invariance',
      ],
      ['池化层用来降采样，减少参数量和计算量，防止过拟合', 'smaller overfitting'],
      ['池化提供平移不变性', 'invariance'],
      ['pooling extracts features with a kernel', ''],
      ['Pooling does not reduce the number of parameters, it only adds nonlinearity', ''],
      [
        '降低特征图的尺寸，这样后面全连接层的weight就少了，也能缓解overfitting。另外对微小的位移不敏感。',
        'smaller overfitting invariance',
      ],
    ],
    heldOut: [
      ['reduces dimensions + avoids over-fitting', 'smaller overfitting'],
      ['對特徵圖做下採樣，減少參數，降低過擬合的風險；並且具有一定的平移不變性。', 'smaller overfitting invariance'],
      [
        'It does not matter exactly where the feature is: small translations give the same output (invariance).',
        'invariance',
      ],
      ['池化会增加参数，导致过拟合', ''],
      ['It keeps the strongest activation in every window.', ''],
      ['to subsample the feature map which lowers the computation cost', 'smaller'],
    ],
  },
  {
    id: 'fitting',
    points: [
      point(
        'over',
        [
          ['overfitting', 'high variance'],
          ['overfitting', 'low bias'],
        ],
        [
          ['overfitting', 'high bias'],
          ['overfitting', 'low variance'],
        ],
      ),
      point(
        'under',
        [
          ['underfitting', 'high bias'],
          ['underfitting', 'low variance'],
        ],
        [
          ['underfitting', 'low bias'],
          ['underfitting', 'high variance'],
        ],
      ),
      point('over-remedy', [
        [
          'overfitting',
          '@remedy|use|need|try|add|加|用|可以|办法|应',
          'more data|regularization|fewer features|dropout|early stopping',
        ],
      ]),
      point('under-remedy', [
        ['underfitting', 'more complex|complex|bigger model|larger model|more features|复杂|更多特征|增加特征|加特征'],
      ]),
    ],
    tuned: [
      ['Overfitting: low bias, high variance. Underfitting: high bias, low variance.', 'over under'],
      [
        '过拟合是低偏差高方差，解决办法是增加数据、正则化；欠拟合是高偏差低方差，解决办法是用更复杂的模型',
        'over under over-remedy under-remedy',
      ],
      ['overfitting has high bias and underfitting has high variance', ''],
      ['过拟合方差大，欠拟合偏差大', 'over under'],
      [
        'When a model overfits, the variance is high, whereas an underfitting model has a high bias. To fix overfitting use regularisation or more data.',
        'over under over-remedy',
      ],
      ['training error small test error large', ''],
    ],
    heldOut: [
      [
        '欠拟合时偏差高、方差低，可以增加特征或者换更复杂的模型；过拟合时偏差低、方差高，可以加数据、减少特征或正则化。',
        'over under over-remedy under-remedy',
      ],
      ['under-fitting means high bias and over-fitting means high variance', 'over under'],
      ['overfitting does not have high bias, it has high variance', 'over'],
      ['过拟合偏差大，欠拟合方差大', ''],
      [
        'If it underfits make the model more complex, if it overfits add more data or L2 regularization',
        'over-remedy under-remedy',
      ],
      ['过拟合就是模型在训练集上表现很好但在测试集上很差', ''],
    ],
  },
  {
    id: 'gru-gates',
    points: [
      point('vanishing', [
        ['solve|mitigate|prevent|avoid|reduce|缓解|解决|减轻', 'vanish', 'gradient'],
        ['long', 'depend*|memory|依赖|记忆|信息', '长期|long'],
      ]),
      point(
        'update',
        [
          [
            'update gate|更新门|z_t|z gate',
            'how much|keep|retain|old|previous|past|mix*|balance|保留|之前|过去|旧|上一',
            '!reset gate',
          ],
        ],
        [['update gate|更新门', 'candidate -> ignore|forget|丢弃 -> previous|past|过去']],
      ),
      point(
        'reset',
        [
          [
            'reset gate|重置门|r_t|r gate',
            'candidate|forget|ignore|discard|drop|候选|忽略|丢弃|遗忘|忘记|how much of the past',
          ],
        ],
        [['reset gate|重置门', 'balance|mix*|interpolat*']],
      ),
    ],
    tuned: [
      [
        'GRU solves the vanishing gradient of the RNN. The update gate decides how much of the previous state is kept, the reset gate how much of the past is forgotten when computing the candidate.',
        'vanishing update reset',
      ],
      ['更新门控制保留多少之前的信息，重置门决定忽略多少过去的状态', 'update reset'],
      ['GRU可以缓解RNN的梯度消失问题', 'vanishing'],
      ['the reset gate mixes the old state and the candidate', ''],
      ['GRU has two gates, a reset gate and an update gate', ''],
      [
        'update gate z: h = (1-z)*h_{t-1} + z*h~, a mix of old and new. reset gate r: used in the candidate.',
        'update reset',
      ],
    ],
    heldOut: [
      ['z_t 更新门：决定上一时刻的状态有多少带到现在。r_t 重置门：计算候选状态时丢弃多少过去的信息。', 'update reset'],
      ['It mitigates vanishing gradients so that long-term dependencies can be learned.', 'vanishing'],
      ['GRU不能解决梯度消失', ''],
      [
        'The reset gate lets the cell ignore the old hidden state; the update gate balances old state and new candidate',
        'update reset',
      ],
      ['GRU比LSTM少一个门，参数更少，训练更快', ''],
      ['解决了梯度消失，update gate 决定保留多少旧信息', 'vanishing update'],
    ],
  },
  {
    id: 'capsule-neuron',
    points: [
      point(
        'vector',
        [
          ['capsule|胶囊', 'vector'],
          ['neuron', 'scalar'],
        ],
        [
          ['capsule', 'scalar'],
          ['neuron', 'vector'],
        ],
      ),
      point(
        'length',
        [['length|norm|模|长度|magnitude', 'probab*|presence|exist*|概率|存在']],
        [['direction', 'probab*|概率']],
      ),
      point(
        'direction',
        [['direction|orientation|方向', 'pose|property|attribut*|posit*|rotat*|姿态|属性|角度|状态|参数']],
        [['length|长度', 'pose|姿态']],
      ),
    ],
    tuned: [
      [
        'A capsule outputs a vector, a neuron outputs a scalar. The length of the vector is the probability that the entity exists and its direction the pose.',
        'vector length direction',
      ],
      ['胶囊输出向量，神经元输出标量；向量的长度表示概率，方向表示姿态', 'vector length direction'],
      ['胶囊输出标量，神经元输出向量', ''],
      ['the output is not a scalar but a vector, in a capsule', 'vector'],
      ['Length = pose, direction = probability', ''],
      ['胶囊用squash做激活', ''],
    ],
    heldOut: [
      [
        'Neurons take scalars and give a scalar while capsules work with vectors; the norm encodes presence, the orientation encodes properties such as rotation.',
        'vector length direction',
      ],
      ['capsule的输出是vector，模长代表特征存在的概率', 'vector length'],
      ['A neuron outputs a vector and a capsule outputs a scalar', ''],
      ['向量的方向表示实体的各种属性，如位置、旋转角度', 'direction'],
      ["The length of the vector doesn't give the probability", ''],
      [
        'unlike a neuron, which has a single number as output, the capsule has a whole vector whose magnitude is the probability of the feature',
        'vector length',
      ],
    ],
  },
  {
    id: 'dynamic-routing',
    points: [
      point(
        'coupling',
        [['coupling|耦合|c_ij|cij', 'softmax'], ['softmax', 'b_ij|logit*|softmax(b'], ['c = softmax']],
        [['coupling|耦合', '反向传播|backprop*']],
      ),
      point('agreement', [
        [
          'agree*|一致|dot product|scalar product|inner product|点积|内积|点乘',
          'increase|larger|raise*|strengthen*|update|add*|b_ij|bij|weight|权重|加强|更新',
        ],
      ]),
      point(
        'iterative',
        [['iterat*|several times|three times|3 times|repeat*|迭代|重复|循环']],
        [['only once|one iteration|只迭代一次|一次迭代']],
      ),
    ],
    tuned: [
      [
        'b starts at 0, c = softmax(b), s is the weighted sum, v = squash(s), then b_ij is increased by the agreement u·v. Repeat 3 times.',
        'coupling agreement iterative',
      ],
      ['耦合系数c由b经过softmax得到，根据预测向量与输出的点积更新b，迭代三次', 'coupling agreement iterative'],
      ['耦合系数由反向传播学习得到', ''],
      [
        'When the prediction of a lower capsule agrees with the output of the higher capsule, the coupling weight is raised.',
        'agreement',
      ],
      ['The routing is iterated, usually r = 3', 'iterative'],
      ['max pooling passes only the strongest', ''],
    ],
    heldOut: [
      [
        '先把 b_ij 初始化为0，c_ij=softmax(b_ij)，加权求和再squash，如果预测和输出一致就增大权重，重复几轮',
        'coupling agreement iterative',
      ],
      ['coupling coefficients are computed by a softmax over the parents', 'coupling'],
      ['The coupling coefficients are not iterated', ''],
      ['b += û·v (the dot product of prediction and output is added), several iterations', 'agreement iterative'],
      ['低层胶囊把输出送给高层胶囊', ''],
      [
        'iterative procedure: lower capsule sends its output to parents that agree, increasing their weight',
        'agreement iterative',
      ],
    ],
  },
  {
    id: 'vanishing-cause',
    points: [
      point(
        'product',
        [['product|multipl*|chain rule|连乘|相乘|链式|乘', 'layer|factor*|derivative|jacobian*|many|层|因子|多次']],
        [['sum of|相加', 'derivative']],
      ),
      point(
        'sigmoid',
        [
          ['sigmoid|σ|激活函数', '0.25|1/4|四分之一'],
          ['sigmoid|σ|tanh|激活函数', 'saturate'],
        ],
        [['sigmoid|σ|导数|derivative', '大于1|greater than 1']],
      ),
      point(
        'remedy',
        [
          [
            'relu|residual|shortcut|skip connection|lstm|batch normalization|bn|pre-training|残差|预训练',
            '@remedy|use|used|replace|help|用|采用|换|可以|加',
          ],
        ],
        [['@remedy|用', '更深|deeper']],
      ),
    ],
    tuned: [
      [
        'By the chain rule the gradient is a product over many layers, and the derivative of sigmoid is at most 0.25, so it goes to zero. Use ReLU or residual connections.',
        'product sigmoid remedy',
      ],
      [
        '反向传播时梯度要逐层相乘，而sigmoid的导数最大只有0.25，层数一多就趋于0。可以用ReLU、BN解决。',
        'product sigmoid remedy',
      ],
      ['sigmoid饱和', 'sigmoid'],
      ['the derivative of sigmoid is greater than 1', ''],
      ['因为学习率太小', ''],
      ['Sigmoid does not saturate. LSTMs help.', 'remedy'],
    ],
    heldOut: [
      ["多层连乘，每层的σ'≤1/4", 'product sigmoid'],
      [
        'The factors get multiplied layer after layer; each factor is below 1 (max. 1/4 for the sigmoid).',
        'product sigmoid',
      ],
      ['激活函数在两端饱和导数几乎为0，改用ReLU', 'sigmoid remedy'],
      ['The network is not trained with enough data', ''],
      ['solution: batch normalisation, relu, residual nets', 'remedy'],
      ['gradient vanishing is when the gradient gets smaller and smaller in the early layers', ''],
    ],
  },
  {
    id: 'yolo-idea',
    points: [
      point(
        'one-pass',
        [
          ['regression|回归', '!two-stage|两阶段'],
          ['once|single|one|一次|单次|单个', 'pass|network|forward|look|stage|shot|前向|网络|阶段'],
        ],
        [['two-stage|两阶段|region proposal*|候选区域', '!not|不|无需|no']],
      ),
      point('grid', [
        ['grid|cell|网格|格子|s×s|单元格', 'center|centre|responsible|divide*|split*|中心|负责|划分|分成'],
      ]),
      point('boxes', [['box|边框|边界框|框', 'confiden*|置信度']]),
      point('nms', [
        [
          'nms|non-maximum suppression|non maximum suppression|nonmaximum suppression|非极大值抑制|非极大抑制|非最大抑制|non max suppression',
        ],
      ]),
    ],
    tuned: [
      [
        'YOLO treats detection as one regression problem: the image is divided into an SxS grid, every cell predicts B boxes with a confidence and C class probabilities; NMS removes duplicates.',
        'one-pass grid boxes nms',
      ],
      [
        '把目标检测当作回归问题，一次前向就得到结果。把图像划分成S×S网格，物体中心落在哪个格子就由哪个格子负责，每个格子预测B个框和置信度，最后用非极大值抑制去重。',
        'one-pass grid boxes nms',
      ],
      ['YOLO is a two-stage detector: first region proposals, then classification', ''],
      ['you only look once: one network, one pass', 'one-pass'],
      ['YOLO does not use non-maximum suppression', ''],
      ['每个网格预测边界框和置信度', 'boxes'],
    ],
    heldOut: [
      [
        'A single CNN predicts all bounding boxes and their confidences in one forward pass, non-max suppression at the end',
        'one-pass boxes nms',
      ],
      ['图片分成7×7的格子，中心在格子里的目标由该格子预测', 'grid'],
      ['不需要候选区域，直接回归出框的位置和置信度以及类别', 'one-pass boxes'],
      ['它先用选择性搜索得到候选区域，再分类', ''],
      ['The cell that contains the centre of an object is responsible for detecting it.', 'grid'],
      ['it is very fast and accurate', ''],
    ],
  },
  {
    id: 'dbn-structure',
    points: [
      point(
        'top',
        [['top|顶|最上|最高', 'undirected|symmetric*|associative memory|无向|对称|联想记忆']],
        [['top|顶|最上', 'directed|有向', '!undirected|无向|lower|下']],
      ),
      point(
        'lower',
        [
          [
            'lower|other|rest|below|bottom|下面|下层|其余|其他|底层|低层',
            'directed|top-down|downward*|有向|自顶向下|自上而下|向下',
          ],
        ],
        [['lower|bottom|下层|低层', 'undirected|无向']],
      ),
      point('greedy', [
        [
          'greedy|layer-wise|layerwise|layer by layer|one layer at a time|逐层|贪婪|贪心',
          'rbm*|train*|训练|restricted boltzmann machine|受限玻尔兹曼机',
        ],
      ]),
    ],
    tuned: [
      [
        'The top two layers have undirected symmetric connections and form an associative memory, the lower layers have directed top-down connections. It is trained greedily layer by layer as RBMs.',
        'top lower greedy',
      ],
      [
        '最上面两层是无向连接，构成联想记忆；下面各层是自上而下的有向连接。训练时逐层贪婪地训练RBM。',
        'top lower greedy',
      ],
      ['top layers directed, lower layers undirected', ''],
      ['由多个RBM堆叠而成', ''],
      ['DBN = stack of RBMs, pretrained one layer at a time, then fine-tuned', 'greedy'],
      ['顶层两层无向', 'top'],
    ],
    heldOut: [
      ['顶部两层之间是对称的无向连接，其余层为有向连接，方向向下', 'top lower'],
      ['greedy layerwise training with restricted Boltzmann machines', 'greedy'],
      ['The lower layers are not directed', ''],
      ['All layers are trained jointly with backpropagation from random weights', ''],
      ['DBN的前几层单元从上一层得到自顶向下的有向连接，最顶上两层具有无向对称连接', 'top lower'],
      ['Undirected between the top two layers; all the other connections point downwards.', 'top lower'],
    ],
  },
  {
    id: 'cross-entropy',
    points: [
      point('gap', [
        [
          'difference|gap|distance|how far|how close|差距|差异|距离|接近程度',
          'distribution|prediction|output|target|label|truth|分布|预测|标签|真实',
        ],
      ]),
      point('kl', [
        ['kl', 'constant|differ*|plus|minus|sum|常数|相差|加|减|entropy|熵'],
        ['h(p,q)', 'h(p)+'],
      ]),
      point(
        'gradient',
        [['gradient|derivative|梯度|导数', 'p-y|y^-y|prediction minus target|output minus target|预测减']],
        [['gradient|derivative', 'y-p']],
      ),
    ],
    tuned: [
      [
        'Cross entropy measures the gap between the target and the prediction. It is the KL divergence plus the entropy of P, which is constant. With softmax the gradient is p - y.',
        'gap kl gradient',
      ],
      ['交叉熵衡量真实分布和预测分布之间的差距，等于KL散度加上P的熵', 'gap kl'],
      ['softmax+交叉熵对logits的梯度是 p−y', 'gradient'],
      ['梯度是 y-p', ''],
      ['Cross-entropy is the accuracy of the classifier', ''],
      ['how far the predicted distribution is from the true one', 'gap'],
    ],
    heldOut: [
      ['它表示预测与标签的差异，由于H(P)是常数，最小化交叉熵等价于最小化KL散度', 'gap kl'],
      ['H(P,Q) = H(P) + D_KL(P||Q)', 'kl'],
      ['a distance between the distributions P and Q; derivative wrt the logits = \\hat{y} - y', 'gap gradient'],
      ['the gradient is not p - y', ''],
      ['分类任务常用的损失函数', ''],
      ['它的导数很简单：预测减真实值(p-y)', 'gradient'],
    ],
  },
];
