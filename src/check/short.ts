import type { Finding } from '../bank/finding.ts';
import type { KeyPoint, ShortItem } from '../bank/item.ts';
import type { Path } from '../bank/positions.ts';
import { markText, type PointMark } from '../marking/key-points.ts';
import { PatternError, readPattern } from '../marking/pattern.ts';
import { isMet, type ReadPoint, readPoint, readText } from '../marking/rubric.ts';
import { readSubjects } from '../marking/subject.ts';
import { languages, same, type Text } from '../problem/text.ts';
import type { PointAgreement } from './agreement.ts';
import type { Report } from './context.ts';
import { patternFault } from './pattern-fault.ts';

/** Why an alternative, or the words of `about`, cannot be read; undefined where it can. */
const faultOf = (
  alternative: readonly string[],
  read: (words: readonly string[]) => unknown = readPattern,
): Text | undefined => {
  try {
    read(alternative);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) return patternFault(error);
    throw error;
  }
};

const unreadable = (point: KeyPoint, i: number, report: Report): Finding[] => [
  ...(['accept', 'contradict'] as const).flatMap(list =>
    point[list].flatMap((alternative, j) => {
      const whole = faultOf(alternative);
      if (!whole) return [];
      const parts = alternative.flatMap((group, k) => {
        const fault = faultOf([group]);
        return fault && !group.trim().startsWith('!') ? [report('pattern', ['points', i, list, j, k], fault)] : [];
      });
      return parts.length > 0 ? parts : [report('pattern', ['points', i, list, j], whole)];
    }),
  ),
  ...(point.about ?? []).flatMap((words, j) => {
    const fault = faultOf([words], readSubjects);
    return fault ? [report('pattern', ['points', i, 'about', j], fault)] : [];
  }),
];

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
    report(
      'marks-differ',
      ['marks'],
      {
        en: `the points add up to ${sum} marks, the item has ${item.marks}`,
        zh: `采分点共 ${sum} 分，题目为 ${item.marks} 分`,
      },
      { expected: same(String(sum)), got: same(String(item.marks)) },
    ),
  ];
};

/** What the marker says of one point, with its words: asked only where something is wrong. */
const wordsOf = (item: ShortItem, text: string, id: string): PointMark =>
  markText(text, item.points).points.find(point => point.point === id)!;

/** The model answer earns every point, in both languages. */
const modelMisses = (item: ShortItem, points: readonly ReadPoint[], report: Report): Finding[] =>
  languages.flatMap(language => {
    const reading = readText(item.answer[language]);
    return points
      .filter(point => !isMet(point, reading))
      .map(({ id }) => {
        const { contradictedBy } = wordsOf(item, item.answer[language], id);
        return report(
          'model-answer-misses',
          ['answer', language],
          {
            en: `the model answer (${language}) does not meet “${id}”${contradictedBy ? `: contradicted by “${contradictedBy}”` : ''}`,
            zh: `参考答案（${language}）不符合采分点“${id}”${contradictedBy ? `：与“${contradictedBy}”矛盾` : ''}`,
          },
          { expected: item.points.find(point => point.id === id)!.text },
        );
      });
  });

/** The question's own words, typed back, earn nothing. */
const promptEarns = (item: ShortItem, points: readonly ReadPoint[], report: Report): Finding[] =>
  languages.flatMap(language => {
    const reading = readText(item.prompt[language]);
    return points
      .filter(point => isMet(point, reading))
      .map(({ id }) => {
        const by = wordsOf(item, item.prompt[language], id).by ?? '';
        return report(
          'prompt-earns',
          ['prompt', language],
          {
            en: `the question's own words meet “${id}” (by “${by}”)`,
            zh: `题目本身的文字就符合采分点“${id}”（依据“${by}”）`,
          },
          { got: same(by) },
        );
      });
  });

/** What the marker finds in each sample. */
const markSamples = (item: ShortItem, points: readonly ReadPoint[]): string[][] =>
  item.samples.map(({ text }) => {
    const reading = readText(text);
    return points.filter(point => isMet(point, reading)).map(({ id }) => id);
  });

const agreements = (item: ShortItem, marked: readonly string[][]): PointAgreement[] =>
  item.points.map(({ id }) => {
    const found = item.samples.filter((_, i) => marked[i]!.includes(id));
    return {
      item: item.id,
      point: id,
      samples: item.samples.length,
      found: found.length,
      met: item.samples.filter(({ points }) => points.includes(id)).length,
      both: found.filter(({ points }) => points.includes(id)).length,
    };
  });

const unknownPoint = ({ points }: ShortItem, id: string, path: Path, report: Report): Finding => {
  const names = [...new Set(points.map(point => point.id))];
  return report(
    'unknown-point',
    path,
    { en: `there is no point “${id}”`, zh: `没有采分点“${id}”` },
    { got: same(id), hint: { en: `there are ${names.join(', ')}`, zh: `可用：${names.join('、')}` } },
  );
};

/** The marker finds in every sample the points that a person found. */
const samplesDisagree = (item: ShortItem, marked: readonly string[][], report: Report): Finding[] =>
  item.samples.flatMap((sample, i) => {
    const named = sample.points.flatMap((id, j) => {
      const path = ['samples', i, 'points', j];
      if (sample.points.indexOf(id) < j) {
        const message = { en: `the point “${id}” is named twice`, zh: `采分点“${id}”重复引用` };
        return [report('duplicate-point', path, message, { got: same(id) })];
      }
      return item.points.some(point => point.id === id) ? [] : [unknownPoint(item, id, path, report)];
    });
    if (named.length > 0) return named;
    const found = marked[i]!;
    const details = { expected: same(sample.points.join(', ') || '—'), got: same(found.join(', ') || '—') };
    const missed = sample.points
      .filter(id => !found.includes(id))
      .map(id => ({ en: `the marker does not find “${id}” here`, zh: `判分时未发现采分点“${id}”` }));
    const extra = found
      .filter(id => !sample.points.includes(id))
      .map(id => {
        const by = wordsOf(item, sample.text, id).by ?? '';
        return { en: `the marker finds “${id}” by “${by}”`, zh: `判分时误认为符合采分点“${id}”（依据“${by}”）` };
      });
    return [...missed, ...extra].map(message => report('sample-disagrees', ['samples', i, 'text'], message, details));
  });

/** Proves one short item: its marks, its rubric, the model answer, the samples. */
export const checkShort = (
  item: ShortItem,
  report: Report,
): { findings: Finding[]; agreement: readonly PointAgreement[] } => {
  const counted = [...marksDiffer(item, report), ...repeated(item, report)];
  let points: ReadPoint[];
  try {
    points = item.points.map(point => readPoint(point));
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return {
      findings: [...item.points.flatMap((point, i) => unreadable(point, i, report)), ...counted],
      agreement: [],
    };
  }
  const marked = markSamples(item, points);
  const findings = [
    ...counted,
    ...modelMisses(item, points, report),
    ...promptEarns(item, points, report),
    ...samplesDisagree(item, marked, report),
  ];
  return { findings, agreement: agreements(item, marked) };
};
