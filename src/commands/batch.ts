import { kindIds, loadKind } from '../kinds/index.ts';
import { errors } from '../messages/commands.ts';
import { ProblemError } from '../problem/error.ts';
import { nearest } from '../problem/params.ts';
import { solveWithSteps } from '../problem/solution.ts';
import type { Language } from '../problem/text.ts';
import { stepJson } from '../render/problem.ts';
import { linesOf, tooLong } from '../terminal/lines.ts';
import { type Terminal, write } from '../terminal/terminal.ts';

/** An error in the form of the batch contract. */
export const batchError = (error: ProblemError, language: Language) => ({
  code: error.code,
  message: error.in(language),
  ...(error.path === undefined ? {} : { path: error.path }),
});

const readLine = (line: string): Request => {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch (error) {
    throw new ProblemError('invalid-json', errors.invalidJson('the line', (error as Error).message));
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read as Request;
  throw new ProblemError('invalid-json', errors.notAnObject);
};

const solveLine = async (request: Request, language: Language): Promise<Record<string, unknown>> => {
  const { kind: id, params, steps } = request;
  const kind = typeof id === 'string' ? await loadKind(id) : undefined;
  if (!kind) throw new ProblemError('unknown-kind', errors.unknownKind(String(id), nearest(String(id), kindIds)));
  const typed = kind.read(params ?? {});
  if (steps !== true) return { answer: kind.solve(typed) };
  const solution = solveWithSteps(kind, typed);
  return { answer: solution.answer, steps: solution.steps.map(step => stepJson(step, language)) };
};

/** Whatever goes wrong in a line stops nothing; a nest too deep for the stack is too large. */
const asProblemError = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof RangeError) return new ProblemError('too-large', errors.tooDeep);
  return new ProblemError('invalid-params', errors.bugInLine(String(error)));
};

/** A line that was read: an object with anything in it. */
export type Request = Readonly<Record<string, unknown>>;

/**
 * NDJSON in, NDJSON out, in the same order, one line at a time: `answer` gives what is printed beside the line's `id` and the
 * keys that are echoed. A bad line is answered by its error and stops nothing. 0 when every line was answered, 1 when any was not.
 */
export const answerLines = async (
  terminal: Terminal,
  language: Language,
  echoed: string,
  answer: (request: Request) => Promise<Record<string, unknown>>,
): Promise<number> => {
  let failed = false;
  for await (const line of linesOf(terminal.input as AsyncIterable<Buffer>)) {
    if (line !== tooLong && line.trim() === '') continue;
    let request: Request = {};
    let result: Record<string, unknown>;
    try {
      if (line === tooLong) throw new ProblemError('too-large', errors.lineTooLong);
      request = readLine(line);
      result = await answer(request);
    } catch (error) {
      failed = true;
      result = { error: batchError(asProblemError(error), language) };
    }
    await write(terminal.output, `${JSON.stringify({ id: request.id, [echoed]: request[echoed], ...result })}\n`);
  }
  return failed ? 1 : 0;
};

/** The calculator's batch: one problem a line. */
export const runBatch = (terminal: Terminal, language: Language): Promise<number> =>
  answerLines(terminal, language, 'kind', request => solveLine(request, language));
