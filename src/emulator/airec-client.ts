import type { DomainUpdate, DomainUpdateResult } from './airec.ts';

const TIMEOUT_MS = 10_000;

/**
 * Delivers the rows of a mapping to the emulated AIRec, as the emulated airec-cli does.
 *
 * @param airecEndpoint `airecEndpoint` of the emulator
 * @returns also when the emulator cannot be reached: that is a problem like any other.
 */
export async function postDomainUpdate(
  airecEndpoint: string,
  update: DomainUpdate,
): Promise<DomainUpdateResult> {
  try {
    const response = await fetch(airecEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(update),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as DomainUpdateResult;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problems: [`no answer from the emulated AIRec at ${airecEndpoint}: ${reason}`] };
  }
}
