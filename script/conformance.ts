// Judges the SERVER cases of x509-limbo files by the strict policy and shows where the two disagree. Exit code 1
// when a case is accepted that should not be and docs/conformance.md does not say why.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from './bundle.ts';
import { judgeCase, type LimboCase, readLimboCases } from './limbo-case.ts';

interface Outcome {
  readonly id: string;
  readonly expected: LimboCase['expected_result'];
  readonly agrees: boolean;
  readonly reason: string;
  readonly milliseconds: number;
}

function judge(testCase: LimboCase): Outcome {
  const started = performance.now();
  const { accepted, reason } = judgeCase(testCase);
  const milliseconds = performance.now() - started;
  const { id, expected_result: expected } = testCase;
  return { id, expected, agrees: accepted === (expected === 'SUCCESS'), reason, milliseconds };
}

/** Cases and agreements by the first part of their ids, and by the first two for `bettertls`. */
function countByNamespace(outcomes: readonly Outcome[]): Record<string, { cases: number; agreed: number }> {
  const counts: Record<string, { cases: number; agreed: number }> = {};
  for (const { id, agrees } of outcomes) {
    const namespace = id
      .split('::')
      .slice(0, id.startsWith('bettertls') ? 2 : 1)
      .join('::');
    const count = (counts[namespace] ??= { cases: 0, agreed: 0 });
    count.cases += 1;
    if (agrees) count.agreed += 1;
  }
  return counts;
}

function summarize(outcomes: readonly Outcome[], leftOut: number) {
  const disagreements = outcomes.filter(({ agrees }) => !agrees);
  const slowest = outcomes.toSorted((a, b) => b.milliseconds - a.milliseconds)[0];
  return {
    cases: outcomes.length,
    agreed: outcomes.length - disagreements.length,
    leftOut,
    namespaces: countByNamespace(outcomes),
    falseAccepts: disagreements.filter(({ expected }) => expected === 'FAILURE'),
    falseRejects: disagreements.filter(({ expected }) => expected === 'SUCCESS'),
    slowest,
    totalMilliseconds: outcomes.reduce((sum, { milliseconds }) => sum + milliseconds, 0),
  };
}

function print({ falseAccepts, falseRejects, slowest, ...summary }: ReturnType<typeof summarize>): void {
  for (const [namespace, { cases, agreed }] of Object.entries(summary.namespaces)) {
    console.log(`${namespace.padEnd(28)} ${String(agreed).padStart(5)} of ${String(cases).padStart(5)}`);
  }
  console.log(
    `${'all'.padEnd(28)} ${String(summary.agreed).padStart(5)} of ${String(summary.cases).padStart(5)}`,
  );
  console.log(`left out: ${summary.leftOut} cases of clients' certificates`);
  for (const [heading, list] of [
    ['accepted, should not be', falseAccepts],
    ['refused, should not be', falseRejects],
  ] as const) {
    console.log(`${heading}: ${list.length}`);
    for (const { id, reason } of list) console.log(`  ${id}: ${reason}`);
  }
  if (slowest) console.log(`slowest: ${slowest.id}, ${slowest.milliseconds.toFixed(1)} ms`);
  console.log(`all cases took ${(summary.totalMilliseconds / 1000).toFixed(1)} s`);
}

/** Whether the list of false accepts in docs/conformance.md names the case. */
function isExplained(id: string): boolean {
  const page = readFileSync(path.join(ROOT, 'docs/conformance.md'), 'utf8');
  const list = /^### False accepts\n([\s\S]*?)^###? /m.exec(page)?.[1] ?? '';
  return list.includes(`\`${id}\``);
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'boolean' } } });
const files = positionals.length > 0 ? positionals : [process.env.LIMBO ?? ''].filter(Boolean);
if (files.length === 0) {
  console.error(
    'Usage: npm run conformance -- FILE… [--json]   (x509-limbo JSON, plain or .gz; or LIMBO=FILE)',
  );
  process.exit(2);
}
const cases = files.flatMap(readLimboCases);
const servers = cases.filter(({ validation_kind }) => validation_kind === 'SERVER');
const summary = summarize(servers.map(judge), cases.length - servers.length);
if (values.json) console.log(JSON.stringify(summary, null, 2));
else print(summary);
process.exitCode = summary.falseAccepts.some(({ id }) => !isExplained(id)) ? 1 : 0;
