import { a as monitorSummary, n as readCircumstances, o as toMonitorReport, r as exitCodeOfMonitor, t as runShard } from "./shard-run.js";
import { t as bar } from "./look-words.js";
import { t as renderText } from "./text.js";
import { n as parseOptions, t as parseChoice } from "./arguments.js";
import { t as FAIL_ON } from "./exit-code.js";
import { i as runMonitor, n as createFileStore, r as createNoStore } from "./store.js";
import { t as parseShardOptions } from "./shard-options.js";
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
		shard: { type: "string" },
		shards: { type: "string" },
		json: {
			type: "boolean",
			default: false
		},
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
	const say = (line) => options.json ? terminal.error(line) : terminal.out(line);
	const { shard, shards } = parseShardOptions(options);
	const circumstances = await readCircumstances(terminal.environment);
	const page = {
		paint: terminal.paint("out", options["no-color"]),
		width: terminal.width
	};
	const print = (report) => {
		if (options.json) terminal.out(JSON.stringify(report, void 0, 2));
		else terminal.out(renderText(monitorSummary(report), page));
	};
	const onProgress = terminal.showsProgress ? progressOn(terminal) : void 0;
	if (shard) {
		const facts = {
			configFile: options.config,
			shard,
			folder: process.cwd(),
			circumstances,
			say,
			onProgress
		};
		const { report } = await runShard(facts);
		print(report);
		return exitCodeOfMonitor(report, [], failOn);
	}
	if (options.state === void 0) say("There is no --state: nothing is remembered, so that every run is the first.");
	const outcome = await runMonitor({
		configFile: options.config,
		root: process.cwd(),
		shards,
		circumstances,
		environment: terminal.environment,
		store: options.state === void 0 ? createNoStore() : createFileStore(options.state, say),
		github: void 0,
		slack: void 0,
		say,
		onProgress
	});
	const report = toMonitorReport(outcome);
	print(report);
	return exitCodeOfMonitor(report, outcome.problems, failOn);
}
/** Shows how many have been looked at, until all have. */
function progressOn(terminal) {
	return (done, count) => {
		const line = `${done} of ${count} looked at ${bar(done, count)}`;
		terminal.progress(done < count ? line : void 0);
	};
}
export { run };
