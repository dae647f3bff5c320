import type { Text } from '../problem/text.ts';

/** Help texts and errors of the command line. */
export const commandTexts = {
  drill: {
    en: 'Exam drill and step-by-step calculator for a deep-learning examination.',
    zh: '深度学习考试的练习与分步计算工具。',
  },
  quiz: { en: 'practise: questions, marking, the whole work', zh: '练习：出题、判分、完整解题步骤' },
  calc: { en: 'work a problem step by step', zh: '分步计算一道题' },
  check: { en: 'prove the answer keys of a bank', zh: '验证题库的答案' },
  mark: { en: 'mark one answer to an item of the bank', zh: '对题库中一道题的答案判分' },
  checkFiles: {
    en: 'bank files or folders (the shipped bank unless told)',
    zh: '题库文件或文件夹（默认检查自带题库）',
  },
  version: { en: 'print the version', zh: '显示版本号' },
  help: { en: 'show this help', zh: '显示帮助' },
  lang: { en: 'language of the output', zh: '输出语言' },
  noColor: { en: 'no colours', zh: '不使用颜色' },
  plain: { en: 'line by line: for pipes, screen readers and scripts', zh: '逐行输入输出：用于管道、读屏软件和脚本' },
  json: { en: 'print JSON', zh: '输出 JSON' },
  examples: { en: 'Examples:', zh: '示例：' },
} satisfies Record<string, Text>;

export const calcTexts = {
  params: {
    en: 'read the parameters from a JSON or YAML file (-: standard input)',
    zh: '从 JSON 或 YAML 文件读取参数（-：标准输入）',
  },
  batch: { en: 'one problem a line: NDJSON in, NDJSON out', zh: '每行一道题：输入输出均为 NDJSON' },
  steps: { en: 'how much of the work is shown', zh: '显示多少步骤' },
  decimals: { en: 'digits after the point (default 4)', zh: '小数位数（默认 4）' },
  workAlong: {
    en: 'work it yourself, step by step: the first wrong step is found, the rest is marked on your own value',
    zh: '由你逐步作答：找出最先出错的一步，其后按你自己的数值判分',
  },
  only: {
    en: 'with --work-along: only these steps, by their symbols (z_1,δ2)',
    zh: '与 --work-along 合用：只问这些步骤（按符号，如 z_1,δ2）',
  },
  limit: { en: 'multiply the limits on the size of a problem', zh: '把题目规模的上限放大若干倍' },
  kinds: {
    en: 'Kinds of problems. `drill calc <kind> --help` tells the parameters and shows examples.',
    zh: '题型列表。用 `drill calc <题型> --help` 查看参数和示例。',
  },
  valuesHelp: {
    en: 'Values: [1 2; 3 4], [[1,2],[3,4]], 1/3, sqrt(2)/2, 28x28x3, @file.json, @file.csv, or - for standard input.',
    zh: '数值写法：[1 2; 3 4]、[[1,2],[3,4]]、1/3、sqrt(2)/2、28x28x3、@file.json、@file.csv，或用 - 表示标准输入。',
  },
  optional: { en: 'optional', zh: '可选' },
  fallback: { en: 'default', zh: '默认' },
} satisfies Record<string, Text>;

/** Commander's complaints, by its code; `about` is what it quotes. */
export const commanderErrors: Readonly<Record<string, (about: string) => Text>> = {
  'commander.unknownCommand': about => ({ en: `there is no command ${about}`, zh: `没有命令 ${about}` }),
  'commander.unknownOption': about => ({ en: `there is no option ${about}`, zh: `没有选项 ${about}` }),
  'commander.optionMissingArgument': about => ({
    en: `the option ${about} needs a value`,
    zh: `选项 ${about} 需要一个值`,
  }),
  'commander.missingArgument': about => ({ en: `${about} is missing`, zh: `缺少 ${about}` }),
  'commander.excessArguments': () => ({ en: 'there are more values than expected', zh: '给出的值过多' }),
};

export const errors = {
  unknownKind: (kind: string, meant: string | undefined): Text => ({
    en: `there is no kind “${kind}”${meant ? `; did you mean “${meant}”?` : ''} \`drill calc\` lists them`,
    zh: `没有题型“${kind}”${meant ? `，是否想写“${meant}”？` : ''}可用 \`drill calc\` 查看全部题型`,
  }),
  unreadableFile: (file: string, why: string): Text => ({
    en: `cannot read ${file}: ${why}`,
    zh: `无法读取 ${file}：${why}`,
  }),
  invalidJson: (where: string, why: string): Text => ({
    en: `${where} is not valid JSON: ${why}`,
    zh: `${where} 不是合法的 JSON：${why}`,
  }),
  notAnObject: { en: 'expected one JSON object', zh: '应为一个 JSON 对象' },
  lineTooLong: { en: 'the line is longer than 64 MiB', zh: '该行超过 64 MiB' },
  tooDeep: { en: 'the problem is nested too deeply or too large for memory', zh: '题目嵌套过深或过大' },
  bugInLine: (what: string): Text => ({
    en: `drill failed on this problem: ${what}`,
    zh: `drill 处理此题时出错：${what}`,
  }),
  standardInputTwice: { en: 'standard input (-) can stand for one value only', zh: '标准输入（-）只能用于一个参数' },
  notAChoice: (option: string, found: string, choices: string): Text => ({
    en: `${option}: expected one of ${choices}, but got “${found}”`,
    zh: `${option}：应为 ${choices} 之一，实际为“${found}”`,
  }),
  twice: (name: string): Text => ({ en: `${name} is given twice`, zh: `${name} 给出了两次` }),
  missing: (name: string, form: Text): Text => ({
    en: `${name} is missing: expected ${form.en}`,
    zh: `缺少 ${name}：应为${form.zh}`,
  }),
  bug: {
    en: 'This is a bug in drill. Please report it with the lines below.',
    zh: '这是 drill 的程序错误，请连同下面的信息一起报告。',
  },
} as const;

export const errorWord: Text = { en: 'error: ', zh: '错误：' };
