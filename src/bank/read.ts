import type { Text } from '../problem/text.ts';
import { forbiddenCharacter, foulIn } from './characters.ts';
import type { Finding } from './finding.ts';
import type { Item, Position, Topic } from './item.ts';
import type { Path, Positions } from './positions.ts';
import { readYaml } from './read-yaml.ts';
import { fileSchema, itemSchema } from './schema.ts';
import { shapeFindings, unknownKey, withoutUnknownKeys } from './shape-findings.ts';

/** A bank file that was read: its sound items, and every fault of the others. */
export interface BankFile {
  readonly topic: Topic | undefined;
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  /** Where a part of one of its items stands, or of the file itself: the value, or its key. */
  readonly positionOf: (item: Item | undefined, path: Path, part?: 'value' | 'key') => Position;
  /** The characters of a number or text of an item as they are written. */
  readonly writtenOf: (item: Item, path: Path) => string | undefined;
  readonly lines: readonly string[];
}

export { tooLargeFile } from './size.ts';

/** A file that gives no items, and why. */
export const faultyFile = (file: string, findings: readonly Finding[], lines: readonly string[] = []): BankFile => ({
  topic: undefined,
  items: [],
  findings,
  positionOf: () => ({ file, line: 1, column: 1 }),
  writtenOf: () => undefined,
  lines,
});

const withoutUndefined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const partOf = (raw: unknown, key: string): unknown =>
  typeof raw === 'object' && raw !== null && Object.hasOwn(raw, key)
    ? (raw as Record<string, unknown>)[key]
    : undefined;

const foulFindings = (raw: unknown, base: Path, positions: Positions, item: string | undefined): Finding[] =>
  foulIn(raw).map(({ path, key, from }) => {
    const place = [...base, ...path];
    const finding =
      from === undefined
        ? unknownKey(place, key!, positions)
        : {
            rule: 'characters',
            ...(key === undefined ? positions.of(place) : positions.ofKey(place, key)),
            message: forbiddenCharacter(from),
          };
    return item === undefined ? finding : { ...finding, item };
  });

interface ReadItem {
  readonly item?: Item;
  readonly findings: readonly Finding[];
}

const readItem = (raw: unknown, i: number, topic: unknown, positions: Positions): ReadItem => {
  const base = ['items', i];
  const said = partOf(raw, 'id');
  const name = typeof said === 'string' ? said : undefined;
  const foul = foulFindings(raw, base, positions, name);
  if (foul.length > 0) return { findings: foul };
  let read = itemSchema.safeParse(raw);
  const findings = read.success ? [] : shapeFindings(read.error, raw, base, positions, name);
  if (!read.success) {
    const rest = withoutUnknownKeys(read.error, raw);
    if (rest !== undefined) read = itemSchema.safeParse(rest);
  }
  if (!read.success) return { findings };
  const about = typeof topic === 'string' ? topic : '';
  return { item: withoutUndefined({ ask: '', ...read.data, topic: about }) as Item, findings };
};

/**
 * Reads a bank file: text to typed items. Never throws for what the text says: every fault is a finding with its line and
 * column, and the sound items beside a faulty one are kept.
 */
export const readBankFile = (bytes: string, file: string): BankFile => {
  // No editor shows the mark that some put before a text; columns count without it.
  const text = bytes.replace(/^\ufeff/, '');
  const lines = text.split(/\r?\n/);
  const yaml = readYaml(text, lines, file);
  if (yaml.findings) return faultyFile(file, yaml.findings, lines);
  const { raw, positions } = yaml;
  const head = fileSchema.safeParse(raw);
  const topic = partOf(raw, 'topic');
  const list = partOf(raw, 'items');
  const paths = new Map<Item, Path>();
  const findings: Finding[] = head.success ? [] : shapeFindings(head.error, raw, [], positions);
  for (const [i, rawItem] of (Array.isArray(list) ? list : []).entries()) {
    const read = readItem(rawItem, i, topic, positions);
    findings.push(...read.findings);
    if (read.item) paths.set(read.item, ['items', i]);
  }
  const pathOf = (item: Item | undefined): Path => (item && paths.get(item)) ?? [];
  const foul = foulFindings({ topic, title: partOf(raw, 'title') }, [], positions, undefined);
  return {
    topic: head.success && foul.length === 0 ? { id: head.data.topic, title: head.data.title as Text } : undefined,
    items: [...paths.keys()],
    findings: [...findings, ...foul],
    positionOf: (item, path, part) => {
      const whole = [...pathOf(item), ...path];
      return part === 'key' ? positions.ofKey(whole.slice(0, -1), String(whole.at(-1))) : positions.of(whole);
    },
    writtenOf: (item, path) => positions.written([...pathOf(item), ...path]),
    lines,
  };
};
