import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const examTexts = {
  intro: (questions: number, marks: number, time: string): Text => ({
    en: `Mock exam: ${questions} ${plural(questions, 'question', 'questions')}, ${marks} marks, ${time}. Nothing is marked before the end.`,
    zh: `模拟考试：共 ${questions} 题，${marks} 分，限时 ${time}。交卷之前不判分。`,
  }),
  keys: {
    en: 'Return goes on and leaves an answer as it is; < goes back, 7 goes to question 7, list shows all, end hands in.',
    zh: '直接回车进入下一题（答案不变）；< 上一题，7 到第 7 题，list 查看全部，end 交卷。',
  },
  left: (time: string): Text => ({ en: `${time} left`, zh: `剩余 ${time}` }),
  yours: { en: 'Your answer so far:', zh: '目前的答案：' },
  answer: { en: 'answer ›', zh: '答 ›' },
  answered: (n: number, of: number): Text => ({ en: `${n} of ${of} answered`, zh: `已答 ${n}/${of} 题` }),
  blank: { en: 'not answered', zh: '未作答' },
  sure: (open: number): Text => ({
    en:
      open === 0
        ? 'Hand in now?'
        : `Hand in now? ${open} ${plural(open, 'question is', 'questions are')} not answered.`,
    zh: open === 0 ? '确定交卷？' : `确定交卷？还有 ${open} 题未作答。`,
  }),
  handIn: { en: 'hand in', zh: '交卷' },
  goOn: { en: 'go on', zh: '继续作答' },
  timeUp: { en: 'Time is up. The exam is handed in.', zh: '时间到，已自动交卷。' },
  kept: {
    en: 'The exam is kept as it is. `drill quiz --resume` goes on with the time that is left.',
    zh: '模拟考试已保存。用 `drill quiz --resume` 可按剩余时间继续。',
  },
  unreadable: { en: 'could not be read', zh: '无法识别' },
  report: { en: 'The report', zh: '成绩报告' },
  noPaper: { en: 'there is no mock exam to go on with', zh: '没有未完成的模拟考试' },
  openPaper: {
    en: 'a mock exam is still open: `drill quiz --resume` goes on with it; with --exam and --resume together it is dropped and a new one begins',
    zh: '还有未完成的模拟考试：`drill quiz --resume` 可继续；同时给出 --exam 与 --resume 则放弃它并重新开始',
  },
  noQuestion: (n: number): Text => ({ en: `there is no question ${n}`, zh: `没有第 ${n} 题` }),
  nothing: { en: 'no item fits into a paper of so few marks', zh: '总分过低，没有合适的题目' },
} as const;
