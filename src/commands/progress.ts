import { bar } from '../render/bar.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Milliseconds between two drawings. */
const pause = 100;
const [narrowest, widest] = [4, 30];
const clearLine = '\r\u001b[K';

/** What fits into one line, with its figure, where a block takes two columns too: a line that wraps cannot be taken back. */
const widthIn = (columns: number): number => Math.min(widest, Math.floor((columns - ' 100 %'.length - 1) / 2));

/** A progress bar on standard error, where that is a terminal that draws; two parts of the work take half of it each. */
export const progressOn = ({ errors, env }: Terminal, isPlain = false) => {
  const width = widthIn(errors.columns ?? 80);
  const isShown = errors.isTTY === true && env.TERM !== 'dumb' && !isPlain && width >= narrowest;
  let drawn = performance.now();
  let isDrawn = false;
  return {
    /** Draws how much of a part is done. */
    of:
      (part: 0 | 1) =>
      (done: number, of: number): void => {
        if (!isShown || performance.now() - drawn < pause) return;
        drawn = performance.now();
        isDrawn = true;
        const share = (part + done / of) / 2;
        errors.write(`${clearLine}${bar(share, width)} ${Math.floor(100 * share)} %`);
      },
    /** Takes the bar away. */
    clear: (): void => {
      if (isDrawn) errors.write(clearLine);
    },
  };
};
