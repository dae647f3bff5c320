import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  stringify,
  type YAMLMap,
} from 'yaml';
import type { Position } from './item.ts';

export type Path = readonly (string | number)[];

/** A key as the name it has among the values. */
const nameOf = (key: unknown): string =>
  isScalar(key) ? String(key.value ?? '') : stringify(key, { collectionStyle: 'flow' }).trim();

/** Finds where a path of a YAML document stands in its file: the value, or the nearest thing around it that there is. */
export const positionsOf = (document: Document, lines: LineCounter, file: string) => {
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const start = (node: unknown): number | undefined => (isNode(node) ? (node.range?.[0] ?? undefined) : undefined);
  const pairs = new WeakMap<YAMLMap, Map<string, Pair>>();
  const pairOf = (map: YAMLMap, key: string): Pair | undefined => {
    const known = pairs.get(map);
    if (known) return known.get(key);
    pairs.set(map, new Map(map.items.map(pair => [nameOf(pair.key), pair])));
    return pairs.get(map)!.get(key);
  };
  const child = (node: unknown, key: string | number): unknown => {
    if (isSeq(node)) return node.items[Number(key)];
    return isMap(node) ? pairOf(node, String(key))?.value : undefined;
  };
  const nodeAt = (path: Path): unknown => path.reduce<unknown>(child, document.contents);
  return {
    at,
    /** The value at a path. */
    of(path: Path): Position {
      let node: unknown = document.contents;
      let offset = start(node) ?? 0;
      for (const key of path) {
        node = child(node, key);
        offset = start(node) ?? offset;
      }
      return at(offset);
    },
    /** The key itself, where the fault is the key. */
    ofKey(path: Path, key: string): Position {
      const node = nodeAt(path);
      const pair = isMap(node) ? pairOf(node, key) : undefined;
      const offset = start(pair?.key as Node | undefined);
      return offset === undefined ? this.of(path) : at(offset);
    },
    /** The characters of a scalar as they are written: 0.50, where its value is 0.5. */
    written(path: Path): string | undefined {
      const node = nodeAt(path);
      return isScalar(node) ? (node.source ?? undefined) : undefined;
    },
  };
};

export type Positions = ReturnType<typeof positionsOf>;
