/** What a rival says of its own run, as one line of JSON. */
export interface RunReport {
  /** Endpoints whose certificate it accepts. */
  readonly good: number;
  /** Of all its threads, user and system. */
  readonly cpuMs: number;
  /** Largest resident set, MiB. */
  readonly peakMiB: number;
}

/** Prints the report of this process, at its end. */
export function reportRun(good: number): void {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const report: RunReport = { good, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMiB: maxRSS / 1024 };
  console.log(JSON.stringify(report));
}
