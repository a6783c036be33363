/** What `emulate --fault` can ask for. Apart from the faults themselves, so that help needs no emulator. */
export const FAULT_NAMES = [
  'leaf-only',
  'throttle',
  'server-error',
  'html-body',
  'lose-answer',
  'slow-status',
  'stuck-status',
  'failed-deploy',
  'stale-edge',
  'aia-down',
] as const;

export type FaultName = (typeof FAULT_NAMES)[number];
