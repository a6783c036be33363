import { isBuiltin } from 'node:module';
import type { ImportFact, ModuleFacts } from './module-facts.ts';

/**
 * The folders of src/ from the top down; those in one row are side by side. A folder imports from itself
 * and from rows below it. The entries are the files that lie in src/ itself.
 */
const LAYERS: readonly (readonly string[])[] = [
  ['entries'],
  ['commands'],
  ['github', 'slack'],
  ['reports'],
  ['monitoring'],
  ['deployment'],
  ['alibaba', 'airec'],
  ['endpoints'],
  ['certificates'],
  ['config'],
  ['errors'],
];

/** The emulated cloud stands beside the layers, so that it cannot share a mistake with what it is used to try. */
const EMULATOR_IMPORTS = ['emulator', 'certificates', 'errors'];
const EMULATOR_IMPORTERS = /^src\/(emulator\/|commands\/(demo|emulate)(\/|[-.]))/;

/** Packages with one home: the modules that may import them. */
const HOMES: readonly { readonly packages: RegExp; readonly home: RegExp }[] = [
  { packages: /^(@actions\/github|@octokit\/.+)$/, home: /^src\/github\// },
  { packages: /^@slack\//, home: /^src\/slack\// },
  { packages: /^@alicloud\//, home: /^src\/alibaba\// },
  { packages: /^exceljs$/, home: /^src\/airec\// },
];

/** Modules to which time, trust and limits are arguments. */
export const PURE =
  /^src\/(certificates\/|endpoints\/(findings\/|(judge|judge-files|client-verdicts|finding)\.ts$)|deployment\/(check-material|convergence|outcome|plan|poll|steps)\.ts$|monitoring\/|reports\/)/;
const WORLDLY_MODULES =
  /^(node:)?(fs|net|dns|tls|http|https|http2|dgram|child_process|process|os|timers|worker_threads)(\/|$)/;
/** What a pure module may take from them all the same: functions of their argument alone. */
const HARMLESS_NAMES = ['isIP', 'isIPv4', 'isIPv6'];

const ENTRY_LINES = 60;

/** What breaks a rule of the house in `modules`, one sentence each that starts with the file. */
export function findViolations(modules: readonly ModuleFacts[], dependencies: readonly string[]): string[] {
  return [
    ...modules.flatMap((module) => [
      ...module.imports.flatMap((fact) => judgeImport(module.file, fact, dependencies)),
      ...judgePurity(module),
      ...judgeForm(module),
    ]),
    ...findCoreModules(modules),
    ...findCycles(modules).map((cycle) => `${cycle[0]}: imports itself by ${cycle.slice(1).join(' → ')}`),
  ];
}

function judgeImport(file: string, { target }: ImportFact, dependencies: readonly string[]): string[] {
  if (target.startsWith('src/')) {
    return mayImport(file, target) ? [] : [`${file}: may not import ${target}`];
  }
  if (isBuiltin(target)) return [];
  const name = packageName(target);
  if (name !== 'package.json' && !dependencies.includes(name)) {
    return [`${file}: imports ${name}, which is no dependency`];
  }
  const home = HOMES.find(({ packages }) => packages.test(name))?.home;
  return home === undefined || home.test(file) ? [] : [`${file}: may not import ${name}`];
}

function mayImport(file: string, target: string): boolean {
  const [from, to] = [folderOf(file), folderOf(target)];
  if (from === 'emulator') return EMULATOR_IMPORTS.includes(to);
  if (to === 'emulator') return EMULATOR_IMPORTERS.test(file);
  const [upper, lower] = [layerOf(from), layerOf(to)];
  return upper !== -1 && lower !== -1 && (from === to || upper < lower);
}

function judgePurity({ file, imports, worldly }: ModuleFacts): string[] {
  if (!PURE.test(file)) return [];
  const modules = imports
    .filter(({ target }) => WORLDLY_MODULES.test(target))
    .filter(({ names }) => names.length === 0 || !names.every((name) => HARMLESS_NAMES.includes(name)))
    .map(({ target }) => target);
  return [...modules, ...worldly].map((what) => `${file}: is to be pure and uses ${what}`);
}

function judgeForm({ file, lines }: ModuleFacts): string[] {
  const problems: string[] = [];
  if (!/^src(\/[a-z0-9]+(-[a-z0-9]+)*)+(\.d)?\.ts$/.test(file))
    problems.push(`${file}: is not in kebab case`);
  if (folderOf(file) === 'entries' && lines > ENTRY_LINES) {
    problems.push(`${file}: has ${lines} lines, and an entry at most ${ENTRY_LINES}`);
  }
  if (folderOf(file) !== 'emulator' && layerOf(folderOf(file)) === -1) {
    problems.push(`${file}: is in a folder without a place among the layers`);
  }
  return problems;
}

/** Beside the entry, one module speaks to the runner. */
function findCoreModules(modules: readonly ModuleFacts[]): string[] {
  const importers = modules
    .filter(({ imports }) => imports.some(({ target }) => packageName(target) === '@actions/core'))
    .map(({ file }) => file)
    .filter((file) => file !== 'src/action.ts');
  return importers.slice(1).map((file) => `${file}: imports @actions/core, and so does ${importers[0]}`);
}

/** One way round each cycle of imports, types included; its first and last file are the same. */
function findCycles(modules: readonly ModuleFacts[]): string[][] {
  const graph = new Map(modules.map(({ file, imports }) => [file, imports.map(({ target }) => target)]));
  const cycles: string[][] = [];
  const finished = new Set<string>();
  const visit = (file: string, trail: readonly string[]): void => {
    const start = trail.indexOf(file);
    if (start !== -1) cycles.push([...trail.slice(start), file]);
    if (start !== -1 || finished.has(file)) return;
    for (const target of graph.get(file) ?? []) visit(target, [...trail, file]);
    finished.add(file);
  };
  for (const file of graph.keys()) visit(file, []);
  return cycles;
}

function folderOf(file: string): string {
  const [, folder = '', ...rest] = file.split('/');
  return rest.length === 0 ? 'entries' : folder;
}

function layerOf(folder: string): number {
  return LAYERS.findIndex((row) => row.includes(folder));
}

function packageName(target: string): string {
  return target.split('/', target.startsWith('@') ? 2 : 1).join('/');
}
