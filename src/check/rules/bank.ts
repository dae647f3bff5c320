import type { RuleTable } from './rule.ts';

/** Rules about items beside each other. */
export const bankRules = {
  'duplicate-id': {
    severity: 'error',
    finds: { en: 'Two items have the same id.', zh: '两道题的编号相同。' },
    why: { en: 'The history could not tell them apart.', zh: '练习记录无法区分这两道题。' },
    mend: {
      en: 'Give the newer of the two another id; the older keeps its own.',
      zh: '给较新的题目换一个编号，较早的保持不变。',
    },
    breaks: 'id: squash-1-2',
    mended: 'id: squash-2-1',
  },
  'duplicate-question': {
    severity: 'error',
    finds: { en: 'Two short questions are the same words.', zh: '两道简答题的文字相同。' },
    why: {
      en: 'A student meets the same question twice, perhaps with two different keys.',
      zh: '学生会两次遇到同一道题，而两处答案可能不同。',
    },
    mend: { en: 'Delete one of the two, or ask for something else.', zh: '删除其一，或改为询问其他内容。' },
    breaks: 'prompt: { zh: 2×2 的池化有什么问题？, en: What is wrong with 2×2 pooling? } # again',
    mended: 'prompt: { zh: 胶囊的输出为何是向量？, en: Why does a capsule put out a vector? }',
  },
  'duplicate-problem': {
    severity: 'warning',
    finds: {
      en: 'Two calculations ask for the same quantity of the same problem.',
      zh: '两道计算题的参数与所求相同。',
    },
    why: {
      en: 'The second exercises nothing that the first does not.',
      zh: '第二道题没有新的练习内容。',
    },
    mend: { en: 'Change the numbers, or ask for another quantity.', zh: '更换数值，或改为询问其他量。' },
    breaks: 'params: { vector: [1, 2] }\n    answer: [0.3727, 0.7454]',
    mended: 'params: { vector: [2, 1] }\n    answer: [0.7454, 0.3727]',
  },
  'near-duplicate': {
    severity: 'warning',
    finds: { en: 'Two short questions are nearly the same words.', zh: '两道简答题的文字几乎相同。' },
    why: {
      en: 'They are probably one question, copied and mended in one place only.',
      zh: '很可能是同一道题复制后只修改了一处。',
    },
    mend: {
      en: 'Delete one of the two, or put the second so that the difference is seen.',
      zh: '删除其一，或改写第二道题使区别明显。',
    },
    breaks: 'prompt: { zh: 2×2 的池化究竟有什么问题？, en: What really is wrong with 2×2 pooling? }',
    mended: 'prompt: { zh: 胶囊的输出为何是向量？, en: Why does a capsule put out a vector? }',
  },
} as const satisfies RuleTable;
