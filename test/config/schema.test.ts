import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

interface JsonSchema {
  readonly description?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
}

const FILE = path.resolve(import.meta.dirname, '../../airec-https.schema.json');

/** Every key of the configuration with its schema, such as `endpoints.health.path`. */
function keysOf(schema: JsonSchema | undefined, prefix = ''): [string, JsonSchema][] {
  return Object.entries(schema?.properties ?? {}).flatMap(([name, child]) => [
    [`${prefix}${name}`, child] as [string, JsonSchema],
    ...keysOf(child, `${prefix}${name}.`),
    ...keysOf(child.items, `${prefix}${name}.`),
  ]);
}

describe('the JSON Schema', () => {
  it('describes every key, for the hover help of editors', async () => {
    const keys = keysOf(JSON.parse(await readFile(FILE, 'utf8')) as JsonSchema);
    expect(keys.length).toBeGreaterThan(30);
    expect(keys.filter(([, schema]) => (schema.description?.length ?? 0) < 15).map(([key]) => key)).toEqual(
      [],
    );
  });

  it('shows the defaults as they are written in the file', async () => {
    const defaults = new Map(
      keysOf(JSON.parse(await readFile(FILE, 'utf8')) as JsonSchema).map(([key, schema]) => [
        key,
        schema.default,
      ]),
    );
    expect(defaults.get('deadlines.status')).toBe('10m');
    expect(defaults.get('airec.mapping')).toBe('certificate_info.xlsx');
    expect(defaults.get('endpoints.port')).toBe(443);
    expect(defaults.get('endpoints.health.accept')).toEqual([200, 401, 404]);
  });
});
