import type { ErrorEntry } from '../app-error.ts';

export const airecErrors = {} satisfies Record<string, (details: never) => ErrorEntry>;
