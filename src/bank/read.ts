import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { excerpt } from '../problem/error.ts';
import { nearest } from '../problem/params.ts';
import type { Text } from '../problem/text.ts';
import type { Finding } from './finding.ts';
import type { Item, Position, Topic } from './item.ts';
import { type Path, type Positions, positionsOf } from './positions.ts';
import { fileSchema, itemSchema } from './schema.ts';

/** A bank file that was read: its sound items, and every fault of the others. */
export interface BankFile {
  readonly topic: Topic | undefined;
  readonly items: readonly Item[];
  readonly findings: readonly Finding[];
  /** Where a part of an item stands. */
  readonly positionOf: (item: string, path: Path) => Position;
  readonly lines: readonly string[];
}

const longest = 8 * 1024 * 1024;
/** Control characters but tab and line ends, and the characters that turn the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffd]/u;

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null ? (part as Record<string | number, unknown>)[key] : undefined,
    value,
  );

const expectedOf = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return { en: `expected ${issue.expected}`, zh: `应为 ${issue.expected}` };
    case 'invalid_value':
      return {
        en: `expected ${issue.values.map(String).join(' or ')}`,
        zh: `应为 ${issue.values.map(String).join(' 或 ')}`,
      };
    case 'invalid_union':
      return {
        en: 'expected 1, 2 or 3, or for `type` calculation or short',
        zh: '应为 1、2 或 3；`type` 应为 calculation 或 short',
      };
    case 'too_small':
      return issue.origin === 'string'
        ? { en: 'expected text, not nothing', zh: '不能为空' }
        : { en: `expected at least ${issue.minimum}`, zh: `至少为 ${issue.minimum}` };
    case 'too_big':
      return { en: `expected at most ${issue.maximum}`, zh: `至多为 ${issue.maximum}` };
    case 'invalid_format':
      return {
        en: 'expected lower-case letters, digits and hyphens, such as conv-full-3x3',
        zh: '应为小写字母、数字和连字符，如 conv-full-3x3',
      };
    case 'custom':
      return {
        en: 'expected numbers, or constant expressions such as "sqrt(2)/2", in lists',
        zh: '应为数、常数表达式（如 "sqrt(2)/2"）或其列表',
      };
    default:
      return { en: issue.message, zh: issue.message };
  }
};

const knownKeys = [
  'topic',
  'title',
  'items',
  ...new Set(itemSchema.options.flatMap(option => Object.keys(option.shape))),
  'text',
  'accept',
  'contradict',
];

/** The findings of one zod error, in words and with places. */
const findingsOf = (
  error: z.ZodError,
  raw: unknown,
  base: Path,
  positions: Positions,
  item: string | undefined,
): Finding[] =>
  error.issues.flatMap((issue): Finding[] => {
    const path = [...base, ...(issue.path as (string | number)[])];
    const about = item === undefined ? {} : { item };
    const place = path.length > base.length ? path.slice(base.length).join('.') : '';
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map(key => {
        const meant = nearest(key, knownKeys);
        return {
          rule: 'unknown-key',
          ...about,
          ...positions.ofKey(path, key),
          message: {
            en: `there is no key “${key}”${meant ? `; did you mean “${meant}”?` : ''}`,
            zh: `没有键“${key}”${meant ? `，是否想写“${meant}”？` : ''}`,
          },
        };
      });
    }
    const found = at(raw, issue.path as Path);
    const last = issue.path.at(-1);
    const isLanguage = last === 'zh' || last === 'en';
    const what =
      found === undefined
        ? { en: 'but it is missing', zh: '但缺少' }
        : { en: `but got ${excerpt(found)}`, zh: `实际为 ${excerpt(found)}` };
    const expected =
      isLanguage && found === undefined
        ? {
            en: `the ${last === 'zh' ? 'Chinese' : 'English'} text is missing`,
            zh: `缺少${last === 'zh' ? '中文' : '英文'}文本`,
          }
        : { en: `${expectedOf(issue).en}, ${what.en}`, zh: `${expectedOf(issue).zh}，${what.zh}` };
    return [
      {
        rule: isLanguage ? 'missing-language' : 'shape',
        ...about,
        ...positions.of(path),
        message: place ? { en: `${place}: ${expected.en}`, zh: `${place}：${expected.zh}` } : expected,
      },
    ];
  });

const nothing = (findings: readonly Finding[], lines: readonly string[], file: string): BankFile => ({
  topic: undefined,
  items: [],
  findings,
  positionOf: () => ({ file, line: 1, column: 1 }),
  lines,
});

const withoutUndefined = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/**
 * Reads a bank file: text to typed items. Never throws for what the text says: every fault is a finding with its line and
 * column, and the sound items beside a faulty one are kept. `askOf` gives what a kind asks for by itself.
 */
export const readBankFile = (text: string, file: string): BankFile => {
  const lines = text.split(/\r?\n/);
  const fault = (message: Text, line = 1, column = 1): Finding => ({ rule: 'yaml', file, line, column, message });
  if (text.length > longest)
    return nothing([fault({ en: 'the file is larger than 8 MiB', zh: '文件超过 8 MiB' })], [], file);
  const control = lines.findIndex(line => forbidden.test(line));
  if (control >= 0) {
    const column = lines[control]!.search(forbidden) + 1;
    const message = {
      en: 'a control character, a character that turns the direction of writing, or text that is not UTF-8',
      zh: '含有控制字符、改变书写方向的字符，或不是 UTF-8 文本',
    };
    return nothing([{ ...fault(message, control + 1, column), rule: 'characters' }], lines, file);
  }
  const counter = new LineCounter();
  let raw: unknown;
  let positions: Positions;
  try {
    const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, prettyErrors: false });
    positions = positionsOf(document, counter, file);
    if (document.errors.length > 0) {
      return nothing(
        document.errors.map(error => {
          const { line, column } = positions.at(error.pos[0]);
          return fault({ en: error.message, zh: `YAML 语法错误：${error.message}` }, line, column);
        }),
        lines,
        file,
      );
    }
    raw = document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    const message =
      error instanceof RangeError
        ? { en: 'the file is nested too deeply', zh: '文件嵌套过深' }
        : { en: `cannot be read: ${(error as Error).message}`, zh: `无法读取：${(error as Error).message}` };
    return nothing([fault(message)], lines, file);
  }

  const head = fileSchema.safeParse(raw);
  const findings: Finding[] = head.success ? [] : findingsOf(head.error, raw, [], positions, undefined);
  const list = at(raw, ['items']);
  const topic = at(raw, ['topic']);
  const paths = new Map<string, Path>();
  const items: Item[] = [];
  for (const [i, rawItem] of (Array.isArray(list) ? list : []).entries()) {
    const said = at(rawItem, ['id']);
    const name = typeof said === 'string' ? said : undefined;
    const read = itemSchema.safeParse(rawItem);
    if (!read.success) {
      findings.push(...findingsOf(read.error, rawItem, ['items', i], positions, name));
      continue;
    }
    paths.set(read.data.id, paths.get(read.data.id) ?? ['items', i]);
    if (typeof topic === 'string') items.push(withoutUndefined({ ask: '', ...read.data, topic }) as Item);
  }
  const title = at(raw, ['title']) as Text | undefined;
  return {
    topic: head.success && typeof topic === 'string' && title ? { id: topic, title } : undefined,
    items,
    findings,
    positionOf: (item, path) => positions.of([...(paths.get(item) ?? []), ...path]),
    lines,
  };
};
