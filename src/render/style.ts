/** What a piece of text is, not how it looks: colour carries no meaning that the text does not. */
export interface Style {
  readonly heading: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly strong: (text: string) => string;
  /** The answer that was asked for. */
  readonly answer: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
}

const bare = (text: string): string => text;

export const noStyle: Style = {
  heading: bare,
  dim: bare,
  strong: bare,
  answer: bare,
  good: bare,
  bad: bare,
  warn: bare,
};

/** The one place where colour comes from; chalk is loaded only where there is colour. */
export const styleOf = async (coloured: boolean): Promise<Style> => {
  if (!coloured) return noStyle;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  // chalk's own functions take any number of texts; these take one, so that they can be mapped over lines.
  const one = (paint: (text: string) => string) => (text: string) => paint(text);
  return {
    heading: one(chalk.bold),
    dim: one(chalk.dim),
    strong: one(chalk.bold),
    answer: one(chalk.bold.cyan),
    good: one(chalk.green),
    bad: one(chalk.red),
    warn: one(chalk.yellow),
  };
};
