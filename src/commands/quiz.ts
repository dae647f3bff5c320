import type { Item } from '../bank/item.ts';
import { loadKind } from '../kinds/index.ts';
import type { Card } from '../practice/card.ts';
import { capOf, loadOf } from '../practice/plan.ts';
import { pose, type Question } from '../practice/question.ts';
import type { Limits } from '../practice/schedule.ts';
import { chooseItems } from '../practice/select.ts';
import { weaknessOf } from '../practice/weakness.ts';
import { seeded } from '../problem/random.ts';
import { styleOf } from '../render/style.ts';
import { lookOf } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { requireKnown } from './known.ts';
import type { QuizFlags } from './quiz-flags.ts';
import { conduct } from './quiz-session.ts';
import { jsonView, textView } from './quiz-view.ts';
import { loadStudy } from './study.ts';
import { withAsk } from './with-ask.ts';

/** Items as questions: printed numbers the first time, fresh ones from then on. */
const poseAll = async (items: readonly Item[], cards: ReadonlyMap<string, Card>, seed: number): Promise<Question[]> => {
  const random = seeded(seed);
  const posed: Question[] = [];
  for (const item of items) {
    const kind = item.type === 'calculation' ? await loadKind(item.kind) : undefined;
    const fresh = random.integer(0, 0x7fffffff);
    posed.push(pose(item, kind, cards.has(item.id) ? fresh : undefined));
  }
  return posed;
};

/** `drill quiz`: chooses what to ask, asks it, and gives the exit code. */
export const quiz = async (topics: readonly string[], flags: QuizFlags, shell: Shell): Promise<number> => {
  const { terminal } = shell;
  const look = lookOf(terminal, flags);
  const { bank, history, records, exam, cards, now } = await loadStudy(terminal, look);
  requireKnown(bank, topics, flags.item ?? []);
  const seed = flags.seed ?? now % 0x7fffffff;
  const cap = capOf(exam, now);
  const limits: Limits = { load: loadOf(cards.values(), now), ...(cap === undefined ? {} : { capDays: cap }) };
  const items = chooseItems({
    items: bank.items,
    cards: flags.cram ? new Map() : cards,
    now,
    count: flags.count,
    seed,
    ...(topics.length > 0 ? { topics } : {}),
    ...(flags.type ? { type: flags.type } : {}),
    ...(flags.item ? { ids: flags.item } : {}),
    ...(flags.new === undefined ? {} : { fresh: flags.new }),
    ...(flags.all ? { scope: 'all' } : flags.due ? { scope: 'due' } : {}),
    ...(flags.weak ? { weakness: weaknessOf(records, bank.items) } : {}),
  });
  const questions = await poseAll(items, cards, seed);
  const page = { width: look.width, language: look.language };
  const view = flags.json ? jsonView(terminal, look.language) : textView(terminal, page, await styleOf(look.coloured));
  const confirms = terminal.input.isTTY === true && !flags.json;
  const mode = flags.cram ? { mode: 'cram' as const } : {};
  return withAsk(
    terminal,
    look,
    ask => conduct({ questions, cards, history, view, ask, confirms, look, terminal, limits, ...mode }),
    flags.json === true,
  );
};
