import type { RuleTable } from './rule.ts';

/** Rules about the file itself: it can be read, and as what it is meant. */
export const fileRules = {
  unreadable: {
    severity: 'error',
    finds: { en: 'A bank file cannot be opened.', zh: '题库文件无法打开。' },
    why: {
      en: 'A link that leads nowhere or to itself, a device, or a file without the right to read it stands in the folder.',
      zh: '文件夹中有指向不存在目标或指向自身的链接、设备文件，或没有读取权限的文件。',
    },
    mend: { en: 'Remove it from the folder, or make it a readable file.', zh: '将其移出文件夹，或改为可读取的文件。' },
    breaks: 'loop.yaml -> loop.yaml',
    mended: 'loop.yaml',
  },
  'too-large': {
    severity: 'error',
    finds: {
      en: 'A bank file is larger than 32 MiB or holds more than 1,500,000 values.',
      zh: '题库文件超过 32 MiB，或值超过 1500000 个。',
    },
    why: {
      en: 'Parsing takes a hundred times a file’s size in memory; a file without bounds would take all of it.',
      zh: '解析所需内存约为文件大小的一百倍，不设上限会耗尽内存。',
    },
    mend: {
      en: 'Split the file: a bank may be a folder of many files.',
      zh: '拆分文件：题库可以是含多个文件的文件夹。',
    },
    breaks: 'items: [ 1,500,001 items ]',
    mended: 'items: [ some of them ]',
  },
  'too-deep': {
    severity: 'error',
    finds: { en: 'A bank file is nested more than 200 levels deep.', zh: '题库文件嵌套超过 200 层。' },
    why: {
      en: 'No item needs it, and reading it would exhaust the stack.',
      zh: '题目不需要如此深的嵌套，读取时会耗尽调用栈。',
    },
    mend: { en: 'Look for brackets that are opened and never closed.', zh: '检查是否有未闭合的括号。' },
    breaks: '[[[[[[[[[[[[[[[[[[[[[[ …',
    mended: '[[1, 2], [3, 4]]',
  },
  aliases: {
    severity: 'error',
    finds: { en: 'Aliases (*name) multiply what they repeat.', zh: '别名（*name）成倍展开。' },
    why: {
      en: 'A few lines of aliases of aliases can stand for more values than fit into memory.',
      zh: '几行嵌套的别名就能展开成内存无法容纳的数据。',
    },
    mend: { en: 'Write out what the aliases stand for.', zh: '直接写出别名所代表的内容。' },
    breaks: 'b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]',
    mended: 'b: [1, 2]',
  },
  characters: {
    severity: 'error',
    finds: {
      en: 'A text has control characters, characters that turn the direction of writing, or is not UTF-8.',
      zh: '文本含有控制字符、改变书写方向的字符，或不是 UTF-8 编码。',
    },
    why: {
      en: 'They can take over a terminal, or make a line read otherwise than it is.',
      zh: '这些字符可能控制终端，或使一行的显示与实际内容不同。',
    },
    mend: { en: 'Delete the character, or save the file as UTF-8.', zh: '删除该字符，或将文件另存为 UTF-8。' },
    breaks: 'source: "Sabour et al. \\e[2J 2017"',
    mended: 'source: "Sabour et al. 2017"',
  },
  yaml: {
    severity: 'error',
    finds: { en: 'A file is not valid YAML.', zh: '文件不是合法的 YAML。' },
    why: { en: 'Nothing of the file can be read with certainty.', zh: '无法可靠地读取文件内容。' },
    mend: {
      en: 'Mend the place that is named; a text with “: ” or “#” in it needs quotes.',
      zh: '修正所指位置；含“: ”或“#”的文本需加引号。',
    },
    breaks: 'params: { vector: [3, 4 }',
    mended: 'params: { vector: [3, 4] }',
  },
  shape: {
    severity: 'error',
    finds: {
      en: 'A value is missing or is not of the form that its key asks for.',
      zh: '缺少某个值，或其形式与键的要求不符。',
    },
    why: { en: 'An item that cannot be read whole is not asked.', zh: '无法完整读取的题目不会出现在练习中。' },
    mend: { en: 'Write the value in the form that the finding names.', zh: '按提示的形式填写该值。' },
    breaks: 'marks: four',
    mended: 'marks: 4',
  },
  'unknown-key': {
    severity: 'error',
    finds: { en: 'There is a key that drill does not know.', zh: '存在 drill 不认识的键。' },
    why: { en: 'A misspelt key would be left out silently.', zh: '拼错的键若被忽略，其内容会不声不响地丢失。' },
    mend: { en: 'Correct its spelling, or delete it.', zh: '改正拼写，或删除该键。' },
    breaks: 'level: 1\n    decimal: 4',
    mended: 'level: 1\n    decimals: 4',
  },
  'id-form': {
    severity: 'error',
    finds: {
      en: 'An id is not of lower-case letters, digits and hyphens.',
      zh: '编号不是由小写字母、数字和连字符组成。',
    },
    why: {
      en: 'The history of every student refers to the id for ever; one form keeps it the same on every system.',
      zh: '每个学生的练习记录都永久引用该编号，统一的形式保证其在任何系统上都相同。',
    },
    mend: { en: 'Write it like conv-full-3x3.', zh: '写成 conv-full-3x3 的形式。' },
    breaks: 'id: Squash_3_4',
    mended: 'id: squash-3-4',
  },
  'missing-language': {
    severity: 'error',
    finds: { en: 'A text is there in one language only, or is empty.', zh: '文本只有一种语言，或为空。' },
    why: { en: 'A student reads the whole bank in one language.', zh: '学生会用同一种语言完成整个题库。' },
    mend: { en: 'Write the text in both languages, zh and en.', zh: '补全 zh 和 en 两种文本。' },
    breaks: 'text: { zh: 位置信息丢失 }',
    mended: 'text: { zh: 位置信息丢失, en: the position is lost }',
  },
  'language-mixed': {
    severity: 'error',
    finds: {
      en: 'The English text is written in Chinese, or the Chinese text is English.',
      zh: '英文文本中有中文，或中文文本是英文。',
    },
    why: { en: 'A text was put under the wrong language, or was not translated.', zh: '文本放错了语言，或没有翻译。' },
    mend: { en: 'Translate it, or exchange the two.', zh: '翻译该文本，或交换两种语言。' },
    breaks: 'answer: { zh: 位置信息丢失，而且只有不变性。, en: 位置信息丢失 and only invariance stays. }',
    mended: 'answer: { zh: 位置信息丢失，而且只有不变性。, en: The position is lost and only invariance stays. }',
  },
  'languages-differ': {
    severity: 'warning',
    finds: { en: 'The two languages of a text hold different numbers.', zh: '同一文本的两种语言所含的数不同。' },
    why: {
      en: 'A number that was corrected in one language only asks two different questions.',
      zh: '只在一种语言中改过的数，会使两种语言成为不同的题目。',
    },
    mend: { en: 'Make the numbers equal in both languages.', zh: '使两种语言中的数一致。' },
    breaks: 'prompt: { zh: 2×2 的池化有什么问题？, en: What is wrong with 3×3 pooling? }',
    mended: 'prompt: { zh: 2×2 的池化有什么问题？, en: What is wrong with 2×2 pooling? }',
  },
} as const satisfies RuleTable;
