import { tellOf } from '../marking/diagnosis.ts';
import type { Outcome } from '../practice/session.ts';
import type { Text } from '../problem/text.ts';

/** The sentences of the mistakes that were recognised, by `kind mistake`. */
export const tellsOf = (outcomes: readonly Outcome[]): Map<string, Text> =>
  new Map(
    outcomes.flatMap(({ question, mistake }) => {
      if (question.type === 'short' || !mistake) return [];
      const tell = tellOf(question.kind, mistake);
      return tell ? [[`${question.kind.id} ${mistake}`, tell] as const] : [];
    }),
  );
