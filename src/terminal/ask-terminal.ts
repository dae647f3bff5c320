import { once } from 'node:events';
import { emitKeypressEvents } from 'node:readline';
import inquirer from 'inquirer';
import type { Language } from '../problem/text.ts';
import { wrap } from '../render/width.ts';
import { type Ask, type Ending, InputEnded, returnKey } from './ask.ts';
import { type Terminal, usualColumns } from './terminal.ts';

interface Keypress {
  readonly ctrl?: boolean;
  readonly name?: string;
}

/** What stands before a choice: the cursor, the box, a blank. */
const mark = 3;

const showCursor = '\u001b[?25h';

/** inquirer's names of what a key does. */
const actions: Readonly<Record<string, string>> = {
  navigate: '移动',
  select: '选择',
  all: '全选',
  invert: '反选',
  submit: '确定',
};

/** Prompts on a real terminal, by inquirer. */
export const askTerminal = (
  terminal: Terminal,
  ending: { readonly signal: AbortSignal; readonly how: () => Ending },
  language: Language,
): Ask => {
  const closed = new AbortController();
  const end = (): void => closed.abort();
  const onKey = (_: string | undefined, key: Keypress | undefined): void => {
    if (key?.ctrl && key.name === 'd') end();
  };
  terminal.input.on('keypress', onKey);
  terminal.input.once('end', end);
  terminal.input.once('close', end);
  const prompt = inquirer.createPromptModule({
    input: terminal.input as NodeJS.ReadStream,
    output: terminal.output,
    signal: AbortSignal.any([ending.signal, closed.signal]),
  });
  const ended = (error: unknown): InputEnded => {
    if (ending.signal.aborted) return new InputEnded(ending.how());
    if (closed.signal.aborted) return new InputEnded('end');
    if (error instanceof Error && error.name === 'ExitPromptError') return new InputEnded('interrupt');
    throw error;
  };
  const keysHelpTip = (keys: [key: string, action: string][]): string =>
    keys.map(([key, action]) => `${key} ${language === 'zh' ? (actions[action] ?? action) : action}`).join(' · ');
  const theme = { prefix: { idle: '?', done: ' ' }, style: { keysHelpTip } };
  const hung = (label: string): string =>
    wrap(label, (terminal.output.columns ?? usualColumns) - mark).join(`\n${' '.repeat(mark)}`);
  return {
    async line(question) {
      try {
        const { answer } = await prompt([{ type: 'input', name: 'answer', message: question, theme }]);
        return answer as string;
      } catch (error) {
        throw ended(error);
      }
    },
    async choose(question, choices) {
      try {
        const list = choices.map(({ label }, i) => ({ name: label, value: i }));
        const { answer } = await prompt([{ type: 'select', name: 'answer', message: question, choices: list, theme }]);
        return choices[answer as number]!.value;
      } catch (error) {
        throw ended(error);
      }
    },
    async chooseSome(question, choices) {
      try {
        const list = choices.map(({ label, isChosen }, i) => ({
          name: hung(label),
          short: label,
          value: i,
          checked: isChosen === true,
        }));
        const { answer } = await prompt([
          { type: 'checkbox', name: 'answer', message: question, choices: list, theme },
        ]);
        return (answer as number[]).map(i => choices[i]!.value);
      } catch (error) {
        throw ended(error);
      }
    },
    async key(question, keys) {
      const input = terminal.input as NodeJS.ReadStream;
      const signal = AbortSignal.any([ending.signal, closed.signal]);
      emitKeypressEvents(input);
      terminal.output.write(`${question} `);
      input.setRawMode(true);
      input.resume();
      try {
        for (;;) {
          const [typed, pressed] = (await once(input, 'keypress', { signal })) as [string | undefined, Keypress];
          if (pressed.ctrl && pressed.name === 'c') throw new InputEnded('interrupt');
          const name = pressed.name === 'enter' ? returnKey : (pressed.name ?? typed);
          const chosen = keys.find(({ key }) => key === name || key === typed);
          if (chosen) return chosen.value;
        }
      } catch (error) {
        throw error instanceof InputEnded ? error : ended(error);
      } finally {
        input.setRawMode(false);
        terminal.output.write('\n');
      }
    },
    close() {
      terminal.input.off('keypress', onKey);
      terminal.input.off('end', end);
      terminal.input.off('close', end);
      terminal.input.pause();
      if (terminal.output.isTTY) terminal.output.write(showCursor);
    },
  };
};
