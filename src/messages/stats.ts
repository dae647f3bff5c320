import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const statsTexts = {
  about: { en: 'what was practised, what is known, what goes wrong', zh: '练习情况、掌握程度与常见错误' },
  none: { en: 'Nothing was answered yet. `drill quiz` begins.', zh: '还没有作答记录。用 `drill quiz` 开始练习。' },
  total: (answers: number, time: string, share: number): Text => ({
    en: `${answers} ${plural(answers, 'answer', 'answers')} · ${time} · ${share} % of the marks`,
    zh: `作答 ${answers} 次 · 用时 ${time} · 得分率 ${share} %`,
  }),
  streak: (days: number): Text => ({
    en: `${days} ${plural(days, 'day', 'days')} in a row`,
    zh: `连续 ${days} 天`,
  }),
  calendar: { en: 'Answers per day', zh: '每日作答数' },
  less: { en: 'less', zh: '少' },
  more: { en: 'more', zh: '多' },
  topics: { en: 'Topics: remembered now · due, new, learnt', zh: '各主题：当前记忆率 · 到期、未学、已学' },
  recallNow: (percent: number): Text => ({
    en: `${percent} % of what was answered would be remembered today.`,
    zh: `已学内容今天预计能记住 ${percent} %。`,
  }),
  recallExam: (percent: number, days: number): Text => ({
    en: `${percent} % of what was answered would be remembered on the day of the exam, in ${days} ${plural(days, 'day', 'days')}, if nothing more were done.`,
    zh: `若不再复习，${days} 天后考试当天预计能记住已学内容的 ${percent} %。`,
  }),
  mistakes: { en: 'What goes wrong most', zh: '最常见的错误' },
} as const;
