import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { chosenDirectory, dataDirectory, historyFile } from '../../src/practice/data-directory.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the data directory', () => {
  test('is the one that DRILL_DATA names', async () => {
    expect(await dataDirectory({ DRILL_DATA: '/somewhere/else' })).toBe(resolve('/somewhere/else'));
    expect(chosenDirectory({ DRILL_DATA: 'here' })).toBe(resolve('here'));
    expect(chosenDirectory({ DRILL_DATA: '' })).toBeUndefined();
    expect(chosenDirectory({})).toBeUndefined();
  });

  test.runIf(process.platform === 'linux')('follows XDG, unless its directory is not absolute', async () => {
    vi.stubEnv('XDG_DATA_HOME', '/xdg');
    expect(await dataDirectory({})).toBe('/xdg/drill');
    vi.stubEnv('XDG_DATA_HOME', 'relative');
    expect(await dataDirectory({})).toBe(join(homedir(), '.local', 'share', 'drill'));
    vi.stubEnv('XDG_DATA_HOME', '');
    expect(await dataDirectory({})).toBe(join(homedir(), '.local', 'share', 'drill'));
  });

  test('holds the history', () => {
    expect(historyFile('data')).toBe(join('data', 'history.jsonl'));
  });
});
