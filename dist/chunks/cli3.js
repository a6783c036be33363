import { S as createProgress } from "./rehearse.js";
import { r as planSummary, t as runPlan } from "./plan.js";
import { t as renderText } from "./text.js";
import { n as parseOptions, t as parseChoice } from "./arguments.js";
import { i as exitCodeOfPlan, t as FAIL_ON } from "./exit-code.js";
import { n as writeReportFile, t as assertWritable } from "./report-file.js";
import { n as progressPlace } from "./terminal.js";
// src/commands/plan/cli.ts
/** `airec-https plan` from a terminal; returns the exit code. */
async function run(argv, terminal) {
	const options = parseOptions("plan", argv, {
		config: {
			type: "string",
			default: "airec-https.yml"
		},
		offline: {
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
	const report = await runPlan({
		configFile: options.config,
		offline: options.offline,
		environment: terminal.environment,
		listener: createProgress(terminal[stream], paint, progressPlace(terminal))
	});
	const json = JSON.stringify(report, void 0, 2);
	if (options.report !== void 0) await writeReportFile(options.report, json);
	if (options.json) terminal.out(json);
	else terminal.out(`\n${renderText(planSummary(report, { withTimes: true }), {
		paint,
		width: terminal.width
	})}`);
	return exitCodeOfPlan(report, failOn);
}
export { run };
