import type { Item } from '../bank/item.ts';
import { loadKind } from '../kinds/index.ts';
import { examTexts } from '../messages/exam.ts';
import { UsageError } from '../messages/say.ts';
import type { Card } from '../practice/card.ts';
import { drawPaper } from '../practice/paper.ts';
import { capOf, loadOf } from '../practice/plan.ts';
import { pose, type Question } from '../practice/question.ts';
import type { OpenPaper } from '../practice/read-history.ts';
import { newId } from '../practice/record-id.ts';
import type { Limits } from '../practice/schedule.ts';
import { chooseItems } from '../practice/select.ts';
import { weaknessOf } from '../practice/weakness.ts';
import { seeded } from '../problem/random.ts';
import { styleOf } from '../render/style.ts';
import { type Look, lookOf, type Terminal } from '../terminal/terminal.ts';
import type { Shell } from './common.ts';
import { sitExam } from './exam.ts';
import { requireKnown } from './known.ts';
import { questionOf } from './question-of.ts';
import type { QuizFlags } from './quiz-flags.ts';
import { conduct } from './quiz-session.ts';
import { jsonView, textView } from './quiz-view.ts';
import { loadStudy, type Study } from './study.ts';
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

/** The mock exam that is asked for: the one that was left, or a new one that is written down before it begins. */
const paperOf = async (
  study: Study,
  topics: readonly string[],
  flags: QuizFlags,
  seed: number,
  at: string,
): Promise<OpenPaper> => {
  const { bank, history, paper } = study;
  if (flags.exam === undefined) {
    if (!paper) throw new UsageError(examTexts.noPaper);
    return paper;
  }
  if (paper && !flags.resume) throw new UsageError(examTexts.openPaper);
  if (paper) await history.append({ v: 1, type: 'paper-end', id: newId(), at, paper: paper.id });
  const questions = drawPaper({
    items: bank.items,
    marks: flags.marks,
    seed,
    ...(topics.length > 0 ? { topics } : {}),
  });
  if (questions.length === 0) throw new UsageError(examTexts.nothing);
  const id = newId();
  await history.append({ v: 1, type: 'paper', id, at, seconds: flags.exam, questions });
  return { id, at, questions, answers: new Map(), current: 0, left: flags.exam };
};

const mockExam = async (
  study: Study,
  topics: readonly string[],
  flags: QuizFlags,
  seed: number,
  limits: Limits,
  look: Look,
  terminal: Terminal,
): Promise<number> => {
  const drawn = await paperOf(study, topics, flags, seed, terminal.now().toISOString());
  const isThere = drawn.questions.map(({ item }) => study.bank.items.some(({ id }) => id === item));
  const paper = { ...drawn, questions: drawn.questions.filter((_, i) => isThere[i]) };
  const questions = await Promise.all(
    paper.questions.map(({ item, seed: numbers }) => questionOf(study.bank, item, numbers)),
  );
  const style = await styleOf(look.coloured);
  return withAsk(terminal, look, ask => sitExam({ study, paper, questions, limits, ask, look, style, terminal }));
};

/** `drill quiz`: chooses what to ask, asks it, and gives the exit code. */
export const quiz = async (topics: readonly string[], flags: QuizFlags, shell: Shell): Promise<number> => {
  const { terminal } = shell;
  const look = lookOf(terminal, flags);
  const study = await loadStudy(terminal, look, flags.bank);
  const { bank, history, records, exam, cards, now } = study;
  requireKnown(bank, topics, flags.item ?? []);
  const seed = flags.seed ?? Math.floor(now % 0x7fffffff);
  const cap = capOf(exam, now);
  const limits: Limits = { load: loadOf(cards.values(), now), ...(cap === undefined ? {} : { capDays: cap }) };
  if (flags.exam !== undefined || flags.resume) return mockExam(study, topics, flags, seed, limits, look, terminal);
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
