import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { toPem } from '../../src/certificates/pem.ts';
import { integer } from '../../src/emulator/der-writer.ts';
import {
  alternativeNames,
  dnsName,
  issuersOf,
  mint,
  type Minted,
  name,
  validity,
} from '../../test/support/minter.ts';
import { endpointName, isTrusted } from './sweep-endpoints.ts';

const DAY_MS = 86_400_000;
/** So that what is kept between runs is never close to its end. */
const KEPT_DAYS = 7;
const LIFETIME_DAYS = 46;

/** What a sweep's listener serves. */
export interface SweepMaterial {
  /** Holds `<name>.pem`, chain and key, for every endpoint. */
  readonly folder: string;
  /** PEM file of the root that rivals trust. */
  readonly rootFile: string;
}

/**
 * Certificates for `count` endpoints at least, each with a P-256 key of its own, below an intermediate. They are
 * kept below the system's folder for temporary files, for a week.
 */
export function prepareMaterial(count: number): SweepMaterial {
  const folder = path.join(tmpdir(), `airec-https-bench-${userInfo().username}`);
  const material = { folder, rootFile: path.join(folder, 'root.pem') };
  const mark = path.join(folder, 'made.json');
  if (existsSync(mark)) {
    const made: { at: number; count: number } = JSON.parse(readFileSync(mark, 'utf8'));
    if (made.count >= count && made.at > Date.now() - KEPT_DAYS * DAY_MS) return material;
  }
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { mode: 0o700 });
  const issuers = { trusted: mintIssuer('Bench'), untrusted: mintIssuer('Stranger') };
  const root = issuersOf(issuers.trusted).map(({ certificate }) => certificate);
  writeFileSync(material.rootFile, toPem(root));
  for (let index = 0; index < count; index += 1) {
    const issuer = isTrusted(index) ? issuers.trusted : issuers.untrusted;
    writeFileSync(path.join(folder, `${endpointName(index)}.pem`), mintEndpoint(index, issuer));
  }
  writeFileSync(mark, JSON.stringify({ at: Date.now(), count }));
  return material;
}

function mintIssuer(owner: string): Minted {
  const root = mint({ kind: 'ca', subject: name(`${owner} Root`), validity: days(3650) });
  return mint({ kind: 'ca', subject: name(`${owner} CA`), issuer: root, validity: days(1825) });
}

function mintEndpoint(index: number, issuer: Minted): string {
  const host = endpointName(index);
  const serial = Buffer.alloc(8, 0x40);
  serial.writeUInt32BE(index, 4);
  const { certificate, keys } = mint({
    issuer,
    subject: name(host),
    serial: integer(serial),
    validity: days(LIFETIME_DAYS),
    extensions: { '2.5.29.17': alternativeNames(dnsName(host)) },
  });
  const key = keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return toPem([certificate, issuer.certificate]) + key;
}

/** From yesterday on. */
function days(count: number): Buffer {
  const from = Date.now() - DAY_MS;
  return validity(new Date(from).toISOString(), new Date(from + count * DAY_MS).toISOString());
}
