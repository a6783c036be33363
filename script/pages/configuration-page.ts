import { parse } from 'yaml';
import { z } from 'zod';
import { configFileSchema } from '../../src/config/schema.ts';
import { CONFIG_WORDS, type ConfigWords } from '../support/config-words.ts';
import type { Language } from './language.ts';
import { markdownTable, toCell } from './markdown.ts';

/** The parts of a JSON Schema that the page shows. */
interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly anyOf?: readonly JsonSchema[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/**
 * docs/configuration.md, or its twin: every key of the schema, with what `example`, a whole configuration, has
 * for it.
 *
 * @throws Error when a key has no example there
 */
export function configurationPage(example: string, language: Language): string {
  const root = z.toJSONSchema(configFileSchema, { io: 'input' }) as JsonSchema;
  const words = CONFIG_WORDS[language];
  const sections = sectionsOf(root, { name: '', examples: [parse(example)] }, words);
  return `${words.begin}

\`\`\`yaml
${words.comment(example)}\`\`\`

${sections.join('\n\n')}
`;
}

interface Place {
  /** As `endpoints[].health`; empty for the file itself. */
  readonly name: string;
  /** What the example has there, every time. */
  readonly examples: readonly unknown[];
}

/** The table of one mapping, then those of the mappings in it. */
function sectionsOf(schema: JsonSchema, place: Place, words: ConfigWords): string[] {
  const children = Object.entries(schema.properties ?? {}).map(([key, child]) => ({
    key,
    child,
    examples: place.examples.flatMap((value) => (isMapping(value) && key in value ? [value[key]] : [])),
  }));
  const rows = children.map(({ key, child, examples }) => {
    const name = place.name === '' ? key : `${place.name}.${key}`;
    if (examples.length === 0) throw new Error(`The example has nothing for ${name}`);
    const required = schema.required?.includes(key) ? words.required : shown(child.default);
    const isPlain = !isNested(child);
    return [
      `\`${key}\``,
      typeOf(child, words),
      required,
      isPlain ? shown(examples[0]) : `[${words.below}](#${anchorOf(words.mappingOf(nameOf(name, child)))})`,
      toCell(words.describe(name, child.description ?? '')),
    ];
  });
  const title = `## ${place.name === '' ? words.file : words.mappingOf(place.name)}`;
  const table = markdownTable([words.heading, ...rows]);
  const nested = children.flatMap(({ key, child, examples }) => {
    const name = place.name === '' ? key : `${place.name}.${key}`;
    if (!isNested(child)) return [];
    const inner = child.items ?? child;
    const values = child.items ? examples.flatMap((value) => value as unknown[]) : examples;
    return sectionsOf(inner, { name: nameOf(name, child), examples: values }, words);
  });
  return [`${title}\n\n${table}`, ...nested];
}

function isNested({ properties, items }: JsonSchema): boolean {
  return properties !== undefined || items?.properties !== undefined;
}

function nameOf(name: string, { items }: JsonSchema): string {
  return items?.properties ? `${name}[]` : name;
}

/** As GitHub makes one of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
    .replaceAll(' ', '-');
}

function typeOf(schema: JsonSchema, words: ConfigWords): string {
  const { type, enum: values, const: only, anyOf, items, minimum = 1, maximum } = schema;
  if (only !== undefined) return shown(only);
  if (values) return values.map(shown).join(words.comma);
  if (anyOf) return [...new Set(anyOf.map((one) => typeOf(one, words)))].join(words.or);
  if (items?.properties) return words.mappings;
  if (items) return items.type === 'string' && !items.enum ? words.texts : words.listOf(typeOf(items, words));
  if (type === 'string') return words.text;
  if (type === 'boolean') return ['`true`', '`false`'].join(words.or);
  if (type === 'integer')
    return maximum === undefined || maximum > 1e9 ? words.number : words.range(minimum, maximum);
  return words.mapping;
}

/** A value as the file has it. */
function shown(value: unknown): string {
  if (value === undefined || (isMapping(value) && Object.keys(value).length === 0)) return '';
  return `\`${toFlow(value)}\``;
}

function toFlow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(toFlow).join(', ')}]`;
  return typeof value === 'string' && /^\d{4}-|^\[|^$/.test(value) ? `'${value}'` : String(value);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
