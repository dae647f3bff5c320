import type { Bank } from '../bank/item.ts';
import { loadKind } from '../kinds/index.ts';
import { markTexts } from '../messages/mark.ts';
import { quizErrors } from '../messages/quiz.ts';
import { pose, type Question } from '../practice/question.ts';
import { invalid, ProblemError } from '../problem/error.ts';
import { nearest } from '../problem/params.ts';

/** An item as it is asked: with its printed numbers, or with the fresh ones of a seed. Throws ProblemError. */
export const questionOf = async (bank: Bank, id: unknown, seed?: unknown): Promise<Question> => {
  const item = bank.items.find(one => one.id === id);
  if (!item) {
    const meant = nearest(
      String(id),
      bank.items.map(one => one.id),
    );
    throw new ProblemError('unknown-item', quizErrors.unknownItem(String(id), meant));
  }
  const kind = item.type === 'calculation' ? await loadKind(item.kind) : undefined;
  if (seed === undefined) return pose(item, kind);
  if (item.type === 'short' || !item.fresh)
    throw new ProblemError('invalid-params', markTexts.notFresh(item.id), 'seed');
  const n = Number(seed);
  if (!Number.isSafeInteger(n) || n < 0) throw invalid('seed', { en: 'a whole number ≥ 0', zh: '≥ 0 的整数' }, seed);
  return pose(item, kind, n);
};
