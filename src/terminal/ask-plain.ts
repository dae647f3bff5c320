import { type Ask, type Choice, type Ending, InputEnded, returnKey } from './ask.ts';
import { linesOf, tooLong } from './lines.ts';
import { type Terminal, write } from './terminal.ts';

/** One answer a line: for pipes, scripts and screen readers. `isSilent` prints no questions. */
export const askPlain = (
  terminal: Terminal,
  ending: { readonly signal: AbortSignal; readonly how: () => Ending },
  isSilent = false,
): Ask => {
  const lines = linesOf(terminal.input as AsyncIterable<Buffer>, 100_000);
  const ended = new Promise<never>((_, reject) => {
    ending.signal.addEventListener('abort', () => reject(new InputEnded(ending.how())), { once: true });
  });
  ended.catch(() => undefined);
  const say = async (text: string): Promise<void> => {
    if (!isSilent) await write(terminal.output, text);
  };
  const next = async (): Promise<string> => {
    const { value, done } = await Promise.race([lines.next(), ended]);
    if (done) throw new InputEnded('end');
    const line = value === tooLong ? '' : value;
    // What a person types is on the screen already; what comes through a pipe is not.
    if (!terminal.input.isTTY) await say(`${line}\n`);
    return line;
  };
  const numbered = async <T>(question: string, choices: readonly Choice<T>[]): Promise<string> => {
    const list = choices.map((choice, i) => `  ${i + 1}  ${choice.label}\n`).join('');
    await say(`${list}${question} `);
    return next();
  };
  return {
    async line(question) {
      await say(`${question} `);
      return next();
    },
    async choose(question, choices) {
      for (;;) {
        const typed = (await numbered(question, choices)).trim();
        const chosen = choices[typed === '' ? 0 : Number(typed) - 1];
        if (chosen) return chosen.value;
      }
    },
    async chooseSome(question, choices) {
      const typed = (await numbered(question, choices)).trim();
      if (typed === '') return choices.filter(choice => choice.isChosen).map(choice => choice.value);
      const numbers = typed.match(/\d+/g) ?? [];
      return choices.filter((_, i) => (numbers as string[]).includes(String(i + 1))).map(choice => choice.value);
    },
    async key(question, keys) {
      for (;;) {
        await say(`${question} › `);
        const typed = (await next()).trim().toLowerCase();
        const chosen = keys.find(({ key }) => key === (typed === '' ? returnKey : typed[0]));
        if (chosen) return chosen.value;
      }
    },
    close() {
      const { input } = terminal;
      if ('destroy' in input && typeof input.destroy === 'function') input.destroy();
    },
  };
};
