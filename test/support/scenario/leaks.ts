import { createPublicKey } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { readZip } from '../../../src/airec/zip.ts';

/** A text that may hold no secret, and what it is. */
export interface Exposed {
  readonly where: string;
  readonly text: string;
}

const SHORTEST_LINE = 16;

/**
 * Where any of `secrets` occurs: as it is, URL-encoded, or within a JSON string. Of a PEM, every line of 16
 * characters or more that does not belong to its public half counts on its own.
 */
export function findLeaks(secrets: readonly string[], exposed: readonly Exposed[]): readonly string[] {
  const needles = new Set(secrets.flatMap(piecesOf).flatMap(formsOf));
  return exposed.flatMap(({ where, text }) =>
    [...needles]
      .filter((needle) => text.includes(needle))
      .map((needle) => `${needle.slice(0, 6)}… in ${where}`),
  );
}

function piecesOf(secret: string): readonly string[] {
  if (!secret.includes('-----BEGIN')) return [secret];
  const publicHalf = createPublicKey(secret).export({ type: 'spki', format: 'der' });
  return secret
    .split('\n')
    .filter((line) => line.length >= SHORTEST_LINE && !line.startsWith('-----'))
    .filter((line) => !publicHalf.includes(Buffer.from(line, 'base64')));
}

function formsOf(piece: string): readonly string[] {
  // A signed call encodes as RFC 3986 asks, a form as the URL standard does.
  return [
    piece,
    encodeURIComponent(piece),
    new URLSearchParams({ piece }).toString().slice('piece='.length),
  ].flatMap((form) => [form, JSON.stringify(form).slice(1, -1), form.replaceAll('/', String.raw`\/`)]);
}

/** Every file below `folder` but those of `except` (absolute paths); of a workbook, each of its parts. */
export async function readExposedFiles(
  folder: string,
  except: ReadonlySet<string>,
): Promise<readonly Exposed[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !except.has(file));
  const exposed = files.map(async (file) => {
    const bytes = await readFile(file);
    const whole = { where: file, text: bytes.toString('utf8') };
    if (!file.endsWith('.xlsx')) return [whole];
    const parts = readZip(bytes, { entries: 1000, bytes: 10_000_000 });
    return [
      whole,
      ...parts.map(({ name, data }) => ({ where: `${file}/${name}`, text: data.toString('utf8') })),
    ];
  });
  return (await Promise.all(exposed)).flat();
}
