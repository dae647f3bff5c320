import type { PatternError } from '../marking/pattern.ts';
import type { Text } from '../problem/text.ts';

/** What a pattern should have been, as `PatternError` says it, in Chinese. */
const inChinese: readonly (readonly [RegExp, string])[] = [
  [/a word is missing \(a\|b needs a word on both sides\)$/, '缺少词（a|b 两侧都要有词）'],
  [/the glossary has no idea of this name$/, '词汇表中没有这个名称'],
  [/! may only stand before the first word of a group$/, '! 只能放在一组词的开头'],
  [/a \* may only stand at the end of a word$/, '* 只能放在词尾'],
  [/at least three letters before \*$/, '* 之前至少要有三个字母'],
  [/a word or a sign$/, '应为词或符号'],
  [/no punctuation in a word$/, '词中不能有标点'],
  [/a formula between dollar signs, its symbols apart: .*$/, '应为美元符号之间的公式，符号之间留空格：$α (r - y) z$'],
  [/a group of words, not nothing$/, '应为一组词，不能为空'],
  [/at most (\d+) characters$/, '至多 $1 个字符'],
  [/at most (\d+) words$/, '至多 $1 个词'],
  [/at most (\d+) steps$/, '至多 $1 步'],
  [/at most (\d+) groups$/, '至多 $1 组'],
  [/words on both sides of the arrow or sign$/, '箭头或符号两侧都要有词'],
  [/no arrow or sign in a group of absent words$/, '以 ! 开头的组中不能有箭头或符号'],
  [/one => or > or < between two sides, or only ->$/, '两侧之间只能有一个 =>、> 或 <，或者全部用 ->'],
  [/at least one group that must be found$/, '至少要有一组必须出现的词'],
];

/** Why an accept or contradict word cannot be read, in both languages. */
export const patternFault = ({ message }: PatternError): Text => {
  const known = inChinese.find(([pattern]) => pattern.test(message));
  const said = message.replace(/^cannot read /, '').replace(/: (?=[^:]*$)/, '：');
  if (!known) return { en: message, zh: `无法识别 ${said}` };
  const [pattern, words] = known;
  const written = message
    .replace(pattern, '')
    .replace(/^cannot read /, '')
    .replace(/: $/, '');
  return { en: message, zh: `无法识别 ${written}：${pattern.exec(message)![0].replace(pattern, words)}` };
};
