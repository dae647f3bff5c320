import { Command, type Help, Option } from 'commander';
import { commandTexts } from '../messages/commands.ts';
import { type Language, languages } from '../problem/text.ts';
import type { Terminal } from '../terminal/terminal.ts';

/** Where a command runs and in which language it speaks before it has read its flags. */
export interface Shell {
  readonly terminal: Terminal;
  readonly language: Language;
}

const headings: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

/** Commander's own words in the language of the output. */
const helpIn = (language: Language): Partial<Help> => ({
  styleTitle: title => (language === 'zh' ? (headings[title] ?? title) : title),
  optionDescription: ({ description, argChoices }) =>
    argChoices ? `${description}${language === 'zh' ? '：' : ': '}${argChoices.join(', ')}` : description,
});

/** A command that throws its errors, never prints them, and never ends the process. */
export const newCommand = (name: string, { terminal, language }: Shell): Command =>
  new Command(name)
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.output.write(text),
      writeErr: () => undefined,
      getOutHelpWidth: () => terminal.output.columns ?? 80,
      getOutHasColors: () => false,
    })
    .configureHelp(helpIn(language))
    .helpOption('-h, --help', commandTexts.help[language])
    .helpCommand(false);

/** The flags that every command has. */
export const withLook = (command: Command, { language }: Shell): Command =>
  command
    .addOption(new Option('--lang <language>', commandTexts.lang[language]).choices([...languages]))
    .option('--no-color', commandTexts.noColor[language])
    .option('--plain', commandTexts.plain[language]);

/** A flag that may be given several times. */
export const several = (value: string, before: readonly string[] = []): string[] => [...before, value];
