/** ProtocolVersion (RFC 8446 §4.1.2) of what the probe speaks, newest first. */
export const VERSION = { tls13: 0x0304, tls12: 0x0303, tls11: 0x0302, tls10: 0x0301 } as const;

const NAMES: Readonly<Record<number, string>> = {
  [VERSION.tls13]: 'TLSv1.3',
  [VERSION.tls12]: 'TLSv1.2',
  [VERSION.tls11]: 'TLSv1.1',
  [VERSION.tls10]: 'TLSv1',
};

/** OpenSSL's name, such as `TLSv1.2`; the number for a version unknown here. */
export function versionName(version: number): string {
  return NAMES[version] ?? `0x${version.toString(16)}`;
}
