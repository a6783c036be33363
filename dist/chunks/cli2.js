import { a as renderMonitor, n as readCircumstances, r as exitCodeOfMonitor, s as toMonitorReport, t as runShard } from "./shard-run.js";
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
		}
	});
	const failOn = parseChoice("--fail-on", options["fail-on"], FAIL_ON);
	const say = (line) => options.json ? terminal.error(line) : terminal.out(line);
	const { shard, shards } = parseShardOptions(options);
	const circumstances = await readCircumstances(terminal.environment);
	const print = (report) => {
		if (options.json) terminal.out(JSON.stringify(report, void 0, 2));
		else for (const line of renderMonitor(report)) terminal.out(line);
	};
	if (shard) {
		const facts = {
			configFile: options.config,
			shard,
			folder: process.cwd(),
			circumstances,
			say
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
		say
	});
	const report = toMonitorReport(outcome);
	print(report);
	return exitCodeOfMonitor(report, outcome.problems, failOn);
}
export { run };
