import * as z from 'zod';
import { kindIds, loadKind } from '../kinds/index.ts';
import type { Kind } from '../problem/kind.ts';
import type { Param, ParamTable } from '../problem/params.ts';
import { fileSchema, itemSchema } from './schema.ts';

type Json = Readonly<Record<string, unknown>>;

/** YAML reads an unquoted 2 as a number. */
const alsoAsNumber = (word: string): (string | number)[] => (/^\d+$/.test(word) ? [word, Number(word)] : [word]);

/** What editors show of a parameter; its numbers are the kind's business, since any may be an expression. */
const paramSchema = ({ about, form, choices, isFlag, fallback }: Param<unknown>): Json => ({
  description: `${about.en}: ${form.en} (${about.zh}：${form.zh})`,
  ...(choices ? { enum: choices.flatMap(alsoAsNumber) } : {}),
  ...(isFlag ? { type: 'boolean' } : {}),
  ...(fallback === undefined ? {} : { default: fallback }),
});

const paramsSchema = (table: ParamTable): Json => ({
  type: 'object',
  properties: Object.fromEntries(Object.entries(table).map(([name, param]) => [name, paramSchema(param)])),
  required: Object.keys(table).filter(name => !table[name]!.optional),
  additionalProperties: false,
});

/** What is said of an item once its kind is known: its parameters, what it may ask for, its mistakes. */
const kindSchema = (kind: Kind): Json => ({
  if: { properties: { kind: { const: kind.id } }, required: ['kind'] },
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  then: {
    properties: {
      params: paramsSchema(kind.params),
      ask: { enum: [...Object.keys(kind.answer), ...Object.keys(kind.quantities ?? {})] },
      wrong: {
        type: 'object',
        propertyNames: { enum: Object.keys(kind.mistakes) },
        properties: Object.fromEntries(
          Object.entries(kind.mistakes).map(([id, { tell }]) => [id, { description: `${tell.en} ${tell.zh}` }]),
        ),
      },
    },
  },
});

/** A number, a constant expression, or lists of them: what the bank's own reader turns into a value. */
const valueSchema = {
  anyOf: [
    { type: ['number', 'string', 'boolean'] },
    { type: 'array', minItems: 1, items: { $ref: '#/definitions/value' } },
  ],
};

const overridden = (schema: z.ZodType): Json => {
  const made: Record<string, unknown> = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema._zod.def.type === 'pipe') Object.assign(jsonSchema, { $ref: '#/definitions/value' });
    },
  });
  delete made.$schema;
  return made;
};

/** The JSON Schema of a bank file, so that editors complete kinds and parameters: made from what reads the bank. */
export const bankSchema = async (): Promise<Json> => {
  const kinds = await Promise.all(kindIds.map(async id => (await loadKind(id))!));
  const [calculation, short] = itemSchema.options.map(overridden) as [Json, Json];
  const file = overridden(fileSchema);
  const properties = calculation.properties as Json;
  const kindNames = {
    anyOf: kinds.map(({ id, title }) => ({ const: id, description: `${title.en} (${title.zh})` })),
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'A bank of drill',
    ...file,
    properties: {
      ...(file.properties as Json),
      items: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          required: ['type'],
          properties: { type: { enum: ['calculation', 'short'] } },
          if: { properties: { type: { const: 'short' } } },
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
          then: { $ref: '#/definitions/short' },
          else: { $ref: '#/definitions/calculation' },
        },
      },
    },
    definitions: {
      value: valueSchema,
      short,
      calculation: { ...calculation, properties: { ...properties, kind: kindNames }, allOf: kinds.map(kindSchema) },
    },
  };
};

/** The schema as the file that is shipped. */
export const bankSchemaText = async (): Promise<string> => `${JSON.stringify(await bankSchema(), null, 1)}\n`;
