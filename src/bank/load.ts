import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../messages/say.ts';
import type { Text } from '../problem/text.ts';
import type { Bank } from './item.ts';
import type { BankFile } from './read.ts';

/** The folder of the shipped bank, seen from the bundle and from the sources. */
export const shippedFolder = (): string => join(packageRoot, 'questions');

/** The package's folder: two above `src/bank` and `dist/chunks`. */
const packageRoot = resolve(fileURLToPath(import.meta.url), '../../..');

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { en: 'no such file', zh: '文件不存在' },
  ELOOP: { en: 'a link that leads to itself', zh: '链接指向自身' },
  EACCES: { en: 'no right to read it', zh: '没有读取权限' },
};
const noFile: Text = { en: 'not a file', zh: '不是文件' };

const reasonOf = (error: unknown): Text => {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return reasons[code] ?? { en: message, zh: message };
};

const unreadable = (path: string, why: Text): UsageError =>
  new UsageError({ en: `cannot read ${path}: ${why.en}`, zh: `无法读取 ${path}：${why.zh}` });

/** The bank files in a folder, by name; what only looks like one is reported when it is read. */
const filesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder))
    .filter(entry => /\.ya?ml$/.test(entry))
    .sort()
    .map(entry => join(folder, entry));

const namedBy = async (path: string): Promise<string[]> => {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await filesIn(path);
    if (!found.isFile()) throw unreadable(path, noFile);
    await (await open(path)).close();
    return [path];
  } catch (error) {
    throw error instanceof UsageError ? error : unreadable(path, reasonOf(error));
  }
};

/** The bank files that paths name: files as they are, folders for the .yaml and .yml files in them, sorted. */
export const bankFiles = async (paths: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(paths.map(namedBy));
  const files = [...new Set(found.flat())];
  if (files.length > 0) return files;
  const names = paths.join(', ');
  throw new UsageError({
    en: `there is no bank file (.yaml, .yml) in ${names}`,
    zh: `${names} 中没有题库文件（.yaml、.yml）`,
  });
};

const loadBankFile = async (file: string, read: typeof import('./read.ts')): Promise<BankFile> => {
  const fault = (rule: string, why: Text): BankFile =>
    read.faultyFile(file, [{ rule, file, line: 1, column: 1, message: why }]);
  try {
    const found = await stat(file);
    if (!found.isFile()) return fault('unreadable', noFile);
    const large = read.tooLargeFile(found.size);
    return large ? fault(large.rule, large.message) : read.readBankFile(await readFile(file, 'utf8'), file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return fault('unreadable', reasonOf(error));
  }
};

/** Reads files, one after the other. What cannot be read is a finding of its file. */
export const loadBankFiles = async (
  files: readonly string[],
  onFile?: (done: number, of: number) => void,
): Promise<Map<string, BankFile>> => {
  const read = await import('./read.ts');
  const loaded = new Map<string, BankFile>();
  for (const [i, file] of files.entries()) {
    loaded.set(file, await loadBankFile(file, read));
    onFile?.(i + 1, files.length);
  }
  return loaded;
};

/** The shipped bank, compiled to JSON when drill was built: without YAML and without checking it again. */
export const loadShippedBank = async (): Promise<Bank> => {
  const file = join(packageRoot, 'dist', 'bank.json');
  return JSON.parse(await readFile(file, 'utf8')) as Bank;
};
