/** Text whose lone surrogates, which no encoding holds, are replaced. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/**
 * Text from strangers without what could take over a terminal: control characters (line breaks and tabs become spaces)
 * and the characters that turn the direction of writing.
 */
export const safe = (text: string): string =>
  wellFormed(text)
    .replace(/[\t\n\r]+/g, ' ')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '');
