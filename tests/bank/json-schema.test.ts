import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { bankSchema, bankSchemaText } from '../../src/bank/json-schema.ts';
import { shippedFolder } from '../../src/bank/load.ts';

const folder = shippedFolder();
const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(await bankSchema());
const files = readdirSync(folder).filter(file => file.endsWith('.yaml'));
const sound = readFileSync(new URL('../check/fixtures/sound.yaml', import.meta.url), 'utf8');

test('the shipped schema is up to date (npm run build writes it)', async () => {
  expect(readFileSync(join(folder, 'schema.json'), 'utf8')).toBe(await bankSchemaText());
});

test.each(files)('%s names the schema, and is valid by another validator', file => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=schema.json');
  validate(parse(text));
  expect(validate.errors).toBeNull();
});

describe('what the schema refuses', () => {
  test('nothing of a sound bank', () => {
    validate(parse(sound));
    expect(validate.errors).toBeNull();
  });

  test.each<[string, string, string]>([
    ['an unknown key', 'level: 1', 'level: 1\n    lvl: 2'],
    ['marks that are text', 'marks: 4', 'marks: four'],
    ['an id of another form', 'id: squash-3-4', 'id: Squash'],
    ['a kind that is none', 'kind: squash', 'kind: squashed'],
    ['a parameter that is none', 'params: { vector: [3, 4] }', 'params: { vektor: [3, 4] }'],
    ['a choice that is none', 'padding: 0', 'mode: fulll'],
    ['nothing of that name', 'ask: vector', 'ask: vectors'],
    ['a mistake that is none', 'normalised-only:', 'normalized-only:'],
    ['a missing language', 'text: { zh: 位置信息丢失, en: the position is lost }', 'text: { zh: 位置信息丢失 }'],
    ['a missing source', '    source: "Sabour et al. 2017"\n', ''],
    ['an answer that is a map', 'answer: [0.5769, 0.7692]', 'answer: { a: 1 }'],
    ['a level of 4', 'level: 1', 'level: 4'],
    ['an unknown type', 'type: short', 'type: long'],
  ])('%s', (_what, from, to) => {
    const text = sound.replace(from, to);
    expect(text).not.toBe(sound);
    expect(validate(parse(text))).toBe(false);
  });
});
