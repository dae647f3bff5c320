import { newComments } from '../messages/check-new.ts';
import { generateProblem, indistinct, wrongValues } from '../problem/generate.ts';
import { askedValue, type Kind } from '../problem/kind.ts';
import type { Language } from '../problem/text.ts';
import { mapValue, type Value } from '../problem/value.ts';

/** Digits after the point of the keys that are written. */
const decimals = 4;
const seed = 1;
const level = 2;

const written = (value: unknown): string => JSON.stringify(value).replace(/([,:])(?=\S)/g, '$1 ');
const rounded = (value: Value): Value => mapValue(value, x => Number(x.toFixed(decimals)) + 0);

const head = (topic: string, title: { zh: string; en: string }, say: (id: keyof typeof newComments) => string) => [
  '# yaml-language-server: $schema=node_modules/drill/questions/schema.json',
  `# ${say('head')}`,
  `topic: ${topic}  # ${say('topic')}`,
  `title: { zh: ${written(title.zh)}, en: ${written(title.en)} }`,
  'items:',
];

/** A mistake whose result is like no other's and not like the truth. */
const tellingMistake = (truth: Value, wrong: ReturnType<typeof wrongValues>) =>
  wrong.find(one =>
    [truth, ...wrong.filter(other => other !== one).map(({ value }) => value)].every(
      value => !indistinct(rounded(value), rounded(one.value)),
    ),
  );

/** A bank of one calculation of a kind, commented, that passes `drill check`. */
export const firstCalculation = (kind: Kind, language: Language): string => {
  const say = (id: keyof typeof newComments): string => newComments[id][language];
  const params = generateProblem(kind, seed, level);
  const answer = kind.solve(params);
  const truth = askedValue(kind, kind.ask, answer, params)!;
  const wrong = tellingMistake(truth, wrongValues(kind, params, answer, kind.ask));
  const asks = [...Object.keys(kind.answer), ...Object.keys(kind.quantities ?? {})].join(', ');
  return `${[
    ...head(`my-${kind.topic}`, kind.title, say),
    `  - id: my-${kind.id}-1  # ${say('id')}`,
    '    type: calculation',
    `    kind: ${kind.id}`,
    `    level: ${level}  # ${say('level')}`,
    '    marks: 4',
    `    # ${say('params')}`,
    '    params:',
    ...Object.entries(params).map(([name, value]) => `      ${name}: ${written(value)}`),
    `    ask: ${kind.ask}  # ${say('ask')} ${asks}`,
    `    # ${say('answer')}`,
    `    answer: ${written(rounded(truth))}`,
    `    decimals: ${decimals}  # ${say('decimals')}`,
    ...(wrong
      ? [
          `    # ${say('wrong')} ${Object.keys(kind.mistakes).join(', ')}`,
          '    wrong:',
          `      ${wrong.mistake}: ${written(rounded(wrong.value))}`,
        ]
      : []),
    `    fresh: true  # ${say('fresh')}`,
    `    source: my course  # ${say('source')}`,
  ].join('\n')}\n`;
};

/** A bank of one short question, commented, that passes `drill check`. */
export const firstShort = (language: Language): string => {
  const say = (id: keyof typeof newComments): string => newComments[id][language];
  return `${[
    ...head('my-topic', { zh: '我的主题', en: 'My topic' }, say),
    `  - id: my-overfitting-1  # ${say('id')}`,
    '    type: short',
    `    level: ${level}  # ${say('level')}`,
    '    marks: 3',
    `    # ${say('prompt')}`,
    '    prompt:',
    '      zh: 训练误差很小而测试误差很大，说明什么？如何改进？',
    '      en: The training error is small, the test error large. What is that called, and what helps?',
    `    # ${say('model')}`,
    '    answer:',
    '      zh: 说明模型过拟合；可以用正则化来减轻。',
    '      en: The model overfits; regularization helps.',
    `    # ${say('points')}`,
    '    points:',
    '      - id: overfitting',
    '        marks: 2',
    `        # ${say('text')}`,
    '        text: { zh: 过拟合, en: it is overfitting }',
    `        # ${say('accept')}`,
    '        accept: [[过拟合], [overfit*]]',
    `        # ${say('contradict')}`,
    '        contradict: [[欠拟合], [underfit*]]',
    '      - id: regularization',
    '        marks: 1',
    '        text: { zh: 正则化, en: regularization }',
    '        accept: [[正则化|权重衰减], [regulari*|weight decay]]',
    `    # ${say('samples')}`,
    '    samples:',
    '      - { text: it overfits, points: [overfitting] }',
    '      - { text: 这是欠拟合, points: [] }',
    `    source: my course  # ${say('source')}`,
  ].join('\n')}\n`;
};
