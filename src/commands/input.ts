import { errors } from '../messages/commands.ts';
import { UsageError } from '../messages/say.ts';
import { readNotation, readWords } from '../problem/notation.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Everything on standard input, as text. */
export const readAll = async (input: Terminal['input']): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
};

const reason = (error: unknown): string => {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'no such file / 文件不存在';
  if (code === 'EISDIR') return 'it is a folder / 这是文件夹';
  if (code === 'EACCES') return 'permission denied / 没有权限';
  return error instanceof Error ? error.message : String(error);
};

/** The text of a file, `-` for standard input. */
export const readText = async (file: string, terminal: Terminal): Promise<string> => {
  if (file === '-') return readAll(terminal.input);
  const { readFile } = await import('node:fs/promises');
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new UsageError(errors.unreadableFile(file, reason(error)));
  }
};

const readCsv = (text: string): unknown =>
  text
    .trim()
    .split(/\r?\n/)
    .map(row => row.split(/[,;\t]/).map(cell => readNotation(cell)));

/** JSON, or YAML where it is not JSON. */
export const readData = async (text: string, name: string): Promise<unknown> => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (/\.json$/i.test(name)) throw new UsageError(errors.invalidJson(name, (error as Error).message));
  }
  const { parseYaml } = await import('../bank/plain-yaml.ts');
  try {
    return parseYaml(text, { maxAliasCount: 50 });
  } catch (error) {
    throw new UsageError(errors.invalidJson(name, (error as Error).message.split('\n')[0]!));
  }
};

/** A value of the command line: as it is written, from `@file`, or from standard input for `-`; `isText` where it is words. */
export const readArgument = async (written: string, terminal: Terminal, isText = false): Promise<unknown> => {
  const read = isText ? readWords : readNotation;
  if (written === '-') return read(await readAll(terminal.input));
  if (!written.startsWith('@')) return read(written);
  const file = written.slice(1);
  const text = await readText(file, terminal);
  if (isText && /\.txt$/i.test(file)) return text;
  if (/\.csv$/i.test(file)) return readCsv(text);
  return readData(text, file);
};
