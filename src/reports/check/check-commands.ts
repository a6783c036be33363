import type { CheckedEndpoint } from './check-report.ts';
import { shellWords } from '../shell-words.ts';

/** What the commands that are shown need to know of the call. */
export interface CheckCall {
  /** Files with trust anchors of one's own. */
  readonly anchors: readonly string[];
  /** The words of the call after `check` that say how to look, such as `--ca`, without those that name what to look at. */
  readonly options: readonly string[];
}

/** The call that prints the bundle of a repair and nothing else. */
export function pemCommand({ domain, port, addresses }: CheckedEndpoint, { options }: CheckCall): string {
  const [first] = addresses;
  const subject =
    port === null
      ? ['--bundle', first?.address ?? '', ...(domain === null ? [] : ['--host', domain])]
      : [domain?.includes(':') ? `[${domain}]:${port}` : `${domain}:${port}`];
  return shellWords(['airec-https', 'check', ...subject, ...options, '--pem']);
}

/** The command that shows with OpenSSL what an address serves that is not accepted; undefined when all is well. */
export function reproduction(endpoint: CheckedEndpoint, { anchors }: CheckCall): string | undefined {
  const { domain, port, addresses, findings, verdict } = endpoint;
  if (verdict === 'healthy') return undefined;
  if (addresses.length === 0) return shellWords(['nslookup', domain ?? '']);
  const [anchor] = anchors;
  const trust = anchor === undefined ? [] : ['-CAfile', anchor];
  const troubled = addresses.find((each) => each.findings.length > 0) ?? addresses[0];
  const at = findings.find(({ severity, address }) => severity === 'error' && address)?.address;
  if (port === null) {
    const file = troubled?.address ?? '';
    const name = domain === null ? [] : ['-verify_hostname', domain];
    return shellWords(['openssl', 'verify', ...trust, ...name, '-untrusted', file, file]);
  }
  return handshakeCommand({ domain: domain ?? '', address: at ?? troubled?.address ?? '', anchor });
}

/** The command that shows with OpenSSL what an address serves. `anchor`: a file with roots that are trusted too. */
export function handshakeCommand({
  domain,
  address,
  anchor,
}: {
  readonly domain: string;
  readonly address: string;
  readonly anchor: string | undefined;
}): string {
  const connect = ['openssl', 's_client', '-connect', address];
  const trust = anchor === undefined ? [] : ['-CAfile', anchor];
  const flags = ['-verify_return_error', '-showcerts'];
  return `${shellWords([...connect, ...nameOptions(domain), ...trust, ...flags])} </dev/null`;
}

/** An IP address is no server name (RFC 6066 §3). */
function nameOptions(domain: string): readonly string[] {
  const isAddress = /^[\d.]+$/.test(domain) || domain.includes(':');
  if (isAddress) return ['-noservername', '-verify_ip', domain];
  return ['-servername', domain, '-verify_hostname', domain];
}
