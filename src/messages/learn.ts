import type { Text } from '../problem/text.ts';

export const learnTexts = {
  about: { en: 'the notes on a topic: formulas and facts on one screen', zh: '某主题的要点：一屏看完公式与事实' },
  topic: { en: 'the topic; without one they are listed', zh: '主题；不写则列出全部主题' },
  topics: {
    en: 'Topics. `drill learn <topic>` shows the notes of one.',
    zh: '主题列表。用 `drill learn <主题>` 查看要点。',
  },
  work: { en: 'Worked examples', zh: '算例' },
  practise: { en: 'Practise', zh: '练习' },
  items: (n: number): Text => ({ en: `${n} questions`, zh: `${n} 题` }),
} as const;
