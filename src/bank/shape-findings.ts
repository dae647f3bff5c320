import type * as z from 'zod';
import { excerpt } from '../problem/error.ts';
import { nearest } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import type { Finding } from './finding.ts';
import type { Path, Positions } from './positions.ts';
import { itemSchema } from './schema.ts';

const at = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === 'object' && part !== null && Object.hasOwn(part, key)
        ? (part as Record<string | number, unknown>)[key]
        : undefined,
    value,
  );

const typeNames: Readonly<Record<string, Text>> = {
  string: { en: 'text', zh: '文本' },
  number: { en: 'a number', zh: '数' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'a map of keys and values', zh: '键值对' },
  record: { en: 'a map of keys and values', zh: '键值对' },
};

const either = (values: readonly unknown[]): Text => ({
  en: values.map(String).join(' or '),
  zh: values.map(String).join(' 或 '),
});

const expectedOf = (issue: z.core.$ZodIssue): Text => {
  switch (issue.code) {
    case 'invalid_type':
      return typeNames[issue.expected] ?? same(issue.expected);
    case 'invalid_value':
      return either(issue.values);
    case 'invalid_union':
      return issue.path.at(-1) === 'level' ? either([1, 2, 3]) : either(['calculation', 'short']);
    case 'too_small':
      if (issue.origin === 'string') return { en: 'text, not nothing', zh: '非空文本' };
      if (issue.origin === 'array') return { en: 'a list of at least one', zh: '至少有一项的列表' };
      return issue.inclusive
        ? { en: `at least ${issue.minimum}`, zh: `至少 ${issue.minimum}` }
        : { en: `more than ${issue.minimum}`, zh: `大于 ${issue.minimum}` };
    case 'too_big': {
      const [en, zh] = { string: [' characters', ' 个字符'], array: [' of them', ' 项'] }[issue.origin as string] ?? [
        '',
        '',
      ];
      return { en: `at most ${issue.maximum}${en}`, zh: `至多 ${issue.maximum}${zh}` };
    }
    case 'invalid_format':
      return {
        en: 'lower-case letters, digits and hyphens, such as conv-full-3x3',
        zh: '小写字母、数字和连字符，如 conv-full-3x3',
      };
    case 'custom':
      return {
        en: 'a number, a constant expression such as "sqrt(2)/2", or lists of them',
        zh: '数、常数表达式（如 "sqrt(2)/2"）或其列表',
      };
    default:
      return same(issue.message);
  }
};

const isNothing = (found: unknown): boolean =>
  found === undefined || found === null || (typeof found === 'string' && found.trim() === '');

const ruleOf = (issue: z.core.$ZodIssue, isLanguage: boolean, found: unknown): string => {
  if (isLanguage && isNothing(found)) return 'missing-language';
  if (issue.code === 'invalid_format' || (issue.code === 'too_big' && issue.origin === 'string')) return 'id-form';
  return issue.code === 'custom' && found !== undefined ? 'formula' : 'shape';
};

const knownKeys = [
  'topic',
  'title',
  'items',
  ...new Set(itemSchema.options.flatMap(option => Object.keys(option.shape))),
  'text',
  'accept',
  'contradict',
  'about',
];

/** The finding of a key that there is none of. */
export const unknownKey = (path: Path, key: string, positions: Positions): Finding => {
  const isElsewhere = knownKeys.includes(key);
  const meant = isElsewhere ? undefined : nearest(key, knownKeys);
  const misplaced = { en: `the key “${key}” does not belong here`, zh: `键“${key}”不应出现在此处` };
  return {
    rule: 'unknown-key',
    ...positions.ofKey(path, key),
    message: isElsewhere
      ? misplaced
      : {
          en: `there is no key “${key}”${meant ? `; did you mean “${meant}”?` : ''}`,
          zh: `没有键“${key}”${meant ? `，是否想写“${meant}”？` : ''}`,
        },
    ...(meant ? { expected: same(meant) } : {}),
    got: same(key),
  };
};

const languageNames: Readonly<Record<string, Text>> = {
  zh: { en: 'the Chinese text is missing', zh: '缺少中文文本' },
  en: { en: 'the English text is missing', zh: '缺少英文文本' },
};

const shapeFinding = (issue: z.core.$ZodIssue, raw: unknown, base: Path, positions: Positions): Finding => {
  const place = (issue.path as Path).join('.');
  const found = at(raw, issue.path as Path);
  const expected = expectedOf(issue);
  const got: Text = found === undefined ? { en: 'nothing', zh: '没有' } : same(excerpt(found));
  const language = languageNames[String(issue.path.at(-1))];
  const sentence: Text =
    language && found === undefined
      ? language
      : found === undefined
        ? { en: `expected ${expected.en}, but it is missing`, zh: `应为${expected.zh}，但缺少` }
        : { en: `expected ${expected.en}, but got ${got.en}`, zh: `应为${expected.zh}，实际为 ${got.zh}` };
  return {
    rule: ruleOf(issue, language !== undefined, found),
    ...positions.of([...base, ...(issue.path as Path)]),
    message: place ? { en: `${place}: ${sentence.en}`, zh: `${place}：${sentence.zh}` } : sentence,
    expected,
    got,
  };
};

/** Unknown keys of one map that are named: more are no slips of the pen. */
const mostKeys = 200;

/** The findings of one zod error, in words and with places. `base` is where `raw` stands in the file. */
export const shapeFindings = (
  { issues }: z.ZodError,
  raw: unknown,
  base: Path,
  positions: Positions,
  item?: string,
): Finding[] =>
  issues
    .flatMap(issue =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.slice(0, mostKeys).map(key => unknownKey([...base, ...(issue.path as Path)], key, positions))
        : [shapeFinding(issue, raw, base, positions)],
    )
    .map(finding => (item === undefined ? finding : { ...finding, item }));

/** A copy without the keys that there are none of, where nothing else is wrong; undefined otherwise. */
export const withoutUnknownKeys = ({ issues }: z.ZodError, raw: unknown): unknown => {
  const copy = structuredClone(raw);
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') return undefined;
    const holder = at(copy, issue.path as Path) as Record<string, unknown>;
    for (const key of issue.keys) delete holder[key];
  }
  return copy;
};
