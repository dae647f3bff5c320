import type { Text } from '../problem/text.ts';

const plural = (n: number, one: string, many: string): string => (n === 1 ? one : many);

export const historyTexts = {
  about: {
    en: 'what was answered: list, undo, backup, restore, where it lies',
    zh: '作答记录：列表、撤销、备份、恢复、位置',
  },
  action: {
    en: 'undo [id], where, backup FILE or restore FILE; the list unless told',
    zh: 'undo [编号]、where、backup 文件 或 restore 文件；默认列表',
  },
  target: { en: 'the record, or the file', zh: '记录编号或文件' },
  topic: { en: 'only this topic', zh: '只看该主题' },
  item: { en: 'only this item', zh: '只看该题' },
  verdict: { en: 'only this verdict', zh: '只看该判分结果' },
  since: { en: 'only from this day on, YYYY-MM-DD', zh: '只看该日期及以后，格式 YYYY-MM-DD' },
  limit: { en: 'at most so many, the latest (default 20)', zh: '最多显示条数（最近的，默认 20）' },
  none: { en: 'Nothing was answered yet.', zh: '还没有作答记录。' },
  noneMatch: { en: 'No answer fits these filters.', zh: '没有符合条件的作答记录。' },
  verdicts: {
    correct: { en: 'right', zh: '正确' },
    close: { en: 'close', zh: '接近' },
    partial: { en: 'partly', zh: '部分' },
    wrong: { en: 'wrong', zh: '错误' },
  },
  shown: (shown: number, of: number): Text => ({
    en: `${shown} of ${of} ${plural(of, 'answer', 'answers')}, the latest last.`,
    zh: `共 ${of} 条，显示最近 ${shown} 条（最新的在最后）。`,
  }),
  undone: (item: string, when: string): Text => ({
    en: `The answer to ${item} of ${when} no longer counts. The same command with its id takes that back: `,
    zh: `${when} 对 ${item} 的作答不再计入。用同一命令加编号可恢复：`,
  }),
  redone: (item: string, when: string): Text => ({
    en: `The answer to ${item} of ${when} counts again.`,
    zh: `${when} 对 ${item} 的作答重新计入。`,
  }),
  nothingToUndo: { en: 'there is no answer to undo', zh: '没有可撤销的作答' },
  noRecord: (id: string): Text => ({ en: `there is no record ${id}`, zh: `没有记录 ${id}` }),
  unknownAction: (action: string): Text => ({
    en: `there is no history ${action}; there are list, undo, where, backup and restore`,
    zh: `没有 history ${action}；可用：list、undo、where、backup、restore`,
  }),
  fileMissing: { en: 'which file? Its name is missing', zh: '缺少文件名' },
  fileThere: (file: string): Text => ({
    en: `${file} is there already; a copy never overwrites`,
    zh: `${file} 已存在，备份不会覆盖已有文件`,
  }),
  copied: (records: number, file: string): Text => ({
    en: `${records} ${plural(records, 'record', 'records')} copied to ${file}, and read back alike.`,
    zh: `已将 ${records} 条记录复制到 ${file}，并核对无误。`,
  }),
  noBackup: (file: string, line: number, why: Text): Text => ({
    en: `${file}:${line} is no record of a history: ${why.en}. Nothing was restored.`,
    zh: `${file}:${line} 不是历史记录：${why.zh}。没有恢复任何内容。`,
  }),
  restored: (added: number, known: number): Text => ({
    en: `${added} ${plural(added, 'record', 'records')} restored; ${known} ${plural(known, 'was', 'were')} there already.`,
    zh: `已恢复 ${added} 条记录，另有 ${known} 条原本就有。`,
  }),
} as const;
