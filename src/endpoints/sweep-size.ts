import { availableParallelism } from 'node:os';

/** With fewer endpoints each, threads take longer to start than they save. */
const ENDPOINTS_PER_THREAD = 150;
const MAX_THREADS = 8;

/** How many threads beside the main one to sweep `count` endpoints with on this machine. */
export function threadsFor(count: number): number {
  return (
    Math.max(1, Math.min(availableParallelism(), MAX_THREADS, Math.floor(count / ENDPOINTS_PER_THREAD))) - 1
  );
}
