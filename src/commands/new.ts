import { writeFile } from 'node:fs/promises';
import { firstCalculation, firstShort } from '../bank/first-item.ts';
import { kindIds, loadKind } from '../kinds/index.ts';
import { newTexts } from '../messages/check-new.ts';
import { errors } from '../messages/commands.ts';
import { UsageError } from '../messages/say.ts';
import { nearest } from '../problem/params.ts';
import { type LookFlags, lookOf, write } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';

const writeNew = async (file: string, text: string): Promise<void> => {
  try {
    await writeFile(file, text, { flag: 'wx' });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(code === 'EEXIST' ? newTexts.exists(file) : errors.unreadableFile(file, message));
  }
};

/** `drill new`: the first item of a bank of one's own, of a kind or short, to standard output or to a new file. */
export const newItem = async (
  id: string,
  file: string | undefined,
  flags: LookFlags,
  { terminal }: Shell,
): Promise<number> => {
  const { language } = lookOf(terminal, flags);
  const kind = id === 'short' ? undefined : await loadKind(id);
  if (id !== 'short' && !kind) throw new UsageError(errors.unknownKind(id, nearest(id, ['short', ...kindIds])));
  const text = kind ? firstCalculation(kind, language) : firstShort(language);
  if (file === undefined) await write(terminal.output, text);
  else await writeNew(file, text);
  return 0;
};
