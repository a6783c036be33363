/** The entry of the threads of a sweep: beside the other entries, which src/commands/ and dist/chunks/ are one level below. */
export const CHECK_THREAD = new URL(
  import.meta.url.endsWith('.ts') ? '../check-worker.ts' : '../check-worker.js',
  import.meta.url,
);
