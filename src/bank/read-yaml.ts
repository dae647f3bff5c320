import { type Document, isAlias, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml';
import { same, type Text } from '../problem/text.ts';
import { forbiddenAt, forbiddenCharacter } from './characters.ts';
import type { Finding } from './finding.ts';
import { type Positions, positionsOf } from './positions.ts';
import { deep, tooDeepAt, tooLarge } from './size.ts';
import { yamlFault } from './yaml-faults.ts';

/** A YAML text as values, with the places of its parts; or why it cannot be read. */
export type ReadYaml =
  | { readonly raw: unknown; readonly positions: Positions; readonly findings?: never }
  | { readonly findings: readonly Finding[] };

/** A file may name a part with & and repeat it with *; so much, and no bomb. */
const mostAliases = 50;

/** Places that are named of a file that is no bank at all: a binary file has nothing else. */
const mostLines = 100;

/** A file with zeros in it is no text: one fault, where the first of them is. */
const binary: Text = {
  en: 'this is no text in UTF-8, but a binary file or UTF-16',
  zh: '文件不是 UTF-8 文本，而是二进制文件或 UTF-16',
};

const charactersIn = (lines: readonly string[], file: string): Finding[] => {
  const found = lines.flatMap((line, i) => {
    const column = forbiddenAt(line) + 1;
    return column === 0
      ? []
      : [{ rule: 'characters', file, line: i + 1, column, message: forbiddenCharacter(line.slice(column - 1)) }];
  });
  if (lines.some(line => line.includes('\0'))) return [{ ...found[0]!, message: binary }];
  return found.slice(0, mostLines);
};

/** The aliases that cannot be written out: of nothing, or of a part that they stand in. */
const looseAliases = (document: Document): { offset: number; rule: string; message: Text }[] => {
  const found: { offset: number; rule: string; message: Text }[] = [];
  const names = new Set<string>();
  visit(document, {
    Node(_key, node, path) {
      if (!isAlias(node)) {
        if (node.anchor) names.add(node.anchor);
        return;
      }
      const { source, range } = node;
      const offset = range?.[0] ?? 0;
      if (path.some(around => isNode(around) && !isAlias(around) && around.anchor === source)) {
        const message = { en: `“*${source}” stands inside what it names`, zh: `“*${source}”位于其所指内容之中` };
        found.push({ offset, rule: 'aliases', message });
      } else if (!names.has(source)) {
        const message = {
          en: `there is no anchor “&${source}” before this “*${source}”`,
          zh: `“*${source}”之前没有锚点“&${source}”`,
        };
        found.push({ offset, rule: 'yaml', message });
      }
    },
  });
  return found;
};

/** Where aliases begin to multiply: the first that is named by another. */
const firstAlias = (document: Document): number => {
  let offset = 0;
  visit(document, {
    Alias(_key, { range }, path) {
      if (!path.some(around => isNode(around) && !isAlias(around) && around.anchor)) return undefined;
      offset = range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return offset;
};

const manyAliases: Text = {
  en: `aliases (*name) repeat more than ${mostAliases} times what they name`,
  zh: `别名（*name）展开超过 ${mostAliases} 次`,
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

/** The values of a document that is sound as YAML. */
const valuesOf = (document: Document, positions: Positions): ReadYaml => {
  try {
    const raw: unknown = document.toJS({ maxAliasCount: mostAliases });
    const path = tooDeepAt(raw);
    return path ? { findings: [{ ...deep, ...positions.of(path) }] } : { raw, positions };
  } catch (error) {
    if (!/alias count/.test((error as Error).message)) throw error;
    return { findings: [{ rule: 'aliases', ...positions.at(firstAlias(document)), message: manyAliases }] };
  }
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
    const document = parseDocument(text, {
      lineCounter: counter,
      uniqueKeys: false,
      prettyErrors: false,
      resolveKnownTags: false,
      logLevel: 'error',
    });
    const positions = positionsOf(document, counter, file);
    if (document.errors.some(({ message }) => /call stack/.test(message))) return { findings: [{ ...deep, ...start }] };
    const fault = yamlFault(document, text);
    if (fault) {
      const { offset, message, code } = fault;
      return { findings: [{ rule: 'yaml', ...positions.at(offset), message, got: same(code) }] };
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
    const loose = looseAliases(document);
    if (loose.length > 0) {
      const findings = loose.slice(0, mostLines);
      return { findings: findings.map(({ offset, ...said }) => ({ ...positions.at(offset), ...said })) };
    }
    return valuesOf(document, positions);
  } catch (error) {
    if (error instanceof RangeError) return { findings: [{ ...deep, ...start }] };
    const { message } = error as Error;
    return {
      findings: [{ rule: 'yaml', ...start, message: { en: `cannot be read: ${message}`, zh: `无法读取：${message}` } }],
    };
  }
};
