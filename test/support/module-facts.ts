import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor, type ESTree } from 'rolldown/utils';

/** The repository's root. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What the rules of the house look at in one module of src/. */
export interface ModuleFacts {
  /** Relative to the repository, such as `src/certificates/der/der.ts`. */
  readonly file: string;
  readonly lines: number;
  /** Every import, export from, type import and dynamic import, in no particular order. */
  readonly imports: readonly ImportFact[];
  /** What it asks of the world around it: `Date.now`, `new Date()`, `process`, `Math.random`, … */
  readonly worldly: readonly string[];
}

export interface ImportFact {
  /** A module's file as in `ModuleFacts.file`, or what stands in the import when it names a package. */
  readonly target: string;
  /** The names taken, when the import lists them. */
  readonly names: readonly string[];
}

/** The facts of every module of src/. */
export function readModules(): ModuleFacts[] {
  return globSync('src/**/*.ts', { cwd: ROOT })
    .toSorted()
    .map((file) => parseModule(file, readFileSync(path.join(ROOT, file), 'utf8')));
}

/**
 * The facts of one module, by its syntax tree.
 *
 * @throws Error when `text` is not TypeScript.
 */
export function parseModule(file: string, text: string): ModuleFacts {
  const { program, errors } = parseSync(file, text);
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`);
  const imports: ImportFact[] = [];
  const worldly: string[] = [];
  const add = (source: unknown, names: readonly string[] = []) => {
    const target = resolveTarget(file, literal(source));
    imports.push({ target, names });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.specifiers.map(importedName)),
    ExportNamedDeclaration: (node) => node.source !== null && add(node.source),
    ExportAllDeclaration: (node) => add(node.source),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source),
    MemberExpression: (node) => worldly.push(...clockOrChance(node)),
    NewExpression: (node) => {
      if (isNamed(node.callee, 'Date') && node.arguments.length === 0) worldly.push('new Date()');
    },
    CallExpression: (node) => isNamed(node.callee, 'Date') && worldly.push('Date()'),
    Identifier: (node) => node.name === 'process' && worldly.push('process'),
  }).visit(program);
  return { file, lines: text.trimEnd().split('\n').length, imports, worldly };
}

function literal(source: unknown): string {
  const { value } = source as { value?: unknown };
  if (typeof value !== 'string') throw new Error('An import whose target is not a literal cannot be checked');
  return value;
}

function resolveTarget(file: string, target: string): string {
  return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target;
}

function importedName(specifier: ESTree.ImportDeclarationSpecifier): string {
  if (specifier.type !== 'ImportSpecifier') return '*';
  return specifier.imported.type === 'Identifier' ? specifier.imported.name : specifier.imported.value;
}

function clockOrChance({ object, property }: ESTree.MemberExpression): string[] {
  if (object.type !== 'Identifier' || property.type !== 'Identifier') return [];
  const name = `${object.name}.${property.name}`;
  return ['Date.now', 'Math.random', 'performance.now'].includes(name) ? [name] : [];
}

function isNamed(node: ESTree.Expression, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}
