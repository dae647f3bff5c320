/** Ideas by name: the ways to write one, separated by `|`, each with an optional final `*` for any ending. */
type Ideas = Readonly<Record<string, string>>;

export interface Glossary {
  /** Synonyms: an accept word that is one of an idea's words matches them all. */
  readonly ideas: Ideas;
  /** Words too common to stand for one another, or of one question only: matched where a pattern asks for `@name`. */
  readonly named: Ideas;
  /** Ideas that an answer sets against each other: what is said of one is not said of the others. */
  readonly rivals: readonly (readonly string[])[];
}

/** The synonyms of the field in both languages. */
export const glossary: Glossary = {
  ideas: {
    gradient: 'gradient|梯度',
    vanish:
      'vanish*|disappear*|消失|趋近于0|趋近于零|趋于0|趋近0|趋向于0|接近0|接近于0|变得很小|几乎为0|几乎是0|变为0|变成0|≈0|→0|close to 0|near 0|nearly 0|goes to 0|go to 0|tends to 0|tend to 0|almost 0|shrinks to 0|approaches 0|approach 0|die out|dies out|die away|fade*|dwindl*|evaporat*|弥散|变没|趋零|归零|趋近 0|越来越小|越传越小|smaller and smaller|weaker and weaker|几近为 0|shrink to 0|vanishingly|近乎 0|近乎为 0|所剩无几|next to nothing|practically 0|practically nothing',
    explode:
      'explode*|exploding|explosion|blow up|blows up|爆炸|趋于无穷|blew up|暴涨|剧增|膨胀|越来越大|越滚越大|larger and larger|bigger and bigger',
    saturate: 'saturat*|饱和|平坦|flat|level off|levels off|flatten*|plateau*|平缓|平台',
    small:
      'small|smaller|smallest|tiny|little|很小|较小|变小|太小|小|微小|weak|close to 0|near 0|接近0|趋近于0|≈0|几乎为0|slightly|minute|minuscule|微弱|极小的|偏小|细小|很低|较低|微小的|低|low',
    large:
      'large|larger|big|bigger|high|higher|strong|stronger|大|很大|较大|更大|变大|强|huge|enormous|considerable|巨大|偏大|很高|较高|高|很强',
    increase:
      'increas*|grow|grows|raise|raises|raised|增加|增大|提高|上升|升高|变大|提升|rise|rises|rising|rose|go up|goes up|climb*|larger|变高|升|涨|上涨|变多|加大|增多|抬高|增长',
    decrease:
      'decreas*|reduc*|lower|lowers|lowered|lowering|shrink*|减少|减小|降低|下降|变小|缩小|fell|go down|goes down|drop|drops|dropping|smaller|缩短|变低|降|跌|变少|削减|cut down|cuts down|diminish*|lessen*|sink|sinks|sinking|sank|dwindl*|下滑|走低|缩水',
    overfitting:
      'overfit*|过拟合|过度拟合|过适应|overtrain*|memoriz* the training|memorise the training|过度学习|学过头',
    underfitting: 'underfit*|欠拟合|拟合不足',
    'high variance':
      'high variance|large variance|variance is high|variance is large|variance high|higher variance|方差大|方差高|高方差|大方差|方差较大|方差偏大',
    'low variance':
      'low variance|small variance|variance is low|variance is small|variance low|方差小|方差低|低方差|小方差',
    'high bias': 'high bias|large bias|bias is high|bias is large|bias high|higher bias|偏差大|偏差高|高偏差|大偏差',
    'low bias': 'low bias|small bias|bias is low|bias is small|bias low|偏差小|偏差低|低偏差|小偏差',
    kernel: 'kernel|filter|卷积核|滤波器|过滤器|核|kernels|filters|卷积模板|模板',
    weight: 'weight|权重|权值|连接权',
    parameter: 'parameter|params|param|参数',
    'feature map': 'feature map|activation map|特征图|特征映射|特征圖',
    convolution: 'convolution*|convolv*|卷积|conv',
    pooling: 'pooling|pool|池化|汇聚|max-pooling|池化层|pool layer',
    downsampling: 'downsampl*|subsampl*|下采样|降采样',
    'fully connected': 'fully connected|dense layer|fc layer|全连接|fully-connected|dense|fc|全链接|稠密层',
    layer: 'layer|层',
    neuron: 'neuron|神经元|神经单元',
    capsule: 'capsule|胶囊',
    vector: 'vector|向量|矢量',
    scalar: 'scalar|标量|single number|一个数|单个数值|single value|one number|a number|单个数|一个数值|单个值|一个值',
    length: 'length|norm|magnitude|模长|长度|模|size of the vector|长短|范数|向量长|多长|how long',
    direction: 'direction|orientation|方向|朝向|pointing|points to|指向',
    probability: 'probabilit*|概率|可能性|likelihood|几率|机率',
    pose: 'pose|姿态|位姿|orientation|posture|朝向|摆放',
    sigmoid: 'sigmoid|logistic function|σ|s型函数|s形函数|logsig|s 型|s 形',
    tanh: 'tanh|双曲正切|hyperbolic tangent|th x',
    relu: 'relu|rectified linear unit|rectifier|修正线性单元|线性整流|relus|rectifying',
    derivative: 'derivative|slope|导数|微分|gradient of the activation|derivatives|求导|斜率|一阶导|d/dx',
    'activation function': 'activation function|nonlinearity|激活函数|非线性函数',
    nonlinear: 'nonlinear*|非线性|nonlin|non-lin|non linear',
    loss: 'loss|cost function|损失|代价函数|loss function|objective|损失函数|目标函数|objective function',
    'training set':
      'training set|training data|train set|训练集|训练数据|训练样本|training examples|training samples|train data|seen data|训练的数据|训练时的数据|见过的数据|训练样例',
    'test set':
      'test set|test data|unseen data|new data|测试集|测试数据|新数据|未见过的数据|test samples|test examples|unseen|unseen examples|new samples|held-out data|fresh data|新样本|没见过的数据|未知数据|测试样本|新的数据',
    'training error':
      'training error|train error|training loss|train loss|e_train|etrain|j_train|error on the training|训练误差|训练损失|训练错误率',
    'test error':
      'test error|test loss|validation error|validation loss|val loss|val error|e_test|etest|e_val|测试误差|测试损失|验证误差|验证损失',
    'validation set': 'validation set|dev set|验证集',
    regularization:
      'regulari*|weight decay|dropout|l2|l1|正则化|正则|权重衰减|weight penalty|penalty on the weights|惩罚项|权重惩罚',
    'early stopping': 'early stop*|stop early|早停|提前停止|提前终止',
    'more data':
      'more data|more training data|more training samples|more samples|more training examples|data augmentation|增加数据|加数据|更多数据|更多的数据|更多训练数据|增加训练数据|扩充数据|数据增强|增加样本|增加训练样本|加大数据量|more examples|bigger training set|larger training set|bigger dataset|larger dataset|enlarge the training set|collect more|augmentation|多收集数据|收集更多|更多样本|多采集|扩大训练集|扩充训练集|加大训练集|多弄点数据|更大的数据集|翻转裁剪',
    'more features': 'more features|better features|add features|additional features|更多特征|增加特征|加特征|添加特征',
    'fewer features': 'fewer features|less features|feature selection|减少特征|更少特征|更少的特征|特征选择',
    'more complex model':
      'more complex|bigger model|larger model|deeper network|更复杂|增加模型复杂度|提高模型复杂度|更大的模型',
    'batch normalization': 'batch norm|batch normali*|batchnorm|bn|批归一化|批标准化|批量归一化|批规范化',
    residual: 'residual|resnet|残差|residual block|residual connection|残差块|残差连接',
    shortcut:
      'shortcut|skip connection|skip|identity mapping|identity connection|跳跃连接|跳连|捷径|短接|恒等映射|快捷连接|short cut|skip path|identity path|identity branch|直连|旁路|跨层连接|短路|抄近路|近道|跳层',
    identity: 'identity|恒等',
    'gradient clipping': 'gradient clipping|clip the gradient|clip gradients|clipping|梯度裁剪|梯度截断|梯度剪切',
    'pre-training': 'pre-train*|预训练',
    'fine-tuning': 'fine-tun*|finetun*|微调',
    'learning rate': 'learning rate|step size|学习率|步长',
    backpropagation: 'backprop*|back propagation|反向传播|误差逆传播|bp|backward pass|反传|反向传递',
    'forward pass':
      'forward pass|forward propagation|前向传播|正向传播|前向计算|forwards|forward|前馈计算|前传|往前算|前向',
    'chain rule': 'chain rule|链式法则|链式求导',
    discriminator: 'discriminator|判别器|鉴别器|判别网络|判别模型|critic|disc|判别',
    generator: 'generator|生成器|生成网络|生成模型|gen|生成网',
    real: 'real data|real samples|real images|真实数据|真实样本|真样本|真实图片|real ones|real image|real sample|authentic|from the data|from the training set|true data|true samples|真图|真图片|真数据|真的|真品|真货|真实图像|真实图|训练集里',
    fake: 'fake|fakes|generated samples|generated images|假样本|生成样本|生成的样本|假图片|伪造|forged|fake image|fake sample|made by g|counterfeit*|假图|假的|假货|假数据|赝品|伪造的|合成|g 造的|g 生成的|生成的',
    equilibrium: 'equilibrium|nash|均衡|平衡点|equilibria|纳什|平衡|均势|balance',
    'zero-sum': 'zero-sum|minimax|min-max|零和博弈|零和游戏|零和的|零和性|叫零和|是零和|极小极大|博弈',
    'update gate': 'update gate|z gate|zt|更新门|gate z',
    'reset gate': 'reset gate|r gate|rt|重置门|复位门|gate r',
    'forget gate': 'forget gate|遗忘门|忘记门',
    'input gate': 'input gate|输入门',
    'output gate': 'output gate|输出门',
    candidate: 'candidate|候选',
    'hidden state': 'hidden state|hidden layer state|隐藏状态|隐状态|隐层状态',
    'cell state': 'cell state|memory cell|细胞状态|单元状态|记忆单元',
    'long-term dependency': 'long-term dependenc*|long range dependenc*|long dependenc*|长期依赖|长距离依赖|长程依赖',
    undirected: 'undirected|无向|symmetric*|对称',
    directed: 'directed|top-down|有向|自顶向下|自上而下',
    'top layers': 'top|topmost|uppermost|highest|顶层|顶部|顶上|最上|最顶|最高',
    'lower layers': 'lower|bottom|remaining layers|other layers|下层|底层|低层|其余层|其他层|下面',
    rbm: 'rbm|rbms|restricted boltzmann machine|受限玻尔兹曼机|受限波尔兹曼机|限制玻尔兹曼机',
    greedy: 'greedy|greedily|贪婪|贪心|一层接一层',
    'layer-wise':
      'layer-wise|layerwise|layer by layer|one layer at a time|逐层|layer after layer|one layer after another|one after the other|一层一层|逐层地|一层接一层|一层层|分层',
    'cross entropy': 'cross entropy|交叉熵',
    'kl divergence': 'kl|kullback*|relative entropy|相对熵|kl散度',
    entropy: 'entropy|熵',
    distribution: 'distribution|分布|law of|概率分布',
    prediction: 'prediction|predicted|predict|预测|forecast*|estimate*|model output|output of the model|估计|模型输出',
    target:
      'target|label|ground truth|true value|目标|标签|真实值|真值|answer|true label|gt|annotation|标准答案|真实标签|真实|答案|真实的',
    'bounding box': 'bounding box|box|boxes|bbox|边界框|边框|包围框|预测框|框|rectangle|rectangles|矩形|矩形框|方框',
    confidence: 'confidenc*|置信度|可信度|certainty|objectness|确信|置信|得分|分数',
    grid: 'grid|网格|栅格|格子|lattice|chessboard|checkerboard|cell|cells|square|squares|tile|tiles|棋盘|方格|单元格|格',
    nms: 'nms|non-maximum suppression|non-max suppression|nonmaximum suppression|非极大值抑制|非极大抑制|非最大值抑制|非最大抑制',
    iou: 'iou|intersection over union|交并比|重叠度|overlapping|交叠',
    regression: 'regress*|回归',
    classification: 'classif*|分类',
    heatmap:
      'heatmap|heat map|热图|热力图|热度图|probability map|belief map|score map|confidence map|概率图|置信图|热点图|响应图',
    joint: 'joint|keypoint|key point|关节|关键点|elbow|wrist|knee|landmark|肘|腕|膝|骨骼点|关键部位',
    coordinate: 'coordinate|坐标|x y|(x,y)|position|xy|横纵坐标|位置坐标',
    eigenvalue: 'eigenvalue|特征值|eigenval|eigval|本征值',
    eigenvector: 'eigenvector|特征向量|eigenvec|eigvec|本征向量',
    'singular value': 'singular value|奇异值|sing val|sing. val',
    'singular vector': 'singular vector|奇异向量',
    orthogonal: 'orthogonal|orthonormal|正交|perpendicular|at right angles|right angle|垂直|两两垂直',
    diagonal: 'diagonal|对角',
    sequence: 'sequence|sequential|序列|时序|in order|时间序列|先后|有顺序|按顺序|次序',
    past: 'previous|past|prior|earlier|preceding|上一|前一|之前|以前|以往|过去|先前|历史|旧|former|old|earlier ones|historic*|so far|上个|前几|前边|前面|旧的|老的|昨天|早先|刚才|前文|上文|以前的|曾经',
    unroll:
      'unroll*|unfold*|展开|铺开|unwrap*|rolled out|roll out|拉开|摊开|拆开|展成|展平|铺成|拉成|unravel*|stretched out',
    product: 'product|multipl*|连乘|相乘|累乘|乘积|multiplied|乘起来|乘在一起',
    translation: 'translation|shift|平移|位移|moved|moves|moving|shifted|移动|挪动|挪|平移后|位置变化|移位',
    invariance: 'invarian*|不变性|不变',
    equivariance: 'equivarian*|同变性|等变性|同变|等变',
    robust: 'robust*|鲁棒|insensitive|not sensitive|不敏感|tolerant|tolerance|insensitivity|容忍|稳健|不怕',
    iterative: 'iterat*|迭代',
    agreement:
      'agreement|agree|agrees|一致|吻合|consistent|coincide*|in line with|conform*|契合|相符|符合|一致性|合拍|对得上|相似',
    'dot product': 'dot product|scalar product|inner product|点积|内积|点乘|数量积',
    'weighted sum':
      'weighted sum|加权和|加权求和|weighted average|weighted combination|sum weighted|加权平均|加权相加|按权相加|带权求和',
    routing: 'routing|路由',
    coupling: 'coupling|耦合',
    threshold: 'threshold|阈值|阀值|门槛|门限|临界值|cutoff|cut-off|critical value|threshhold',
    caption: 'caption*|描述',
    attention: 'attention|注意力|look at|attend*|注意|盯',
    memory: 'memor*|remember*|记忆|记住|remember|recall*|store*|储存|存储|记得|记|保存的信息',
    forget:
      'forget*|discard*|drop|drops|throw away|忘记|遗忘|丢弃|丢掉|忽略|ignore*|wipe*|throws away|thrown away|清空|清零|擦除|抹去|扔|丢',
    noise: 'noise|噪声|噪音',
    same: 'same|identical|equal|相同|一样|同样|相等|alike|没变|同一|同样的|都一样|无差别|没差别|没区别|没两样|no different|indistinguishable|无异|等同',
    keep: 'keep*|kept|preserv*|retain*|maintain*|保留|保持|保存|留住|留下|维持|stay*|survive*|hold on to|holds on|store*|save*|留|存|存住|留存|留着|不丢|保住',
    lose: 'lose*|losing|lost|丢失|丢了|失去|损失掉|遗失|throw away|throws away|thrown away|discard*|gone|missing|扔掉|扔了|丢弃|丢掉|抛弃|没了|不见|丧失|舍弃|丢',
    learn: 'learn*|学习|学到|习得|学会|学出|acquire*|find out|学出来|学来|学得|训练得到|训练出|训出',
    train: 'train*|训练',
    position: 'position*|location*|whereabouts|位置|方位|place*|spot|在哪|在哪里|哪里|何处|位子',
    error: 'error|误差|mistake|deviation|discrepanc*|差距|误差值|残差',
    update: 'updat*|adjust*|更新|调整|修正|modif*|correct*|更改|改动|改变|刷新|renew*',
    input: 'input|输入|fed|喂|送入|输进|吃进|进来|喂给|喂进',
    output: 'output|输出|produces|吐出|给出|得出|送出|产出|打出',
    mean: 'mean|average|均值|平均值|平均|averaging|averaged|取平均|avg',
    variance: 'variance|方差',
    feature: 'feature|特征|pattern|cue|attribute|描述子|特点|图案|模式',
    information: 'information|info|信息|content|detail*|内容|细节|消息',
    image: 'image|picture|photo|图像|图片|照片|pictures|photos|img|pic|画面',
    sentence: 'sentence|text|句子|文本|文字|description|一句话|话|语句',
    category: 'class|category|categories|类别|kind of object|label|种类|类型|标签',
    token: 'word|token|单词|词',
    pixel: 'pixel|像素|像元',
    matrix: 'matrix|matrices|矩阵',
    network: 'network|net|网络|nets|neural net',
    constant: 'constant|常数|常量|fixed value|fixed|固定|定值|不随',
    sum: 'sum*|added up|add up|adds up|adding up|求和|相加|之和|累加|加起来|总和|accumulat*|加总|加在一起|加上|合计|叠加|加和',
    normalize: 'normali*|standardi*|归一化|标准化|规范化|scaled to|归一|规范|缩放到',
    match: 'match*|correspond*|匹配|相符|符合|对应|对上|对得上|相配|吻合|合不合',
    penalize: 'penal*|punish*|惩罚|罚|cost|penalty|代价|惩处|加罚',
    independent: 'independen*|独立|无关|does not depend|regardless of|irrespective of|no matter|不依赖|不取决于|不相关',
    slow: 'slow*|缓慢|慢|sluggish|hardly move|barely|crawl*|龟速|极慢|很慢|变慢|慢慢|creep*|dawdl*|snail*|磨蹭|蜗牛|龟爬',
    fast: 'fast*|quick*|rapid*|快|迅速|speed*|faster|real-time|real time|swift|速度快|很快|更快|快速|高速|省时',
    hard: 'hard|harder|difficult*|tough|难|困难|不易|trouble|struggl*|not easy|can not|费劲|吃力|难以|不容易|很难|棘手',
    easy: 'easy|easier|easily|simple|simpler|容易|简单|轻松|straightforward|effortless*|no trouble|省事|好办|轻易|方便|好学|轻而易举',
    stable: 'stable|稳定|steady|stabil*|smooth*|平稳|稳|稳当|稳定性',
    encode: 'encod*|编码|represent*|express*|stand for|stands for|carry|carries|代表|表达|刻画|体现',
    zero: '0|zero|nil|nought|零',
    infinite: 'infinity|infinite|∞|inf|无穷|无穷大|无限大|无限',
    unlabelled: 'unlabel*|without labels|no labels|unsupervised|无标签|没有标签|无标注|无监督|没标注|不用标签',
    labelled: 'labelled|labeled|with labels|supervised|有标签|带标签|有标注|监督',
    shallow: 'shallow*|few layers|浅|浅层|层数少',
    deep: 'deep|deeper|many layers|more layers|depth|深|很深|更深|层数多|多层|层数|深度',
    'early layers':
      'early layers|first layers|front layers|layers near the input|lower layers|layers close to the input|前面的层|前几层|靠近输入|靠前的层|浅层|底下的层|前层',
    square: 'square*|squared|²|^2|quadratic|平方|二次方|的 2 次方',
    root: 'square root|sqrt*|√|root|开方|开根号|平方根|根号',
    exponential: 'exponential*|geometric*|exp|指数|指数级|几何级数|等比',
    maximize:
      'maximi*|as large as possible|as high as possible|push up|ascend|最大化|求最大|最大|尽量大|尽可能大|越大越好|max',
    minimize:
      'minimi*|as small as possible|as low as possible|push down|descend|最小化|求最小|最小|尽量小|尽可能小|越小越好|min',
    neighbouring: 'neighbo*|nearby|local*|adjacent|surrounding|邻近|附近|局部|相邻|周围|周边|邻域',
    part: 'part|parts|component*|piece|部分|部件|局部|零件|部位',
    compare: 'compare*|against|compared|versus|对比|比较|相比|比一比',
    share: 'share*|common|the same weights|reuse*|共享|共用|公用|同一套|同一组|复用',
    fewer: 'fewer|less|not as many|smaller number|cut*|少|更少|较少|变少|减少|省|节省|降低',
    more: 'more|additional|extra|further|increase*|多|更多|增加|再多|更|加',
    freeze: 'freez*|frozen|fixed|fix|hold|held|keep fixed|untouched|unchanged|不动|固定|冻结|不更新|保持不变|锁住|定住',
    alternate: 'alternat*|take turns|in turn|turn by turn|one after the other|交替|轮流|轮着|轮换|一次一个|交错',
    open: 'open*|let through|let* in|let pass|pass*|打开|开|放行|通过|放进',
    close: 'close*|shut*|block*|off|关|关上|关闭|挡|堵|拦',
    early:
      'early|at first|in the beginning|beginning|initially|at the start|outset|初期|开始|刚开始|早期|一开始|起初|开头|最初|前期|训练初',
    mismatched:
      'mismatch*|wrong caption|wrong text|wrong txt|wrong sentence|wrong description|somebody else caption|someone else caption|another caption|other caption|unrelated caption|unrelated text|swapped caption|shuffled caption|wrong pair|random caption|张冠李戴|驴唇不对马嘴|不匹配|错配|配错|乱配|不相符|错误的文本|错误文本|错误的描述|错误描述|错的文本|错文|错话|错的描述|别的描述|别的文本|别的句子|其他文本|不相干的文本|不对应|foreign caption|foreign text',
    'both networks':
      'both networks|both nets|both players|two players|the players|two networks|each network|each player|either network|both models|generator and discriminator|discriminator and generator|g and d|d and g|g & d|d & g|g/d|painter and judge|两个网络|双网络|两个模型|生成器和判别器|生成器与判别器|生成器及判别器|生成器、判别器|判别器和生成器|判别器与生成器|g 和 d|d 和 g|g 与 d|d 与 g|g、d|d、g|画家和裁判',
    ata: 'ata|at a|at·a|at乘a|at乘以a|at by a|at times a|a transpose a|a transpose times a|transpose of a times a|a 转置乘 a|a 转置乘以 a|a 的转置乘 a|a 的转置乘以 a|a 转置 a|a’a|gram matrix',
    aat: 'aat|a at|a·at|a乘at|a乘以at|a by at|a times at|a a transpose|a times a transpose|a times its transpose|a 乘 a 转置|a 乘 a 的转置|a 乘以 a 的转置|a a 转置|aa^t',
  },
  named: {
    cause:
      'lead to|leads to|leading to|cause|causes|causing|result in|results in|resulting in|make|makes|making|so|therefore|thus|hence|导致|引起|造成|使|使得|让|所以|因此|从而|于是|→|which leads to|brings about|bring about|gives rise to|entail*|so that|then|使之|令|致使|会使|带来|以至|以致|因而',
    because:
      'because|due to|caused by|since|as a result of|result from|results from|comes from|因为|由于|源于|来自|是由|由|owing to|thanks to|on account of|源自|出于|起因|归因|原因是',
    greater:
      'greater than|larger than|bigger than|higher than|more than|exceeds|exceed|大于|高于|多于|超过|>|above|超出|胜过|比较大|更大',
    less: 'less than|smaller than|lower than|fewer than|below|小于|低于|少于|不如|<|short of|不及|更小',
    remedy:
      'remedy|remedies|fix|fixes|solve*|solution|mitigat*|prevent*|avoid*|alleviat*|overcome|counter|help|helps|against|解决|缓解|防止|避免|克服|减轻|改善|对策|措施|应对|tackle*|cure*|deal with|address*|combat*|fight*|relieve*|对付|抑制|改进|补救|治疗|改掉',
    want: 'want*|need*|should|ought|would like|like to|we like|you like|wish*|desir*|ideal|ideally|require*|prefer*|supposed to|需要|想要|应该|应当|应|希望|真正要|真正需要|理想|期望|所需|追求|好的表示|要的是|good representation|would rather|d rather|had better',
    'follow along':
      'follow*|along with|together with|in step|in sync|keep pace|keeps pace|track*|accordingly|correspondingly|corresponding way|moves with|move with|moves when|turned when|turns when|turns as|as the object|with the object|changes with|change with|equivarian*|随|跟着|随之|同步|一起变|相应|等变|同变|跟随|shifts with|shift with|moves along|move along|goes with|go with|varies with|vary with|turns with|turn with',
    unaffected:
      'insensitive|indifferent|invarian*|unchanged|unaffected|blind to|deaf to|numb|stays put|ignores|does not notice|不敏感|无动于衷|毫无反应|没反应|没有反应|不变|照旧|视而不见|不理会|不管|感觉不到',
    whereabouts:
      'where|whereabouts|位姿|location*|position*|pose|orientation|spatial*|coordinate*|arrange*|layout|relation*|relative|angle|angles|geometry|place|which pixel|which cell|how it is turned|how it lies|how tilted|坐标|朝向|朝哪|位置|方位|方向|姿态|姿势|空间|相对|相互关系|排列|布局|摆放|怎么摆|角度|在哪|哪里|哪儿|哪边|何处|什么地方|出现在|哪一格|左右|上下|左上|右下|几何|歪了几度',
    gone: 'lose*|lost|losing|loss|losses|gone|throw*|thrown|discard*|ignor*|forget*|forgot*|wast*|destroy*|missing|disregard*|no longer|erase*|wipe*|abandon*|sacrific*|blur*|dropped|drops|dropping|strip*|scrap*|binned|regardless|without regard|blind|lose track|lost track|丢|丢失|失去|损失|扔|没了|没有了|丧失|抹|抹掉|抹去|忘|忽略|抛|抛弃|舍弃|破坏|消失|模糊|删|不要了|不考虑|不关心|不顾|浪费|毁|磨掉',
    untold:
      "no idea|no clue|no information|没人知道|没人晓得|谁也不知道|无人知晓|nobody knows|no one knows|nobody can|cannot tell|can't tell|does not know|doesn't know|unknown|hard to tell|anyone's guess|无从|不得而知|查不到|查不出|看不出|分不清|说不清|说不出|搞不清|弄不清|不知道|不知|不清楚|不晓得|找不回|无法知道|无法得知|分辨不出|认不出",
    know: 'know*|tell|tells|remember*|record*|aware|recover*|知道|清楚|晓得|记|记着|记住|记得|记录|了解|掌握|判断|还原',
    traits:
      'pose|位姿|几度|在哪|多大|position*|location*|orientation|rotat*|angle|size|scale|thickness|tilt*|lean*|stance|deform*|texture|colour|color|hue|propert*|attribute*|characteristic*|instantiation|instantiat*|parameters|looks|appearance|state|how it|how big|how tilted|how it looks|what kind|姿态|姿势|姿|位置|方位|方向|朝向|角度|大小|粗细|属性|参数|实例化|性质|特性|样子|外观|长什么样|怎么摆|摆|状态|旋转|倾斜|倾角|形变|变形|颜色|纹理|歪|斜|偏|细节',
    'below one':
      '(0,1)|[0,1)|[0,1]|<1|≤1|小于 1|不超过 1|不大于 1|不到 1|到不了 1|够不到 1|达不到 1|超不过 1|1 以内|1 以下|less than 1|less than one|below 1|below one|under 1|under one|shorter than 1|shorter than one|smaller than 1|smaller than one|short of 1|short of one|at most 1|at most one|within 1|between 0 and 1|between zero and one|0 to 1|zero to one|0 and 1|into 0 1|0 到 1|0 至 1|0 和 1|0 与 1|0、1|0~1|0-1|0 1 之间|unit interval|unit ball|unit sphere|单位球|单位圆|小于一|比一小|不到一|比 1 小|< 1|less than unity|never reach one|1/4|0.25|a quarter|quarter|零点几|小数|fraction*|不足 1|低于 1|不到|不超过|至多|at most|never exceeds|within unit|contract*|0.1*|0.2*|0.3*|0.4*|0.5*|0.6*|0.7*|0.8*|0.9*|<=1|≤ 1|折|0.9|0.8|0.5|都小于|大于 1 时相反|smaller than unity|below unity|打折|打九折|够不着 1|碰不到 1|摸不到 1|短于 1|短过 1',
    'above one':
      'above 1|above one|exceed 1|exceed one|exceeds 1|exceeds one|over 1|over one|beyond 1|beyond one|longer than 1|longer than one|larger than 1|greater than 1|more than 1|past one|past 1|reach 1|reach one|reaches 1|reaches one|超过 1|大于 1|高于 1|超出 1|到 1|达到 1|越过 1|冲过 1|大于一|比一大|超过一|比 1 大|> 1|>1|bigger than 1|larger than one|greater than one|bigger than one|more than one|greater than unity|1 以上|1.1*|1.2*|1.3*|1.4*|1.5*|1.6*|1.8*|1.9*|2*|3*|>=1|≥1|≥ 1|涨|exceed* 1|1.1|1.2|1.5|above unity|larger than unity|大过 1|1.01|涨一成|多一成',
    'near one':
      '接近 1|趋近 1|趋近于 1|趋于 1|趋于满格|趋向 1|趋向于 1|逼近 1|约 1|到 1|至 1|变成 1|变为 1|≈1|→1|约等于 1|大约 1|约为 1|差不多 1|贴近 1|贴着 1|紧挨 1|小于 1|1 附近|近似 1|几乎 1|顶到 1|满值|满格|不到 1|0.99|0.999|0.9999|nearly 1|nearly one|almost 1|almost one|about 1|about one|close to 1|close to one|near 1|near one|to 1|to one|toward 1|toward one|towards 1|towards one|just below|just under|short of 1|short of one|below 1|below one|under 1|under one|less than 1|less than one|approximately 1|approximately one|practically 1|practically one|virtually 1|virtually one|around 1|around one|unit length|saturat*|饱和|单位长|pc→1|p→1|pc 为 1|=1 时|approaches 1|tends to 1|goes to 1|越接近 1|pc=1|is 1|p=1|近 1|ne 1|逼近于 1|up to 1|at 1|at one|为 1 时',
    'exactly one':
      'exactly 1|exactly one|always 1|always one|always equal to 1|恒等于 1|恒为 1|总是 1|总为 1|正好是 1|恰好为 1|恰为 1|永远是 1|都是 1|都等于 1|长度为一',
    'of unit length':
      'unit|unit vector|unit length|length 1|length one|len 1|norm 1|norm one|magnitude 1|magnitude one|size one|of length 1|单位向量|单位化|单位长|单位|长度 1|长度为 1|长度是 1|模为 1|模是 1|模长为 1',
    'too many':
      'extra|too many|too much|superfluous|spurious|stray|redundant|surplus|by mistake|mistaken*|mistakenly|wrongly|needless|unnecessary|excess|多余|多了|多出|多打|多写|多加|多一个|多除|多乘|不该有|不该|误写|误加',
    parents:
      'higher|upper|above|parent*|whole|next layer|following layer|later layer|layer after|superior*|父|父亲|上层|上级|上一层|上面那层|上面一层|高层|高一层|更高层|高级|整体|爸爸',
    children:
      'lower|below|child*|children|part|parts|previous layer|preceding layer|layer before|subordinate*|孩子|子胶囊|下层|下级|下面那层|低层|低一层|低级|底层|部分|零件|部件|儿子',
    absent:
      "absent|absence|missing|empty class|empty classes|not present|isn't present|not there|isn't there|not in the image|not in the picture|not in picture|not shown|not in it|no object|not exist|nonexistent|non-present|negative|negatives|wrong class|other class|other classes|不存在|没有|没有出现|没出现|不出现|未出现|不该出现|不该有|不在|缺席|缺失|没它|没这类|负类|错误类|其他类|其余类",
    lest: 'prevent*|avoid*|stop*|keep* from|otherwise|lest|or else|so as not|避免|防止|以免|免得|别让|防|否则|不然|要不|不至于|别',
    'turned over':
      'flip*|rotat*|turn*|mirror*|revers*|invert*|180|upside down|half turn|back to front|翻|翻转|旋转|转半圈|转 180|倒|倒过来|颠倒|镜像|反转|掉头|掉个头|倒着',
    library: 'librar*|libs|lib|pytorch*|torch*|tensorflow|keras|framework*|conv2d|deep learning|库|框架|深度学习',
    'outer edge':
      'edge*|border*|corner*|rim|margin*|boundar*|periphery|outer|outermost|fringe|边|边缘|边界|边上|角|角落|角上|四周|四角|外围|外圈|最外|周边',
    'in accord':
      'agree*|close|closer|closely|align*|match*|similar*|alike|accura*|correct|correctly|right|in line|same direction|same way|together|fit|fits|coincide*|consistent*|一致|相近|相似|接近|吻合|相符|符合|准|合拍|同向|方向相同|对得上|合得来|谈得来|说中|猜中|猜对|对路|契合|resembl*|line up|lines up|parallel|point alike|nearer|像|贴近|靠近',
    'top two layers':
      '最上|顶|顶上|顶层|顶端|顶部|最顶|楼顶|塔顶|最高|最高处|上面两层|最深两层|最深的两层|deepest two|top 2|top two|top|topmost|uppermost|highest|upper two|top pair|最后两层|last two|on top|at the top|at the head|head of the|apex|summit|h2 and h3|h2 与 h3|h2 和 h3|h2 h3|h2–h3|hl-1|h_l-1|h^l-1|roof|屋顶|塔尖|penthouse|last pair|final pair|final two|final 2|upper pair|upper end|last couple|two highest|最后一对|最后两个|顶头|two at the top|highest pair|topmost pair|h2 -- h3|h2-h3|h2--h3|h2 - - h3|h2 <-> h3|h2↔h3|h2 — h3',
    'bottom layer':
      '最底|底|最下|底部|一楼|底楼|bottom|lowest|最低|输入层|first layer|第一层|visible|可见|可视|v|at the base|base layer|ground floor|bottom row|foot of|入口|看得见|first row|bottommost|地面|地基|lower end|front layer',
    'layers below':
      '其余|其他层|其它层|其他|下面|下层|余下|底下|往下|再往下|以下|elsewhere|rest|remaining|all others|others are|other layers|other connections|lower|lower layers|below|beneath|under it|under them|underneath|everything under|further down|everything else|all else|剩下|剩余|别的层|低层|下方|the others|lower part|lower down|lower half|lower floors|the lot below|further below',
    'two-way edges':
      'undirected|无向|symmetric*|symmetrical|对称|双向|双行道|双箭头|两个方向|两边都能|互相影响|相互影响|不分方向|bidirectional|both ways|both directions|two-way|mutual*|不带箭头|没有方向|没方向|no direction|without direction|without a direction|no arrow*|without arrow*|w_ij=w_ji|wij=wji|没有箭头|没箭头|无箭头|无方向|来回|double-headed|boltzmann machine|玻尔兹曼机|arrowless|without arrowheads|no arrowheads|without heads|无箭|two directions|either direction|either way|in both senses|tug at each other|reciprocal|arrow-free|↔|<->|双线|equal footing|双向的',
    'joint factor':
      'p(h2,h3)|p(h²,h³)|h2 和 h3|h2 and h3|h2 与 h3|h2h3|h2–h3|h3|最后一个|最后一项|last factor|last one|last term|third|third factor|第三|最上|顶|顶上|顶层|top|topmost|uppermost|joint factor|联合|joint|最后那个|没有竖线|no bar',
    'conditional factors':
      'p(h1|h2)|p(v|h1)|h1|conditional*|条件|其余|其他|前两|前面两|下面|lower|first two|others|other two|remaining|below|bar|竖线|two factors|另外两|另两',
    joined:
      'connect*|link|links|linked|linking|wire|wires|wired|wiring|join*|tie|ties|tied|hook*|edge|edges|bond*|talk*|hear*|listen*|communicat*|interact*|shake hands|handshake|touch*|连|相连|连接|连线|互连|互联|拉线|拉|牵线|牵|接|边|通|互通|相通|通信|往来|联系|来往|打交道|握手|说话',
    'equal distributions':
      'p=q|没有分别|没有区别|没有差别|无异|q=p|p==q|q==p|一样|一模一样|相同|相等|重合|完全吻合|吻合|一致|same|match*|equal|coincide*|identical|exactly p|exactly the|perfect*|完美|完全正确|完全对|猜对|reproduces|agrees exactly|agree|p≡q|equal to p|hits|100 %|1|分毫不差|丝毫不差|毫无误差|spot on|zero error|如出一辙|equals p|equals the|equal to|q equals|are equal|both equal|等于 p|等于 q|等于真实|等于目标|等于标签|复制|照搬|照抄|copy|copies|copied|replicat*|clone|clones|mirrors|equals the truth|right on|nails|same as|不差|相合|合而为一|match exactly',
    'lowest value':
      '最小|极小|最低|smallest|minimum|minimal|minimise*|minimize*|minima|least|lowest|floor|bottom|下界|下限|lower bound|min|as low as|底|最小值|谷底|降到|再低不了|低不了|最省|最短|最少|cheapest|shortest|fewest|下确界|infimum|压到底|到底|触底|bottoms out|cannot get smaller|cannot go lower|as small as|no smaller|no lower|not below|hits bottom|rock bottom|sinks no',
    'squared error':
      'squared|mse|平方|均方|quadratic|squares|l2 loss|square|square loss|平方差|欧氏|least squares|最小二乘',
    'cross-entropy loss': 'cross-entropy|cross entropy|ce|交叉熵|log loss|logloss|bce|nll|log-loss|对数损失',
    enormous:
      '无穷|无穷大|正无穷|∞|无限|无限大|很大|极大|巨大|非常大|特别大|巨额|变大|爆炸|重罚|惩罚|infinity|infinite*|inf|unbounded|huge|very large|large|big|blow*|diverge*|发散|punish*|penali*|explode*|explod*|without bound|without limit|no limit|no ceiling|没有上限|不封顶|爆表|炸|enormous|astronomical*|gigantic|grows|rises|shoot*|sky*|飙|狂|暴|重|heav*|costly|soar*|boundless|to the sky|unlimited|severe*|without any bound|without any limit|无上限|上不封顶|冲上天|上天|天价|天文数字|through the roof|爆|without end|没有天花板|没有尽头|skyrocket*|惨',
    'near zero':
      '接近 0|趋近 0|趋于 0|趋近于 0|趋向 0|趋向于 0|pc→0|p→0|pc 为 0|near 0|approaches 0|tends to 0|goes to 0|to 0|to zero|越接近 0|close to 0|towards 0|nearly 0|pc=0|p=0|0 时|0+|近 0|到 0|逼近 0|逼近于 0|down to 0|at 0|at zero|为 0 时',
    'surely right':
      'sure and right|certain and right|confident and right|confident and correct|押对|pc→1|p→1|pc 接近 1|pc 趋于 1|pc goes to 1|pc approaches 1|pc near 1|pc close to 1|pc tends to 1|pc to 1|pc=1|概率接近 1|接近 1|趋于 1|near 1|close to 1|approaches 1|almost 1|→1|perfect*|把握|sure|certain|to 1|逼近 1|→ 1|at 1|at one',
    'surely wrong':
      'sure and wrong|sure but wrong|certain and wrong|certain but wrong|confident and wrong|confident but wrong|confidently wrong|自信地错|自信但错|有把握但错|有把握却错|押错|pc→0|p→0|pc 接近 0|pc 趋于 0|pc 趋近|pc goes to 0|pc approaches 0|pc near 0|pc close to 0|pc tends to 0|pc to 0|pc=0|概率接近 0|概率很小|概率极小|概率趋于|close to none|chance close|close to nothing|no chance|zero|接近 0 时|趋于 0 时|pc 为 0|wrong|错|pc is tiny|pc small|pc 很小|tiny|没把握|as pc→0|逼近 0|→ 0|pc=1e|p=1e|pc=0.001|pc=0.01|p=0.01|p=0.001|pc=1e-|at 0|at zero|at 0+',
    'right class':
      'correct|正确|真实类|目标类|对的|真类|true class|right class|target class|right one|true one|correct one|true|pc|pc-1|zc|答案那|ground truth|target|标签类|label class|gt|right|yc|c 类|真正的类|golden|gold|真标签',
    'wrong classes':
      'elsewhere|别的类|别的|其他|其它|其余|剩下|剩余|非 c|非正确|另外|else|others|错误类|错误的类|错的类|非目标|不正确|other*|rest|wrong|incorrect|remaining|non-target|all else|false classes|错类|pj|pi|zi|zj|competitor*|rival*|i≠c|k≠c|j≠c',
    'going up':
      '升|提高|增大|增加|变大|往上|推高|上调|抬|拔高|拉高|raise|raises|raised|increas*|up|upwards|upward|higher|grow|grows|push* up|rises|rise|rising|climb*|boost*|lift*|涨|上升|变高|加大|↑|调高|加分|get larger|gets larger|gets bigger|enlarg*',
    'going down':
      '降低|减小|减少|变小|变低|调低|往下|压低|压|下调|降|下降|lower*|decreas*|down|downwards|reduce|reduced|reduces|fall|falls|shrink*|drop*|push* down|sink*|suppress*|减|跌|拉低|打压|↓|扣分|gets smaller|get smaller|diminish*',
    'positive sign': '为正|是正|正的|正数|正值|都正|正号|大于 0|>0|positive|above 0|greater than 0|≥0|> 0',
    'negative sign': '负|为负|负的|小于 0|<0|negative|below 0|less than 0|minus|≤0|< 0',
    reaching:
      '超过|大于|达到|高于|不小于|≥|>|越过|过了|够|跨过|超出|到了|到达|不低于|满足|exceed*|above|reach*|over|greater|larger|more than|at least|beyond|pass*|cross*|enough|surpass*|hit*|clear|clears|overcome*|big enough|as high as|as large as|as much as|up to|once|赶上|凑够|攒够|高过|一旦|压过|盖过|触及|赶得上|get to|gets to|got to|arrive*|meet|meets|is met|attain*|make it to|makes it to|涨到|摸到|touches|past|get past|gets past|over the bar',
    'own sample':
      'recon*|重构|重建|fantasy|fantas*|dream*|还原|own sample|own samples|own guess|own version|model sample|model samples|自己造|自己编|自己生成|rebuilt|模型样本|脑补|梦|想象',
    'rote learning':
      '死记|死记硬背|背题|背答案|硬背|记住训练|memoris*|memoriz*|rote|learn by heart|learns by heart|parrot*',
    'wrong way round':
      '写反|弄反|搞反|反了|颠倒|倒过来|倒了|调换|对调|倒着|反过来|reversed|revers*|backwards|wrong way|other way round|other way around|wrong way round|upside down|swapped|interchang*|exchanged|flipped|flip*|inverted|turned|opposite|changed places|change places|换了位置|换位|位置换|位置反|changed over',
    'own layer':
      '同层|同一层|层内|层里|同一列|同列|同一排|同侧|同类|自己人|本层|own layer|own team|own side|own kind|own row|own column|same layer|same row|same column|same side|same team|same kind|within a layer|within the layer|within each layer|within|inside|intra-layer|intralayer|lateral|横向|内部|彼此|each other|one another|among themselves|themselves|sideways|fellow|sibling|siblings|peer|peers|同伴|邻座|兄弟|旁边|v 跟 v|h 跟 h|v 和 v|h 和 h|v 与 v|h 与 h|v to v|h to h|v with v|h with h|hidden to hidden|visible to visible|hidden-hidden|visible-visible|hidden with hidden|visible with visible|own rank|same floor|same rank|同组|同边|自家|自己层|同级|本排|排内|列内|邻居|内部之间',
    useless:
      'no use|useless|worthless|no good|discard*|thrown away|throws away|throw away|re-initiali*|reinitiali*|重新随机|没用|无用|毫无用|扔掉|丢掉|丢弃|作废|不能用',
    harmless:
      "harmless|fine|no problem|no harm|ok|okay|does not matter|doesn't matter|irrelevant|not a mistake|no mistake|not an error|permitted|allowed|无所谓|没关系|没问题|没事|不影响|无影响|不要紧|不算错|无伤大雅|可以随意|随便",
    'inner layer':
      'hidden|隐|中间层|夹层|夹在中间|another layer|extra layer|extra storey|intermediate|in between|second layer|one more layer|additional layer|多一层|加一层|再加一层|两层|more layers|first layer|第一层|中间|middle|inner|多加一层|two neurons|两个神经元|several neurons|several perceptrons|filling|fillings|看不见|h1',
    approximating:
      'approximat*|逼近|近似|拟合|fit|fits|fitting|represent*|表示|表达|arbitrarily|as close as|as closely|任意精度|任意小|要多像有多像|model|mimic*|imitat*|模仿|模拟|reproduc*|draw|draws|画出|描|八九不离十|贴近|贴着|仿|trace*|hug|hugs|express*|comput*|realis*|realiz*|match*|accura*|ε|precision|within|close to|tolerance|精度|逼真|误差任意',
    absurd:
      '荒唐|荒谬|absurd*|矛盾|contradict*|nonsense|impossible|不可能|说不通|不成立|cannot be|ridiculous|不合理|不对|显然错|不行|forbidden|不允许|违背|violat*',
    guess:
      'guess*|toss*|coin|coin flip|flip*|dice|die roll|chance level|at chance|by chance|random chance|lottery|瞎猜|乱猜|随机猜|蒙|猜|硬币|掷硬币|抛硬币|骰子|碰运气|抓阄|瞎蒙|heads or tails|heads|pot luck|roulette|掷骰',
    unseen:
      'unseen|fresh|new data|new sample|new example|new input|new case|new point|new ones|new question|new problem|future|never seen|never met|never come across|never encountered|never practised|never trained on|unfamiliar|unknown|held-out|hold-out|test set|test data|out-of-sample|elsewhere|新数据|新样本|新的数据|新的样本|新题|新的题|新输入|新来的|未见|没见过|没有见过|未知|陌生|没做过|没学过|没参与|未参与|没练过|没碰过|测试集|测试数据|测试样本|样本外|别的数据|其他数据',
    'dies out':
      'vanish*|disappear*|消失|弥散|衰减|衰|指数下降|指数级下降|指数减小|变小|减小|缩小|越来越小|越乘越小|趋于 0|趋近 0|趋近于 0|接近 0|接近零|→ 0|→0|≈0|≈ 0|为 0|变 0|to 0|near 0|nearly 0|almost 0|towards 0|is 0|to zero|to nothing|nothing|归零|没|没了|几乎没|听不见|收不到|所剩无几|剩|磨没|微弱|0.0*|e-*|10^-*|10-*|decay*|shrink*|tiny|small|die*|dwindl*|fade*|decreas*|kill*|wipe*|starv*|peter*|weaker|less and less|smaller and smaller|barely|gone|lost|millionth|thousandth|scales down|geometric*|exponentially down|inaudible|nil|是零|为零|削弱|melt*|drain*|trickle*|whisper*|hardly any|next to nothing',
    'runs away':
      'explode*|exploding|explosion|爆炸|炸|爆|爆表|增长|增大|放大|enormous|很大|巨大|huge|gigantic|无穷|无限大|infinit*|∞|inf|nan|grow*|blow*|飞|上万|成千上万|上天|万|亿|天文|震耳|thousand|thousands|million|millions|billion*|astronom*|runaway|run away|out of hand|out of control|amplif*|skyrocket*|滚雪球|snowball*|失控|越来越大|越乘越大|指数增大|deafening|through the roof|soar*|rocket*|balloon*|overflow*|溢出|爆掉|spiral*|夸张|离谱|吓人|no limit|without limit|without bound|out of bounds',
    'came first':
      '先|最早|早期|最初|开始|起初|之前|以前|较早|更早|早|first|early|earlier|earliest|initially|originally|older|oldest|before|started|began|2014|在前|predate*|preced*|pioneer*|鼻祖|original|beginning|in the beginning|头一个|首先|打头|老方法|旧方法|old way|old method',
    'pair of coordinates':
      '坐标|coordinate|coordinates|2k|(x,y)|(xi,yi)|(xk,yk)|(xj,yj)|x and y|x y|xy|x和y|x|r2k|ℝ2k|x1|pairs of numbers|two numbers|pair of numbers|two values|numbers|两个数|两个实数|2 个数|数对|横纵|(x',
    'how likely':
      'probabilit*|confidence|confident|likelihood|likely|likeliness|probable|plausib*|belief|chance|odds|score|certain*|how sure|sureness|p(|p(joint|概率|几率|机率|可能|可能性|置信|得分|把握|信心|有多像|多像|believ*|trust*|sure|surer|相信|确信|笃定',
    'old state':
      '旧|老|老本|上一|前一|之前|以前|以往|从前|过去|先前|历史|原来|前面|ht-1|h t-1|old|previous*|past|prior|earlier|last|history|memor*|existing|记忆|had before|what it knew|from before|老的|what we had|what it had',
    'new content':
      '新|候选|h~|h~t|ht~|草稿|当前|new|candidate|proposal|fresh*|proposed|draft|刚算|just computed|just worked out',
    blend:
      '多少|几成|比例|配比|占|混|插值|之间|保留|留|替换|换|取代|写入|写进|加入|结合|合成|权衡|平衡|分配|取舍|程度|延续|采用|采纳|接受|传递|带入|带到|加权|越多|越少|更新成|切换|掺|兑|勾兑|搅|融合|搭配|调配|how much|keep*|carr*|mix*|blend*|interpolat*|balanc*|replac*|pass*|preserv*|copy|copied|stay*|combin*|overwrit*|weigh*|proportion|fraction|adopt*|accept*|more of|less of|let in|lets in|share|ratio|between|slider|fader|trade-off|tradeoff|merge*|survive*|refresh*|swap*|percent*|portion*|dose*|let through|份额',
    untrue:
      'wrong|false|incorrect|untrue|mistaken|mistake|error|fault|faulty|nonsense|not true|not right|错|错误|错在|不对|有误|谬|不成立|说反|站不住脚',
    claim:
      'claim*|statement|assertion|conclusion|says|said|student|sentence|说法|声称|结论|论断|题目|题中|这句话|断言|原话|他说|认为',
    several:
      'several|many|multiple|more than one|various|numerous|a lot of|lots of|plenty of|a few|a bunch|bunch|pile|heap|cluster|dozens|hundreds|three|five|six|好几|多个|几个|许多|很多|若干|好多|大量|不少|一堆|一大堆|成堆|一片|一群|不止一个|三个|四个|五个|六个|两三个|三四个|十个|几十个|上百个',
    remove:
      '去|去掉|去除|删|删去|删掉|剔|剔除|排除|丢|移除|舍|滤|清|清除|清理|扔|踢|踢走|踢掉|淘汰|干掉|抑制|出局|消掉|砍|划掉|除|压掉|remov*|delet*|suppress*|discard*|eliminat*|drop*|throw*|thrown|filter*|kill*|kick*|cross* out|crossed out|get rid|rid of|prun*|cull*|weed*|strike*|erase*|clear*|clean*|merge*|knock*|reject*|exclud*|toss*|wipe*',
    intersection:
      '交集|相交|重叠|重合|公共|共有|共同|交叠|交|intersection*|inters*|overlap*|common|shared|∩|inter|a∩b|叠在一起|叠起来',
    union:
      '并集|相并|合并|合起来|合在一起|加在一起|全部面积|总的面积|总面积|并|覆盖的|覆盖面积|union|∪|combined|total|a∪b|sum of areas|covered|both boxes together|together|area a + area b|a+b|a + b|joint area|合计|拼起来|拼在一起|占据的',
    'small thing':
      '小框|小的框|小目标|小物体|小的物体|小边界框|小尺寸|小鸟|小的|小东西|小矩形|窄框|small*|tiny|little|narrow|bird*|ant|fly|对小|小|蚂蚁|小狗|小猫|鸟',
    'large thing':
      '大框|大的框|大目标|大物体|大的物体|大的|大东西|大巴|卡车|大象|大矩形|large*|big|bigg*|huge|truck*|bus|buses|whale|car|elephant*|house|对大|汽车|房子|公交',
    'root of': '根号|平方根|开方|开根|开平方|√|sqrt|root*|square-root*|square root*',
    harmful:
      '影响大|影响更大|影响很大|更大|大得多|严重|致命|要命|敏感|更重要|明显|显著|掉很多|大跌|一半|偏了|毁|完蛋|灾难|吃亏|more|wors*|serious*|sensitiv*|important|matter*|relative*|harm*|severe*|hurt*|significant|fatal|terrible|disaster*|ruin*|spoil*|suffer*|devastat*|a lot|critical|destroy*|big deal|catastroph*|greatly|badly|不得了|受不了|受害|离谱|差很远|天差地别|废|废了|毁了|报废',
    'long ago':
      '离得远|隔得远|远|很早|最前|开头|较早|很早以前|早期|早先|早前|久远|久|老早|早|前面|之前|过去|以前|以往|最初|间隔|start|beginning|far|far-away|early|earlier|earliest|first|long ago|distant|remote|past|old*|back|steps ago|many steps|steps back|long-term|long-range|开端|起头|头几个|早些|古早',
    'middle point': 'center*|centre*|midpoint*|middle|centroid*|mid-point|中心|中点|正中|中央|质心|重心|正中间|中间点',
    emphasise:
      '更重要|更重视|重视|放大|关键|看重|着重|首要|优先|加大|增大|加强|强调|突出|权重大|权重更大|侧重|关注|在意|更狠|提高|提升|增加|raise*|加倍|较大|大一些|what counts|main job|main task|purpose|本职|主要任务|根本|头等|第一位|排第一|right place|right spot|right position|对的地方|weighed up|weigh* up|up-weight*|upweight*|加重|重罚|画准|框准|crucial|key|essential|important|matter*|more weight|emphasi*|increase|stress*|boost*|larger|higher|count more|counts more|weigh more|strengthen*|care|priorit*|heavier|more heavily',
    unreliable:
      'noisy|noise|inaccura*|unreliable|unstable|shaky|wobbl*|erratic|jump*|fluctuat*|crude|rough|way off|far off|untrustworthy|imprecise|haphazard|不准|不准确|不精确|不可靠|不靠谱|不稳定|不稳|离谱|波动|抖|忽大忽小|摇摆|噪声|噪音|跳来跳去|飘忽',
    unfussy:
      'robust*|insensitive|not sensitive|tolera*|forgiv*|unfussy|relax*|anything goes|no big deal|does not matter|need not be|not so careful|not critical|无所谓|随便|随意|不挑|不怕|没关系|没太大关系|问题不大|都行|都可以|怎么都行|不敏感|不讲究|不在意|不重要|没那么重要|鲁棒|宽松|宽容|不要紧',
  },
  rivals: [
    ['overfitting', 'underfitting'],
    ['capsule', 'neuron'],
    ['generator', 'discriminator'],
    ['update gate', 'reset gate'],
    ['forget gate', 'input gate', 'output gate'],
    ['length', 'direction'],
    ['training set', 'test set', 'validation set'],
    ['top layers', 'lower layers'],
    ['singular value', 'eigenvalue'],
    ['invariance', 'equivariance'],
    ['forward pass', 'backpropagation'],
    ['real', 'fake'],
  ],
};
