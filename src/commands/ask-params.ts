import { ProblemError } from '../problem/error.ts';
import type { Kind } from '../problem/kind.ts';
import { readNotation } from '../problem/notation.ts';
import { endingSignal } from '../terminal/ask.ts';
import { askTerminal } from '../terminal/ask-terminal.ts';
import type { Look, Terminal } from '../terminal/terminal.ts';

/** Asks for the missing parameters one by one; an answer that the parameter refuses is asked again. Throws InputEnded. */
export const askParams = async (
  kind: Kind,
  missing: readonly string[],
  terminal: Terminal,
  look: Look,
): Promise<Record<string, unknown>> => {
  const ending = endingSignal();
  const ask = askTerminal(terminal, ending, look.language);
  const given: Record<string, unknown> = {};
  try {
    for (const name of missing) {
      const param = kind.params[name]!;
      const question = `${param.about[look.language]} (${name}: ${param.form[look.language]}; ${param.example}) ›`;
      while (given[name] === undefined) {
        const raw = readNotation(await ask.line(question));
        try {
          param.read(raw, name);
          given[name] = raw;
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          terminal.output.write(`  ${error.in(look.language)}\n`);
        }
      }
    }
    return given;
  } finally {
    ask.close();
    ending.release();
  }
};
