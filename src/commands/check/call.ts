import { type AddressPin, CLIENT_NAMES } from '../../config/config.ts';
import type { CheckTerms } from '../../endpoints/create-check-means.ts';
import type { CheckCall } from '../../reports/check/check-commands.ts';
import type { CheckedEndpoint } from '../../reports/check/check-report.ts';

interface CallTerms {
  /** Files with trust anchors. */
  readonly anchors: readonly string[];
  /** The configuration of the run. */
  readonly config: string | undefined;
  readonly terms: Pick<CheckTerms, 'byClient' | 'privateNetworks' | 'at'>;
  /** By `domain:port`. */
  readonly pins: ReadonlyMap<string, readonly AddressPin[]>;
}

/** How to look at one endpoint of a run alone, in the same way, wherever the run had it from. */
export function callFor({
  anchors,
  config,
  terms,
  pins,
}: CallTerms): (endpoint: CheckedEndpoint) => CheckCall {
  // No option says whom a single client trusts.
  const needed = terms.byClient?.size ? config : undefined;
  return ({ domain, port, clients }) => {
    const key = `${domain}:${port}`;
    const addresses = (pins.get(key) ?? []).map(formatPin);
    const names = Object.keys(clients);
    return {
      anchors,
      options: [
        ...(needed === undefined ? [] : ['--config', needed]),
        ...(addresses.length > 0 ? ['--resolve', `${key}:${addresses.join(',')}`] : []),
        ...anchors.flatMap((file) => ['--ca', file]),
        ...(names.length < CLIENT_NAMES.length ? names.flatMap((name) => ['--client', name]) : []),
        ...(terms.privateNetworks ? ['--allow-private'] : []),
        ...(terms.at ? ['--at', terms.at.toISOString()] : []),
      ],
    };
  };
}

function formatPin({ ip, port }: AddressPin): string {
  if (port === undefined) return ip;
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}
