import { r as planSummary, t as runPlan } from "./plan.js";
import { n as parseOptions } from "./arguments.js";
import { i as exitCodeOfPlan } from "./exit-code.js";
import { n as openReportOutput, t as REPORT_OPTIONS } from "./report-output.js";
// src/commands/plan/cli.ts
/** `airec-https plan` from a terminal; returns the exit code. */
async function run(argv, terminal) {
	const options = parseOptions("plan", argv, {
		...REPORT_OPTIONS,
		offline: {
			type: "boolean",
			default: false
		}
	});
	const { failOn, listener, tell } = await openReportOutput(options, terminal);
	const { config: configFile, offline } = options;
	const report = await runPlan({
		configFile,
		offline,
		environment: terminal.environment,
		listener
	});
	await tell(report, planSummary(report, { withTimes: true }));
	return exitCodeOfPlan(report, failOn);
}
export { run };
