import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const quizTexts = {
  marks: (n: number): Text => ({ en: `${n} ${plural(n, 'mark', 'marks')}`, zh: `${n} 分` }),
  level: (n: number): Text => ({ en: `level ${n}`, zh: `难度 ${n}` }),
  give: (what: Text, decimals: number | undefined): Text => ({
    en: `Give ${what.en}${decimals === undefined ? '' : `, to ${decimals} decimals`}.`,
    zh: `求${what.zh}${decimals === undefined ? '' : `，保留 ${decimals} 位小数`}。`,
  }),
  answer: { en: 'answer ›', zh: '答 ›' },
  again: { en: 'try again ›', zh: '再试一次 ›' },
  tip: (price: number, marks: number): Text => ({
    en: `? gives a hint, for ${price} of the ${marks} ${plural(marks, 'mark', 'marks')}. A blank answer shows the work.`,
    zh: `输入 ? 获得提示（扣 ${price} 分，共 ${marks} 分）。直接回车可查看解题步骤。`,
  }),
  shortTip: (price: number, marks: number): Text => ({
    en: `? gives a hint, for ${price} of the ${marks} ${plural(marks, 'mark', 'marks')}.`,
    zh: `输入 ? 获得提示（扣 ${price} 分，共 ${marks} 分）。`,
  }),
  hint: (level: number, of: number): Text => ({ en: `Hint ${level} of ${of}`, zh: `提示 ${level}/${of}` }),
  nextHint: (price: number): Text => ({
    en: `? gives the next one, for ${price} more.`,
    zh: `再输入 ? 获得下一条提示（再扣 ${price} 分）。`,
  }),
  noHint: { en: 'There is no further hint.', zh: '没有更多提示了。' },
  pointsWanted: (marks: readonly number[]): Text => ({
    en: `${marks.length} key ${plural(marks.length, 'point', 'points')} ${plural(marks.length, 'is', 'are')} wanted, for ${marks.join(' + ')} marks.`,
    zh: `共 ${marks.length} 个采分点，分值 ${marks.join(' + ')}。`,
  }),
  understood: { en: 'Read as', zh: '理解为' },
  partly: { en: 'Marks for the numbers that are right.', zh: '正确的部分得分。' },
  along: { en: 'work it along, step by step', zh: '逐步作答' },
  wholeWork: { en: 'show the whole work', zh: '查看完整步骤' },
  ratings: {
    1: { en: 'again', zh: '重来' },
    2: { en: 'hard', zh: '困难' },
    3: { en: 'good', zh: '良好' },
    4: { en: 'easy', zh: '轻松' },
  },
  right: { en: 'Right.', zh: '正确。' },
  rightAgain: { en: 'Right, on the second try.', zh: '第二次答对。' },
  earned: (marks: number, outOf: number): Text => ({
    en: `${marks} of ${outOf} ${plural(outOf, 'mark', 'marks')}.`,
    zh: `得 ${marks} 分（满分 ${outOf} 分）。`,
  }),
  goOn: { en: 'go on', zh: '继续' },
  model: { en: 'Model answer', zh: '参考答案' },
  source: { en: 'Source', zh: '出处' },
  metBy: (words: string): Text => ({ en: `met by “${words}”`, zh: `依据“${words}”` }),
  contradictedBy: (words: string): Text => ({ en: `contradicted by “${words}”`, zh: `与“${words}”相矛盾` }),
  whichMet: { en: 'Which key points does your answer meet?', zh: '你的答案符合哪些采分点？' },
  whichMetPlain: {
    en: 'Numbers of the key points that your answer meets (return: as marked) ›',
    zh: '你的答案符合的采分点编号（直接回车：按上面的判分）›',
  },
  nothing: { en: 'There is nothing to practise with these choices.', zh: '按所选条件没有可练习的题目。' },
  questions: (n: number): Text => ({ en: `${n} ${plural(n, 'question', 'questions')}`, zh: `${n} 题` }),
  minutes: (seconds: number): Text =>
    seconds < 60
      ? { en: `${seconds} s`, zh: `${seconds} 秒` }
      : { en: `${Math.round(seconds / 60)} min`, zh: `${Math.round(seconds / 60)} 分钟` },
  total: (marks: number, outOf: number): Text => {
    const share = outOf === 0 ? 0 : Math.round((100 * marks) / outOf);
    return { en: `${marks} of ${outOf} marks (${share} %)`, zh: `${marks}/${outOf} 分（${share} %）` };
  },
  wentWrong: { en: 'What went wrong', zh: '错在哪里' },
  next: { en: 'Next', zh: '接下来' },
  nothingAnswered: { en: 'Nothing was answered; nothing was lost.', zh: '没有作答，也没有丢失任何记录。' },
  ended: { en: 'The session ended early. Everything answered is kept.', zh: '练习提前结束，已答的题目均已保存。' },
  skipped: (lines: number, file: string): Text => ({
    en: `${lines} ${plural(lines, 'line', 'lines')} of ${file} cannot be read and ${plural(lines, 'is', 'are')} left as ${plural(lines, 'it is', 'they are')}`,
    zh: `${file} 中有 ${lines} 行无法读取，已跳过并保留原样`,
  }),
  leftOut: (faults: number, paths: readonly string[]): Text => ({
    en: `${faults} ${plural(faults, 'fault', 'faults')}, what is faulty is left out: \`drill check ${paths.join(' ')}\` says why`,
    zh: `${faults} 处问题，有问题的题目已略去：用 \`drill check ${paths.join(' ')}\` 查看原因`,
  }),
  bank: {
    en: 'a bank of your own: a file or folder; may be given several times',
    zh: '自己的题库：文件或文件夹，可多次给出',
  },
  notSaved: { en: 'warning: ', zh: '警告：' },
} as const;

export const quizExamples = [
  '  drill quiz',
  '  drill quiz svd capsule --new 3',
  '  drill quiz --weak',
  '  drill quiz --exam 90m --marks 100',
].join('\n');

export const quizHelp = {
  fresh: { en: 'at most so many new questions', zh: '新题的数量上限' },
  due: { en: 'only what is due', zh: '只复习到期的题目' },
  all: { en: 'also what is learnt and not due yet', zh: '包括已掌握、尚未到期的题目' },
  weak: { en: 'what went wrong most', zh: '最薄弱的题目' },
  cram: { en: 'practise anything; the schedule stays as it is', zh: '随意练习，不影响复习安排' },
  exam: {
    en: 'a mock exam over all topics: 90m, 1h30m; no feedback until its end',
    zh: '覆盖所有主题的模拟考试，如 90m、1h30m；交卷后才判分',
  },
  marks: { en: 'the marks of the mock exam (default 100)', zh: '模拟考试的总分（默认 100）' },
  resume: { en: 'go on with a mock exam that was left', zh: '继续未完成的模拟考试' },
  topics: { en: 'topics to practise (all unless told)', zh: '要练习的主题（默认全部）' },
  count: { en: 'how many questions (default 10)', zh: '题目数量（默认 10）' },
  type: { en: 'only questions of this type', zh: '只练习这种题型' },
  seed: { en: 'draw the same questions and numbers again', zh: '用同一种子重现相同的题目和数字' },
  item: { en: 'just these items, by their ids', zh: '只练习指定编号的题目' },
  json: { en: 'print one JSON event a line', zh: '每行输出一个 JSON 事件' },
} satisfies Record<string, Text>;

export const quizErrors = {
  unknownTopic: (topic: string, meant: string | undefined, all: readonly string[]): Text => ({
    en: `there is no topic “${topic}”${meant ? `; did you mean “${meant}”?` : ''} Topics: ${all.join(', ')}`,
    zh: `没有主题“${topic}”${meant ? `，是否想写“${meant}”？` : ''}可用主题：${all.join('、')}`,
  }),
  unknownItem: (item: string, meant: string | undefined): Text => ({
    en: `there is no item “${item}”${meant ? `; did you mean “${meant}”?` : ''}`,
    zh: `没有题目“${item}”${meant ? `，是否想写“${meant}”？` : ''}`,
  }),
} as const;
