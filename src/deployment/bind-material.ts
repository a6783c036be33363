import type { BindMaterial } from '../alibaba/ingress-target.ts';
import { certificateName } from '../certificates/bundle.ts';
import { toPem } from '../certificates/pem.ts';
import type { Inspection } from './inspect.ts';

/** The bundle and its key, for products that take them; undefined when CAS alone holds the key. */
export function bindMaterial({ endpoint, material, search }: Inspection): BindMaterial | undefined {
  const bundle = search?.smallest?.bundle;
  if (!material || !bundle) return undefined;
  return {
    name: certificateName(endpoint.domain, bundle),
    chainPem: toPem(bundle),
    key: material.key.pem,
  };
}
