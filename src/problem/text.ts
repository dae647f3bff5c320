/** A sentence of the interface or of a kind, in both languages. */
export interface Text {
  readonly en: string;
  readonly zh: string;
}

export type Language = keyof Text;

export const languages: readonly Language[] = ['zh', 'en'];

/** The same characters in both languages: symbols, formulas, names. */
export const same = (characters: string): Text => ({ en: characters, zh: characters });

/** Joins texts language by language. */
export const join = (texts: readonly Text[], separator: Text | string = ''): Text => {
  const by = typeof separator === 'string' ? same(separator) : separator;
  return { en: texts.map(text => text.en).join(by.en), zh: texts.map(text => text.zh).join(by.zh) };
};
