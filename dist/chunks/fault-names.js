// src/commands/emulate/fault-names.ts
/** What `emulate --fault` can ask for. Apart from the faults themselves, so that help needs no emulator. */
const FAULT_NAMES = [
	"leaf-only",
	"throttle",
	"server-error",
	"html-body",
	"lose-answer",
	"slow-status",
	"stuck-status",
	"failed-deploy",
	"stale-edge",
	"aia-down"
];
export { FAULT_NAMES as t };
