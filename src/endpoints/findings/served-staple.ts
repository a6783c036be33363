import type { OcspVerdict } from '../../certificates/revocation/ocsp.ts';
import { judgeStaple } from '../../certificates/revocation/staple-verdict.ts';
import type { ServedEvidence } from './evidence.ts';

/** The verdict on the stapled OCSP response; undefined without one, and while the leaf's issuer is unknown. */
export function findStapleVerdict({
  chain: [certificate],
  clients,
  handshake,
  time,
}: ServedEvidence): OcspVerdict | undefined {
  const der = handshake?.ocspStaple;
  // Whoever it is by the path of one client has the name and the key by which the others know it.
  const issuer = clients.find(({ judgement }) => judgement.path.length > 1)?.judgement.path[1];
  return der && issuer && judgeStaple({ der, certificate, issuer, time });
}
