import { homedir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { HistoryError } from './history-error.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The directory that DRILL_DATA names; undefined where it is not set. */
export const chosenDirectory = (env: Environment): string | undefined =>
  env.DRILL_DATA ? resolve(env.DRILL_DATA) : undefined;

/** The system's directory for the data of programs; XDG says to ignore one that is not absolute. */
const systemDirectory = async (): Promise<string> => {
  const { default: envPaths } = await import('env-paths');
  const { data } = envPaths('drill', { suffix: '' });
  return isAbsolute(data) ? data : join(homedir(), '.local', 'share', 'drill');
};

/** Where drill keeps what it remembers. Throws HistoryError where the user has no home directory. */
export const dataDirectory = async (env: Environment = process.env): Promise<string> => {
  const chosen = chosenDirectory(env);
  if (chosen) return chosen;
  try {
    return await systemDirectory();
  } catch (cause) {
    throw new HistoryError(
      {
        en: 'there is no home directory to keep the history in; set DRILL_DATA to a directory',
        zh: '没有可保存历史记录的主目录，请用 DRILL_DATA 指定一个目录',
      },
      '',
      undefined,
      cause,
    );
  }
};

/** The history's file in a data directory. */
export const historyFile = (directory: string): string => join(directory, 'history.jsonl');
