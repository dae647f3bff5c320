import type { Language, Text } from '../problem/text.ts';

/** The history could not be written or read. The caller decides whether to go on with a warning. */
export class HistoryError extends Error {
  readonly text: Text;
  readonly path: string;
  /** The code of the operating system, or `SHORT` where only a part was written. */
  readonly code: string | undefined;

  constructor(text: Text, path: string, code?: string, cause?: unknown) {
    super(text.en, { cause });
    this.name = 'HistoryError';
    this.text = text;
    this.path = path;
    this.code = code;
  }

  in(language: Language): string {
    return this.text[language];
  }
}

const full: Text = { en: 'the disk is full', zh: '磁盘已满' };
const forbidden: Text = { en: 'there is no permission for it', zh: '没有权限' };

const reasons: Readonly<Record<string, Text>> = {
  SHORT: { en: 'only a part of it could be written; the disk is probably full', zh: '只写入了一部分，磁盘可能已满' },
  ENOSPC: full,
  EDQUOT: { en: 'your disk quota is used up', zh: '磁盘配额已用完' },
  EFBIG: { en: 'the file has reached the largest size allowed', zh: '文件已达到允许的最大大小' },
  EROFS: { en: 'the file system is read-only', zh: '文件系统是只读的' },
  EACCES: forbidden,
  EPERM: forbidden,
  ENOENT: { en: 'its directory is not there and cannot be made', zh: '目录不存在，也无法创建' },
  ENOTDIR: { en: 'a part of the path is a file, not a directory', zh: '路径中的某一部分是文件而不是目录' },
  EEXIST: { en: 'a file stands where the directory should be', zh: '目录的位置上已有同名文件' },
  EISDIR: { en: 'it is a directory', zh: '该路径是一个目录' },
  EIO: { en: 'the disk reports an error', zh: '磁盘读写出错' },
  EMFILE: { en: 'too many files are open', zh: '打开的文件过多' },
};

/** The code of a system error, where it has one. */
export const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

const reasonOf = (cause: unknown): Text => {
  const code = codeOf(cause);
  const message = code ?? (cause instanceof Error ? cause.message : String(cause));
  return (code === undefined ? undefined : reasons[code]) ?? { en: message, zh: message };
};

/** `what` could not be written to `path`. */
export const notSaved = (what: Text, path: string, cause: unknown): HistoryError => {
  const reason = reasonOf(cause);
  return new HistoryError(
    { en: `${what.en} was not saved in ${path}: ${reason.en}`, zh: `${what.zh}未能保存到 ${path}：${reason.zh}` },
    path,
    codeOf(cause),
    cause,
  );
};

/** The history at `path` is there but cannot be read. */
export const notRead = (path: string, cause: unknown): HistoryError => {
  const reason = reasonOf(cause);
  return new HistoryError(
    { en: `the history ${path} could not be read: ${reason.en}`, zh: `无法读取历史记录 ${path}：${reason.zh}` },
    path,
    codeOf(cause),
    cause,
  );
};
