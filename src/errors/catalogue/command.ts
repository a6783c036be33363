import type { ErrorEntry } from '../app-error.ts';

export const commandErrors = {
  USAGE: ({ problem, help }: { problem: string; help: string }) => ({
    category: 'configuration',
    problem,
    help,
  }),
} satisfies Record<string, (details: never) => ErrorEntry>;
