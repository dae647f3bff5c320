import type { Finding } from '../bank/finding.ts';
import type { KeyPoint, ShortItem } from '../bank/item.ts';
import { markText } from '../marking/key-points.ts';
import { PatternError, readPattern } from '../marking/pattern.ts';
import { languages } from '../problem/text.ts';
import type { Report } from './context.ts';

const unreadable = (point: KeyPoint, i: number, report: Report): Finding[] =>
  (['accept', 'contradict'] as const).flatMap(list =>
    point[list].flatMap((alternative, j) => {
      try {
        readPattern(alternative);
        return [];
      } catch (error) {
        if (!(error instanceof PatternError)) throw error;
        return [
          report('pattern', ['points', i, list, j], { en: error.message, zh: `无法识别的写法：${error.message}` }),
        ];
      }
    }),
  );

const repeated = (item: ShortItem, report: Report): Finding[] =>
  item.points.flatMap((point, i) =>
    item.points.findIndex(other => other.id === point.id) === i
      ? []
      : [
          report('duplicate-point', ['points', i, 'id'], {
            en: `the point “${point.id}” is there twice`,
            zh: `采分点“${point.id}”重复`,
          }),
        ],
  );

const marksDiffer = (item: ShortItem, report: Report): Finding[] => {
  const sum = item.points.reduce((total, point) => total + point.marks, 0);
  if (sum === item.marks) return [];
  return [
    report('marks-differ', ['marks'], {
      en: `the points add up to ${sum} marks, the item has ${item.marks}`,
      zh: `采分点共 ${sum} 分，题目为 ${item.marks} 分`,
    }),
  ];
};

/** The model answer earns every point, in both languages. */
const modelMisses = (item: ShortItem, report: Report): Finding[] =>
  languages.flatMap(language =>
    markText(item.answer[language], item.points)
      .points.filter(point => !point.met)
      .map(point =>
        report('model-answer-misses', ['answer', language], {
          en: `the model answer (${language}) does not meet “${point.point}”${point.contradictedBy ? `: contradicted by “${point.contradictedBy}”` : ''}`,
          zh: `参考答案（${language}）不符合采分点“${point.point}”${point.contradictedBy ? `：与“${point.contradictedBy}”矛盾` : ''}`,
        }),
      ),
  );

/** The question's own words, typed back, earn nothing. */
const promptEarns = (item: ShortItem, report: Report): Finding[] =>
  languages.flatMap(language =>
    markText(item.prompt[language], item.points)
      .points.filter(point => point.met)
      .map(point =>
        report('prompt-earns', ['prompt', language], {
          en: `the question's own words meet “${point.point}” (by “${point.by ?? ''}”)`,
          zh: `题目本身的文字就符合采分点“${point.point}”（依据“${point.by ?? ''}”）`,
        }),
      ),
  );

/** The marker finds in every sample the points that a person found. */
const samplesDisagree = (item: ShortItem, report: Report): Finding[] =>
  item.samples.flatMap((sample, i) => {
    const unknown = sample.points.filter(id => !item.points.some(point => point.id === id));
    if (unknown.length > 0) {
      return [
        report('unknown-point', ['samples', i, 'points'], {
          en: `there is no point “${unknown.join(', ')}”`,
          zh: `没有采分点“${unknown.join('、')}”`,
        }),
      ];
    }
    const found = markText(sample.text, item.points).points.filter(point => point.met);
    const missed = sample.points.filter(id => !found.some(point => point.point === id));
    const extra = found.filter(point => !sample.points.includes(point.point));
    return [
      ...missed.map(id =>
        report('sample-disagrees', ['samples', i, 'text'], {
          en: `the marker does not find “${id}” here`,
          zh: `判分时未发现采分点“${id}”`,
        }),
      ),
      ...extra.map(point =>
        report('sample-disagrees', ['samples', i, 'text'], {
          en: `the marker finds “${point.point}” by “${point.by ?? ''}”`,
          zh: `判分时误认为符合采分点“${point.point}”（依据“${point.by ?? ''}”）`,
        }),
      ),
    ];
  });

/** Proves one short item: its marks, its rubric, the model answer, the samples. */
export const checkShort = (item: ShortItem, report: Report): Finding[] => {
  const patterns = item.points.flatMap((point, i) => unreadable(point, i, report));
  const counted = [...marksDiffer(item, report), ...repeated(item, report)];
  if (patterns.length > 0) return [...patterns, ...counted];
  return [...counted, ...modelMisses(item, report), ...promptEarns(item, report), ...samplesDisagree(item, report)];
};
