import { S as createProgress, g as toReport } from "./rehearse.js";
import { p as deploySummary } from "./open-world.js";
import { t as renderText } from "./text.js";
import { n as parseOptions, t as parseChoice } from "./arguments.js";
import { t as runDeploy } from "./deploy.js";
import { n as exitCodeOf, t as FAIL_ON } from "./exit-code.js";
import { n as writeReportFile, t as assertWritable } from "./report-file.js";
import { n as progressPlace } from "./terminal.js";
import { t as VERSION } from "./version.js";
// src/commands/deploy/cli.ts
/** `airec-https deploy` from a terminal; returns the exit code. */
async function run(argv, terminal) {
	const options = parseOptions("deploy", argv, {
		config: {
			type: "string",
			default: "airec-https.yml"
		},
		"dry-run": {
			type: "boolean",
			default: false
		},
		json: {
			type: "boolean",
			default: false
		},
		report: { type: "string" },
		"fail-on": {
			type: "string",
			default: "error"
		},
		"no-color": {
			type: "boolean",
			default: false
		}
	});
	const failOn = parseChoice("--fail-on", options["fail-on"], FAIL_ON);
	if (options.report !== void 0) await assertWritable(options.report);
	const stream = options.json ? "error" : "out";
	const paint = terminal.paint(stream, options["no-color"]);
	const outcome = await runDeploy({
		configFile: options.config,
		dryRun: options["dry-run"],
		environment: terminal.environment,
		listener: createProgress(terminal[stream], paint, progressPlace(terminal))
	});
	const report = toReport(outcome, VERSION);
	const json = JSON.stringify(report, void 0, 2);
	if (options.report !== void 0) await writeReportFile(options.report, json);
	if (options.json) terminal.out(json);
	else terminal.out(`\n${renderText(deploySummary(report), {
		paint,
		width: terminal.width
	})}`);
	return exitCodeOf(report, failOn);
}
export { run };
