import { z } from 'zod';
import type { KeyPath } from './config-document.ts';
import { configFileSchema } from './schema.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly items?: JsonSchema;
}

/** The keys that the mapping at `path` may have; empty when the schema has no mapping there. */
export function keysAt(path: KeyPath): readonly string[] {
  let node: JsonSchema | undefined = z.toJSONSchema(configFileSchema, { io: 'input' }) as JsonSchema;
  for (const step of path) {
    node = typeof step === 'number' ? node?.items : node?.properties?.[String(step)];
  }
  return Object.keys(node?.properties ?? {});
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
};

/** What would have been right, in words. */
export function describeExpected(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return TYPE_NAMES[issue.expected] ?? issue.expected;
  if (issue.code === 'invalid_value') return issue.values.map(String).join(' or ');
  if (issue.code === 'too_small' && issue.origin === 'array') return 'at least one entry';
  if (issue.code === 'too_small') return `at least ${String(issue.minimum)}`;
  if (issue.code === 'too_big') return `at most ${String(issue.maximum)}`;
  return 'another value';
}
