import type { Text } from '../problem/text.ts';

export const reporterNames = ['text', 'json', 'github', 'junit', 'sarif'] as const;

/** Help texts and sentences of `drill check`. */
export const checkTexts = {
  bank: { en: 'a bank file or folder; may be given several times', zh: '题库文件或文件夹，可多次给出' },
  reporter: { en: 'form of the report', zh: '报告格式' },
  rule: {
    en: 'only the findings of these rules (a,b; may be given several times)',
    zh: '只报告这些规则（a,b；可多次给出）',
  },
  notRule: { en: 'without the findings of these rules', zh: '不报告这些规则' },
  strict: {
    en: 'warnings count as faults, and generators are tried with 200 seeds',
    zh: '警告也算错误，且生成器用 200 个种子试验',
  },
  explain: { en: 'what a rule finds, and why; without a name all rules', zh: '说明一条规则；不写名称则列出全部规则' },
  why: { en: 'Why', zh: '原因' },
  breaks: { en: 'Breaks it', zh: '违反示例' },
  mend: { en: 'How to mend it', zh: '修正方法' },
  mended: { en: 'Mended', zh: '修正后' },
  severity: {
    error: { en: 'error', zh: '错误' },
    warning: { en: 'warning', zh: '警告' },
  },
  unknownRule: (rule: string, meant: string | undefined): Text => ({
    en: `there is no rule “${rule}”${meant ? `; did you mean “${meant}”?` : ''} \`drill check --explain\` lists them`,
    zh: `没有规则“${rule}”${meant ? `，是否想写“${meant}”？` : ''}可用 \`drill check --explain\` 查看全部规则`,
  }),
} as const;
