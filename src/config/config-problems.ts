import type { z } from 'zod';
import type { AppError } from '../errors/app-error.ts';
import { appError } from '../errors/catalogue.ts';
import { printable } from '../errors/printable.ts';
import type { ConfigDocument, KeyPath } from './config-document.ts';
import { findNearest } from './find-nearest.ts';
import { describeExpected, keysAt } from './schema-facts.ts';
import { DURATION_HELP, type Remedy } from './schema-values.ts';

type Issue = z.core.$ZodIssue;

/** What the schema holds against the document, each with its place and what to do. */
export function describeIssues(issues: readonly Issue[], document: ConfigDocument): readonly AppError[] {
  return issues.flatMap((issue) => describeIssue(issue, document));
}

/** `endpoints[0].certificate.key`; `The configuration` for the root. */
function formatPath(path: KeyPath): string {
  if (path.length === 0) return 'The configuration';
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${String(step)}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}

function describeIssue(issue: Issue, document: ConfigDocument): readonly AppError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => describeUnknownKey(key, issue.path, document));
  }
  if (issue.code === 'invalid_union') {
    const branch = closestBranch(issue.errors);
    return branch.flatMap((inner) =>
      describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, document),
    );
  }
  return [describeValue(issue, document)];
}

/** Of a union the alternative that the value is at least of the type of. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const fits = (branch: readonly Issue[]): boolean =>
    !branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);
  return branches.find(fits) ?? branches[0] ?? [];
}

function describeUnknownKey(key: string, path: KeyPath, document: ConfigDocument): AppError {
  const details = { key: printable(key), parent: formatPath(path), nearest: findNearest(key, keysAt(path)) };
  return appError('CONFIG_UNKNOWN_KEY', details, { location: document.locateKey([...path, key]) });
}

function describeValue(issue: Issue, document: ConfigDocument): AppError {
  const key = formatPath(issue.path);
  const value = valueAt(document.value, issue.path);
  const expected = describeExpected(issue);
  if (value === undefined) {
    const location = document.locateKey(issue.path.slice(0, -1));
    return appError('CONFIG_MISSING_KEY', { key, expected }, { location });
  }
  if (value === null) {
    const help = 'Write a value after it, or remove the key where it has a default.';
    const details = { key, actual: 'empty', expected, help };
    return appError('CONFIG_WRONG_TYPE', details, { location: document.locateKey(issue.path) });
  }
  const location = document.locateValue(issue.path);
  const source = document.source(issue.path);
  if (issue.code === 'custom') {
    // Every custom issue of the schema is made with a Remedy.
    const { help } = issue.params as unknown as Remedy;
    return appError('CONFIG_INVALID_VALUE', { problem: `${key} ${issue.message}`, help }, { location });
  }
  const actual = describeActual(value, source);
  if (issue.code === 'invalid_type') {
    const help = adviseOnType({ path: issue.path, expected: issue.expected, value, source: source ?? '' });
    return appError('CONFIG_WRONG_TYPE', { key, actual, expected, help }, { location });
  }
  const nearest =
    issue.code === 'invalid_value' && typeof value === 'string'
      ? findNearest(value, issue.values.map(String))
      : undefined;
  const help = nearest === undefined ? `Write ${expected}.` : `Did you mean ${nearest}?`;
  return appError(
    'CONFIG_INVALID_VALUE',
    { problem: `${key} is ${actual}, expected ${expected}`, help },
    { location },
  );
}

function valueAt(root: unknown, path: KeyPath): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    root,
  );
}

function describeActual(value: unknown, source: string | undefined): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return 'a mapping';
  const text = printable(source ?? JSON.stringify(value), 60);
  return typeof value === 'string' ? `the text "${text}"` : text;
}

interface TypeFact {
  readonly path: KeyPath;
  readonly expected: string;
  readonly value: unknown;
  readonly source: string;
}

/** The remedy for a value that YAML read as another type than its writer may think. */
function adviseOnType(fact: TypeFact): string {
  const { path, expected, value, source } = fact;
  if (path[0] === 'deadlines' && path.length > 1) return DURATION_HELP;
  if (expected === 'string' && typeof value !== 'object')
    return `Put it in quotes: "${printable(source, 60)}".`;
  if (expected === 'boolean') return 'Write true or false; YAML reads on, off, yes and no as text.';
  if ((expected === 'number' || expected === 'int') && /^\d+$/.test(source))
    return `Write ${source} without quotes.`;
  if (expected === 'array')
    return 'Write a list: each entry on a line of its own after a hyphen, or all in [ ].';
  if (expected === 'object') return 'Write keys and values on indented lines below it, or in { }.';
  return 'Write a value of that type.';
}
