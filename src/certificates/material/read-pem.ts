import type { AppError } from '../../errors/app-error.ts';
import { appError } from '../../errors/catalogue.ts';
import type { ForeignFormat } from '../../errors/catalogue/certificate.ts';
import { type DerKind, identifyDer } from './der-kind.ts';
import { type Finds, found, joinFinds, locationOf, lost, type Place, recovered } from './finds.ts';
import type { ContentKind, MaterialProblem, MaterialProblemId } from './material.ts';
import { type PemBlock, readPemBlocks, type StrayEnd } from './pem-blocks.ts';
import { readCertificateValue, readCmsValue, readKeyValue, refuseEncryptedKey } from './read-values.ts';
import { splitDer } from './split-der.ts';

/** Labels (RFC 7468 §5 to §13, and older ones that OpenSSL still knows), by their end. */
const KINDS: readonly (readonly [RegExp, ContentKind])[] = [
  [/^((X509|TRUSTED) )?CERTIFICATE$/, 'certificate'],
  [/PRIVATE KEY$/, 'private key'],
  [/^(PKCS7|CMS)$/, 'PKCS#7 message'],
  [/CERTIFICATE REQUEST$/, 'certificate request'],
  [/PUBLIC KEY$/, 'public key'],
  [/^X509 CRL$/, 'CRL'],
  [/PARAMETERS$/, 'set of parameters'],
];

/** The whole Mozilla root store has 150. */
const MAX_BLOCKS = 1000;

const KEY_KINDS: readonly DerKind[] = ['PKCS#8 key', 'PKCS#1 key', 'SEC1 key', 'encrypted key'];

/** What a flaw of the block around it is the reason for. */
const EXPLAINED: readonly MaterialProblemId[] = ['malformed-pem', 'malformed-certificate'];

/** Everything in the PEM blocks of `text`; undefined when there is no block, not even the end of one. */
export function readPem(text: string, source: string): Finds | undefined {
  const { blocks, strays: all } = readPemBlocks(text);
  const strays = all.filter(({ label }) => kindOf(label) !== 'block of another kind');
  if (blocks.length === 0 && strays.length === 0) return undefined;
  const finds = joinFinds([
    ...blocks.slice(0, MAX_BLOCKS).map((block) => readBlock(block, source)),
    ...blocks.slice(MAX_BLOCKS, MAX_BLOCKS + 1).map((block) => refuseRest(block, source)),
    ...strays.slice(0, MAX_BLOCKS).map((stray) => refuseStray(stray, source)),
  ]);
  return { ...finds, problems: onceALine(finds.problems.toSorted((a, b) => lineOf(a) - lineOf(b))) };
}

/** `block` is the first that is not read any more. */
function refuseRest({ line }: PemBlock, source: string): Finds {
  const reason = `more than ${MAX_BLOCKS} blocks; what begins here is not read`;
  return found({ problems: [lost('malformed-pem', pemMalformed(reason, { source, line }))] });
}

/** What stood before it may be a private key. */
function refuseStray({ label, line, reason }: StrayEnd, source: string): Finds {
  const error = malformed(label, reason, { source, line });
  return found({ contents: [{ kind: kindOf(label), line }], problems: [lost('malformed-pem', error)] });
}

/** One line may end a block and begin another: what is odd about it is told once. */
function onceALine(problems: readonly MaterialProblem[]): readonly MaterialProblem[] {
  const told = new Set<number>();
  return problems.filter((problem) => {
    if (problem.error.code !== 'PEM_MALFORMED' || !problem.isRecovered) return true;
    const isNew = !told.has(lineOf(problem));
    told.add(lineOf(problem));
    return isNew;
  });
}

function lineOf({ error }: MaterialProblem): number {
  return error.location?.line ?? 0;
}

function kindOf(label: string): ContentKind {
  return KINDS.find(([pattern]) => pattern.test(label))?.[1] ?? 'block of another kind';
}

function readBlock(block: PemBlock, source: string): Finds {
  const { label, line, flaw } = block;
  const kind = kindOf(label);
  const inside = flaw?.isFatal ? found({}) : readContent(kind, block, { source, line });
  const contents = [{ kind, line }, ...inside.contents];
  if (!flaw) return { ...inside, contents };
  const at = { source, line: flaw.line };
  // What is wrong with the block explains what is wrong with its content.
  if (flaw.isFatal || inside.problems.some(({ id, isRecovered }) => !isRecovered && EXPLAINED.includes(id))) {
    return found({ contents, problems: [lost('malformed-pem', malformed(label, flaw.reason, at))] });
  }
  const problem = recovered('malformed-pem', pemMalformed(flaw.reason, at));
  return { ...inside, contents, problems: [problem, ...inside.problems] };
}

function readContent(kind: ContentKind, block: PemBlock, place: Place): Finds {
  switch (kind) {
    case 'certificate':
      return readCertificate(block, place);
    case 'private key':
      return readKey(block, place);
    case 'PKCS#7 message':
      return readMessage(block, place);
    default:
      return found({});
  }
}

function readCertificate(block: PemBlock, place: Place): Finds {
  const { label, bytes } = block;
  const { first = bytes, rest } = splitDer(bytes) ?? {};
  const cut = findCut(block, place);
  if (cut) return found({ problems: [lost('malformed-pem', cut)] });
  const finds = readCertificateValue(first, place);
  if (finds.certificates.length === 0) return explainOther(block, place) ?? finds;
  if (label === 'TRUSTED CERTIFICATE') {
    const error = wrongFormat('a TRUSTED CERTIFICATE', place);
    return joinFinds([finds, found({ problems: [recovered('wrong-format', error)] })]);
  }
  if (!rest?.length) return finds;
  const reason = `${rest.length} bytes follow the certificate in the block that begins here`;
  const error = pemMalformed(reason, place);
  return joinFinds([finds, found({ problems: [recovered('malformed-pem', error)] })]);
}

/** What stands in a block labelled as a certificate and is something else that is known; undefined when it is not. */
function explainOther(block: PemBlock, place: Place): Finds | undefined {
  const { label, bytes } = block;
  const kind = identifyDer(bytes);
  if (kind === 'PKCS#7') return readMessage(block, place);
  if (kind === undefined || kind === 'certificate') return undefined;
  const contents = KEY_KINDS.includes(kind) ? [{ kind: 'private key' as const, line: place.line }] : [];
  const error = malformed(label, `the ${label} that begins here holds a ${kind}`, place);
  return found({ contents, problems: [lost('malformed-pem', error)] });
}

function readKey(block: PemBlock, place: Place): Finds {
  const { label, bytes, encryption } = block;
  if (encryption !== undefined) return refuseEncryptedKey(`${label}, ${encryption}`, place);
  if (label === 'ENCRYPTED PRIVATE KEY') return refuseEncryptedKey('PKCS#8', place);
  if (label === 'OPENSSH PRIVATE KEY') {
    return found({ problems: [lost('wrong-format', wrongFormat('an OpenSSH key', place))] });
  }
  const cut = findCut(block, place);
  return cut ? found({ problems: [lost('malformed-pem', cut)] }) : readKeyValue(label, bytes, place);
}

function readMessage({ bytes }: PemBlock, place: Place): Finds {
  const finds = readCmsValue(bytes, place);
  if (finds.certificates.length === 0) return finds;
  return joinFinds([finds, found({ problems: [recovered('wrong-format', wrongFormat('PKCS#7', place))] })]);
}

/** The error of a block that is empty or shorter than its content says it is. */
function findCut({ label, bytes }: PemBlock, place: Place): AppError | undefined {
  if (bytes.length === 0) return malformed(label, `the ${label} that begins here is empty`, place);
  const { statedLength = 0 } = splitDer(bytes) ?? {};
  if (statedLength <= bytes.length) return undefined;
  const reason = `the ${label} that begins here has ${bytes.length} of its ${statedLength} bytes`;
  return malformed(label, reason, place);
}

/** The error of a block that cannot be read. */
function malformed(label: string, reason: string, place: Place): AppError {
  if (!label.endsWith('PRIVATE KEY')) return pemMalformed(reason, place);
  return appError('KEY_MALFORMED', { source: place.source, reason }, { location: locationOf(place) });
}

function pemMalformed(reason: string, place: Place): AppError {
  return appError('PEM_MALFORMED', { source: place.source, reason }, { location: locationOf(place) });
}

function wrongFormat(format: ForeignFormat, place: Place): AppError {
  return appError('PEM_WRONG_FORMAT', { source: place.source, format }, { location: locationOf(place) });
}
