import { describe, expect, it } from 'vitest';
import { markText } from '../../src/marking/key-points.ts';
import { point } from './rubrics.ts';

type Row = readonly [accept: readonly string[], text: string, met: boolean];

const isMet = (accept: readonly string[], text: string): boolean =>
  markText(text, [point('p', [accept])]).points[0]!.met;

const table = (name: string, rows: readonly Row[]): void => {
  describe(name, () => {
    it.each(rows)('%j in “%s”: %s', (accept, text, met) => expect(isMet(accept, text)).toBe(met));
  });
};

table('what ends no clause', [
  [['x -> conf'], 'it gives (x, y, w, h, conf)', true],
  [['boxes', 'remove'], 'for b in boxes: kept.remove(b)', true],
  [['old', 'new'], 'how much of each, old vs. new', true],
]);

table('questions deny nothing', [
  [['看'], '重置门管看不看以前的状态', true],
  [['看'], '不看以前的状态', false],
  [['change'], 'nothing changes', false],
  [['for'], 'four of them', false],
  [['=times'], 'over time', false],
  [['faster'], 'with fewer gates (2, not 3) it runs faster', true],
  [['深度玻尔兹曼机'], '全不带箭头的那种叫深度玻尔兹曼机', true],
  [['regularisation'], 'in place of regularisation', false],
  [['patterns'], 'note the patterns', true],
  [['线性'], '不再只是线性的', false],
  [['zero-sum'], '在 0 和 1 之间', false],
]);

table('words', [
  [['negative slope'], 'It has a negative slope.', true],
  [['negative slope'], 'the slope is negative', false],
  [['gradient', 'small'], 'the gradient is very small', true],
  [['gradient', 'small'], '梯度变得非常小', true],
  [['vanish'], 'Gradients vanished', true],
  [['feature'], 'features', true],
  [['class'], 'classes', true],
  [['clip'], 'clipping the norm', true],
  [['regularise'], 'regularized', true],
  [['overfit*'], 'over-fitting', true],
  [['overfit*'], 'over fitting', true],
  [['over-fitting'], 'overfitting', true],
  [['invariance'], 'a reduction in variance', false],
  [['linear'], 'a non-linear function', false],
  [['nonlinear'], 'non linear', true],
  [['线性'], '引入非线性', false],
  [['=小'], '最小化损失', false],
  [['=大'], '大小不一', false],
  [['拟合'], '过拟合', false],
  [['=偏差高'], '低偏差高方差', false],
  [['=偏差高'], '低偏差、高方差', false],
  [['high variance'], '低偏差高方差', true],
  [['convolution'], 'convolutoin', true],
  [['discriminator'], 'discrimnator', true],
  [['saturat*'], 'it satruates', true],
  [['perceptron'], 'perception', false],
  [['symmetric'], 'asymmetric', false],
  [['=increase'], 'decrease', false],
  [['=overfitting'], 'underfitting', false],
  [['=convex'], 'concave', false],
  [['encoder'], 'decoder', false],
  [['kernel'], 'cancer', false],
  [['不变'], '平移不变性', true],
  [['d(g(z))'], 'D ( G (z) ) 接近 0', true],
  [['p-y'], 'the gradient is p − y', true],
  [['h(p, q)'], 'H(P,Q)', true],
  [['d(p||q)'], 'D(P‖Q)', true],
  [['p_i-y_i'], 'the gradient is p_i-y_i', true],
  [['pi-yi'], '\\(p_i - y_i\\)', true],
  [['known'], 'well-known', true],
  [['max(0,x)'], 'relu is max{0, x}', true],
  [['max{0,x}'], 'max(0, x)', true],
  [['f(x,{w_i})'], 'F(x, {W_i})', true],
  [['(0,∞)'], '值域为 (0, +∞) 或 (0,∞)', true],
  [['max(0,x)'], '\\max\\{0, x\\}', true],
  [['d(p||q)=d(q||p)'], 'D(P||Q) ≠ D(Q||P)', false],
  [['≠'], 'D(P||Q) != D(Q||P)', true],
  [['σ_i'], '\\sum_i p_i', true],
  [['σ_i'], '∑_i p_i', true],
  [['差'], '误差很小', false],
]);

table('synonyms', [
  [['gradient', 'vanish'], '梯度消失', true],
  [['kernel'], '卷积核', true],
  [['kernel'], '濾波器', true],
  [['@small'], 'close to zero', true],
  [['=kernel'], 'filter', false],
  [['权值'], 'weights', true],
  [['批归一化'], 'Batch-Norm', true],
]);

table('spelling', [
  [['过拟合'], '過擬合', true],
  [['sigmoid'], 'ｓｉｇｍｏｉｄ 函数', true],
  [['=σ'], '\\sigma(z)', true],
  [['=σ'], 'sigma', true],
  [['h_t-1'], '$h_{t-1}$', true],
  [['h~'], '\\tilde{h}_t', true],
  [['ŷ'], '\\hat y', true],
  [['x^2'], 'x²', true],
  [['非零'], '非0', true],
]);

table('denials', [
  [['gradient', 'vanish'], 'the gradient does not vanish', false],
  [['gradient', 'vanish'], "the gradient doesn't vanish", false],
  [['gradient', 'vanish'], 'the gradient never vanishes', false],
  [['gradient', 'vanish'], '梯度不会消失', false],
  [['gradient', 'vanish'], '没有梯度消失', false],
  [['gradient', 'vanish'], '梯度并非消失', false],
  [['gradient', 'vanish'], 'the gradient grows rather than vanishing', false],
  [['gradient', 'vanish'], '梯度爆炸而不是消失', false],
  [['gradient', 'vanish'], 'the gradient does not explode; the gradient vanishes', true],
  [['gradient', 'vanish'], 'It does not only slow down, the gradient vanishes', true],
  [['gradient', 'vanish'], 'the gradient not only explodes but also vanishes', true],
  [['gradient', 'vanish'], '梯度不仅会爆炸，而且会消失', true],
  [['收敛'], '不是不收敛', true],
  [['converge'], 'it is not that it does not converge', true],
  [['converge'], 'it fails to converge', false],
  [['not zero|非零|不为零'], 'the slope is not zero', true],
  [['not zero|非零|不为零'], '导数非零', true],
  [['not zero|非零|不为零'], '导数不为0', true],
  [['not zero|非零|不为零'], 'zero', false],
  [['gradient', '~vanish'], "the gradient doesn't vanish", true],
  [['gradient', '~vanish'], '梯度不会消失', true],
  [['gradient', '~vanish'], '梯度消失', false],
  [['sigmoid', '0.25'], "σ' is never more than 0.25", true],
  [['sigmoid', 'greater than 1'], 'sigmoid 的导数不大于1', false],
  [['derivative', 'greater than 1'], 'the derivative is not greater than 1', false],
]);

table('absent words', [
  [['vector', '!scalar'], 'the output is a vector', true],
  [['vector', '!scalar'], 'a vector or a scalar', false],
  [['vector', '!scalar'], 'a vector, not a scalar', true],
]);

table('direction', [
  [['saturat* -> vanish'], 'units saturate and gradients vanish', true],
  [['saturat* -> vanish'], 'gradients vanish and units saturate', false],
  [['saturate => vanish'], 'Saturation leads to vanishing gradients', true],
  [['saturate => vanish'], 'vanishing gradients lead to saturation', false],
  [['saturate => vanish'], 'gradients vanish because the sigmoid saturates', true],
  [['saturate => vanish'], 'because gradients vanish the sigmoid saturates', false],
  [['saturate => vanish'], '饱和导致梯度消失', true],
  [['saturate => vanish'], '梯度消失导致饱和', false],
  [['saturate => vanish'], '由于sigmoid饱和，梯度消失', true],
  [['saturate => vanish'], 'The sigmoid saturates. So the gradient vanishes.', true],
  [['saturate => vanish'], 'Saturation does not lead to vanishing gradients', false],
  [['test error > training error'], 'the test error is larger than the training error', true],
  [['test error > training error'], 'the training error is larger than the test error', false],
  [['test error > training error'], 'the training error is smaller than the test error', true],
  [['测试误差 > 训练误差'], '测试误差大于训练误差', true],
  [['测试误差 > 训练误差'], '训练误差大于测试误差', false],
  [['测试误差 > 训练误差'], '训练误差比测试误差小', true],
  [['测试误差 > 训练误差'], '测试误差比训练误差大得多', true],
  [['测试误差 < 训练误差'], '测试误差小于训练误差', true],
  [['测试误差 > 训练误差'], '测试误差不大于训练误差', false],
]);

table('clauses', [
  [['gradient', 'tiny'], 'D is confident, so the gradient of log(1-D), which is what G sees, is tiny', true],
  [['gradient', 'tiny'], 'I compute the gradient. The batch is tiny.', false],
  [['gradient', 'tiny'], 'the gradient is fine but the batch is tiny', false],
  [['梯度', '小'], '梯度正常，但批次小', false],
  [['参数', '更少'], '感受野一样，参数却更少', true],
  [['梯度', '小'], '梯度正常，却批次小', false],
  [['vector', 'capsule'], 'A capsule outputs not a scalar but a vector', true],
  [['vector', 'capsule'], '胶囊输出的不是标量而是向量', true],
  [['capsule', 'scalar'], 'capsules output vectors, neurons output scalars', false],
  [['neuron', 'vector'], 'a capsule outputs a vector and a neuron a scalar', false],
  [['neuron', 'scalar'], 'a capsule outputs a vector and a neuron a scalar', true],
  [['underfitting', 'high variance'], '欠拟合偏差大，过拟合方差大', false],
]);

describe('markText', () => {
  const points = [
    point('small', [['gradient', 'small']], [['gradient', 'large']], 2),
    point('optimum', [['same', 'optimum|fixed point']]),
  ];

  it('quotes the words that met a point, as they were written', () => {
    const marking = markText('Early on the Gradient of log(1-D) is TINY; the same optimum, though', points);
    expect(marking).toEqual({
      points: [
        { point: 'small', met: true, by: 'Gradient … TINY' },
        { point: 'optimum', met: true, by: 'same optimum' },
      ],
      marks: 3,
      outOf: 3,
    });
  });

  it('takes a point away that is contradicted, and says by which words', () => {
    const marking = markText('the gradient is small. No: the gradient is large', points);
    expect(marking.points[0]).toEqual({ point: 'small', met: false, contradictedBy: 'gradient … large' });
    expect(marking.marks).toBe(0);
  });

  it('lets a denied contradiction pass', () => {
    expect(markText('the gradient is not large, the gradient is small', points).marks).toBe(2);
    expect(markText('梯度并不大，梯度很小', points).marks).toBe(2);
  });

  it.each(['', '   ', '。。。', '不知道', 'no idea', 'Convolution extracts local features'])(
    'gives nothing for “%s”',
    text => expect(markText(text, points).marks).toBe(0),
  );

  it('uses the glossary it is given', () => {
    const glossary = { ideas: { tiny: 'minuscule|piffling' }, rivals: [], named: {} };
    const piffling = [point('p', [['minuscule']])];
    expect(markText('a piffling slope', piffling, glossary).marks).toBe(1);
    expect(markText('a piffling slope', piffling).marks).toBe(0);
  });
});
