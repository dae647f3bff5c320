import { loadKind } from '../kinds/index.ts';
import { topics } from '../kinds/topics.ts';
import { UsageError } from '../messages/say.ts';
import type { Finding } from './finding.ts';
import type { Bank, Item, Topic } from './item.ts';
import { bankFiles, loadBankFiles } from './load.ts';
import type { BankFile } from './read.ts';

/** Banks as the quiz asks them: the sound items, and what was left out. */
export interface LoadedBank extends Bank {
  /** Faults of shape only; `drill check` proves the rest. */
  readonly findings: readonly Finding[];
}

const withAsk = async (item: Item): Promise<Item | undefined> => {
  if (item.type === 'short') return item;
  const kind = await loadKind(item.kind);
  return kind && { ...item, ask: item.ask || kind.ask };
};

/** Topics once each, in the order of the files. */
const topicsOf = (files: readonly BankFile[]): Topic[] =>
  [...new Map(files.flatMap(({ topic }) => (topic ? [[topic.id, topic] as const] : [])).reverse()).values()].reverse();

/** The bank of some files: items of a known kind under a known topic, each id once. */
export const bankOf = async (files: readonly BankFile[]): Promise<LoadedBank> => {
  const items = new Map<string, Item>();
  for (const { topic, items: its } of files) {
    if (!topic) continue;
    const titled = Object.hasOwn(topics, topic.id) ? {} : { topicTitle: topic.title };
    for (const item of its) {
      const asked = items.has(item.id) ? undefined : await withAsk(item);
      if (asked) items.set(item.id, { ...asked, ...titled });
    }
  }
  return { topics: topicsOf(files), items: [...items.values()], findings: files.flatMap(file => file.findings) };
};

/** Loads the banks that paths name, files or folders; throws a UsageError where there is nothing to ask. */
export const loadBanks = async (paths: readonly string[]): Promise<LoadedBank> => {
  const bank = await bankOf([...(await loadBankFiles(await bankFiles(paths))).values()]);
  if (bank.items.length > 0) return bank;
  const names = paths.join(', ');
  throw new UsageError({
    en: `there is no sound item in ${names}: \`drill check ${names}\` says why`,
    zh: `${names} 中没有可用的题目：用 \`drill check ${names}\` 查看原因`,
  });
};
