import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Files, openHistory } from '../../src/practice/history.ts';
import { HistoryError } from '../../src/practice/history-error.ts';
import { writeRecord } from '../../src/practice/record.ts';
import { record, undo } from './examples.ts';
import { makePlace, type Place } from './writer.ts';

let place: Place;
let path: string;
let number = 0;
beforeAll(async () => {
  place = await makePlace();
});
afterAll(() => place.remove());
beforeEach(() => {
  path = join(place.directory, `${number++}`, 'data', 'history.jsonl');
});

const [one, two, three] = ['one', 'two', 'three'].map(id => record({ id })) as [Rec, Rec, Rec];
type Rec = ReturnType<typeof record>;

/** The real file system, but for what happens to a descriptor that is appended to. */
const withDescriptor = (change: (descriptor: fs.FileHandle) => Partial<fs.FileHandle>): Files => ({
  ...fs,
  open: async (file, flags, mode) => {
    const descriptor = await fs.open(file, flags, mode);
    if (flags !== 'a') return descriptor;
    const changed = change(descriptor) as Record<PropertyKey, unknown>;
    return new Proxy(descriptor, {
      get: (target, key) => {
        const own = changed[key] ?? Reflect.get(target, key, target);
        return typeof own === 'function' ? own.bind(target) : own;
      },
    });
  },
});

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(`${code}: a test`), { code }));

const failureOf = async (appended: Promise<void>): Promise<HistoryError> => {
  const error = await appended.catch(caught => caught);
  expect(error).toBeInstanceOf(HistoryError);
  return error;
};

describe('a history', () => {
  test('that does not exist is empty, and reading it makes nothing', async () => {
    expect(await openHistory(path).read()).toEqual({ records: [], skipped: [] });
    await expect(fs.stat(dirname(path))).rejects.toThrow('ENOENT');
  });

  test('gives back what was appended, also to another reader', async () => {
    const history = openHistory(path);
    await history.append(one);
    await history.append(two);
    await history.append(undo('one'));
    await openHistory(path).append(three);
    for (const reader of [history, openHistory(path)]) {
      expect(await reader.read()).toEqual({ records: [two, three], skipped: [] });
    }
  });

  test.skipIf(process.platform === 'win32')('is private: directory 0700, file 0600', async () => {
    await openHistory(path).append(one);
    expect((await fs.stat(path)).mode & 0o777).toBe(0o600);
    expect((await fs.stat(dirname(path))).mode & 0o777).toBe(0o700);
  });

  test('is made anew when it was removed between two answers', async () => {
    const history = openHistory(path);
    await history.append(one);
    await fs.rm(dirname(path), { recursive: true });
    await history.append(two);
    expect((await history.read()).records).toEqual([two]);
  });

  test('appends each record in one write, however long, syncs the file, and the directory once', async () => {
    const calls: string[] = [];
    const counting = withDescriptor(descriptor => ({
      write: ((bytes: Buffer) => {
        calls.push('write');
        return descriptor.write(bytes);
      }) as fs.FileHandle['write'],
      sync: () => {
        calls.push('sync');
        return descriptor.sync();
      },
    }));
    const files: Files = {
      ...counting,
      open: (async (file: string, flags: string, mode: number) => {
        if (flags === 'r') calls.push(`sync ${file}`);
        return counting.open(file, flags, mode);
      }) as Files['open'],
    };
    const long = record({ id: 'long', answer: 'x'.repeat(3_000_000) });
    const history = openHistory(path, files);
    await history.append(long);
    await history.append(two);
    const parents = [dirname(path), dirname(dirname(path)), place.directory];
    expect(calls).toEqual(['write', 'sync', ...parents.map(parent => `sync ${parent}`), 'write', 'sync']);
    expect((await history.read()).records).toEqual([long, two]);
  });

  test('goes on after a line torn at any byte, and never truncates', async () => {
    await fs.mkdir(dirname(path), { recursive: true });
    const [whole, torn] = [`\n${writeRecord(one)}\n`, Buffer.from(`\n${writeRecord(two)}`)];
    for (let length = 0; length <= torn.length; length++) {
      const before = Buffer.concat([Buffer.from(whole), torn.subarray(0, length)]);
      await fs.writeFile(path, before);
      const history = openHistory(path, { ...fs, open: withDescriptor(() => ({ sync: async () => {} })).open });
      await history.append(three);
      const { records, skipped } = await history.read();
      expect(records).toEqual(length === torn.length ? [one, two, three] : [one, three]);
      expect(skipped).toHaveLength(length > 1 && length < torn.length ? 1 : 0);
      expect((await fs.readFile(path)).subarray(0, before.length).equals(before)).toBe(true);
    }
  });

  test('refuses a record that could never be read back', async () => {
    await expect(openHistory(path).append(record({ marks: Number.NaN }))).rejects.toThrow(
      'never be read back: “marks”',
    );
    await expect(fs.stat(path)).rejects.toThrow('ENOENT');
  });
});

describe('what was not saved', () => {
  test('because the disk filled up part-way is said, and costs no other record', async () => {
    let left = 100;
    const files = withDescriptor(descriptor => ({
      write: ((bytes: Buffer) => descriptor.write(bytes, 0, Math.min(bytes.length, left))) as fs.FileHandle['write'],
    }));
    const history = openHistory(path, files);
    const error = await failureOf(history.append(one));
    expect(error.code).toBe('SHORT');
    expect(error.in('en')).toContain(`the answer to conv-full-3x3 was not saved in ${path}: only a part of it`);
    expect(error.in('zh')).toContain(`conv-full-3x3 的作答未能保存到 ${path}：只写入了一部分`);
    left = 10_000;
    await history.append(two);
    await history.append(one);
    const { records, skipped } = await history.read();
    expect(records).toEqual([two, one]);
    expect(skipped.map(({ line }) => line)).toEqual([2]);
  });

  test('because the sync failed may be appended again, and counts once', async () => {
    let isBroken = true;
    const files = withDescriptor(descriptor => ({ sync: () => (isBroken ? failing('EIO')() : descriptor.sync()) }));
    const history = openHistory(path, files);
    expect((await failureOf(history.append(one))).text.en).toContain('the disk reports an error');
    isBroken = false;
    await history.append(one);
    expect((await history.read()).records).toEqual([one]);
  });

  test.each([
    ['ENOSPC', 'the disk is full', '磁盘已满'],
    ['EROFS', 'the file system is read-only', '文件系统是只读的'],
    ['EACCES', 'there is no permission', '没有权限'],
    ['EWHATEVER', 'EWHATEVER', 'EWHATEVER'],
  ])('because of %s is said in both languages', async (code, en, zh) => {
    const error = await failureOf(openHistory(path, { ...fs, open: failing(code) }).append(undo('one')));
    expect(error.code).toBe(code);
    expect(error.in('en')).toContain(`the undo was not saved in ${path}: ${en}`);
    expect(error.in('zh')).toContain(`撤销未能保存到 ${path}：${zh}`);
  });

  test('because its directory cannot be made is said as the system says it', async () => {
    const error = await failureOf(openHistory(path, { ...fs, mkdir: failing('EROFS') }).append(one));
    expect(error.in('en')).toContain('the file system is read-only');
  });

  test.skipIf(process.platform === 'win32')('below a link that leads nowhere', async () => {
    await fs.mkdir(dirname(dirname(path)), { recursive: true });
    await fs.symlink('nowhere', dirname(path));
    const error = await failureOf(openHistory(join(dirname(path), 'deeper', 'history.jsonl')).append(one));
    expect(error.in('zh')).toContain('目录不存在，也无法创建');
  });

  test('a directory that cannot be synced does not matter, one with an error does', async () => {
    const broken = (code: string): Files => ({
      ...fs,
      open: (file, flags, mode) => (flags === 'r' ? failing(code)() : fs.open(file, flags, mode)),
    });
    await openHistory(path, broken('EINVAL')).append(one);
    expect((await failureOf(openHistory(path, broken('EIO')).append(two))).code).toBe('EIO');
  });

  test.runIf(process.platform === 'linux')('to a full device', async () => {
    const error = await failureOf(openHistory('/dev/full').append(one));
    expect(error.code).toBe('ENOSPC');
    expect(error.in('en')).toContain('the disk is full');
  });

  test.skipIf(process.platform === 'win32')('past the largest size allowed, part of it written', async () => {
    const { saved, errors } = await place.write({ path, name: 'big', count: 12, size: 100, blocks: 4 }).ended;
    expect(saved.length).toBeGreaterThan(0);
    expect(new Set(errors.map(error => error.code))).toEqual(new Set(['SHORT', 'EFBIG']));
    const history = openHistory(path);
    await history.append(one);
    const { records, skipped } = await history.read();
    expect(records.map(({ id }) => id)).toEqual([...saved, 'one']);
    expect(skipped).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')('in a directory that may not be written', async () => {
    await fs.mkdir(dirname(path), { recursive: true });
    await fs.chmod(dirname(path), 0o555);
    const isRoot = process.getuid?.() === 0;
    const { saved, errors } = await place.write({ path, name: 'a', count: 1, ...(isRoot ? { uid: 65534 } : {}) }).ended;
    expect(saved).toEqual([]);
    expect(errors).toMatchObject([{ name: 'HistoryError', code: 'EACCES' }]);
    expect(errors[0]!.text.en).toContain('there is no permission');
  });

  test('where a file stands in the way', async () => {
    await fs.mkdir(dirname(dirname(path)), { recursive: true });
    await fs.writeFile(dirname(path), '');
    expect((await failureOf(openHistory(path).append(one))).in('en')).toContain('is a file, not a directory');
    await expect(openHistory(path).read()).rejects.toBeInstanceOf(HistoryError);
    await expect(openHistory(place.directory).read()).rejects.toThrow('could not be read: it is a directory');
  });
});
