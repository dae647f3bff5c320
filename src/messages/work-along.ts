import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const alongTexts = {
  intro: {
    en: 'Give each result in turn. Return leaves a step out, ? shows its formula.',
    zh: '依次给出每一步的结果。直接回车跳过该步，输入 ? 查看公式。',
  },
  right: { en: 'Right.', zh: '正确。' },
  rightOwn: { en: 'Right on your own value.', zh: '按你自己的数值，这一步正确。' },
  wrong: { en: 'This step went wrong:', zh: '这一步出错了：' },
  goOn: {
    en: 'From here on your own value is used: this slip costs this step only.',
    zh: '以下按你自己的数值继续判分：这处失误只影响这一步。',
  },
  goOnRight: {
    en: 'That value would leave nothing to work out: the right one is used from here on.',
    zh: '用这个数值后续将无从计算，以下按正确值继续。',
  },
  skipped: { en: 'Left out; it is', zh: '已跳过，该步结果为' },
  noStep: (names: readonly string[], known: readonly string[]): Text => ({
    en: `--work-along: there is no step ${names.join(', ')}; the steps are ${known.join(', ')}`,
    zh: `--work-along：没有步骤 ${names.join('、')}；可用：${known.join('、')}`,
  }),
  summary: (right: number, wrong: number, skipped: number): Text => ({
    en: `${right} ${plural(right, 'step', 'steps')} right, ${wrong} wrong, ${skipped} left out.`,
    zh: `${right} 步正确，${wrong} 步错误，${skipped} 步跳过。`,
  }),
  firstWrong: (symbol: string, title: Text): Text => ({
    en: `The first step that went wrong: ${symbol} (${title.en}).`,
    zh: `最先出错的一步：${symbol}（${title.zh}）。`,
  }),
  ended: { en: 'Ended early.', zh: '提前结束。' },
} as const;
