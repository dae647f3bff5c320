import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UsageError } from '../messages/say.ts';
import type { Bank } from './item.ts';
import type { BankFile } from './read.ts';

/** The folder of the shipped bank, seen from the bundle and from the sources. */
export const shippedFolder = (): string => join(packageRoot, 'questions');

/** The package's folder: two above `src/bank` and `dist/chunks`. */
const packageRoot = resolve(fileURLToPath(import.meta.url), '../../..');

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'ENOENT'
        ? { en: 'no such file', zh: '文件不存在' }
        : { en: (error as Error).message, zh: (error as Error).message };
    throw new UsageError({ en: `cannot read ${path}: ${why.en}`, zh: `无法读取 ${path}：${why.zh}` });
  }
};

/** The bank files that paths name: files as they are, folders for the .yaml and .yml files in them, sorted. */
export const bankFiles = async (paths: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(
    paths.map(async path => {
      if (!(await isFolder(path))) return [path];
      const entries = await readdir(path);
      return entries
        .filter(entry => /\.ya?ml$/.test(entry))
        .sort()
        .map(entry => join(path, entry));
    }),
  );
  return [...new Set(found.flat())];
};

/** Reads files, one after the other. */
export const loadBankFiles = async (files: readonly string[]): Promise<Map<string, BankFile>> => {
  const { readBankFile } = await import('./read.ts');
  const read = new Map<string, BankFile>();
  for (const file of files) read.set(file, readBankFile(await readFile(file, 'utf8'), file));
  return read;
};

/** The shipped bank, compiled to JSON when drill was built: without YAML and without checking it again. */
export const loadShippedBank = async (): Promise<Bank> => {
  const file = join(packageRoot, 'dist', 'bank.json');
  return JSON.parse(await readFile(file, 'utf8')) as Bank;
};
