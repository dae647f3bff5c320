import { normalise } from './normalise.ts';

/**
 * A formula of a key point, `$Δw = α (r - y) y (1 - y) z$`: symbols stand apart, by blanks or signs. It is found in an answer in
 * any order of factors and terms, with or without its left side, in plain text or LaTeX, and with the usual other names of
 * its symbols (`h_prev` for `h_{t-1}`, η or lr for α). Two formulas are the same where they agree on several random numbers.
 */
export interface Formula {
  /** What stands left of the equals sign; undefined where the formula is an expression alone. */
  readonly left: string | undefined;
  readonly evaluate: (values: Values) => number;
  /** How each symbol may be written in an answer, already normalised, and which symbols that may stand for. */
  readonly names: ReadonlyMap<string, readonly string[]>;
}

type Values = (symbol: string) => number;

/** Numbers that stand for the symbols, one set after the other. */
const trials = [0.137, 0.291, 0.443];

/** Operators as signs and in words. */
const sums = { plus: /^(?:\+|plus(?![a-z])|加上?)/u, minus: /^(?:-|minus(?![a-z])|减去?)/u };
const products = {
  times: /^(?:·|times(?![a-z])|multiplied by(?![a-z])|乘以|乘上|乘)/u,
  over: /^(?:\/|divided by(?![a-z])|over(?![a-z])|除以)/u,
};

/** A number for a symbol in a trial: the same for the same name, different for different ones. */
const numberFor =
  (trial: number) =>
  (symbol: string): number => {
    let hash = 2166136261;
    for (const character of symbol) hash = Math.imul(hash ^ character.codePointAt(0)!, 16777619) >>> 0;
    return 0.15 + 0.7 * ((hash / 2 ** 32 + trial) % 1);
  };

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));

const functions: Readonly<Record<string, (x: number) => number>> = {
  sigmoid,
  sig: sigmoid,
  logistic: sigmoid,
  tanh: Math.tanh,
  exp: Math.exp,
  log: Math.log,
  ln: Math.log,
  sqrt: Math.sqrt,
  '√': Math.sqrt,
  relu: x => Math.max(0, x),
};

/** Names by which symbols are also called. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  α: ['alpha', 'a', 'w', 'η', 'eta', 'lr', 'μ'],
  η: ['eta', 'α', 'alpha', 'a', 'lr'],
  δ: ['delta', 'd'],
  λ: ['lambda', 'l'],
  ε: ['epsilon', 'eps', 'e'],
  μ: ['mu', 'mean', 'm'],
  γ: ['gamma', 'g'],
  β: ['beta', 'b'],
  'h~': ['hˆ', "h'", 'c', 'n', 'hh', 'hcand', 'hnew', 'candidate'],
  'h~t': ['hˆt', "h't", 'h~', 'ht~', 'hˆ', "h'", 'ct', 'nt', 'c', 'n', 'hh', 'hcand', 'candidate'],
  'c~t': ['cˆt', "c't", 'c~', 'ct~', 'gt', 'g', 'cc', 'ccand', 'candidate'],
  y: ['o', 'out', 'output', 'yˆ'],
  r: ['t', 'target', 'd'],
  z: ['h'],
};

/** The ways to write one symbol: as it is, without its index, `h(t-1)`, `h_prev`, `delta w`. */
const namesOf = (symbol: string): string[] => {
  const earlier = /^(.+?)t-1$/u.exec(symbol)?.[1];
  const now = /^(.+?)t$/u.exec(symbol)?.[1];
  const change = /^δ(.+)$/u.exec(symbol)?.[1];
  const indexed = /^(\p{L}\d?)[ijk]\d?$/u.exec(symbol)?.[1];
  return [
    symbol,
    ...(synonyms[symbol] ?? []),
    ...(earlier
      ? [
          `${earlier}(t-1)`,
          `${earlier}[t-1]`,
          `${earlier}prev`,
          `${earlier}old`,
          `${earlier}0`,
          `prev${earlier}`,
          earlier,
        ]
      : []),
    ...(now && !earlier ? [`${now}(t)`, `${now}[t]`, `${now}new`, now] : []),
    ...(change ? [`d${change}`, `delta${change}`, `delta ${change}`] : []),
    ...(indexed ? [indexed] : []),
  ];
};

const symbolPattern = /[\p{L}∂∇][\p{L}\p{N}\p{M}~']*(?:_(?:\{[^{}]*\}|[\p{L}\p{N}]+(?:-1)?))?/gu;

/** Reads a formula by recursive descent; positions are characters of a normalised text. */
class Reader {
  at: number;
  private depth = 0;
  private readonly text: string;
  private readonly symbolAt: (at: number) => { end: number; symbol: string } | undefined;

  constructor(text: string, at: number, symbolAt: Reader['symbolAt']) {
    this.text = text;
    this.at = at;
    this.symbolAt = symbolAt;
  }

  private blanks(): void {
    while (this.text[this.at] === ' ') this.at++;
  }

  private peek(): string | undefined {
    this.blanks();
    return this.text[this.at];
  }

  /** Steps over one of some operators, written as a sign or in words; undefined where there is none. */
  private operator<T extends string>(forms: Readonly<Record<T, RegExp>>): T | undefined {
    this.blanks();
    for (const [sign, form] of Object.entries(forms) as [T, RegExp][]) {
      const written = form.exec(this.text.slice(this.at, this.at + 16));
      if (!written) continue;
      this.at += written[0].length;
      return sign;
    }
    return undefined;
  }

  /** The longest expression from here on; undefined where there is none. */
  expression(): ((values: Values) => number) | undefined {
    if (++this.depth > 40) return undefined;
    let left = this.term();
    while (left) {
      const before = this.at;
      const sign = this.operator({ '+': sums.plus, '-': sums.minus });
      if (sign === undefined) {
        this.at = before;
        break;
      }
      const right = this.term();
      if (!right) {
        this.at = before;
        break;
      }
      const [a, b] = [left, right];
      left = sign === '+' ? values => a(values) + b(values) : values => a(values) - b(values);
    }
    this.depth--;
    return left;
  }

  private term(): ((values: Values) => number) | undefined {
    let left = this.factor();
    while (left) {
      const before = this.at;
      const sign = this.operator({ '·': products.times, '/': products.over });
      if (sign === undefined && this.operator({ '+': sums.plus, '-': sums.minus }) !== undefined) {
        this.at = before;
        break;
      }
      const right = this.factor();
      if (!right) {
        this.at = before;
        break;
      }
      const [a, b] = [left, right];
      left = sign === '/' ? values => a(values) / b(values) : values => a(values) * b(values);
    }
    return left;
  }

  private factor(): ((values: Values) => number) | undefined {
    if (this.peek() === '-') {
      this.at++;
      const operand = this.factor();
      return operand && (values => -operand(values));
    }
    const base = this.base();
    if (!base) return undefined;
    // A raised mark is gone in a normalised text: what follows a closed base at once is its power.
    const power = /^(?:[ˆ^]\s*)?(\d)(?![\d.])|^\s*(?:squared(?![a-z])|的?平方)/u.exec(this.text.slice(this.at));
    if (!power) return base;
    this.at += power[0].length;
    const exponent = Number(power[1] ?? 2);
    return values => base(values) ** exponent;
  }

  private base(): ((values: Values) => number) | undefined {
    const start = this.at;
    const character = this.peek();
    if (character === undefined) return undefined;
    const number = /^\d+(?:\.\d+)?/u.exec(this.text.slice(this.at));
    if (number) {
      this.at += number[0].length;
      return () => Number(number[0]);
    }
    const close = { '(': ')', '[': ']', '‖': '‖', '|': '|' }[character];
    if (close) {
      this.at++;
      const inner = this.expression();
      if (inner && this.peek() === close) {
        this.at++;
        // A norm is some function of what stands in it.
        return character === '‖' || character === '|' ? values => 2 + Math.sin(3 * inner(values)) : inner;
      }
      this.at = start;
      return undefined;
    }
    return this.applied() ?? this.symbol(start);
  }

  private applied(): ((values: Values) => number) | undefined {
    const start = this.at;
    const rest = this.text.slice(this.at);
    const isSigma = /^σ\s*\(/u.test(rest);
    const name = isSigma
      ? 'σ'
      : Object.keys(functions).find(one => rest.startsWith(one) && !/^[a-z]/u.test(rest.slice(one.length)));
    if (name === undefined) return undefined;
    this.at += name.length;
    const argument = this.factor();
    const apply = isSigma ? sigmoid : functions[name]!;
    if (argument) return values => apply(argument(values));
    this.at = start;
    return undefined;
  }

  private symbol(start: number): ((values: Values) => number) | undefined {
    const found = this.symbolAt(this.at);
    if (found) {
      this.at = found.end;
      // p(x) is p, and z_j is z.
      const index = /^(?:\((?:x|i|k|xi)\)|[ijk]\d?(?![a-z0-9]))/u.exec(this.text.slice(this.at));
      if (index) this.at += index[0].length;
      return values => values(found.symbol);
    }
    const sum = /^(?:σ[ijk]?|sigma[ijk]?(?![a-z])|sum[ijk]?(?![a-z]))/u.exec(this.text.slice(this.at));
    if (sum) {
      this.at += sum[0].length;
      return values => values('Σ');
    }
    this.at = start;
    return undefined;
  }
}

/** Reads a formula of a key point; undefined where it cannot be read. `written` stands without its dollar signs. */
export const readFormula = (written: string): Formula | undefined => {
  const right = written.slice(written.indexOf('=') + 1);
  const known = [...right.matchAll(symbolPattern)]
    .map(([symbol]) => normalise(symbol).text)
    .filter(symbol => !Object.hasOwn(functions, symbol) && symbol !== 'σ');
  const exact = new Map(known.map(symbol => [symbol, [symbol]]));
  const text = normalise(written).text;
  const equals = text.indexOf('=');
  const from = equals + 1;
  const reader = new Reader(
    text,
    from,
    lookUp(text, exact, () => 0),
  );
  const evaluate = reader.expression();
  if (!evaluate || text.slice(reader.at).trim() !== '') return undefined;
  const left = equals < 0 ? undefined : text.slice(0, equals).trim();
  const names = new Map<string, string[]>();
  for (const symbol of new Set(known)) {
    for (const name of namesOf(symbol)) names.set(name, [...(names.get(name) ?? []), symbol]);
  }
  for (const [name, symbols] of names) {
    // A symbol's own name is nobody else's.
    if (exact.has(name)) names.set(name, [name]);
    else names.set(name, [...new Set(symbols)]);
  }
  return { left, evaluate, names };
};

/** Finds the longest name at a place; `choose` decides between the symbols it may stand for. */
const lookUp = (
  text: string,
  names: ReadonlyMap<string, readonly string[]>,
  choose: (name: string, symbols: readonly string[]) => number,
) => {
  const sorted = [...names.keys()].sort((a, b) => b.length - a.length);
  return (at: number): { end: number; symbol: string } | undefined => {
    for (const name of sorted) {
      if (!text.startsWith(name, at)) continue;
      // A long name is a whole word: `a` is not the beginning of “and”.
      if (/^[a-z]{3,}$/u.test(name) && /^[a-z]/u.test(text.slice(at + name.length))) continue;
      const symbols = names.get(name)!;
      return { end: at + name.length, symbol: symbols[Math.min(choose(name, symbols), symbols.length - 1)]! };
    }
    return undefined;
  };
};

/** A place in a normalised text. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** What a formula cannot begin after; a Chinese word is none, unless it is an operator: 梯度为p-y. */
const isPart = /[乘以加上减去除]|(?!\p{Script=Han})[\p{L}\p{N})\]‖·/+~'-]/u;

/** A remark in brackets is no factor: z·h (elementwise), （逐元素乘）. */
const remark = /^\s*\(\s*·?\s*(?:\p{Script=Han}|[a-z]{4,})/u;

/** Whether what follows goes on with the formula. */
const goesOn = (rest: string): boolean => /^[a-z0-9]|^\s*[·/+^(]/u.test(rest) && !remark.test(rest);

const mostPlaces = 200;

/** Every place of a normalised answer where a formula stands, told by its value. */
export const findFormula = ({ evaluate, names }: Formula, text: string): Place[] => {
  const wanted = trials.map(trial => evaluate(numberFor(trial)));
  const ambiguous = [...names.values()].some(symbols => symbols.length > 1);
  const choices = ambiguous ? [0, 1] : [0];
  const found: Place[] = [];
  let tried = 0;
  for (let at = 0; at < text.length && tried < mostPlaces; at++) {
    const before = text.slice(0, at).trimEnd().at(-1);
    const begins = before === undefined || !isPart.test(before) || /\s/u.test(text[at - 1] ?? ' ');
    if (!begins || /\s/u.test(text[at]!)) continue;
    for (const choice of choices) {
      const reader = new Reader(
        text,
        at,
        lookUp(text, names, () => choice),
      );
      const read = reader.expression();
      if (!read) continue;
      tried++;
      if (goesOn(text.slice(reader.at))) continue;
      const isSame = trials.every((trial, i) => {
        const value = read(numberFor(trial));
        return Math.abs(value - wanted[i]!) <= 1e-9 * Math.max(1, Math.abs(wanted[i]!));
      });
      if (!isSame) continue;
      found.push({ from: at, to: reader.at });
      break;
    }
  }
  return found;
};
