import { dot, type Matrix } from '../../math/matrix.ts';
import { activate, type ScalarActivation } from '../../math/network.ts';
import { type Drawing, draw, type Piece } from '../../problem/drawing.ts';
import { join, type Text } from '../../problem/text.ts';
import type { Value } from '../../problem/value.ts';
import { type Scope, silent, type Work } from '../../problem/work.ts';
import { finiteNets } from './finite.ts';
import { activationFormula } from './network-steps.ts';

/** The work of networks that go from state to state: net inputs, gates and states of every unit, moment after moment. */

/** One moment of the unrolled network: t from 1, whether every unit is a step of its own, and who writes it down. */
export interface Moment {
  readonly t: number;
  readonly isSmall: boolean;
  readonly work: Work;
  readonly title: (text: Text) => Text;
}

/** Networks of at most this many units are worked unit by unit, larger ones vector by vector. */
const namedUnits = 4;
/** So many moments are worked whole at the start; then come the states alone, and the last moment whole again. */
const shownMoments = 3;
/** Sums of at most this many products are written out with a name for every factor. */
const namedTerms = 5;

/** z1_2: at t = 1, of unit 2; z_1 where there is one unit only. */
const nameOf = (letter: string, t: number, units: number, j: number): string =>
  units === 1 ? `${letter}_${t}` : `${letter}${t}_${j + 1}`;

/** A vector with what it is called at its moment. */
export interface Signal {
  readonly letter: string;
  readonly t: number;
  readonly values: readonly number[];
}

export const signal = (letter: string, t: number, values: readonly number[]): Signal => ({ letter, t, values });

const namesOf = ({ letter, t, values }: Signal): string[] => values.map((_, j) => nameOf(letter, t, values.length, j));

/** A matrix times the signals that it acts on, put one below the other: W·[h, x]. */
export interface Part {
  readonly name: string;
  readonly weights: Matrix;
  readonly on: readonly Signal[];
  /** What the whole column is called where its entries have no names of their own. */
  readonly column: string;
  /** How many columns of the named matrix stand before these. */
  readonly before?: number;
}

export interface Bias {
  readonly name: string;
  readonly values: readonly number[] | undefined;
}

const subscript = (t: number): string => String(t).replace(/\d/g, digit => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]!);

/** What a column is put together from, said at the first moment where its entries have no names of their own. */
const columnNote = (parts: readonly Part[], { t: now }: Moment): { note?: Text } => {
  const stacked = parts.find(({ on }) => on.length > 1);
  if (!stacked || now > 1) return {};
  const signals = stacked.on.map(({ letter, t }) => letter + subscript(t)).join(', ');
  return {
    note: { en: `${stacked.column} is the column [${signals}].`, zh: `${stacked.column} 为列向量 [${signals}]。` },
  };
};

const isWide = (parts: readonly Part[]): boolean =>
  parts.reduce((sum, part) => sum + entriesOf(part).length, 0) > namedTerms;

const entriesOf = ({ on }: Part): number[] => on.flatMap(({ values }) => values);

/** The products of one unit, w·x + …, and the bias. */
const sumOfUnit = (parts: readonly Part[], { name, values }: Bias, j: number): { formula: string; scope: Scope } => {
  const many = isWide(parts);
  const terms = parts.map(part => {
    if (many) return { formula: `sum(${part.name} .* ${part.column})`, scope: wideScope(part, part.weights[j]!) };
    const names = part.on.flatMap(namesOf);
    const weights = names.map((_, i) => `${part.name}_${j + 1}${i + 1 + (part.before ?? 0)}`);
    const numbers = entriesOf(part);
    return {
      formula: names.map((input, i) => `${weights[i]}*${input}`).join(' + '),
      scope: Object.fromEntries(
        names.flatMap((input, i) => [
          [weights[i]!, part.weights[j]![i]!],
          [input, numbers[i]!],
        ]),
      ),
    };
  });
  const bias = values === undefined ? {} : { [`${name}_${j + 1}`]: values[j]! };
  return {
    formula: [...terms.map(term => term.formula), ...Object.keys(bias)].join(' + '),
    scope: Object.assign({}, ...terms.map(term => term.scope), bias),
  };
};

const wideScope = (part: Part, weights: Value): Scope => ({
  [part.name]: weights,
  [part.column]: entriesOf(part),
});

/** Net inputs ΣW·v + b, each unit a step, or all of them one. */
export const netSteps = (
  moment: Moment,
  letter: string,
  heading: Text,
  parts: readonly Part[],
  bias: Bias,
): number[] => {
  const { t, isSmall, work, title } = moment;
  const units = parts[0]!.weights.length;
  const net = finiteNets(
    Array.from({ length: units }, (_, j) =>
      parts.reduce((sum, part) => sum + dot(part.weights[j]!, entriesOf(part)), bias.values?.[j] ?? 0),
    ),
    nameOf(letter, t, 1, 0),
  );
  if (!isSmall) {
    return work.step(nameOf(letter, t, 1, 0), net, () => ({
      title: title(heading),
      symbol: nameOf(letter, t, 1, 0),
      formula:
        parts.map(({ name, column }) => `${name}*${column}`).join(' + ') + (bias.values ? ` + ${bias.name}` : ''),
      scope: Object.assign(
        {},
        ...parts.map(part => wideScope(part, part.weights)),
        bias.values ? { [bias.name]: bias.values } : {},
      ),
      ...columnNote(parts, moment),
    }));
  }
  return net.map((value, j) =>
    work.step(nameOf(letter, t, units, j), value, () => ({
      title: title(heading),
      symbol: nameOf(letter, t, units, j),
      ...sumOfUnit(parts, bias, j),
      ...(j === 0 && isWide(parts) ? columnNote(parts, moment) : {}),
    })),
  );
};

/** A formula over letters: for one unit, and for the vectors of all units. */
export interface Rule {
  readonly each: string;
  readonly all: string;
  readonly note?: Text;
}

/** Values computed unit by unit from signals, `h = (1 - z)*h + z*ĥ`: each unit a step, or all of them one. */
export const unitSteps = (
  { t, isSmall, work, title }: Moment,
  letter: string,
  heading: Text,
  values: readonly number[],
  rule: Rule,
  from: Readonly<Record<string, Signal>>,
): number[] => {
  const note = rule.note ? { note: rule.note } : {};
  if (!isSmall) {
    return work.step(nameOf(letter, t, 1, 0), [...values], () => ({
      title: title(heading),
      symbol: nameOf(letter, t, 1, 0),
      formula: rule.all,
      scope: Object.fromEntries(Object.entries(from).map(([key, { values: vector }]) => [key, vector])),
      ...note,
    }));
  }
  return values.map((value, j) => {
    const symbol = nameOf(letter, t, values.length, j);
    return work.step(symbol, value, () => ({
      title: title(heading),
      symbol,
      formula: rule.each.replace(/[a-zĥĉ]+/g, key => (Object.hasOwn(from, key) ? namesOf(from[key]!)[j]! : key)),
      scope: Object.fromEntries(Object.values(from).map(given => [namesOf(given)[j]!, given.values[j]!])),
      ...(j === 0 ? note : {}),
    }));
  });
};

/** f of the net inputs ΣW·v + b. */
export const layerSteps = (
  moment: Moment,
  letter: string,
  heading: Text,
  parts: readonly Part[],
  bias: Bias,
  activation: ScalarActivation,
): number[] =>
  activationSteps(moment, letter, heading, netSteps(moment, `u${plain(letter)}`, heading, parts, bias), activation);

/** f of net inputs that are already there. */
export const activationSteps = (
  moment: Moment,
  letter: string,
  heading: Text,
  net: readonly number[],
  activation: ScalarActivation,
): number[] => {
  const values = net.map(u => activate(activation, u));
  // mathjs takes numbers that are nearly 0 for 0, which only a step can tell apart.
  const isDelicate = activation === 'step' && net.some(u => u !== 0 && Math.abs(u) < 1e-9);
  const formula = (name: string): string =>
    isDelicate ? `max(0, sign(sign(${name}) + 0.5))` : activationFormula(activation, name);
  const each = formula('u');
  const all = activation === 'linear' ? 'u' : `map(u, f(x) = ${formula('x')})`;
  const from = { u: signal(`u${plain(letter)}`, moment.t, net) };
  return unitSteps(moment, letter, heading, values, { each, all }, from);
};

/** ĥ as h: the net input of ĥ is called uh, of ĉ uc; that of a plain network's h just u. */
const plain = (letter: string): string => ({ ĥ: 'h', ĉ: 'c', h: '' })[letter] ?? letter;

type State = Readonly<Record<string, readonly number[]>>;

/**
 * Goes through the moments from `start`. `carried` names the fields that the next moment needs, with the letter of each. The
 * moments in the middle of a long sequence give a table of their states.
 */
export const unroll = <S extends State>(
  length: number,
  units: number,
  cell: (before: S | undefined, moment: Moment) => S,
  carried: Readonly<Record<string, string>>,
  work: Work,
): S[] => {
  const states: S[] = [];
  const isLong = length > shownMoments + 1;
  for (let t = 1; t <= length; t++) {
    if (isLong && t === length) tabulate(states, carried, work);
    const isWhole = !isLong || t <= shownMoments || t === length;
    const when = length === 1 ? undefined : { en: `t = ${t}: `, zh: `t = ${t}：` };
    states.push(
      cell(states.at(-1), {
        t,
        isSmall: units <= namedUnits,
        work: isWhole ? work : silent,
        title: text => (when ? join([when, text]) : { ...text, en: text.en[0]!.toUpperCase() + text.en.slice(1) }),
      }),
    );
  }
  return states;
};

const tabulate = <S extends State>(states: S[], carried: Readonly<Record<string, string>>, work: Work): void => {
  for (const [name, letter] of Object.entries(carried)) {
    const rows = work.step(
      `${letter}_middle`,
      states.slice(shownMoments).map(state => [...state[name]!]),
      () => ({
        title: {
          en: `t = ${shownMoments + 1} … ${states.length}: ${letter}, one row per moment, each found in the same way`,
          zh: `t = ${shownMoments + 1} … ${states.length}：${letter}，每行一个时刻，算法相同`,
        },
        symbol: letter,
      }),
    );
    rows.forEach((row, i) => {
      states[shownMoments + i] = { ...states[shownMoments + i]!, [name]: row };
    });
  }
};

/** The inputs and the state before the first of them. */
export const drawInputs = (
  inputs: readonly (readonly number[])[],
  start: Readonly<Record<string, readonly number[] | undefined>>,
): Drawing => {
  const states = Object.entries(start).flatMap(([letter, values]) =>
    values ? [`,  ${letter}₀ = `, ...draw([...values])] : [],
  );
  if (inputs.length > shownMoments + 1) return [['x = ', ...draw(inputs), ...states]];
  const each = inputs.flatMap((x, i) => [`${i === 0 ? '' : ',  '}x${subscript(i + 1)} = `, ...draw(x)]);
  return [[...each, ...states]];
};

/** Columns of matrices that stand side by side. */
const columnsPerLine = 9;

/** The weight matrices, as many on a line as there is room for, and the biases that are given on a line of their own. */
export const drawWeights = (
  matrices: Readonly<Record<string, Matrix>>,
  biases: Readonly<Record<string, readonly number[] | undefined>>,
): Drawing => {
  const lines: Piece[][] = [];
  let columns = columnsPerLine;
  for (const [name, weights] of Object.entries(matrices)) {
    const width = weights[0]!.length;
    columns += width;
    if (columns > columnsPerLine) lines.push([]);
    if (columns > columnsPerLine) columns = width;
    lines.at(-1)!.push(`${lines.at(-1)!.length === 0 ? '' : '  '}${name} = `, { matrix: weights });
  }
  const given = Object.entries(biases).flatMap(([name, values]) => (values ? [{ name, values }] : []));
  if (given.length === 0) return lines;
  return [
    ...lines,
    given.flatMap(({ name, values }, i) => [`${i === 0 ? '' : ',  '}${name} = `, ...draw([...values])]),
  ];
};
