import type { ErrorEntry } from '../app-error.ts';

export const cloudErrors = {} satisfies Record<string, (details: never) => ErrorEntry>;
