import { same, type Text } from '../problem/text.ts';
import { cardStates } from './card.ts';
import { recordedVerdicts } from './rating.ts';
import type { HistoryRecord } from './record.ts';
import {
  brief,
  firstFault,
  isObject,
  name,
  number,
  object,
  oneOf,
  optional,
  type Shapes,
  text,
  time,
  whole,
} from './shape.ts';

/** A record, or why the line is none. */
export type RecordRead = { readonly record: HistoryRecord } | { readonly fault: Text };

const cardShapes: Shapes = {
  due: time,
  last: time,
  stability: number(0.001, 36500),
  difficulty: number(1, 10),
  days: whole(0),
  step: whole(0),
  reps: whole(1),
  lapses: whole(0),
  state: oneOf(cardStates),
  capDays: optional(whole(1)),
};

const reviewShapes: Shapes = {
  id: name,
  at: time,
  session: name,
  item: name,
  kind: optional(name),
  seed: optional({
    expected: { en: 'a whole number', zh: '整数' },
    accepts: Number.isSafeInteger,
  }),
  params: optional(object),
  answer: text,
  verdict: oneOf(recordedVerdicts),
  mistake: optional(name),
  points: optional({
    expected: { en: 'a list of texts', zh: '文本列表' },
    accepts: value => Array.isArray(value) && value.every(entry => typeof entry === 'string'),
  }),
  overruled: optional({ expected: same('true | false'), accepts: value => typeof value === 'boolean' }),
  marks: number(0),
  outOf: number(0),
  tries: whole(0),
  hints: whole(0),
  asked: optional(text),
  mode: optional(oneOf(['cram', 'exam'])),
  seconds: number(0),
  rating: whole(1, 4),
};

const listOf = (accepts: (entry: unknown) => boolean, expected: Text) => ({
  expected,
  accepts: (value: unknown) => Array.isArray(value) && value.every(accepts),
});

const isPaperQuestion = (entry: unknown): boolean =>
  isObject(entry) && typeof entry.item === 'string' && (entry.seed === undefined || Number.isSafeInteger(entry.seed));

/** The shapes of records that are no answers, by their type. */
const otherShapes: Readonly<Record<string, Shapes>> = {
  undo: { id: name, at: time, of: name },
  plan: {
    id: name,
    at: time,
    exam: optional({
      expected: { en: 'a date YYYY-MM-DD', zh: '日期 YYYY-MM-DD' },
      accepts: value => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
    }),
  },
  paper: {
    id: name,
    at: time,
    seconds: number(1),
    questions: listOf(isPaperQuestion, { en: 'a list of questions', zh: '题目列表' }),
  },
  'paper-answer': { id: name, at: time, paper: name, question: whole(0), answer: optional(text), left: number(0) },
  'paper-end': { id: name, at: time, paper: name },
};

const recordFault = (found: Record<string, unknown>): Text | undefined => {
  if (found.v !== 1) {
    const version = brief(found.v);
    return {
      en: `it was written by another version of drill (format ${version}; this one reads 1)`,
      zh: `由其他版本的 drill 写入（格式 ${version}；此版本只能读取 1）`,
    };
  }
  if (typeof found.type === 'string' && Object.hasOwn(otherShapes, found.type)) {
    return firstFault(otherShapes[found.type]!, found);
  }
  if (found.type !== undefined) {
    const type = brief(found.type);
    return { en: `records of type ${type} are unknown to this version`, zh: `此版本不认识 ${type} 类型的记录` };
  }
  const fault = firstFault(reviewShapes, found);
  if (fault || found.card === undefined) return fault;
  return isObject(found.card) ? firstFault(cardShapes, found.card, 'card.') : firstFault({ card: object }, found);
};

/**
 * Reads a line of the history. Everything that is used later is checked; fields that this version does not know are
 * kept as they are.
 */
export const readRecord = (line: string): RecordRead => {
  let found: unknown;
  try {
    found = JSON.parse(line);
  } catch {
    return {
      fault: {
        en: 'it is not complete JSON: the program or the machine stopped while it was being written, or it was edited',
        zh: '不是完整的 JSON：写入时程序或机器中断，或曾被改动',
      },
    };
  }
  if (!isObject(found)) return { fault: { en: 'it is not a record', zh: '不是一条记录' } };
  const fault = recordFault(found);
  return fault ? { fault } : { record: found as unknown as HistoryRecord };
};
