import { t as appError } from "./catalogue.js";
import { S as createProgress, g as toReport } from "./rehearse.js";
import { p as deploySummary } from "./open-world.js";
import { t as renderText } from "./text.js";
import { n as parseOptions, t as parseChoice } from "./arguments.js";
import { t as runDeploy } from "./deploy.js";
import { n as exitCodeOf, t as FAIL_ON } from "./exit-code.js";
import { n as progressPlace } from "./terminal.js";
import { t as VERSION } from "./version.js";
import { appendFile, writeFile } from "node:fs/promises";
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
	if (options.report !== void 0) await writeFile(options.report, `${json}\n`);
	if (options.json) terminal.out(json);
	else terminal.out(`\n${renderText(deploySummary(report), {
		paint,
		width: terminal.width
	})}`);
	return exitCodeOf(report, failOn);
}
/** Before the deployment rather than after it. */
async function assertWritable(file) {
	try {
		await appendFile(file, "");
	} catch (cause) {
		const reason = cause.code ?? "error";
		throw appError("REPORT_NOT_WRITABLE", {
			file,
			reason
		}, { cause });
	}
}
export { run };
