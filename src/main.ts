import { builtCalculator } from './calculator.ts';
import type { Terminal } from './terminal/terminal.ts';
import { version } from './version.ts';

export { processTerminal } from './terminal/terminal.ts';

/** Runs a command line and gives its exit code. What a person waits for most often, version and calculator, starts first. */
export const main = async (argv: readonly string[], terminal: Terminal): Promise<number> => {
  if (argv.length === 1 && (argv[0] === '--version' || argv[0] === '-V')) {
    terminal.output.write(`${version}\n`);
    return 0;
  }
  const calculator = argv[0] === 'calc' ? builtCalculator() : undefined;
  const { runCommandLine } = calculator ?? (await import('./cli.ts'));
  return runCommandLine(argv, terminal);
};
