import { type Document, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { same, type Text } from '../problem/text.ts';
import { forbiddenAt, forbiddenCharacter } from './characters.ts';
import type { Finding } from './finding.ts';
import { type Positions, positionsOf } from './positions.ts';
import { deep, isTooDeep, tooLarge } from './size.ts';

/** A YAML text as values, with the places of its parts; or why it cannot be read. */
export type ReadYaml =
  | { readonly raw: unknown; readonly positions: Positions; readonly findings?: never }
  | { readonly findings: readonly Finding[] };

/** A file may name a part with & and repeat it with *; so much, and no bomb. */
const mostAliases = 50;

/** Places that are named of a file that is no bank at all: a binary file has nothing else. */
const mostLines = 100;

const charactersIn = (lines: readonly string[], file: string): Finding[] =>
  lines
    .flatMap((line, i) => {
      const column = forbiddenAt(line) + 1;
      return column === 0 ? [] : [{ rule: 'characters', file, line: i + 1, column, message: forbiddenCharacter }];
    })
    .slice(0, mostLines);

const failure = (error: Error): { rule: string; message: Text } => {
  if (error instanceof RangeError) return deep;
  if (/alias count/.test(error.message)) {
    return {
      rule: 'aliases',
      message: {
        en: `aliases (*name) repeat more than ${mostAliases} times what they name`,
        zh: `别名（*name）展开超过 ${mostAliases} 次`,
      },
    };
  }
  return { rule: 'yaml', message: { en: `cannot be read: ${error.message}`, zh: `无法读取：${error.message}` } };
};

/** Keys that a map has twice. The parser's own search compares each key with all others. */
const repeatedKeys = (document: Document): { key: string; offset: number }[] => {
  const found: { key: string; offset: number }[] = [];
  visit(document, {
    Map(_key, { items }) {
      const seen = new Set<string>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (seen.has(name)) found.push({ key: name, offset: key.range?.[0] ?? 0 });
        seen.add(name);
      }
    },
  });
  return found;
};

/** Reads YAML from a stranger: bounded in size, depth and aliases, every fault a finding. */
export const readYaml = (text: string, lines: readonly string[], file: string): ReadYaml => {
  const start = { file, line: 1, column: 1 };
  const large = tooLarge(text);
  if (large) return { findings: [{ rule: large.rule, ...start, message: large.message }] };
  const foul = charactersIn(lines, file);
  if (foul.length > 0) return { findings: foul };
  try {
    const counter = new LineCounter();
    const document = parseDocument(text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false });
    const positions = positionsOf(document, counter, file);
    if (document.errors.some(({ message }) => /call stack/.test(message))) return { findings: [{ ...deep, ...start }] };
    if (document.errors.length > 0) {
      return {
        findings: document.errors.slice(0, mostLines).map(error => ({
          rule: 'yaml',
          ...positions.at(error.pos[0]),
          message: { en: error.message, zh: `YAML 语法错误：${error.message}` },
          got: same(error.code),
        })),
      };
    }
    const repeated = repeatedKeys(document);
    if (repeated.length > 0) {
      return {
        findings: repeated.slice(0, mostLines).map(({ key, offset }) => ({
          rule: 'yaml',
          ...positions.at(offset),
          message: { en: `the key “${key}” is there twice`, zh: `键“${key}”重复` },
          got: same(key),
        })),
      };
    }
    const raw: unknown = document.toJS({ maxAliasCount: mostAliases });
    return isTooDeep(raw) ? { findings: [{ ...deep, ...start }] } : { raw, positions };
  } catch (error) {
    return { findings: [{ ...failure(error as Error), ...start }] };
  }
};
