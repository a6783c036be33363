import { a as readCircumstances, c as renderMonitor, i as createNoStore, o as exitCodeOfMonitor, r as createFileStore, t as runMonitor, u as toMonitorReport } from "./monitor.js";
import { n as parseOptions, t as parseChoice } from "./arguments.js";
import { t as FAIL_ON } from "./exit-code.js";
import process from "node:process";
// src/commands/monitor/cli.ts
/** `airec-https monitor` from a terminal: it looks and remembers, and neither sends messages nor opens pull requests. */
async function run(argv, terminal) {
	const options = parseOptions("monitor", argv, {
		config: {
			type: "string",
			default: "airec-https.yml"
		},
		state: { type: "string" },
		json: {
			type: "boolean",
			default: false
		},
		"fail-on": {
			type: "string",
			default: "error"
		}
	});
	const failOn = parseChoice("--fail-on", options["fail-on"], FAIL_ON);
	const say = (line) => options.json ? terminal.error(line) : terminal.out(line);
	if (options.state === void 0) say("There is no --state: nothing is remembered, so that every run is the first.");
	const outcome = await runMonitor({
		configFile: options.config,
		root: process.cwd(),
		circumstances: await readCircumstances(terminal.environment),
		store: options.state === void 0 ? createNoStore() : createFileStore(options.state, say),
		github: void 0,
		slack: void 0,
		say
	});
	const report = toMonitorReport(outcome);
	if (options.json) terminal.out(JSON.stringify(report, void 0, 2));
	else for (const line of renderMonitor(report)) terminal.out(line);
	return exitCodeOfMonitor(report, outcome.problems, failOn);
}
export { run };
