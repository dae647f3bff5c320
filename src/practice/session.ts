import type { Item } from '../bank/item.ts';
import { partialMarks, type TextVerdict, type Verdict } from '../marking/verdict.ts';
import { hintPrice } from './hint-price.ts';
import type { Question } from './question.ts';

/** Everything that is kept of one answered question. */
export interface Outcome {
  readonly question: Question;
  readonly verdict: 'correct' | 'close' | 'partial' | 'wrong';
  /** The answer as last typed. */
  readonly typed: string;
  readonly tries: number;
  readonly hints: number;
  readonly marks: number;
  readonly outOf: number;
  readonly seconds: number;
  /** The first mistake that was recognised. */
  readonly mistake?: string;
  /** The key points that count as met. */
  readonly points?: readonly string[];
  /** Whether the student changed what the marker found. */
  readonly isOverruled?: boolean;
}

/** A practice session: pure data, moved on by the functions below. */
export interface Session {
  readonly questions: readonly Question[];
  readonly at: number;
  /** Answers to the current question that could be read. */
  readonly tries: number;
  /** Hints taken to the current question. */
  readonly hints: number;
  /** When the current question was put, in milliseconds. */
  readonly since: number;
  readonly mistake?: string;
  readonly outcomes: readonly Outcome[];
}

export const begin = (questions: readonly Question[], now: number): Session => ({
  questions,
  at: 0,
  tries: 0,
  hints: 0,
  since: now,
  outcomes: [],
});

export const current = (session: Session): Question | undefined => session.questions[session.at];

/** A calculation is tried twice; a right answer at the second try earns two thirds. */
export const mostTries = 2;
const secondTry = 2 / 3;

const close = (session: Session, outcome: Outcome, now: number): Session => {
  const { questions, at, outcomes } = session;
  return { questions, at: at + 1, tries: 0, hints: 0, since: now, outcomes: [...outcomes, outcome] };
};

const secondsSince = (session: Session, now: number): number => Math.max(0, Math.round((now - session.since) / 1000));

/**
 * Moves on by the verdict on a calculation: an unreadable answer changes nothing, a wrong one leaves another try until
 * there is none, everything else closes the question. A blank answer gives up.
 */
export const answerCalculation = (session: Session, typed: string, verdict: Verdict, now: number): Session => {
  const question = current(session);
  if (!question || verdict.verdict === 'unreadable') return session;
  const tries = session.tries + 1;
  const found = verdict.verdict === 'wrong' ? verdict.mistake : undefined;
  const mistake = session.mistake ?? found;
  const isWrong = verdict.verdict === 'wrong';
  if (isWrong && tries < mostTries) return { ...session, tries, ...(mistake ? { mistake } : {}) };
  const outOf = question.item.marks;
  const { hints } = session;
  const earned = Math.max(0, (isWrong ? partialMarks(verdict, outOf) : outOf) - hintPrice(hints, outOf));
  const marks = tries === 1 ? earned : Math.floor(earned * secondTry);
  return close(
    session,
    {
      question,
      verdict: isWrong && marks > 0 ? 'partial' : verdict.verdict,
      typed,
      tries,
      hints,
      marks,
      outOf,
      seconds: secondsSince(session, now),
      ...(mistake ? { mistake } : {}),
    },
    now,
  );
};

/** Takes one more hint to the current question. */
export const takeHint = (session: Session): Session => ({ ...session, hints: session.hints + 1 });

/** Closes a calculation that the student does not know. */
export const giveUp = (session: Session, now: number): Session => {
  const question = current(session);
  if (!question) return session;
  const { mistake, tries, hints } = session;
  return close(
    session,
    {
      question,
      verdict: 'wrong',
      typed: '',
      tries,
      hints,
      marks: 0,
      outOf: question.item.marks,
      seconds: secondsSince(session, now),
      ...(mistake ? { mistake } : {}),
    },
    now,
  );
};

/** Closes a short answer with the points that count, as the marker found them or as the student overruled it. */
export const answerText = (
  session: Session,
  typed: string,
  marking: TextVerdict,
  points: readonly string[],
  now: number,
): Session => {
  const question = current(session);
  if (question?.type !== 'short') return session;
  const found = marking.points.filter(point => point.met).map(point => point.point);
  const isOverruled = found.length !== points.length || found.some(point => !points.includes(point));
  const { item } = question;
  const met = item.points.filter(point => points.includes(point.id)).reduce((total, point) => total + point.marks, 0);
  const verdict = met === item.marks ? 'correct' : met > 0 ? 'partial' : 'wrong';
  const { hints } = session;
  const marks = Math.max(0, met - hintPrice(hints, item.marks));
  return close(
    session,
    {
      question,
      verdict,
      typed,
      tries: 1,
      hints,
      marks,
      outOf: item.marks,
      seconds: secondsSince(session, now),
      points: [...points],
      ...(isOverruled ? { isOverruled } : {}),
    },
    now,
  );
};

/** What a session came to, topic by topic, in the order in which the topics came up. */
export interface Summary {
  readonly questions: number;
  readonly seconds: number;
  readonly marks: number;
  readonly outOf: number;
  readonly topics: readonly TopicSummary[];
}

export interface TopicSummary extends Pick<Item, 'topic' | 'topicTitle'> {
  readonly questions: number;
  readonly marks: number;
  readonly outOf: number;
  /** Mistakes that were recognised, most frequent first: kind, mistake, how often. */
  readonly mistakes: readonly { readonly kind: string; readonly mistake: string; readonly times: number }[];
}

const sum = (outcomes: readonly Outcome[], key: 'marks' | 'outOf' | 'seconds'): number =>
  outcomes.reduce((total, outcome) => total + outcome[key], 0);

const mistakesOf = (outcomes: readonly Outcome[]): TopicSummary['mistakes'] => {
  const counted = new Map<string, { kind: string; mistake: string; times: number }>();
  for (const { question, mistake } of outcomes) {
    if (!mistake || question.type !== 'calculation') continue;
    const key = `${question.kind.id} ${mistake}`;
    const before = counted.get(key)?.times ?? 0;
    counted.set(key, { kind: question.kind.id, mistake, times: before + 1 });
  }
  return [...counted.values()].sort((a, b) => b.times - a.times);
};

export const summarise = ({ outcomes }: Session): Summary => summaryOf(outcomes);

/** What closed questions came to. */
export const summaryOf = (outcomes: readonly Outcome[]): Summary => {
  const topics = [...new Set(outcomes.map(outcome => outcome.question.item.topic))];
  return {
    questions: outcomes.length,
    seconds: sum(outcomes, 'seconds'),
    marks: sum(outcomes, 'marks'),
    outOf: sum(outcomes, 'outOf'),
    topics: topics.map(topic => {
      const here = outcomes.filter(outcome => outcome.question.item.topic === topic);
      const { topicTitle } = here[0]!.question.item;
      return {
        topic,
        ...(topicTitle ? { topicTitle } : {}),
        questions: here.length,
        marks: sum(here, 'marks'),
        outOf: sum(here, 'outOf'),
        mistakes: mistakesOf(here),
      };
    }),
  };
};
