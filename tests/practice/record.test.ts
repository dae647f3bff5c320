import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRecord } from '../../src/practice/read-record.ts';
import { writeRecord } from '../../src/practice/record.ts';
import { newId } from '../../src/practice/record-id.ts';
import { languages } from '../../src/problem/text.ts';
import { anyRecord, card, record, undo } from './examples.ts';

const faultOf = (written: object): string | undefined => {
  const read = readRecord(JSON.stringify(written));
  if (!('fault' in read)) return undefined;
  for (const language of languages) expect(read.fault[language]).not.toBe('');
  return read.fault.en;
};

describe('a record', () => {
  test('is read back as it was written', () => {
    fc.assert(
      fc.property(anyRecord, written => {
        const line = writeRecord(written);
        const read = readRecord(line);
        expect(read).toEqual({ record: JSON.parse(line) });
        expect('record' in read && writeRecord(read.record)).toBe(line);
      }),
      { numRuns: 500 },
    );
  });

  test('is one line, whatever was typed', () => {
    fc.assert(
      fc.property(anyRecord, written => {
        expect(writeRecord(written)).not.toMatch(/[\n\r]/);
      }),
    );
    expect(writeRecord(record({ answer: 'a\nb\r\n\u2028\ud800' }))).not.toMatch(/[\n\r]/);
  });

  test('keeps fields of a later version', () => {
    expect(readRecord(JSON.stringify({ ...record(), mood: 'calm' }))).toEqual({
      record: { ...record(), mood: 'calm' },
    });
  });

  test('cut short anywhere is none', () => {
    fc.assert(
      fc.property(anyRecord, fc.nat(), (written, at) => {
        const line = writeRecord(written);
        expect(readRecord(line.slice(0, at % line.length))).toHaveProperty('fault');
      }),
    );
  });

  test('whatever a line says, reading it never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), line => void readRecord(line)));
    for (const [open, close] of [
      ['[', ']'],
      ['{"v":', '}'],
    ]) {
      const [left, right] = [open!.repeat(200_000), close!.repeat(200_000)];
      expect(readRecord(`{"v":${left}1${right}}`)).toHaveProperty('fault');
      expect(readRecord(`{"v":1,"id":${left}1${right}}`)).toHaveProperty('fault');
    }
  });
});

describe('a line that is no record says why', () => {
  test.each([
    [{ ...record(), v: 2 }, 'another version of drill (format 2'],
    [{ ...record(), v: undefined }, 'another version'],
    [{ ...record(), type: 'exam' }, 'type "exam"'],
    [{ ...record(), id: '' }, '“id” should be a text that is not empty'],
    [{ ...record(), item: undefined }, '“item” is missing'],
    [{ ...record(), at: 'yesterday' }, '“at” should be an ISO time, but is "yesterday"'],
    [{ ...record(), at: '2026-13-45T99:00:00Z' }, '“at”'],
    [{ ...record(), answer: 3 }, '“answer” should be a text'],
    [{ ...record(), verdict: 'maybe' }, '“verdict”'],
    [{ ...record(), rating: 5 }, '“rating” should be a whole number from 1 to 4, but is 5'],
    [{ ...record(), rating: 2.5 }, '“rating”'],
    [{ ...record(), marks: -1 }, '“marks” should be a number ≥ 0'],
    [{ ...record(), marks: null }, '“marks”'],
    [{ ...record(), points: [1] }, '“points”'],
    [{ ...record(), params: [] }, '“params”'],
    [{ ...record(), seed: 0.5 }, '“seed”'],
    [{ ...record(), card: [] }, '“card” should be an object'],
    [{ ...record(), card: { ...card(), stability: 0 } }, '“card.stability”'],
    [{ ...record(), card: { ...card(), due: 'soon' } }, '“card.due”'],
    [{ ...record(), card: { ...card(), state: 'new' } }, '“card.state”'],
    [{ ...undo('one'), of: undefined }, '“of” is missing'],
    [[1], 'not a record'],
  ])('%#', (written, reason) => {
    expect(faultOf(written)).toContain(reason);
  });

  test('a number that JSON cannot hold', () => {
    expect(readRecord(writeRecord(record()).replace('"marks":4', '"marks":1e999'))).toHaveProperty('fault');
  });
});

describe('an id', () => {
  test('holds all 96 bits in 19 characters', () => {
    expect(newId(new Uint8Array(12))).toBe('0'.repeat(19));
    expect(newId(new Uint8Array(12).fill(255))).toBe((2n ** 96n - 1n).toString(36));
    expect(newId(new Uint8Array(12).fill(255))).toHaveLength(19);
  });

  test('is never the same', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId())).size).toBe(10_000);
  });
});
