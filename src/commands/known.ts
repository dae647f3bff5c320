import type { Bank } from '../bank/item.ts';
import { quizErrors } from '../messages/quiz.ts';
import { UsageError } from '../messages/say.ts';
import { nearest } from '../problem/params.ts';

/** Throws UsageError, with a guess, for the first topic or item that the bank does not have. */
export const requireKnown = (bank: Bank, topics: readonly string[], ids: readonly string[]): void => {
  const topicIds = bank.topics.map(topic => topic.id);
  for (const topic of topics) {
    if (!topicIds.includes(topic))
      throw new UsageError(quizErrors.unknownTopic(topic, nearest(topic, topicIds), topicIds));
  }
  const itemIds = bank.items.map(item => item.id);
  for (const id of ids) {
    if (!itemIds.includes(id)) throw new UsageError(quizErrors.unknownItem(id, nearest(id, itemIds)));
  }
};
