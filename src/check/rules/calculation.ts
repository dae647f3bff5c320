import type { RuleTable } from './rule.ts';

/** Rules about calculation items. */
export const calculationRules = {
  'unknown-kind': {
    severity: 'error',
    finds: { en: 'An item is of a kind that there is none of.', zh: '题目的题型不存在。' },
    why: { en: 'Without its kind nothing of the item can be proved or marked.', zh: '没有题型就无法验证或判分。' },
    mend: { en: 'Choose one of the kinds that `drill calc` lists.', zh: '从 `drill calc` 列出的题型中选择。' },
    breaks: 'kind: squashed',
    mended: 'kind: squash',
  },
  'unknown-ask': {
    severity: 'error',
    finds: { en: 'An item asks for something that its problem does not have.', zh: '所求的量在此题中不存在。' },
    why: { en: 'There is nothing to compare an answer with.', zh: '没有可与答案比较的量。' },
    mend: { en: 'Ask for one of the quantities that the finding names.', zh: '改为提示中列出的量之一。' },
    breaks: 'ask: lenght',
    mended: 'ask: length',
  },
  'params-invalid': {
    severity: 'error',
    finds: {
      en: 'A parameter is missing, unknown or not of the form that the kind asks for.',
      zh: '参数缺失、未知，或形式不符合题型要求。',
    },
    why: { en: 'The problem cannot be posed.', zh: '无法构成题目。' },
    mend: {
      en: 'See `drill calc KIND --help` for the parameters of the kind.',
      zh: '用 `drill calc 题型 --help` 查看该题型的参数。',
    },
    breaks: 'params: { vector: [3, four] }',
    mended: 'params: { vector: [3, 4] }',
  },
  'params-not-finite': {
    severity: 'error',
    finds: { en: 'The problem has no finite answer.', zh: '此题没有有限的答案。' },
    why: { en: 'The numbers are beyond what double precision holds.', zh: '数值超出双精度浮点数的范围。' },
    mend: { en: 'Take smaller numbers.', zh: '改用较小的数。' },
    breaks: 'params: { vector: [1.7e308, 1.7e308] }',
    mended: 'params: { vector: [3, 4] }',
  },
  'params-too-large': {
    severity: 'error',
    finds: { en: 'The problem is too large to be worked.', zh: '题目规模过大。' },
    why: {
      en: 'Nobody works it by hand, and solving it would take all memory or minutes.',
      zh: '无法手算，且求解会耗尽内存或耗时过长。',
    },
    mend: { en: 'Take a smaller problem.', zh: '缩小题目规模。' },
    breaks: 'padding: 2000',
    mended: 'padding: 0',
  },
  formula: {
    severity: 'error',
    finds: {
      en: 'A number of a key or of an example cannot be read, or a formula in a text does not close.',
      zh: '答案或示例中的数无法读取，或文本中的公式未闭合。',
    },
    why: {
      en: 'Keys are numbers or constant expressions; text formulas are shown with their brackets.',
      zh: '答案应为数或常数表达式；文本公式的括号须成对。',
    },
    mend: {
      en: 'Write a number, or an expression such as "sqrt(2)/2" in quotes; close every brace.',
      zh: '写成数或带引号的表达式，如 "sqrt(2)/2"；闭合所有花括号。',
    },
    breaks: 'answer: ["3/sqrt(x)", 0.7692]',
    mended: 'answer: [0.5769, 0.7692]',
  },
  'key-differs': {
    severity: 'error',
    finds: { en: 'A printed key is not what the solver finds.', zh: '所给答案与求解结果不符。' },
    why: {
      en: 'The solver works the problem anew; a key that is off by one unit of its last digit marks right answers wrong.',
      zh: '求解器会重新计算；答案末位差一个单位就会把正确作答判错。',
    },
    mend: {
      en: 'Work the item again; the finding says what the solver gives.',
      zh: '重新计算该题；提示中给出求解结果。',
    },
    breaks: 'answer: [0.5769, 0.7693]',
    mended: 'answer: [0.5769, 0.7692]',
  },
  'key-rounded': {
    severity: 'error',
    finds: {
      en: 'A printed key is right, but rounded more than its tolerance allows.',
      zh: '所给答案正确，但舍入超出容差。',
    },
    why: {
      en: 'A student who answers with the digits asked for would not meet the key, and the key itself would be marked wrong.',
      zh: '按要求位数作答的学生与该答案不符，而该答案本身会被判错。',
    },
    mend: {
      en: 'Write all the digits that `decimals` asks for, or widen `tolerance`.',
      zh: '写出 `decimals` 要求的全部位数，或放宽 `tolerance`。',
    },
    breaks: 'answer: [0.58, 0.77]',
    mended: 'answer: [0.5769, 0.7692]',
  },
  'key-digits': {
    severity: 'warning',
    finds: { en: 'A printed key has more digits than the item asks for.', zh: '所给答案的位数多于题目要求。' },
    why: { en: 'The key shows what a student is to write.', zh: '答案应示范学生的写法。' },
    mend: {
      en: 'Round the key to `decimals`, or ask for more digits.',
      zh: '将答案舍入到 `decimals` 位，或要求更多位数。',
    },
    breaks: 'answer: [0.576923, 0.769231]',
    mended: 'answer: [0.5769, 0.7692]',
  },
  'key-unproved': {
    severity: 'error',
    finds: { en: 'The answer does not hold by the kind’s second way to it.', zh: '答案未通过该题型的第二种验证。' },
    why: {
      en: 'Every answer is proved by an identity or another method, so that a fault of the solver cannot prove a wrong key.',
      zh: '每个答案都用恒等式或另一种方法验证，以免求解器的错误掩盖错误的答案。',
    },
    mend: {
      en: 'This is a fault of drill or of numbers at the edge of double precision: take other numbers, and report it.',
      zh: '这是 drill 的错误，或数值接近双精度极限：请换用其他数值并报告。',
    },
    breaks: 'params: { vector: [3, 4] }  # |v| by the definition is not |v| by the solver',
    mended: 'params: { vector: [3, 4] }',
  },
  'step-differs': {
    severity: 'error',
    finds: { en: 'A step of the shown work does not give what it shows.', zh: '某一解题步骤的公式与显示的结果不符。' },
    why: {
      en: 'Every formula is evaluated by mathjs, a second opinion on each line a student reads.',
      zh: '每个公式都由 mathjs 另行计算，以核对学生看到的每一行。',
    },
    mend: { en: 'This is a fault of the kind: report it with the item.', zh: '这是题型的错误，请连同题目一起报告。' },
    breaks: 'params: { vector: [3, 4] }  # 3² + 4² = 26',
    mended: 'params: { vector: [3, 4] }  # 3² + 4² = 25',
  },
  'kind-fails': {
    severity: 'error',
    finds: { en: 'drill itself fails on the problem.', zh: 'drill 处理此题时自身出错。' },
    why: {
      en: 'The item cannot be asked; the other items are checked all the same.',
      zh: '此题无法使用；其他题目照常检查。',
    },
    mend: {
      en: 'Report it with the item; take other parameters until then.',
      zh: '请连同题目一起报告；此前请换用其他参数。',
    },
    breaks: 'params: { vector: [3, 4] }  # TypeError',
    mended: 'params: { vector: [3, 4] }',
  },
  'tolerance-too-wide': {
    severity: 'error',
    finds: {
      en: 'The tolerance is more than half the distance from the answer to a mistake’s result.',
      zh: '容差大于答案与某个错误结果之间距离的一半。',
    },
    why: {
      en: 'A wrong method would be marked right, or could not be told from rounding.',
      zh: '错误的方法会被判为正确，或无法与舍入区分。',
    },
    mend: {
      en: 'Narrow `tolerance`, or take numbers that set the mistake apart.',
      zh: '减小 `tolerance`，或换用能区分该错误的数。',
    },
    breaks: 'tolerance: 0.07',
    mended: 'tolerance: 0.0001',
  },
  'wrong-unknown': {
    severity: 'error',
    finds: { en: 'An example is given for a mistake that the kind does not know.', zh: '示例所属的错误类型不存在。' },
    why: { en: 'Nobody would ever be told of it.', zh: '学生永远不会看到这种诊断。' },
    mend: { en: 'Take one of the mistakes that the finding names.', zh: '改为提示中列出的错误类型之一。' },
    breaks: 'wrong: { normalized-only: [0.6, 0.8] }',
    mended: 'wrong: { normalised-only: [0.6, 0.8] }',
  },
  'wrong-is-right': {
    severity: 'error',
    finds: { en: 'An example of a mistake is the right answer.', zh: '错误示例恰是正确答案。' },
    why: { en: 'On these numbers the mistake cannot be seen.', zh: '在这组数上看不出该错误。' },
    mend: { en: 'Correct the example, or take other numbers.', zh: '改正示例，或换用其他数。' },
    breaks: 'wrong: { normalised-only: [0.5769, 0.7692] }',
    mended: 'wrong: { normalised-only: [0.6, 0.8] }',
  },
  'wrong-undiagnosed': {
    severity: 'error',
    finds: {
      en: 'An example is not what its mistake gives, or is what another mistake gives too.',
      zh: '示例不是该错误的结果，或也是其他错误的结果。',
    },
    why: {
      en: 'A student who makes the mistake would be told another, or nothing.',
      zh: '犯此错误的学生会得到别的诊断，或没有诊断。',
    },
    mend: { en: 'The finding says what the mistake gives.', zh: '提示中给出该错误的结果。' },
    breaks: 'wrong: { normalised-only: [0.6, 0.9] }',
    mended: 'wrong: { normalised-only: [0.6, 0.8] }',
  },
  'fresh-fails': {
    severity: 'error',
    finds: {
      en: 'The kind’s generator does not keep its promises over 200 seeds.',
      zh: '该题型的生成器在 200 个种子上未能兑现承诺。',
    },
    why: {
      en: 'A fresh item comes back with new numbers: each must have an answer that is proved, and mistakes that show.',
      zh: '可重新生成的题目每次换用新数：每次都须有经验证的答案，且能区分各种错误。',
    },
    mend: {
      en: 'Write `fresh: false`, or ask for another quantity or level.',
      zh: '写 `fresh: false`，或改用其他所求的量或难度。',
    },
    breaks: 'fresh: true',
    mended: 'fresh: false',
  },
} as const satisfies RuleTable;
