import type { Text } from '../problem/text.ts';

/** Help texts of `drill new`, and the comments of the item it writes. */
export const newTexts = {
  about: { en: 'write a first item of a bank of your own, to be changed', zh: '为自己的题库写出第一道题，供修改' },
  kind: { en: 'a kind of `drill calc`, or short', zh: '`drill calc` 中的题型，或 short（简答）' },
  file: { en: 'a new file to write to (standard output unless told)', zh: '要写入的新文件（默认输出到标准输出）' },
  exists: (file: string): Text => ({
    en: `${file} is there already: name a new file`,
    zh: `${file} 已存在，请另取文件名`,
  }),
} as const;

export const newComments = {
  head: {
    en: 'A bank of drill. `drill check FILE` proves it, `drill check --explain` lists what is proved.',
    zh: 'drill 题库。用 `drill check 文件` 验证，`drill check --explain` 列出全部规则。',
  },
  topic: { en: 'a word of its own for `drill quiz TOPIC`', zh: '主题名，用于 `drill quiz 主题`' },
  id: {
    en: 'stable for ever: the history refers to it; lower-case letters, digits, hyphens',
    zh: '永久不变：练习记录引用它；小写字母、数字、连字符',
  },
  level: { en: '1 warm-up, 2 as in the examination, 3 hard', zh: '1 热身，2 考试难度，3 较难' },
  params: {
    en: 'the problem; `drill calc KIND --help` tells the parameters',
    zh: '题目参数；见 `drill calc 题型 --help`',
  },
  ask: { en: 'what is asked for; it may be', zh: '所求的量，可为' },
  answer: {
    en: 'the key, worked out by a person: numbers or expressions such as "sqrt(2)/2"',
    zh: '人工算出的答案：数或表达式，如 "sqrt(2)/2"',
  },
  decimals: { en: 'digits after the point that are asked for', zh: '要求的小数位数' },
  wrong: {
    en: 'one example for each mistake that the item is to tell; the kind knows',
    zh: '每种要诊断的错误各一例；该题型的错误有',
  },
  fresh: { en: 'true: later repetitions draw new numbers', zh: 'true：以后重复时换用新数' },
  source: { en: 'where the problem comes from', zh: '题目出处' },
  prompt: { en: 'the question, in both languages', zh: '题目，两种语言' },
  model: { en: 'the model answer: it must meet every key point', zh: '参考答案：须符合每个采分点' },
  points: { en: 'what a full answer says; the marks add up to those of the item', zh: '采分点；分数之和等于题目分值' },
  text: { en: 'what a student is told who misses it', zh: '未答到时给学生的提示' },
  accept: {
    en: 'alternatives; all words of one must be said together: a|b either, vanish* any ending, !a not a',
    zh: '任一组即可，组内各词须同时出现：a|b 任一，vanish* 任意词尾，!a 不含 a',
  },
  contradict: { en: 'what takes the point away', zh: '出现则不得分' },
  samples: {
    en: 'answers with the points a person gives them: the marker must agree',
    zh: '样例答案及人工判定的采分点：自动判分须与之一致',
  },
} satisfies Record<string, Text>;
