import { transpose } from '../math/matrix.ts';
import type { AnswerPart } from '../problem/kind.ts';
import { shapeOf, type Value } from '../problem/value.ts';
import { readAnswer, type TypedAnswer } from './read-answer.ts';

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A transposed mark behind a name: Vᵀ, V^T, VT, V'. */
const transposedMark = String.raw`(?:ᵀ|\^\{?T\}?|\^\{?⊤\}?|['′]|[Tt]h?)`;

/**
 * Reads an answer of several named parts, `U = …; S = …; V = …`, in any order. A part that is written transposed (`Vᵀ = …`) is
 * turned back. The value is the list of the parts in the order of `parts`; undefined where one is missing or unreadable.
 */
export const readParts = (typed: string, parts: readonly AnswerPart[]): TypedAnswer | undefined => {
  const names = parts.flatMap(({ name, also }) => [name, ...also]).sort((a, b) => b.length - a.length);
  const heads = [
    ...typed.matchAll(
      new RegExp(String.raw`(?<![\p{L}\p{N}])(${names.map(escaped).join('|')})(${transposedMark})?\s*[=:：＝]`, 'gu'),
    ),
  ];
  const found = heads.map((head, i) => ({
    name: head[1]!,
    isTransposed: head[2] !== undefined,
    text: typed.slice(head.index + head[0].length, heads[i + 1]?.index).replace(/[\s;；,，]+$/u, ''),
  }));
  const values: Value[] = [];
  const digits: number[] = [];
  for (const { name, also, shape } of parts) {
    const written = found.filter(part => part.name === name || also.includes(part.name));
    if (written.length !== 1) return undefined;
    const read = readAnswer(written[0]!.text, shape);
    if (!read) return undefined;
    const isMatrix = shapeOf(read.value).length === 2;
    values.push(written[0]!.isTransposed && isMatrix ? transpose(read.value as number[][]) : read.value);
    digits.push(...read.digits);
  }
  return { value: values, digits, isAmbiguous: false };
};
