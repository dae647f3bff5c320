import type { RuleTable } from './rule.ts';

/** Rules about short items. */
export const shortRules = {
  'marks-differ': {
    severity: 'error',
    finds: { en: 'The marks of the key points do not add up to the item’s.', zh: '采分点分数之和与题目分值不符。' },
    why: {
      en: 'A full answer would earn more or less than the question is worth.',
      zh: '完整作答的得分会高于或低于题目分值。',
    },
    mend: { en: 'Make the sum equal.', zh: '使两者相等。' },
    breaks: 'marks: 5\n    prompt',
    mended: 'marks: 3\n    prompt',
  },
  'duplicate-point': {
    severity: 'error',
    finds: {
      en: 'Two key points of an item have the same id, or a sample names one twice.',
      zh: '同一题的两个采分点编号相同，或样例重复引用同一采分点。',
    },
    why: { en: 'Samples and the history could not tell them apart.', zh: '样例答案和练习记录无法区分。' },
    mend: { en: 'Rename or delete one of them.', zh: '重命名或删除其中一个。' },
    breaks: 'id: position\n        marks: 1',
    mended: 'id: invariance\n        marks: 1',
  },
  pattern: {
    severity: 'error',
    finds: { en: 'An accept or contradict word cannot be read.', zh: 'accept 或 contradict 中的写法无法识别。' },
    why: { en: 'The key point could never be met.', zh: '该采分点将永远无法符合。' },
    mend: { en: 'The finding says what was expected.', zh: '按提示修改。' },
    breaks: 'accept: [[位置, 丢], [position, lose*|]]',
    mended: 'accept: [[位置, 丢], [position, lose*|lost]]',
  },
  'model-answer-misses': {
    severity: 'error',
    finds: { en: 'The model answer does not meet a key point.', zh: '参考答案不符合某个采分点。' },
    why: {
      en: 'What even the model answer does not say, no student is found to say; it holds in each language.',
      zh: '参考答案都达不到的采分点，学生也无法达到；两种语言均须满足。',
    },
    mend: {
      en: 'Say the point in the model answer, or widen `accept`.',
      zh: '在参考答案中写出该点，或放宽 `accept`。',
    },
    breaks: 'The position is lost and only',
    mended: 'The position is lost and only invariance',
  },
  'prompt-earns': {
    severity: 'error',
    finds: { en: 'The question’s own words meet a key point.', zh: '题目本身的文字就符合某个采分点。' },
    why: { en: 'Typing the question back would earn marks.', zh: '照抄题目就能得分。' },
    mend: { en: 'Ask without saying it, or let `accept` require more.', zh: '改写题目，或让 `accept` 要求更多内容。' },
    breaks: 'en: Why is only invariance wrong with 2×2 pooling?',
    mended: 'en: What is wrong with 2×2 pooling?',
  },
  'unknown-point': {
    severity: 'error',
    finds: { en: 'A sample names a key point that there is none of.', zh: '样例答案引用了不存在的采分点。' },
    why: { en: 'The sample measures nothing.', zh: '该样例不起作用。' },
    mend: { en: 'Name the points by their ids.', zh: '按编号引用采分点。' },
    breaks: 'points: [place] }',
    mended: 'points: [position] }',
  },
  'sample-disagrees': {
    severity: 'error',
    finds: {
      en: 'The marker gives a sample other points than the person who labelled it.',
      zh: '判分结果与样例的人工标注不符。',
    },
    why: {
      en: 'The samples are the measure of the rubric: where they disagree, students are marked wrongly.',
      zh: '样例是评分规则的衡量标准：不符之处，学生会被误判。',
    },
    mend: {
      en: 'Change `accept` or `contradict`, or the label of the sample.',
      zh: '修改 `accept`、`contradict`，或样例的标注。',
    },
    breaks: 'points: [] }',
    mended: 'points: [invariance] }',
  },
  'point-met-elsewhere': {
    severity: 'warning',
    finds: {
      en: 'Another item’s model answer earns every key point of this item.',
      zh: '另一道题的参考答案就能得到本题的全部采分点。',
    },
    why: {
      en: 'The key points are so loose that an answer to another question passes, or the two questions are one.',
      zh: '采分点过宽，别题的答案也能通过，或两题实为同一题。',
    },
    mend: { en: 'Let `accept` require what this question asks for.', zh: '让 `accept` 要求本题特有的内容。' },
    breaks: 'accept: [[位置|概率], [position|probability]]',
    mended: 'accept: [[概率], [probability]]',
  },
} as const satisfies RuleTable;
