/** How the input came to its end. */
export type Ending = 'end' | 'interrupt' | 'terminate' | 'hangup';

/** The person has gone: no more answers will come. What was answered stays. */
export class InputEnded extends Error {
  readonly how: Ending;
  constructor(how: Ending) {
    super(`the input ended: ${how}`);
    this.name = 'InputEnded';
    this.how = how;
  }
}

/** Exit codes of the shell: 128 + the signal's number; the end of the input is no error. */
export const exitCodeOf: Readonly<Record<Ending, number>> = { end: 0, hangup: 129, interrupt: 130, terminate: 143 };

export interface Choice<T> {
  readonly value: T;
  readonly label: string;
  readonly isChosen?: boolean;
}

/** A choice that one key makes; `return` is the bare return. */
export interface Key<T> {
  readonly key: string;
  readonly value: T;
}

/** Asks a person: on a terminal with prompts that redraw themselves, elsewhere line by line. Throws InputEnded. */
export interface Ask {
  /** One line as typed. */
  line(question: string): Promise<string>;
  /** One of some choices; the first is taken by a bare return. */
  choose<T>(question: string, choices: readonly Choice<T>[]): Promise<T>;
  /** Any of some choices. */
  chooseSome<T>(question: string, choices: readonly Choice<T>[]): Promise<T[]>;
  /** One of some keys; `question` tells what each does. */
  key<T>(question: string, keys: readonly Key<T>[]): Promise<T>;
  /** Gives the terminal back. */
  close(): void;
}

export const returnKey = 'return';

/** Listens for the signals that end a session; the first of them aborts. */
export const endingSignal = (): {
  readonly signal: AbortSignal;
  readonly how: () => Ending;
  readonly release: () => void;
} => {
  const controller = new AbortController();
  let ending: Ending = 'end';
  const on = (how: Ending) => () => {
    if (controller.signal.aborted) return;
    ending = how;
    controller.abort();
  };
  const handlers = [
    ['SIGINT', on('interrupt')],
    ['SIGTERM', on('terminate')],
    ['SIGHUP', on('hangup')],
  ] as const;
  for (const [name, handler] of handlers) process.on(name, handler);
  return {
    signal: controller.signal,
    how: () => ending,
    release() {
      for (const [name, handler] of handlers) process.off(name, handler);
    },
  };
};
