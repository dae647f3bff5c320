import { bar } from '../render/bar.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Milliseconds between two drawings. */
const pause = 100;
const width = 30;
const clearLine = '\r\u001b[K';

/** A progress bar on standard error, where that is a terminal; two parts of the work take half of it each. */
export const progressOn = ({ errors, env }: Terminal) => {
  const isShown = errors.isTTY === true && env.TERM !== 'dumb';
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
