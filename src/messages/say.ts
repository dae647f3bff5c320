import type { Language, Text } from '../problem/text.ts';

/** A sentence of the catalogue: fixed, or made from what it speaks of. */
export type Sentence<A extends readonly unknown[] = []> = (...about: A) => Text;

/** An error of the user: said in both languages, without a stack, exit 2. */
export class UsageError extends Error {
  readonly text: Text;
  constructor(text: Text) {
    super(text.en);
    this.name = 'UsageError';
    this.text = text;
  }
  in(language: Language): string {
    return this.text[language];
  }
}
