import { parse } from 'yaml';
import { z } from 'zod';
import { configFileSchema } from '../../src/config/schema.ts';
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

const BEGIN = `# Configuration

\`airec-https.yml\` says which endpoints serve which certificate, and what stands in front of them. Editors complete and check
it with [its JSON Schema](../airec-https.schema.json). What is wrong is reported all at once, each with line and column, and
with [its code](errors.md#the-configuration-file). Paths are relative to the file. No value of it is a secret.

[The smallest one](../README.md#use-it) has ten lines. This one has every key there is:
`;

/**
 * docs/configuration.md: every key of the schema, with what `example`, a whole configuration, has for it.
 *
 * @throws Error when a key has no example there
 */
export function configurationPage(example: string): string {
  const root = z.toJSONSchema(configFileSchema, { io: 'input' }) as JsonSchema;
  const sections = sectionsOf(root, { name: '', examples: [parse(example)] });
  return `${BEGIN}
\`\`\`yaml
${example}\`\`\`

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
function sectionsOf(schema: JsonSchema, place: Place): string[] {
  const children = Object.entries(schema.properties ?? {}).map(([key, child]) => ({
    key,
    child,
    examples: place.examples.flatMap((value) => (isMapping(value) && key in value ? [value[key]] : [])),
  }));
  const rows = children.map(({ key, child, examples }) => {
    const name = place.name === '' ? key : `${place.name}.${key}`;
    if (examples.length === 0) throw new Error(`The example has nothing for ${name}`);
    const required = schema.required?.includes(key) ? 'required' : shown(child.default);
    const isPlain = !isNested(child);
    return [
      `\`${key}\``,
      typeOf(child),
      required,
      isPlain ? shown(examples[0]) : `[below](#${anchorOf(`${nameOf(name, child)} mapping`)})`,
      toCell(child.description ?? ''),
    ];
  });
  const title = place.name === '' ? '## The file' : `## ${place.name} mapping`;
  const table = markdownTable([['key', 'type', 'default', 'example', 'meaning'], ...rows]);
  const nested = children.flatMap(({ key, child, examples }) => {
    const name = place.name === '' ? key : `${place.name}.${key}`;
    if (!isNested(child)) return [];
    const inner = child.items ?? child;
    const values = child.items ? examples.flatMap((value) => value as unknown[]) : examples;
    return sectionsOf(inner, { name: nameOf(name, child), examples: values });
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
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');
}

function typeOf(schema: JsonSchema): string {
  const { type, enum: values, const: only, anyOf, items, minimum = 1, maximum } = schema;
  if (only !== undefined) return shown(only);
  if (values) return values.map(shown).join(', ');
  if (anyOf) return [...new Set(anyOf.map(typeOf))].join(' or ');
  if (items?.properties) return 'list of mappings';
  if (items) return `list of ${typeOf(items).replace(/^text$/, 'texts')}`;
  if (type === 'string') return 'text';
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'integer')
    return maximum === undefined || maximum > 1e9 ? 'number' : `${minimum} to ${maximum}`;
  return 'mapping';
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
