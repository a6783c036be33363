import type { ErrorEntry } from '../app-error.ts';

export const certificateErrors = {
  PEM_NO_CERTIFICATE: ({ source }: { source: string }) => ({
    category: 'configuration',
    problem: `${source} holds no certificate`,
    help: 'Put the leaf certificate first, then its intermediates, each between BEGIN CERTIFICATE and END CERTIFICATE.',
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
