import type { RequestListener, ServerResponse } from 'node:http';
import type { Airec } from './airec.ts';
import { AIREC_PATH, handleDomainUpdate } from './airec-control.ts';
import type { CasService } from './cas-service.ts';
import type { Cloud } from './cloud.ts';

export interface Services {
  /** Origin where they are served. */
  readonly endpoint: string;
  readonly cloud: Cloud;
  readonly cas: CasService;
  readonly airec: Airec;
}

/** One port for all that speaks plain HTTP: the certificate service, AIA and what airec-cli delivers. */
export function routeTo(services: Services): RequestListener {
  const { cas, airec } = services;
  return (request, response) => {
    response.setHeader('server', 'airec-https-emulator');
    const [path = ''] = (request.url ?? '').split('?');
    if (path.startsWith('/aia/')) {
      publish(services, path, response);
      return;
    }
    const handling =
      path === AIREC_PATH ? handleDomainUpdate(airec, request, response) : cas.handle(request, response);
    // The peer went away while it was sending: there is nobody to answer.
    handling.catch(() => response.destroy());
  };
}

/** The certificate behind a caIssuers URL, as one DER certificate (RFC 5280 §4.2.2.1). */
function publish({ endpoint, cloud }: Services, path: string, response: ServerResponse): void {
  const down = cloud.faults.take('aia-down') !== undefined;
  const der = down ? undefined : cloud.authority.published(endpoint + path);
  response.writeHead(down ? 503 : der ? 200 : 404, { 'content-type': 'application/pkix-cert' });
  response.end(der);
}
