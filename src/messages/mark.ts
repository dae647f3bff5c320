import type { Text } from '../problem/text.ts';

export const markExamples = [
  "  drill mark squash-3-4 --answer '0.5769, 0.7692'",
  "  drill mark conv-full-3x3 --answer '[[1,2],[3,4]]' --json",
  '  drill mark --batch < answers.ndjson',
].join('\n');

export const markTexts = {
  item: { en: 'the id of the item', zh: '题目编号' },
  answer: { en: 'the answer (standard input unless told)', zh: '答案（默认从标准输入读取）' },
  seed: { en: 'the item with the fresh numbers of this seed', zh: '使用该种子生成的新数字' },
  batch: {
    en: 'one {"item", "answer"} a line on standard input, one verdict a line on standard output',
    zh: '标准输入每行一个 {"item", "answer"}，标准输出每行一个判分结果',
  },
  right: { en: 'Right.', zh: '正确。' },
  allPoints: { en: 'Every key point is met.', zh: '所有采分点均已答到。' },
  missing: { en: 'Missing: ', zh: '缺少：' },
  between: { en: '; ', zh: '；' },
  noItem: { en: 'which item? Its id is missing', zh: '缺少题目编号' },
  noAnswer: { en: 'a text, a number or a list', zh: '文本、数或列表' },
  notFresh: (item: string): Text => ({
    en: `${item} has no fresh numbers: leave out the seed`,
    zh: `${item} 没有可重新生成的数字，请勿给出种子`,
  }),
} as const;
