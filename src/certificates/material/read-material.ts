import { appError } from '../../errors/catalogue.ts';
import type { ForeignFormat } from '../../errors/catalogue/certificate.ts';
import { decodeText } from './decode-text.ts';
import { type Finds, found, lost, recovered } from './finds.ts';
import type { Material, MaterialFormat } from './material.ts';
import { readDerFile } from './read-der.ts';
import { readPem } from './read-pem.ts';

/** The whole Mozilla root store has 230 KiB. */
const MAX_BYTES = 1024 * 1024;
const MAX_PROBLEMS = 50;

/** Files whose content stays closed here, by their first octets. */
const CONTAINERS: readonly (readonly [prefix: string, MaterialFormat, ForeignFormat])[] = [
  ['feedfeed', 'java-key-store', 'a Java key store'],
  ['cececece', 'java-key-store', 'a Java key store'],
  ['504b0304', 'zip', 'a ZIP archive'],
];

/**
 * Reads certificates and private keys from a file as people have it: PEM with whatever became of its line breaks,
 * edges and encoding, DER, PKCS#7. Never throws for any input: what cannot be read, and what was read although it
 * should not have to be, is told in `problems`. `source` names the file in them.
 */
export function readMaterial(bytes: Buffer, source: string): Material {
  const { format, ...finds } = read(bytes, source);
  return { source, format, ...finds, problems: theWorst(finds.problems) };
}

/** Where there are too many, those with something lost come first. */
function theWorst(problems: Material['problems']): Material['problems'] {
  if (problems.length <= MAX_PROBLEMS) return problems;
  const byLoss = problems.toSorted((a, b) => Number(a.isRecovered) - Number(b.isRecovered));
  return byLoss.slice(0, MAX_PROBLEMS);
}

type Reading = Finds & { readonly format: MaterialFormat };

function read(bytes: Buffer, source: string): Reading {
  if (bytes.length > MAX_BYTES) {
    const details = { source, length: bytes.length, limit: MAX_BYTES };
    const error = appError('PEM_TOO_LARGE', details, { location: { file: source } });
    return { format: 'binary', ...found({ problems: [lost('wrong-format', error)] }) };
  }
  const magic = bytes.toString('hex', 0, 4);
  const [, container, foreign] = CONTAINERS.find(([prefix]) => prefix === magic) ?? [];
  if (container && foreign) return refuse({ format: container, foreign, source, isRead: false });
  return readDerFile(bytes, source) ?? readText(bytes, source);
}

function readText(bytes: Buffer, source: string): Reading {
  const { text, encoding } = decodeText(bytes);
  const mangled = identifyMangled(text);
  if (mangled) return refuse({ format: 'binary', foreign: mangled, source, isRead: false });
  const finds = readPem(text, source);
  if (!finds) return readBase64(text, source) ?? { format: formatOf(text), ...found({}) };
  if (encoding === 'UTF-8') return { format: 'pem', ...finds };
  const refusal = refuse({ format: 'pem', foreign: 'text in UTF-16', source, isRead: hasMaterial(finds) });
  return { ...refusal, ...finds, problems: [...refusal.problems, ...finds.problems] };
}

/**
 * DER or PKCS#12 that was taken for text is still known by its first octets: a SEQUENCE (0x30, the digit 0) with
 * a long length (0x80 to 0x84, which is no UTF-8); in PKCS#12, version 3 comes next (RFC 7292 §4).
 */
function identifyMangled(text: string): ForeignFormat | undefined {
  if (!/^0[\u0080-\u0084\uFFFD]/.test(text)) return undefined;
  return text.slice(0, 12).includes('\u0002\u0001\u0003') ? 'PKCS#12' : 'DER';
}

/** A file that is base64 as a whole: of PEM, as Kubernetes keeps it, or of DER, where BEGIN and END were lost. */
function readBase64(text: string, source: string): Reading | undefined {
  const base64 = text.replaceAll(/\s+/g, '');
  if (base64 === '' || !/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return undefined;
  const decoded = Buffer.from(base64, 'base64');
  const der = readDerFile(decoded, source);
  const finds = der ?? readPem(decodeText(decoded).text, source);
  if (!finds) return undefined;
  // Lines and problems of the decoded file would mislead in this one.
  return {
    ...refuse({
      format: 'text',
      foreign: der ? 'base64 without BEGIN and END lines' : 'base64 of a PEM file',
      source,
      isRead: hasMaterial(finds),
    }),
    certificates: finds.certificates.map(({ certificate }) => ({ certificate, line: undefined })),
    keys: finds.keys.map(({ key }) => ({ key, line: undefined })),
    contents: finds.contents.map(({ kind }) => ({ kind, line: undefined })),
  };
}

interface Refusal {
  readonly format: MaterialFormat;
  readonly foreign: ForeignFormat;
  readonly source: string;
  /** Its content was read all the same. */
  readonly isRead: boolean;
}

function refuse({ format, foreign, source, isRead }: Refusal): Reading {
  const error = appError('PEM_WRONG_FORMAT', { source, format: foreign }, { location: { file: source } });
  const problem = isRead ? recovered('wrong-format', error) : lost('wrong-format', error);
  return { format, ...found({ problems: [problem] }) };
}

function hasMaterial({ certificates, keys }: Finds): boolean {
  return certificates.length + keys.length > 0;
}

function formatOf(text: string): MaterialFormat {
  if (text.trim() === '') return 'empty';
  if (/^\s*<(!doctype\s+html|html|\?xml|head|body)/i.test(text)) return 'html';
  return text.includes('\u0000') || text.includes('\uFFFD') ? 'binary' : 'text';
}
