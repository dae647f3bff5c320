import type { Item } from '../bank/item.ts';
import { listTexts } from '../messages/list.ts';
import { quizTexts } from '../messages/quiz.ts';
import type { Card } from '../practice/card.ts';
import { groupBy } from '../practice/group-by.ts';
import { stateOf } from '../practice/state.ts';
import { daysBetween } from '../practice/study-day.ts';
import type { Language } from '../problem/text.ts';
import type { Page } from './drawing.ts';
import { titleOf } from './quiz.ts';
import type { Style } from './style.ts';
import { padEnd, widthOf, wrap } from './width.ts';

const stateText = (card: Card | undefined, now: number, language: Language): string => {
  const state = stateOf(card, now);
  if (state !== 'learnt') return listTexts.states[state][language];
  return listTexts.states.learnt(Math.max(0, daysBetween(now, Date.parse(card!.due))))[language];
};

/** Items under their topics: id, type and kind, level, marks, when it comes back. */
export const listLines = (
  items: readonly Item[],
  cards: ReadonlyMap<string, Card>,
  now: number,
  page: Page,
  style: Style,
): string[] => {
  const { language, width } = page;
  const kindText = (item: Item): string => (item.type === 'short' ? listTexts.types.short[language] : item.kind);
  const [ids, kinds] = [
    Math.max(...items.map(({ id }) => widthOf(id))),
    Math.max(...items.map(item => widthOf(kindText(item)))),
  ];
  const isNarrow = ids + kinds + 32 > width;
  const row = (item: Item): string[] => {
    const { id, level, marks } = item;
    const state = stateText(cards.get(id), now, language);
    const [levels, worth] = [quizTexts.level(level)[language], quizTexts.marks(marks)[language]];
    if (isNarrow) {
      const rest = wrap([kindText(item), levels, worth, state].join(' · '), width - 6);
      return [...wrap(id, width - 4).map(line => `   ${line}`), ...rest.map(line => style.dim(`     ${line}`))];
    }
    const rest = `${padEnd(kindText(item), kinds)}  ${levels}  ${padEnd(worth, 8)}  ${state}`;
    return [`   ${padEnd(id, ids)}  ${style.dim(rest)}`];
  };
  return [...groupBy(items, item => item.topic)].flatMap(([topic, its], i) => [
    ...(i > 0 ? [''] : []),
    ...wrap(`${topic} · ${titleOf(its[0]!)[language]} · ${listTexts.count(its.length)[language]}`, width - 1).map(
      line => ` ${style.heading(line)}`,
    ),
    ...its.flatMap(row),
  ]);
};
