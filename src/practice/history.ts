import * as fs from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import type { Text } from '../problem/text.ts';
import { codeOf, notRead, notSaved } from './history-error.ts';
import { type HistoryRead, readHistory } from './read-history.ts';
import { readRecord } from './read-record.ts';
import { type HistoryRecord, writeRecord } from './record.ts';

/** The review log: lines are only ever appended. */
export interface History {
  readonly path: string;
  /**
   * Resolves when the record is on the disk. Throws HistoryError otherwise; trying again with the same record is safe,
   * for its id counts once.
   */
  append(record: HistoryRecord): Promise<void>;
  /** Throws HistoryError where the file is there but cannot be read; no file is an empty history. */
  read(): Promise<HistoryRead>;
}

/** What the history asks of the file system. */
export type Files = Pick<typeof fs, 'mkdir' | 'open' | 'readFile'>;

class ShortWrite extends Error {
  readonly code = 'SHORT';
}

/** Windows and some network file systems cannot sync a directory; the file's own sync is then all there is. */
const cannotSyncDirectory = new Set(['EISDIR', 'EPERM', 'EACCES', 'EINVAL', 'EBADF', 'ENOTSUP']);

const syncDirectory = async (files: Files, directory: string): Promise<void> => {
  try {
    const descriptor = await files.open(directory, 'r');
    try {
      await descriptor.sync();
    } finally {
      await descriptor.close();
    }
  } catch (error) {
    if (!cannotSyncDirectory.has(codeOf(error) ?? '')) throw error;
  }
};

/**
 * Makes a directory, and those above it where they are missing; returns the one in which the first was made. (Node's own
 * recursive mkdir says “no such directory” of a file system that is read-only.)
 */
const makeDirectory = async (files: Files, directory: string): Promise<string> => {
  const above = dirname(directory);
  const make = async (): Promise<void> => void (await files.mkdir(directory, { mode: 0o700 }));
  try {
    await make();
    return above;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return directory;
    if (codeOf(error) !== 'ENOENT' || directory === above) throw error;
  }
  const top = await makeDirectory(files, above);
  await make().catch(error => {
    if (codeOf(error) !== 'EEXIST') throw error;
  });
  return top;
};

/** Syncs the directories from `directory` up to `top`. */
const syncNames = async (files: Files, directory: string, top: string): Promise<void> => {
  await syncDirectory(files, directory);
  const above = dirname(directory);
  if (directory !== top && directory !== above) await syncNames(files, above, top);
};

const named = (record: HistoryRecord): Text => {
  if (record.type === undefined) return { en: `the answer to ${record.item}`, zh: `${record.item} 的作答` };
  if (record.type === 'undo') return { en: 'the undo', zh: '撤销' };
  if (record.type === 'plan') return { en: 'the day of the exam', zh: '考试日期' };
  return { en: 'the mock exam', zh: '模拟考试' };
};

/**
 * A record as it is written. Every write begins with a line's end: whatever another terminal, a crash or a full disk left
 * unfinished before it, at whatever moment, cannot swallow it. Looking at the file's last byte first would leave a gap.
 */
const bytesOf = (record: HistoryRecord): Buffer => {
  const line = writeRecord(record);
  const read = readRecord(line);
  if ('fault' in read) throw new Error(`this record could never be read back: ${read.fault.en}`);
  return Buffer.from(`\n${line}\n`);
};

/** The history at a path. Nothing is touched until something is read or appended. */
export const openHistory = (path: string, files: Files = fs): History => {
  const directory = resolve(dirname(path));
  /**
   * Names of files and directories in here are not known to be on the disk. Another process may have made the file and
   * been killed before its name was safe: so each process sees to it once.
   */
  let unsynced: string | undefined = directory;

  const openFile = async (): Promise<fs.FileHandle> => {
    try {
      return await files.open(path, 'a', 0o600);
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
    unsynced = await makeDirectory(files, directory);
    return files.open(path, 'a', 0o600);
  };

  return {
    path,

    async append(record) {
      const bytes = bytesOf(record);
      try {
        const descriptor = await openFile();
        try {
          const { bytesWritten } = await descriptor.write(bytes);
          if (bytesWritten !== bytes.length) throw new ShortWrite(`${bytesWritten} of ${bytes.length} bytes`);
          await descriptor.sync();
        } finally {
          await descriptor.close();
        }
        if (unsynced !== undefined) await syncNames(files, directory, unsynced);
        unsynced = undefined;
      } catch (cause) {
        throw notSaved(named(record), path, cause);
      }
    },

    async read() {
      try {
        return readHistory(await files.readFile(path, 'utf8'));
      } catch (cause) {
        if (codeOf(cause) === 'ENOENT') return { records: [], skipped: [] };
        throw notRead(path, cause);
      }
    },
  };
};
