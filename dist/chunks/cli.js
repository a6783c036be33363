import { p as deploySummary } from "./open-world.js";
import { g as toReport } from "./rehearse.js";
import { n as parseOptions } from "./arguments.js";
import { n as exitCodeOf } from "./exit-code.js";
import { n as openReportOutput, t as REPORT_OPTIONS } from "./report-output.js";
import { t as VERSION } from "./version.js";
import { t as runDeploy } from "./deploy.js";
// src/commands/deploy/cli.ts
/** `airec-https deploy` from a terminal; returns the exit code. */
async function run(argv, terminal) {
	const options = parseOptions("deploy", argv, {
		...REPORT_OPTIONS,
		"dry-run": {
			type: "boolean",
			default: false
		}
	});
	const { failOn, listener, tell } = await openReportOutput(options, terminal);
	const { config: configFile, "dry-run": dryRun } = options;
	const outcome = await runDeploy({
		configFile,
		dryRun,
		environment: terminal.environment,
		listener
	});
	const report = toReport(outcome, VERSION);
	await tell(report, deploySummary(report));
	return exitCodeOf(report, failOn);
}
export { run };
