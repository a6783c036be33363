import type { ConsolePlacement, ConsoleResult } from './console-control.ts';

const TIMEOUT_MS = 10_000;

/**
 * Delivers what the emulated web console was asked for.
 *
 * @param endpoint `consoleEndpoint` of the emulator
 * @returns also when the emulator cannot be reached: that is a problem like any other.
 */
export async function postPlacement(endpoint: string, placement: ConsolePlacement): Promise<ConsoleResult> {
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(placement),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return (await response.json()) as ConsoleResult;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `no answer from the emulated console at ${endpoint}: ${reason}` };
  }
}
