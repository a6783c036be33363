import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import type { Airec } from './airec.ts';
import { AIREC_PATH, handleDomainUpdate } from './airec-control.ts';
import type { Authority } from './authority.ts';
import { CONSOLE_PATH, handlePlacement } from './console-control.ts';
import type { Faults } from './faults.ts';
import type { Placement } from './placement.ts';

export interface Services {
  /** Origin where they are served. */
  readonly endpoint: string;
  readonly authority: Authority;
  readonly faults: Faults;
  /** What is called there: the guide's CAS, or all published APIs. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  readonly airec: Airec;
  readonly place: (placement: Placement) => string;
}

/** One port for all that speaks plain HTTP: the certificate service, AIA and what airec-cli and the console deliver. */
export function routeTo(services: Services): RequestListener {
  return (request, response) => {
    response.setHeader('server', 'airec-https-emulator');
    const [path = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/aia/')) {
      publish(services, path, response);
      return;
    }
    // The peer went away while it was sending: there is nobody to answer.
    answer(services, path, { request, response }).catch(() => response.destroy());
  };
}

function answer(
  { handle, airec, place }: Services,
  path: string,
  { request, response }: { readonly request: IncomingMessage; readonly response: ServerResponse },
): Promise<void> {
  if (path === AIREC_PATH) return handleDomainUpdate(airec, request, response);
  if (path === CONSOLE_PATH) return handlePlacement(place, request, response);
  return handle(request, response);
}

/** The certificate behind a caIssuers URL, as one DER certificate (RFC 5280 §4.2.2.1). */
function publish({ endpoint, authority, faults }: Services, path: string, response: ServerResponse): void {
  const down = faults.take('aia-down') !== undefined;
  const der = down ? undefined : authority.published(endpoint + path);
  response.writeHead(down ? 503 : der ? 200 : 404, { 'content-type': 'application/pkix-cert' });
  response.end(der);
}
