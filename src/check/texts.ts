import type { Finding } from '../bank/finding.ts';
import type { Item } from '../bank/item.ts';
import type { Path } from '../bank/positions.ts';
import { languages, same, type Text } from '../problem/text.ts';
import type { Report } from './context.ts';

interface PlacedText {
  readonly path: Path;
  readonly text: Text;
}

/** The texts of an item that are there in both languages. */
const textsOf = (item: Item): PlacedText[] => {
  const prompt = item.prompt ? [{ path: ['prompt'], text: item.prompt }] : [];
  if (item.type === 'calculation') return prompt;
  return [
    ...prompt,
    { path: ['answer'], text: item.answer },
    ...item.points.map((point, i) => ({ path: ['points', i, 'text'], text: point.text })),
  ];
};

const chinese = /\p{Script=Han}/u;
/** Three words of prose: what stands alone may be a name or a formula. */
const english = /[a-z]{2,}\s+[a-z]{2,}\s+[a-z]{2,}/i;

const mixed = ({ path, text }: PlacedText, report: Report): Finding[] => {
  const inEnglish = chinese.exec(text.en);
  const message = { en: 'the English text has Chinese characters', zh: '英文文本中有中文' };
  return [
    ...(inEnglish ? [report('language-mixed', [...path, 'en'], message, { got: same(inEnglish[0]) })] : []),
    ...(!chinese.test(text.zh) && english.test(text.zh)
      ? [report('language-mixed', [...path, 'zh'], { en: 'the Chinese text is English', zh: '中文文本是英文' })]
      : []),
  ];
};

const numbersIn = (text: string): string[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).sort();

/** Small numbers may be spelt out in one language: they are compared only where both write as many. */
const comparable = (zh: readonly string[], en: readonly string[]): ((number: string) => boolean) =>
  zh.length === en.length ? () => true : number => number.length > 1;

const differ = ({ path, text }: PlacedText, report: Report): Finding[] => {
  const [zh, en] = [numbersIn(text.zh), numbersIn(text.en)];
  const lone = [
    ...new Set([...zh.filter(number => !en.includes(number)), ...en.filter(number => !zh.includes(number))]),
  ].filter(comparable(zh, en));
  if (lone.length === 0) return [];
  return [
    report(
      'languages-differ',
      path,
      { en: `${lone.join(', ')} is there in one language only`, zh: `${lone.join('、')} 只出现在一种语言中` },
      { expected: same(zh.join(', ')), got: same(en.join(', ')) },
    ),
  ];
};

/** Whether the braces of the formulas in a text close: h_{t-1}, \frac{1}{2}. */
const closes = (text: string): boolean => {
  if (!/[_^]\{|\\[a-z]+\s*\{/i.test(text)) return true;
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    else if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
};

const open = ({ path, text }: PlacedText, report: Report): Finding[] =>
  languages
    .filter(language => !closes(text[language]))
    .map(language =>
      report('formula', [...path, language], {
        en: 'a brace of a formula is not closed, or closed twice',
        zh: '公式的花括号未闭合或多余',
      }),
    );

/** Proves the title of a file's topic. */
export const checkTitle = (title: Text, report: Report): Finding[] => mixed({ path: ['title'], text: title }, report);

/** Proves the texts of an item: each in its language, with the same numbers, with formulas that close. */
export const checkTexts = (item: Item, report: Report): Finding[] =>
  textsOf(item).flatMap(text => [...mixed(text, report), ...differ(text, report), ...open(text, report)]);
