import { ProblemError } from '../problem/error.ts';
import type { Kind } from '../problem/kind.ts';
import { readNotation, readWords } from '../problem/notation.ts';
import type { Look, Terminal } from '../terminal/terminal.ts';
import { withAsk } from './with-ask.ts';

/** Asks for the missing parameters one by one; an answer that the parameter refuses is asked again. Throws InputEnded. */
export const askParams = async (
  kind: Kind,
  missing: readonly string[],
  terminal: Terminal,
  look: Look,
): Promise<Record<string, unknown>> => {
  const { language } = look;
  const given: Record<string, unknown> = {};
  return withAsk(terminal, look, async ask => {
    for (const name of missing) {
      const param = kind.params[name]!;
      const question = `${param.about[language]} (${name}: ${param.form[language]}; ${param.example}) ›`;
      while (given[name] === undefined) {
        const line = await ask.line(question);
        const raw = param.isText ? readWords(line) : readNotation(line);
        try {
          param.read(raw, name);
          given[name] = raw;
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          terminal.output.write(`  ${error.in(language)}\n`);
        }
      }
    }
    return given;
  });
};
