import type { Finding } from '../bank/finding.ts';
import type { Path } from '../bank/positions.ts';
import { isExact, tiny } from '../marking/comparing.ts';
import { wrongValues } from '../problem/generate.ts';
import { askedOf } from '../problem/kind.ts';
import { nearest } from '../problem/params.ts';
import { same } from '../problem/text.ts';
import { distance, numbersOf, sameShape, type Value } from '../problem/value.ts';
import type { Report } from './context.ts';
import { type Posed, shown } from './posed.ts';

const unknown = (mistake: string, { kind }: Posed, path: Path, report: Report): Finding => {
  const names = Object.keys(kind.mistakes);
  const meant = nearest(mistake, names);
  return report(
    'wrong-unknown',
    path,
    {
      en: `${kind.id} has no mistake “${mistake}”${meant ? `; did you mean “${meant}”?` : ''}`,
      zh: `${kind.id} 没有错误类型“${mistake}”${meant ? `，是否想写“${meant}”？` : ''}`,
    },
    {
      part: 'key',
      ...(meant ? { expected: same(meant) } : {}),
      got: same(mistake),
      hint: { en: `it has ${names.join(', ')}`, zh: `可用：${names.join('、')}` },
    },
  );
};

/** Every example of a mistake must be what that mistake gives, and no other. */
export const wrongExamples = (posed: Posed, report: Report): Finding[] => {
  if (Object.keys(posed.item.wrong).length === 0) return [];
  const { item, kind, params, answer, truth } = posed;
  const form = askedOf(kind, item.ask)?.form;
  // Behind a whole answer a mistake may give decimals.
  const halfOf = (value: Value): number => (isExact(value, form) ? 0 : 0.5 * 10 ** -item.decimals);
  const values = wrongValues(kind, params, answer, item.ask);
  return Object.entries(item.wrong).flatMap(([mistake, example]) => {
    const path: Path = ['wrong', mistake];
    if (!Object.hasOwn(kind.mistakes, mistake)) return [unknown(mistake, posed, path, report)];
    const got = same(JSON.stringify(example));
    const fits = (value: Value): boolean =>
      sameShape(example, value) && distance(example, value) <= halfOf(value) + Math.max(...numbersOf(value).map(tiny));
    if (fits(truth)) {
      return [report('wrong-is-right', path, { en: 'this is the right answer', zh: '这是正确答案' }, { got })];
    }
    const found = values.filter(wrong => fits(wrong.value)).map(wrong => wrong.mistake);
    if (found.length === 1 && found[0] === mistake) return [];
    const own = values.find(wrong => wrong.mistake === mistake);
    const others = found.filter(other => other !== mistake);
    const gives = own && shown(own.value, item.decimals);
    return [
      report(
        'wrong-undiagnosed',
        path,
        others.length > 0
          ? { en: `this is what ${others.join(' and ')} gives`, zh: `这是 ${others.join('、')} 的结果` }
          : { en: `this is not what ${mistake} gives`, zh: `这不是 ${mistake} 的结果` },
        {
          got,
          ...(gives ? { expected: same(gives) } : {}),
          hint: gives
            ? { en: `it gives ${gives}`, zh: `其结果为 ${gives}` }
            : {
                en: 'the mistake cannot be made on these parameters, or not about what is asked',
                zh: '此题不会出现这种错误，或该错误与所求无关',
              },
        },
      ),
    ];
  });
};
