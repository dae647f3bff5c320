import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const planTexts = {
  about: {
    en: 'set the day of the exam; without a date, show what is left per day',
    zh: '设定考试日期；不带日期则显示每天的任务',
  },
  date: { en: 'the day of the exam, YYYY-MM-DD', zh: '考试日期，格式 YYYY-MM-DD' },
  clear: { en: 'forget the day of the exam', zh: '清除考试日期' },
  noDate: (written: string): Text => ({
    en: `expected a day such as 2026-12-20, but got ${JSON.stringify(written)}`,
    zh: `应为日期，如 2026-12-20，实际为 ${JSON.stringify(written)}`,
  }),
  past: (written: string): Text => ({ en: `${written} is already past`, zh: `${written} 已经过去` }),
  both: { en: 'a date and --clear exclude each other', zh: '日期与 --clear 不能同时给出' },
  none: {
    en: 'No exam is set. `drill plan 2026-12-20` plans everything so that it is seen again before that day.',
    zh: '尚未设定考试日期。用 `drill plan 2026-12-20` 设定后，所有题目都会在考前再复习一遍。',
  },
  cleared: { en: 'The exam is cleared.', zh: '已清除考试日期。' },
  exam: (date: string, days: number): Text =>
    days < 0
      ? { en: `The exam was on ${date}.`, zh: `考试已于 ${date} 结束。` }
      : days === 0
        ? { en: 'The exam is today. Good luck!', zh: '今天考试，祝你顺利！' }
        : {
            en: `Exam on ${date}, in ${days} ${plural(days, 'day', 'days')}.`,
            zh: `考试日期 ${date}，还有 ${days} 天。`,
          },
  total: (due: number, fresh: number): Text => ({
    en: `${due} to repeat and ${fresh} new until then.`,
    zh: `考前共需复习 ${due} 题，学习新题 ${fresh} 题。`,
  }),
  day: { en: 'day', zh: '日期' },
  due: { en: 'due', zh: '复习' },
  fresh: { en: 'new', zh: '新题' },
  today: { en: 'today', zh: '今天' },
  further: (days: number): Text => ({
    en: `… and ${days} more ${plural(days, 'day', 'days')}, about the same`,
    zh: `……其余 ${days} 天大致相同`,
  }),
} as const;
