import { defineConfig } from 'vitest/config';

// For a script that counts: the file to write the results to as JSON, beside what people read.
const report = process.env.TEST_REPORT;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'threads',
    isolate: false,
    // Much of the work is done by child processes, while the threads wait.
    maxWorkers: '100%',
    maxConcurrency: 6,
    testTimeout: 60_000,
    reporters: report === undefined ? ['default'] : ['default', ['json', { outputFile: report }]],
  },
});
