import type { Item, ShortItem } from '../bank/item.ts';
import { topics } from '../kinds/topics.ts';
import { isExact } from '../marking/comparing.ts';
import type { TextVerdict, Verdict } from '../marking/verdict.ts';
import { showTexts } from '../messages/list.ts';
import { quizTexts } from '../messages/quiz.ts';
import { nextHintPrice } from '../practice/hint-price.ts';
import type { Question } from '../practice/question.ts';
import type { Summary } from '../practice/session.ts';
import { draw } from '../problem/drawing.ts';
import { askedOf } from '../problem/kind.ts';
import { rankOf } from '../problem/params.ts';
import { same, type Text } from '../problem/text.ts';
import type { Value } from '../problem/value.ts';
import { bar } from './bar.ts';
import { drawingLines, matrixLines, type Page } from './drawing.ts';
import { prose } from './prose.ts';
import { safe } from './safe.ts';
import type { Style } from './style.ts';
import { padEnd, widthOf, wrap } from './width.ts';

const indented = (lines: readonly string[]): string[] => lines.map(line => (line ? ` ${line}` : ''));

export const topicTitle = (topic: string): Text => topics[topic] ?? same(topic);

/** A topic as an item or a summary has it: its title by its bank, where the course has no such topic. */
export const titleOf = ({ topic, topicTitle: own }: Pick<Item, 'topic' | 'topicTitle'>): Text =>
  own ?? topicTitle(topic);

/** ●●○○: how far a session has come; nothing where there is no room for it. */
const progress = (done: number, of: number): string => (of <= 20 ? '●'.repeat(done) + '○'.repeat(of - done) : '');

/** `Back-propagation · bp-output-weights · 6 marks · level 2` */
export const questionTitle = ({ item }: Question, { language, width }: Page, style: Style): string[] => {
  const parts = [
    titleOf(item)[language],
    item.id,
    quizTexts.marks(item.marks)[language],
    quizTexts.level(item.level)[language],
  ];
  return wrap(parts.join(' · '), width - 1).map(line => style.heading(` ${line}`));
};

/** `3/10 · Back-propagation · 6 marks · level 2        ●●○○○` */
export const questionHeading = ({ item }: Question, number: number, of: number, page: Page, style: Style): string[] => {
  const { language } = page;
  const parts = [
    `${number}/${of}`,
    titleOf(item)[language],
    quizTexts.marks(item.marks)[language],
    quizTexts.level(item.level)[language],
  ];
  const left = ` ${parts.join(' · ')}`;
  const right = progress(number - 1, of);
  const gap = page.width - widthOf(left) - widthOf(right);
  if (right && gap >= 3) return [style.heading(left) + ' '.repeat(gap) + style.dim(right)];
  return wrap(left.trimStart(), page.width - 1).map(line => style.heading(` ${line}`));
};

/** What is asked, in a sentence: the sought quantity and to how many decimals. */
export const askedText = (question: Extract<Question, { type: 'calculation' }>): Text => {
  const { kind, item, truth } = question;
  const asked = askedOf(kind, item.ask)!;
  return quizTexts.give(asked.title, isExact(truth, asked.form) ? undefined : item.decimals);
};

const tipLines = (tip: (price: number, marks: number) => Text, marks: number, page: Page, style: Style): string[] =>
  wrap(tip(nextHintPrice(0, marks)!, marks)[page.language], page.width).map(style.dim);

/** The question as a student reads it; without the tip on hints where it is only shown. */
export const questionLines = (question: Question, page: Page, style: Style, isAsked = true): string[] => {
  const { language } = page;
  const inner = { ...page, width: page.width - 1 };
  if (question.type === 'short') {
    const { prompt: asking, marks } = question.item;
    return indented([
      ...wrap(prose(safe(asking[language])), inner.width),
      ...(isAsked ? tipLines(quizTexts.shortTip, marks, inner, style) : []),
    ]);
  }
  const { kind, item, params } = question;
  const prompt = wrap(prose(safe((item.prompt ?? kind.prompt(params))[language])), inner.width);
  const given = drawingLines(kind.given(params), { ...inner, width: inner.width - 2 }).map(line => `  ${line}`);
  const asked = wrap(askedText(question)[language], inner.width).map(style.strong);
  const tip = isAsked ? tipLines(quizTexts.tip, item.marks, inner, style) : [];
  return indented([...prompt, ...(given.length > 0 ? ['', ...given, ''] : []), ...asked, ...tip]);
};

/** A matrix as typed, its wrong cells in brackets of their own. */
const markedMatrix = (value: Value, cells: readonly (readonly number[])[], decimals: number): string[] | undefined => {
  if (rankOf(value) !== 2) return undefined;
  const wrong = new Set(cells.map(path => path.join()));
  return matrixLines(
    (value as number[][]).map((row, i) =>
      row.map((x, j) => (wrong.has(`${i},${j}`) ? `✗ ${Number(x.toFixed(decimals))}` : x)),
    ),
    decimals,
  );
};

/** How an answer was read that could have been read in two ways. */
const understoodLines = (value: Value, page: Page, style: Style): string[] =>
  drawingLines([[`${quizTexts.understood[page.language]} `, ...draw(value)]], { ...page, width: page.width - 3 }).map(
    line => style.dim(`   ${line}`),
  );

/** What is said of a calculation's answer. */
export const verdictLines = (
  verdict: Verdict,
  typed: Value | undefined,
  tries: number,
  page: Page,
  style: Style,
): string[] => {
  const { language } = page;
  const reading = verdict.understood === undefined ? [] : understoodLines(verdict.understood, page, style);
  if (verdict.verdict === 'correct') {
    const said = [tries > 1 ? quizTexts.rightAgain : quizTexts.right, ...(verdict.message ? [verdict.message] : [])];
    const text = wrap(said.map(part => part[language]).join(' '), page.width - 3);
    return [...reading, ...text.map((line, i) => (i === 0 ? style.good(' ✓ ') : '   ') + line)];
  }
  const [mark, paint] =
    verdict.verdict === 'close'
      ? ['≈', style.good]
      : verdict.verdict === 'wrong'
        ? ['✗', style.bad]
        : ['?', style.warn];
  const lines = wrap(verdict.message[language], page.width - 3);
  const drawn =
    verdict.verdict === 'wrong' && verdict.cells && !verdict.mistake && typed !== undefined
      ? markedMatrix(typed, verdict.cells, 4)
      : undefined;
  return [
    ...reading,
    ...lines.map((line, i) => (i === 0 ? paint(` ${mark} `) : '   ') + line),
    ...(drawn ?? []).map(line => `     ${line}`),
  ];
};

/** Key point by key point: met, with the words that met it, or what is missing. */
export const pointLines = (
  item: ShortItem,
  marking: TextVerdict,
  met: readonly string[],
  page: Page,
  style: Style,
): string[] => {
  const { language } = page;
  return item.points.flatMap(point => {
    const isMet = met.includes(point.id);
    const found = marking.points.find(mark => mark.point === point.id);
    const sign = isMet ? style.good(' ✓ ') : style.bad(' ✗ ');
    const score = `${isMet ? point.marks : 0}/${point.marks}  `;
    const text = wrap(prose(safe(point.text[language])), page.width - 8);
    const because = found?.contradictedBy
      ? quizTexts.contradictedBy(safe(found.contradictedBy))
      : isMet && found?.by
        ? quizTexts.metBy(safe(found.by))
        : undefined;
    const reason = because ? wrap(because[language], page.width - 8).map(line => style.dim(`        ${line}`)) : [];
    return [...text.map((line, i) => (i === 0 ? sign + score : '        ') + line), ...reason];
  });
};

export const modelAnswerLines = (item: ShortItem, page: Page, style: Style): string[] => [
  ` ${style.heading(quizTexts.model[page.language])}`,
  ...wrap(prose(safe(item.answer[page.language])), page.width - 3).map(line => `   ${line}`),
  ...sourceLines(item, page, style),
];

/** Where a fact or a problem comes from. */
export const sourceLines = ({ source }: Item, page: Page, style: Style): string[] =>
  wrap(`${quizTexts.source[page.language]}: ${safe(source)}`, page.width - 3).map(line => style.dim(`   ${line}`));

/** The key points of an item, each with its marks. */
export const keyPointLines = (item: ShortItem, { language, width }: Page, style: Style): string[] => [
  ` ${style.heading(showTexts.points[language])}`,
  ...item.points.flatMap(({ marks, text }) =>
    wrap(prose(safe(text[language])), width - 8).map((line, i) => (i === 0 ? `   ${marks}  ${line}` : `      ${line}`)),
  ),
];

/** The end of a session: what it came to, topic by topic, what went wrong, what to do next. */
export const summaryLines = (
  summary: Summary,
  tells: ReadonlyMap<string, Text>,
  next: readonly string[],
  page: Page,
  style: Style,
): string[] => {
  const { language } = page;
  if (summary.questions === 0) return [` ${quizTexts.nothingAnswered[language]}`];
  const head = [
    quizTexts.questions(summary.questions),
    quizTexts.minutes(summary.seconds),
    quizTexts.total(summary.marks, summary.outOf),
  ];
  const titles = summary.topics.map(topic => titleOf(topic)[language]);
  const column = Math.max(...titles.map(widthOf));
  const barWidth = Math.max(5, Math.min(15, page.width - column - 14));
  const isNarrow = column + barWidth + 14 > page.width;
  const rows = summary.topics.flatMap(({ marks, outOf }, i) => {
    const share = outOf === 0 ? 0 : marks / outOf;
    const drawn = `${(share >= 0.6 ? style.good : style.bad)(bar(share, barWidth))}  ${marks}/${outOf}`;
    return isNarrow ? [`   ${titles[i]}`, `   ${drawn}`] : [`   ${padEnd(titles[i]!, column)}   ${drawn}`];
  });
  const mistakes = summary.topics.flatMap(topic => topic.mistakes);
  const wrong = mistakes.flatMap(({ kind, mistake, times }) => {
    const tell = tells.get(`${kind} ${mistake}`);
    const text = `${tell ? tell[language] : mistake}${times > 1 ? ` ×${times}` : ''}`;
    return wrap(text, page.width - 5).map((line, i) => `   ${i === 0 ? '· ' : '  '}${line}`);
  });
  return [
    ...wrap(head.map(text => text[language]).join(' · '), page.width - 1).map(line => ` ${style.heading(line)}`),
    '',
    ...rows,
    ...(wrong.length > 0 ? ['', ` ${style.heading(quizTexts.wentWrong[language])}`, ...wrong] : []),
    ...(next.length > 0
      ? [
          '',
          ...next.map(
            (line, i) =>
              ` ${i === 0 ? style.heading(quizTexts.next[language]) : ' '.repeat(widthOf(quizTexts.next[language]))}   ${line}`,
          ),
        ]
      : []),
  ];
};
