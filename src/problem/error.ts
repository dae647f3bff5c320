import type { Language, Text } from './text.ts';

export type ProblemErrorCode =
  | 'unknown-kind'
  | 'unknown-item'
  | 'invalid-params'
  | 'not-finite'
  | 'too-large'
  | 'invalid-json';

/**
 * A problem that cannot be solved as it was posed. `path` leads to the offending value inside the parameters
 * (`layers[0].weights[1]`); for `not-finite` to the quantity inside the answer.
 */
export class ProblemError extends Error {
  readonly code: ProblemErrorCode;
  readonly text: Text;
  readonly path: string | undefined;

  constructor(code: ProblemErrorCode, text: Text, path?: string) {
    super(path ? `${path}: ${text.en}` : text.en);
    this.name = 'ProblemError';
    this.code = code;
    this.text = text;
    this.path = path;
  }

  in(language: Language): string {
    return this.path ? `${this.path}: ${this.text[language]}` : this.text[language];
  }
}

/** What a person wrote, short enough for one line of an error. */
export const excerpt = (found: unknown): string => {
  if (typeof found === 'number' && !Number.isFinite(found)) return String(found);
  const text = found === undefined ? 'nothing' : (JSON.stringify(found) ?? String(found));
  // No character of two halves is cut in two.
  return text.length > 60 ? `${text.slice(0, 57).replace(/\p{Surrogate}$/u, '')}…` : text;
};

/** The error of a parameter: where, what was expected, what was found. */
export const invalid = (path: string, expected: Text, found: unknown): ProblemError => {
  const what = excerpt(found);
  const missing = found === undefined;
  return new ProblemError(
    'invalid-params',
    {
      en: `expected ${expected.en}, ${missing ? 'but it is missing' : `but got ${what}`}`,
      zh: `应为${expected.zh}，${missing ? '但没有给出' : `实际为 ${what}`}`,
    },
    path,
  );
};
