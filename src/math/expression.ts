/**
 * Expressions in the mathjs syntax that drill writes and reads: parsed to a tree of our own, never evaluated as code.
 * Constants typed by a person go through `constant`, which knows a short list of names and nothing else; the formulas
 * of steps are parsed to be printed with their symbols and with their numbers.
 */

export type Expression =
  | { readonly type: 'number'; readonly text: string }
  | { readonly type: 'name'; readonly name: string }
  | { readonly type: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly type: 'negate'; readonly operand: Expression }
  | { readonly type: 'transpose'; readonly operand: Expression }
  | { readonly type: 'binary'; readonly operator: string; readonly left: Expression; readonly right: Expression }
  | { readonly type: 'choose'; readonly when: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly type: 'array'; readonly rows: readonly (readonly Expression[])[] }
  | { readonly type: 'index'; readonly operand: Expression; readonly at: readonly Expression[] }
  | { readonly type: 'lambda'; readonly parameters: readonly string[]; readonly body: Expression };

/** The expression breaks off or goes wrong at `position` (counted from 0). */
export class ExpressionError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.name = 'ExpressionError';
    this.position = position;
  }
}

// Latin and Greek letters by their ranges: \p{L} takes milliseconds to compile.
const tokenPattern =
  /\s*(?:(\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)|([A-Za-z_\u00c0-\u024f\u0370-\u03ff][\w\u00c0-\u024f\u0370-\u03ff]*)|(\.\*|\.\/|\.\^|>=|<=|==|!=|[-+*/^()[\],;<>?:='])|$)/uy;

interface Token {
  readonly kind: 'number' | 'name' | 'operator' | 'end';
  readonly text: string;
  readonly position: number;
}

const tokenize = (source: string): Token[] => {
  const pattern = new RegExp(tokenPattern);
  const tokens: Token[] = [];
  for (;;) {
    const start = pattern.lastIndex;
    const match = pattern.exec(source);
    if (!match) throw new ExpressionError(`unexpected “${source.slice(start).trim()[0]}”`, start);
    const [, number, name, operator] = match;
    const text = number ?? name ?? operator ?? '';
    const kind = number ? 'number' : name ? 'name' : operator ? 'operator' : 'end';
    tokens.push({ kind, text, position: pattern.lastIndex - text.length });
    if (kind === 'end') return tokens;
  }
};

/** Binding strength of the binary operators, as in mathjs; `^` binds tighter than a sign and to the right. */
export const precedence: Readonly<Record<string, number>> = {
  '==': 1,
  '!=': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '+': 2,
  '-': 2,
  '*': 3,
  '/': 3,
  '.*': 3,
  './': 3,
  '^': 5,
  '.^': 5,
};

const deepest = 64;

/** Reads an expression; throws ExpressionError where it is not one. */
export const parseExpression = (source: string): Expression => {
  const tokens = tokenize(source);
  let at = 0;
  let depth = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)]!;
  const fail = (): never => {
    const { kind, text, position } = peek();
    throw new ExpressionError(kind === 'end' ? 'the expression breaks off' : `unexpected “${text}”`, position);
  };
  const takes = (text: string): boolean => {
    if (peek().kind !== 'operator' || peek().text !== text) return false;
    at++;
    return true;
  };
  const expect = (text: string): void => {
    if (!takes(text)) fail();
  };

  const list = (close: string): Expression[] => {
    const items: Expression[] = [];
    if (takes(close)) return items;
    do items.push(whole());
    while (takes(','));
    expect(close);
    return items;
  };

  const array = (): Expression => {
    const rows: Expression[][] = [[]];
    if (takes(']')) return { type: 'array', rows: [] };
    for (;;) {
      rows.at(-1)!.push(whole());
      if (takes(']')) return { type: 'array', rows };
      if (takes(';')) rows.push([]);
      else expect(',');
    }
  };

  const primary = (): Expression => {
    const token = peek();
    if (token.kind === 'number') {
      at++;
      return { type: 'number', text: token.text };
    }
    if (token.kind === 'name') {
      at++;
      if (!takes('(')) return { type: 'name', name: token.text };
      const args = list(')');
      if (!takes('=')) return { type: 'call', name: token.text, args };
      const parameters = args.map(arg => (arg.type === 'name' ? arg.name : fail()));
      return { type: 'lambda', parameters, body: whole() };
    }
    if (takes('(')) {
      const inner = whole();
      expect(')');
      return inner;
    }
    if (takes('[')) return array();
    return fail();
  };

  const postfix = (): Expression => {
    let operand = primary();
    for (;;) {
      if (takes("'")) operand = { type: 'transpose', operand };
      else if (takes('[')) operand = { type: 'index', operand, at: list(']') };
      else return operand;
    }
  };

  const power = (): Expression => {
    const left = postfix();
    const operator = peek().text;
    if (operator !== '^' && operator !== '.^') return left;
    at++;
    return { type: 'binary', operator, left, right: signed() };
  };

  const signed = (): Expression => {
    if (++depth > deepest) throw new ExpressionError('the expression is nested too deeply', peek().position);
    const expression: Expression = takes('-') ? { type: 'negate', operand: signed() } : takes('+') ? signed() : power();
    depth--;
    return expression;
  };

  const binary = (strength: number): Expression => {
    let left = strength > 3 ? signed() : binary(strength + 1);
    while (peek().kind === 'operator' && precedence[peek().text] === strength) {
      const operator = tokens[at++]!.text;
      left = { type: 'binary', operator, left, right: strength >= 3 ? signed() : binary(strength + 1) };
    }
    return left;
  };

  const whole = (): Expression => {
    if (++depth > deepest) throw new ExpressionError('the expression is nested too deeply', peek().position);
    const when = binary(1);
    depth--;
    if (!takes('?')) return when;
    const then = whole();
    expect(':');
    return { type: 'choose', when, then, otherwise: whole() };
  };

  const expression = whole();
  if (peek().kind !== 'end') fail();
  return expression;
};

const constants: Readonly<Record<string, number>> = { pi: Math.PI, π: Math.PI, e: Math.E };

const functions: Readonly<Record<string, (x: number) => number>> = {
  sqrt: Math.sqrt,
  exp: Math.exp,
  ln: Math.log,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  tanh: Math.tanh,
};

const operations: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '^': (a, b) => a ** b,
};

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const evaluate = (expression: Expression): number => {
  switch (expression.type) {
    case 'number':
      return Number(expression.text);
    case 'name': {
      const value = own(constants, expression.name);
      if (value === undefined) throw new ExpressionError(`“${expression.name}” is not a constant`, 0);
      return value;
    }
    case 'call': {
      const apply = own(functions, expression.name);
      const [argument, ...rest] = expression.args;
      if (!apply) throw new ExpressionError(`“${expression.name}” is not a known function`, 0);
      if (!argument || rest.length > 0) throw new ExpressionError(`“${expression.name}” takes one argument`, 0);
      return apply(evaluate(argument));
    }
    case 'negate':
      return -evaluate(expression.operand);
    case 'binary': {
      const operate = own(operations, expression.operator);
      if (!operate) throw new ExpressionError(`“${expression.operator}” has no place in a number`, 0);
      return operate(evaluate(expression.left), evaluate(expression.right));
    }
    default:
      throw new ExpressionError('a number is expected', 0);
  }
};

/**
 * The value of a constant expression: numbers, `+ - * / ^`, parentheses, `pi`, `e`, and `sqrt`, `exp`, `ln`, `log`
 * (natural), `log2`, `log10`, `abs`, `sin`, `cos`, `tan`, `tanh`. May be infinite or NaN (`1/0`); throws
 * ExpressionError for anything else. At most 200 characters.
 */
export const constant = (source: string): number => {
  if (source.length > 200) throw new ExpressionError('the expression is longer than 200 characters', 200);
  return evaluate(parseExpression(source));
};
