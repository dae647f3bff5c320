import { markCalculation } from '../marking/calculation.ts';
import { markText } from '../marking/key-points.ts';
import { isUnfinished, readAnswer } from '../marking/read-answer.ts';
import { quizTexts } from '../messages/quiz.ts';
import type { Card } from '../practice/card.ts';
import { nextHintPrice } from '../practice/hint-price.ts';
import type { History } from '../practice/history.ts';
import type { Question } from '../practice/question.ts';
import { again, easy, good, hard, type Rating } from '../practice/rating.ts';
import type { ReviewRecord, UndoRecord } from '../practice/record.ts';
import { newId } from '../practice/record-id.ts';
import type { Limits } from '../practice/schedule.ts';
import {
  answerCalculation,
  answerText,
  begin,
  current,
  giveUp,
  type Outcome,
  type Session,
  type Summary,
  summarise,
  takeHint,
} from '../practice/session.ts';
import { recordOf } from '../practice/session-record.ts';
import { join, same, type Text } from '../problem/text.ts';
import { type Ask, exitCodeOf, InputEnded, returnKey } from '../terminal/ask.ts';
import type { Look, Terminal } from '../terminal/terminal.ts';
import { askKey, type LabelledKey } from './ask-key.ts';
import type { View } from './quiz-view.ts';
import { tellsOf } from './tells.ts';
import { warned } from './warned.ts';

export interface Setting {
  readonly questions: readonly Question[];
  readonly cards: ReadonlyMap<string, Card>;
  readonly history: History;
  readonly view: View;
  readonly ask: Ask;
  /** Whether a person is there to overrule the marker and to ask for the work. */
  readonly confirms: boolean;
  readonly look: Look;
  readonly terminal: Terminal;
  /** Cramming leaves the schedule alone. */
  readonly mode?: 'cram';
  /** How long an interval may be, and how the load is spread. */
  readonly limits: Limits;
}

type Calculation = Extract<Question, { type: 'calculation' }>;
type Short = Extract<Question, { type: 'short' }>;

const isHintWanted = (typed: string): boolean => /^\s*[?？]\s*$/u.test(typed);

/** The next hint, at the price that was shown before; nothing changes where there is none left. */
const hint = async (session: Session, question: Question, { view }: Setting): Promise<Session> => {
  const { marks } = question.item;
  const isLeft = nextHintPrice(session.hints, marks) !== undefined;
  const next = isLeft ? takeHint(session) : session;
  await view.hint(question, isLeft ? next.hints : undefined, nextHintPrice(next.hints, marks));
  return next;
};

/** An answer of one line, or of several where a matrix is pasted row by row. */
const readLines = async (prompt: Text, question: Calculation, { ask, look }: Setting): Promise<string> => {
  let typed = await ask.line(prompt[look.language]);
  while (isUnfinished(typed, question.truth)) {
    const more = await ask.line('  …');
    if (more.trim() === '') break;
    typed = `${typed}\n${more}`;
  }
  return typed;
};

/** One try at a calculation; a blank line gives up. */
const tryCalculation = async (session: Session, question: Calculation, setting: Setting): Promise<Session> => {
  const { view, terminal, confirms } = setting;
  const typed = await readLines(session.tries === 0 ? quizTexts.answer : quizTexts.again, question, setting);
  if (isHintWanted(typed)) return hint(session, question, setting);
  const now = terminal.now().getTime();
  if (typed.trim() === '') {
    const next = giveUp(session, now);
    await view.work(question);
    return next;
  }
  const { kind, params, answer, item } = question;
  const verdict = markCalculation(
    { kind, params, answer, ask: item.ask, decimals: item.decimals, tolerance: item.tolerance },
    typed,
  );
  const next = answerCalculation(session, typed, verdict, now);
  const outcome = next.at > session.at ? next.outcomes.at(-1) : undefined;
  await view.verdict(question, verdict, readAnswer(typed, question.truth)?.value, outcome);
  if (!outcome) return next;
  await view.closed(outcome);
  if (verdict.verdict === 'wrong') await (confirms ? chooseWork(question, setting) : view.work(question));
  return next;
};

/** After the last wrong answer: the whole work, or the student works it along to find the step that went wrong. */
const chooseWork = async (question: Calculation, setting: Setting): Promise<void> => {
  const { ask, view, look } = setting;
  const chosen = await askKey(ask, look, [
    { key: returnKey, label: quizTexts.wholeWork, value: 'work' },
    { key: 'a', label: quizTexts.along, value: 'along' },
    { key: 'n', label: quizTexts.goOn, value: 'on' },
  ]);
  if (chosen === 'work') await view.work(question);
  if (chosen === 'along') await view.along(question, ask);
};

const ratings: readonly Rating[] = [again, hard, good, easy];

const ratingKey = (rating: Rating, now: Rating): LabelledKey<Rating> => ({
  key: String(rating),
  label: join([quizTexts.ratings[rating], same(rating === now ? ' ✓' : '')]),
  value: rating,
});

/** After a question a person may see the work, and say how well it went: the record is then replaced by another. */
const afterwards = async (
  outcome: Outcome,
  record: ReviewRecord | undefined,
  setting: Setting,
  id: string,
): Promise<void> => {
  const { ask, view, look, history, terminal } = setting;
  const { question } = outcome;
  let kept = record;
  for (;;) {
    const rated = kept && setting.mode !== 'cram' ? kept : undefined;
    const chosen = await askKey<Rating | 'on' | 'work'>(ask, look, [
      { key: returnKey, label: quizTexts.goOn, value: 'on' },
      { key: 'w', label: quizTexts.wholeWork, value: 'work' },
      ...(rated ? ratings.map(rating => ratingKey(rating, rated.rating)) : []),
    ]);
    if (chosen === 'on') return;
    if (chosen === 'work') await view.work(question);
    else if (rated && chosen !== rated.rating) {
      await warned(terminal, look, () => history.append(undoOf(rated, setting)));
      kept = await keep(outcome, setting, id, chosen);
    }
  }
};

const undoOf = ({ id }: ReviewRecord, { terminal }: Setting): UndoRecord => ({
  v: 1,
  type: 'undo',
  id: newId(),
  at: terminal.now().toISOString(),
  of: id,
});

/** A short answer: marked by its key points, confirmed or overruled by the student where there is one. */
const answerShort = async (session: Session, question: Short, setting: Setting): Promise<Session> => {
  const { ask, view, look, terminal, confirms } = setting;
  const { item } = question;
  const typed = await ask.line(quizTexts.answer[look.language]);
  if (isHintWanted(typed)) return hint(session, question, setting);
  const answeredAt = terminal.now().getTime();
  const marking = markText(typed, item.points);
  const found = marking.points.filter(point => point.met).map(point => point.point);
  await view.points(question, marking, found);
  await view.work(question);
  const choices = item.points.map(point => ({
    value: point.id,
    label: point.text[look.language],
    isChosen: found.includes(point.id),
  }));
  const isBlank = typed.trim() === '';
  const met = confirms && !isBlank ? await confirm(choices, setting) : found;
  const next = answerText(session, typed, marking, met, answeredAt);
  await view.closed(next.outcomes.at(-1)!);
  return next;
};

const confirm = (
  choices: readonly { value: string; label: string; isChosen: boolean }[],
  { ask, look }: Setting,
): Promise<string[]> =>
  ask.chooseSome((look.isPlain ? quizTexts.whichMetPlain : quizTexts.whichMet)[look.language], choices);

/** Keeps the outcome; the record, or undefined where it could not be written. */
const keep = async (
  outcome: Outcome,
  setting: Setting,
  session: string,
  rating?: Rating,
): Promise<ReviewRecord | undefined> => {
  const { history, cards, terminal, look, limits, mode } = setting;
  const record = recordOf(outcome, {
    session,
    now: terminal.now().getTime(),
    card: cards.get(outcome.question.item.id),
    limits,
    ...(mode ? { mode } : {}),
    ...(rating ? { rating } : {}),
  });
  return (await warned(terminal, look, () => history.append(record))) ? record : undefined;
};

/** What to practise next: the topic that lost the largest share of its marks. */
const nextOf = ({ topics }: Summary): string[] => {
  const lost = (topic: Summary['topics'][number]): number => 1 - topic.marks / topic.outOf;
  const [weakest] = [...topics].sort((a, b) => lost(b) - lost(a));
  return [weakest && lost(weakest) > 0 ? `drill quiz ${weakest.topic}` : 'drill quiz'];
};

/**
 * Puts the questions one after the other. Every answer is in the history before the next question appears. However the input
 * ends, what was answered stays, and the summary is printed.
 */
export const conduct = async (setting: Setting): Promise<number> => {
  const { questions, view, ask, terminal, confirms } = setting;
  if (questions.length === 0) {
    ask.close();
    await view.nothing();
    return 0;
  }
  const id = newId();
  let session = begin(questions, terminal.now().getTime());
  let shown = -1;
  let code = 0;
  try {
    for (let question = current(session); question; question = current(session)) {
      const before = session.at;
      if (shown !== before) await view.question(question, before + 1, questions.length);
      shown = before;
      const step = question.type === 'short' ? answerShort : tryCalculation;
      session = await (step as typeof tryCalculation)(session, question as Calculation, setting);
      if (session.at === before) continue;
      const outcome = session.outcomes.at(-1)!;
      const record = await keep(outcome, setting, id);
      if (confirms) await afterwards(outcome, record, setting, id);
      session = { ...session, since: terminal.now().getTime() };
    }
  } catch (error) {
    if (!(error instanceof InputEnded)) throw error;
    code = exitCodeOf[error.how];
    if (session.tries > 0) {
      session = giveUp(session, terminal.now().getTime());
      await keep(session.outcomes.at(-1)!, setting, id);
    }
  } finally {
    ask.close();
  }
  const summary = summarise(session);
  const isEarly = session.outcomes.length < questions.length;
  await view.end({ summary, tells: tellsOf(session.outcomes), next: nextOf(summary), isEarly });
  return code;
};
