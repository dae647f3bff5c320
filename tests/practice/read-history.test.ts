import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readHistory } from '../../src/practice/read-history.ts';
import { type HistoryRecord, writeRecord } from '../../src/practice/record.ts';
import { anyReview, record, undo } from './examples.ts';

const written = (records: readonly HistoryRecord[]): string => records.map(one => `\n${writeRecord(one)}\n`).join('');
const idsOf = (text: string): string[] => readHistory(text).records.map(one => one.id);

const [one, two, three] = [
  record({ id: 'one', answer: '空\u0301🙂 “quoted”' }),
  record({ id: 'two' }),
  record({ id: 'three' }),
];

describe('the text of a history', () => {
  const reviews = fc.uniqueArray(anyReview, { selector: each => each.id, maxLength: 8 });

  test('holds every answer once, in its order, but for those undone', () => {
    fc.assert(
      fc.property(reviews, fc.infiniteStream(fc.boolean()), (records, draws) => {
        const gone = records.filter(() => draws.next().value);
        const undos = gone.map(({ id }) => undo(id, `undo of ${id}`));
        const left = records.filter(each => !gone.includes(each));
        const read = readHistory(written([...records, ...undos]));
        expect(read).toEqual({ records: left.map(each => JSON.parse(writeRecord(each))), skipped: [] });
      }),
    );
  });

  test('a copy of it in itself counts once', () => {
    const text = written([one, two, undo('one')]);
    expect(readHistory(text + text)).toEqual(readHistory(text));
  });

  test('cut at any byte, it gives the records that are whole, and reports the torn one', () => {
    const bytes = Buffer.from(written([one, two]));
    const firstEnds = Buffer.from(written([one])).length;
    for (let length = 0; length <= bytes.length; length++) {
      const { records, skipped } = readHistory(bytes.subarray(0, length).toString('utf8'));
      const whole = length < firstEnds - 1 ? 0 : length < bytes.length - 1 ? 1 : 2;
      expect(records).toEqual([one, two].slice(0, whole));
      const isTorn = length > [1, firstEnds + 1, bytes.length][whole]! && whole < 2;
      expect(skipped.map(({ line }) => line)).toEqual(isTorn ? [2 + 2 * whole] : []);
    }
  });

  test('torn at any byte of a line in the middle, it loses only that line', () => {
    const torn = Buffer.from(written([two]));
    for (let length = 0; length < torn.length - 1; length++) {
      const bytes = [Buffer.from(written([one])), torn.subarray(0, length), Buffer.from(written([three]))];
      const { records, skipped } = readHistory(Buffer.concat(bytes).toString('utf8'));
      expect(records).toEqual([one, three]);
      expect(skipped).toHaveLength(length > 1 ? 1 : 0);
    }
  });

  test('reads what an editor made of it: a byte order mark, carriage returns, no last line end', () => {
    const text = `\ufeff${writeRecord(one)}\r\n\r\n${writeRecord(two)}`;
    expect(readHistory(text)).toEqual({ records: [one, two], skipped: [] });
  });

  test('reports zeros that a power cut left, and records of a later version, by their lines', () => {
    const text = `${writeRecord(one)}\n${'\0'.repeat(50)}\n${JSON.stringify({ ...two, v: 2 })}\n${writeRecord(three)}\n`;
    const { records, skipped } = readHistory(text);
    expect(records).toEqual([one, three]);
    expect(skipped.map(({ line }) => line)).toEqual([2, 3]);
  });
});

describe('an undo', () => {
  test('takes its record back, and no other', () => {
    expect(idsOf(written([one, two, undo('one')]))).toEqual(['two']);
  });

  test('counts before its record too, as in two copies put together', () => {
    expect(idsOf(written([undo('one'), one, two]))).toEqual(['two']);
  });

  test('that was undone takes nothing back', () => {
    expect(idsOf(written([one, undo('one', 'u'), undo('u', 'uu')]))).toEqual(['one']);
    expect(idsOf(written([one, undo('one', 'u'), undo('u', 'uu'), undo('uu', 'uuu')]))).toEqual([]);
  });

  test('of nothing changes nothing', () => {
    expect(idsOf(written([one, undo('nobody')]))).toEqual(['one']);
  });
});
