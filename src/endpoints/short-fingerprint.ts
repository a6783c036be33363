/** How a fingerprint is shown where space is short: its first 12 digits. */
export function shortFingerprint(fingerprint: string): string {
  return fingerprint.slice(0, 12);
}
