import type { FuzzTarget } from './target.ts';
import { aia } from './targets/aia.ts';
import { cas } from './targets/cas.ts';
import { cloud } from './targets/cloud.ts';
import { certificate, crl } from './targets/certificate.ts';
import { chain } from './targets/chain.ts';
import { config } from './targets/config.ts';
import { client, handshake } from './targets/handshake.ts';
import { issuers } from './targets/issuers.ts';
import { mapping } from './targets/mapping.ts';
import { material } from './targets/material.ts';
import { ocsp, scts } from './targets/ocsp.ts';
import { bundle, key } from './targets/pem.ts';
import { server } from './targets/server.ts';

/** Every reader of what others wrote. */
export const TARGETS: readonly FuzzTarget[] = [
  certificate,
  crl,
  chain,
  issuers,
  handshake,
  client,
  server,
  ocsp,
  scts,
  bundle,
  material,
  key,
  aia,
  mapping,
  config,
  cas,
  cloud,
];

/** @throws Error when there is none of this name */
export function findTarget(name: string): FuzzTarget {
  const found = TARGETS.find((target) => target.name === name);
  if (found) return found;
  throw new Error(`no target ${name}; there are ${TARGETS.map((target) => target.name).join(', ')}`);
}
