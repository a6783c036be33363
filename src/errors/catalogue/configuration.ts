import type { ErrorEntry } from '../app-error.ts';

export const configurationErrors = {} satisfies Record<string, (details: never) => ErrorEntry>;
