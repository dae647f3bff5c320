import { invalid } from '../../problem/error.ts';
import { checkEntries } from '../../problem/limits.ts';
import type { Param } from '../../problem/params.ts';
import type { Text } from '../../problem/text.ts';

const sentenceForm: Text = { en: 'a sentence, or a list of its words', zh: '一个句子，或其词的列表' };
const sentencesForm: Text = {
  en: 'a list of sentences (a text has one a line), or of lists of their words',
  zh: '句子的列表（文本则每行一句），或词列表的列表',
};

/** A number is a word as well: YAML and bracket notation read one out of a list of words. */
const wordOf = (raw: unknown, path: string): string => {
  if (typeof raw === 'number' && Number.isFinite(raw)) return String(raw);
  if (typeof raw === 'string' && raw !== '') return raw;
  throw invalid(path, { en: 'a word', zh: '一个词' }, raw);
};

/** A sentence is split at white space; the words of a list are taken as they are. */
const wordsOf = (raw: unknown, path: string): string[] => {
  if (typeof raw === 'number') return [wordOf(raw, path)];
  if (typeof raw !== 'string' && !Array.isArray(raw)) throw invalid(path, sentenceForm, raw);
  checkEntries(raw.length, path);
  if (typeof raw === 'string') return raw.split(/\s+/u).filter(word => word !== '');
  return raw.map((word, i) => wordOf(word, `${path}[${i}]`));
};

/** The words of one sentence; none is allowed. */
export const sentence = (about: Text): Param<string[]> => ({
  about,
  form: sentenceForm,
  example: 'the cat sat',
  optional: false,
  isText: true,
  read: wordsOf,
});

/** The words of each of at least one sentence. */
export const sentences = (about: Text): Param<string[][]> => ({
  about,
  form: sentencesForm,
  example: '["the cat sat", "a cat sat"]',
  optional: false,
  isText: true,
  read(raw, path) {
    const list = typeof raw === 'string' ? raw.split(/\r?\n/u).filter(line => line.trim() !== '') : raw;
    if (!Array.isArray(list) || list.length === 0) throw invalid(path, sentencesForm, raw);
    checkEntries(list.length, path);
    return list.map((one, i) => wordsOf(one, `${path}[${i}]`));
  },
});
