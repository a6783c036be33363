import type { ClientName } from '../config/config.ts';
import type { Finding } from './finding.ts';
import type { AddressVerdict, EndpointVerdict } from './judge.ts';

/** Whether one kind of client accepts an endpoint, at every address. */
export interface ClientVerdict {
  readonly client: ClientName;
  /** Undefined when it could not be determined. */
  readonly accepts: boolean | undefined;
  /** It accepts only because it fetches what is missing from the certificate's AIA address. */
  readonly byLuck: boolean;
  /** What its users see, or would see without that luck; undefined when nothing is wrong. */
  readonly error: string | undefined;
}

/** Clients that fetch missing issuers by AIA (RFC 4325 §2); the others do not, or not unless told to. */
const FETCHES_ISSUERS: ReadonlySet<ClientName> = new Set(['chrome']);

/**
 * What each client makes of an endpoint. `completedByAia`: what is missing can be had from the address in the
 * certificate, so that a client that looks there is lucky.
 */
export function judgeClients(
  { addresses, findings }: EndpointVerdict,
  clients: readonly ClientName[],
  completedByAia: boolean,
): readonly ClientVerdict[] {
  const refused = addresses.filter(({ accepted }) => accepted === false);
  const isUndetermined = addresses.length === 0 || addresses.some(({ accepted }) => accepted === undefined);
  return clients.map((client) => {
    if (refused.length === 0) {
      const error = isUndetermined ? findings[0]?.problem : undefined;
      return { client, accepts: isUndetermined ? undefined : true, byLuck: false, error };
    }
    const byLuck = completedByAia && FETCHES_ISSUERS.has(client) && refused.every(lacksIssuerAlone);
    return { client, accepts: byLuck, byLuck, error: wordsFor(client, refused) };
  });
}

function lacksIssuerAlone({ incompleteAt, findings }: AddressVerdict): boolean {
  return (
    incompleteAt !== undefined && findings.every(({ id, severity }) => severity !== 'error' || isMissing(id))
  );
}

function isMissing(id: Finding['id']): boolean {
  return id === 'missing-intermediate';
}

/** The words of this client; for a failure that has none, such as a refused connection, the problem itself. */
function wordsFor(client: ClientName, refused: readonly AddressVerdict[]): string | undefined {
  const errors = refused.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error'));
  const words = errors.flatMap(({ clientWords = [] }) => clientWords);
  const own = words.find((each) => each.startsWith(`${client}: `));
  return own?.slice(client.length + 2) ?? errors[0]?.problem;
}
