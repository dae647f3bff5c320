import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const listTexts = {
  about: { en: 'topics and items, and how far you are with them', zh: '主题与题目列表及学习状态' },
  topics: { en: 'only these topics', zh: '只看这些主题' },
  type: { en: 'only items of this type', zh: '只看这种题型' },
  state: { en: 'only new, due or learnt items', zh: '只看未学（new）、到期（due）或已学（learnt）的题目' },
  kind: { en: 'only calculations of this kind', zh: '只看这种计算题' },
  none: { en: 'No item fits these filters.', zh: '没有符合条件的题目。' },
  states: {
    new: { en: 'new', zh: '未学' },
    due: { en: 'due', zh: '到期' },
    learnt: (days: number): Text => ({
      en: `in ${days} ${plural(days, 'day', 'days')}`,
      zh: `${days} 天后`,
    }),
  },
  types: { short: { en: 'short', zh: '简答' }, calculation: { en: 'calc', zh: '计算' } },
  count: (n: number): Text => ({ en: `${n} ${plural(n, 'item', 'items')}`, zh: `${n} 题` }),
} as const;

export const showTexts = {
  about: {
    en: 'an item: question, answer, work, source, your answers',
    zh: '查看一道题：题目、答案、解题步骤、出处与作答记录',
  },
  item: { en: 'the id of the item', zh: '题目编号' },
  seed: { en: 'with the fresh numbers of this seed', zh: '使用该种子生成的新数字' },
  points: { en: 'Key points', zh: '采分点' },
  yours: { en: 'Your answers', zh: '你的作答' },
  notYet: { en: 'Not answered yet.', zh: '尚未作答。' },
  changed: {
    en: 'The question was changed since you answered it; your progress is kept.',
    zh: '此题在你作答之后有较大改动，学习进度仍保留。',
  },
  next: (when: string): Text => ({ en: `It comes back on ${when}.`, zh: `下次复习：${when}。` }),
  missing: { en: 'which item? Its id is missing', zh: '缺少题目编号' },
} as const;

export const todayTexts = {
  today: (due: number, fresh: number, of: number): Text => ({
    en: `Today   ${due} due, ${fresh} of ${of} items still new`,
    zh: `今天    到期 ${due} 题，${of} 题中还有 ${fresh} 题未学`,
  }),
  done: (answers: number, time: string): Text =>
    answers === 0
      ? { en: 'Done    nothing answered today', zh: '已完成  今天还没有作答' }
      : {
          en: `Done    ${answers} ${plural(answers, 'answer', 'answers')} today, ${time}`,
          zh: `已完成  今天作答 ${answers} 次，用时 ${time}`,
        },
  exam: (days: number): Text =>
    days === 0
      ? { en: 'Exam    today', zh: '考试    就在今天' }
      : { en: `Exam    in ${days} ${plural(days, 'day', 'days')}`, zh: `考试    还有 ${days} 天` },
  noExam: { en: 'Exam    not set: drill plan 2026-12-20', zh: '考试    未设定：drill plan 2026-12-20' },
  over: { en: 'Exam    over: drill plan --clear', zh: '考试    已结束：drill plan --clear' },
  weakest: (topic: string, percent: number): Text => ({
    en: `Weak    ${topic}, ${percent} % of its marks lost`,
    zh: `薄弱    ${topic}，失分 ${percent} %`,
  }),
  noWeak: { en: 'Weak    nothing yet', zh: '薄弱    暂无' },
  next: (command: string): Text => ({ en: `Next    ${command}`, zh: `接下来  ${command}` }),
} as const;
