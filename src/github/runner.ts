import path from 'node:path';
import * as core from '@actions/core';
import { appError } from '../errors/catalogue.ts';
import { onSecret, redact } from '../errors/redaction.ts';
import { Secret } from '../errors/secret.ts';
import type { Annotation } from '../reports/annotations.ts';

/** Has the runner mask every secret in its log, those known now and those to come, line by line. */
export function maskSecrets(): void {
  onSecret((piece) => core.setSecret(piece));
}

/** One line of the step's log, which the runner takes for no command, whoever wrote what is in it. */
export function log(line: string): void {
  core.info(withoutCommands(redact(line)));
}

/**
 * The runner obeys lines that start with `::`, and `##[` anywhere in a line. A zero-width space within shows the
 * same and commands nothing.
 */
function withoutCommands(text: string): string {
  return text.replaceAll(/^(\s*):(?=:)/gm, '$1:\u200B').replaceAll('##[', '##\u200B[');
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/** Marks files and lines in the run and the pull request. Absolute paths are made relative to the workspace. */
export function showAnnotations(annotations: readonly Annotation[]): void {
  for (const { level, title, message, location } of annotations) {
    ANNOTATE[level](redact(message), {
      title: redact(title),
      ...(location ? { file: workspacePath(location.file) } : {}),
      ...(location?.line ? { startLine: location.line } : {}),
      ...(location?.column ? { startColumn: location.column } : {}),
    });
  }
}

export function setOutputs(outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, redact(value));
}

/** Appends to the job summary; a runner without summaries is left alone. */
export async function appendSummary(markdown: string): Promise<void> {
  if (!process.env['GITHUB_STEP_SUMMARY']) return;
  await core.summary.addRaw(redact(markdown)).write();
}

function workspacePath(file: string): string {
  const workspace = process.env['GITHUB_WORKSPACE'];
  return workspace && path.isAbsolute(file) ? path.relative(workspace, file) : file;
}

/**
 * The OpenID Connect token of this job for `audience`.
 *
 * @throws OIDC_TOKEN_UNAVAILABLE when the job may not have one
 */
export async function readIdToken(audience: string): Promise<Secret> {
  try {
    return new Secret(await core.getIDToken(audience));
  } catch (cause) {
    throw appError('OIDC_TOKEN_UNAVAILABLE', undefined, { cause });
  }
}
