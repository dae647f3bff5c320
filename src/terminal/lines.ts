import { StringDecoder } from 'node:string_decoder';

/** A line that is longer than allowed: its text is not kept. */
export const tooLong = Symbol('a line that is too long');

/** Lines up to this many characters are read. */
export const longestLine = 64 * 1024 * 1024;

/**
 * The lines of a stream, one at a time, without their ends (\n or \r\n). Memory holds one line at most; of a line longer than
 * `longest` only `tooLong` is given.
 */
export async function* linesOf(
  input: AsyncIterable<Buffer | string>,
  longest = longestLine,
): AsyncGenerator<string | typeof tooLong> {
  const decoder = new StringDecoder('utf8');
  let parts: string[] = [];
  let length = 0;
  const take = (): string | typeof tooLong => {
    const line = length > longest ? tooLong : parts.join('').replace(/\r$/, '');
    parts = [];
    length = 0;
    return line;
  };
  const add = (text: string): void => {
    length += text.length;
    if (length > longest) parts = [];
    else parts.push(text);
  };
  for await (const chunk of input) {
    const text = typeof chunk === 'string' ? chunk : decoder.write(chunk);
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(text.slice(start, end));
      yield take();
      start = end + 1;
    }
    add(text.slice(start));
  }
  add(decoder.end());
  if (length > 0) yield take();
}
