import type { ErrorEntry } from '../app-error.ts';

export const endpointErrors = {} satisfies Record<string, (details: never) => ErrorEntry>;
