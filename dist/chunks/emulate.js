import { t as CAS_APIS } from "./config.js";
import { i as startEmulator, n as DEMO_INSTANCE, r as writeWorkspace } from "./workspace.js";
import { t as appError } from "./catalogue.js";
import { n as parseOptions, t as parseChoice } from "./arguments.js";
import { t as FAULT_NAMES } from "./fault-names.js";
import path from "node:path";
import { tmpdir } from "node:os";
import { mkdtemp } from "node:fs/promises";
// src/commands/emulate/emulate.ts
/** How each fault misbehaves. */
const FAULTS = {
	"leaf-only": {
		kind: "leaf-only",
		times: 1
	},
	throttle: {
		kind: "throttle",
		times: 3
	},
	"server-error": {
		kind: "server-error",
		status: 503,
		code: "ServiceUnavailable",
		times: 3
	},
	"html-body": {
		kind: "html-body",
		times: 3
	},
	"lose-answer": {
		kind: "lose-answer",
		times: 1
	},
	"slow-status": {
		kind: "slow-status",
		polls: 10
	},
	"stuck-status": { kind: "stuck-status" },
	"failed-deploy": {
		kind: "failed-deploy",
		times: 1
	},
	"stale-edge": {
		kind: "stale-edge",
		instanceId: DEMO_INSTANCE,
		edge: 1
	},
	"aia-down": { kind: "aia-down" }
};
const MOST_EDGES = 16;
/**
* `airec-https emulate`: the emulated Alibaba Cloud alone, until interrupted, with a folder from which
* `airec-https deploy` can be tried. `emulate airec-cli …` is what the emulated airec-cli runs, and
* `emulate console …` the emulated web console.
*/
async function run(argv, terminal) {
	if (argv[0] === "airec-cli") return (await import("./airec-cli.js")).run(argv.slice(1), terminal);
	if (argv[0] === "console") return (await import("./console.js")).run(argv.slice(1), terminal);
	const options = parseOptions("emulate", argv, {
		workspace: { type: "string" },
		edges: {
			type: "string",
			default: "2"
		},
		cas: {
			type: "string",
			default: CAS_APIS[0]
		},
		fault: {
			type: "string",
			multiple: true,
			default: []
		},
		json: {
			type: "boolean",
			default: false
		},
		"no-color": {
			type: "boolean",
			default: false
		}
	});
	const faults = options.fault.map((name) => FAULTS[parseChoice("--fault", name, FAULT_NAMES)]);
	const edges = parseEdges(options.edges);
	const api = parseChoice("--cas", options.cas, CAS_APIS);
	const directory = path.resolve(options.workspace ?? await mkdtemp(path.join(tmpdir(), "airec-https-emulator-")));
	const emulator = await startEmulator({
		api,
		instances: [{
			type: "SLB",
			id: DEMO_INSTANCE,
			edges
		}]
	});
	try {
		for (const fault of faults) emulator.inject(fault);
		const workspace = await writeWorkspace(emulator, directory, path.resolve(process.argv[1] ?? ""));
		const interrupted = untilInterrupted();
		const paint = terminal.paint("out", options["no-color"]);
		terminal.out(options.json ? toJson(emulator, workspace) : describe(emulator, workspace, paint));
		await interrupted;
	} finally {
		await emulator.close();
	}
	return 0;
}
function parseEdges(text) {
	const edges = Number(text);
	if (Number.isInteger(edges) && edges >= 1 && edges <= MOST_EDGES) return edges;
	throw appError("USAGE", {
		problem: `--edges is "${text}"`,
		help: `Use a number from 1 to ${MOST_EDGES}.`
	});
}
function describe(emulator, { configFile, environment }, paint) {
	const variables = Object.entries(environment).map(([name, value]) => `  export ${name}=${value}`);
	const addresses = emulator.edges(DEMO_INSTANCE).map(({ ip, port }) => `${ip}:${port}`);
	return [
		paint("bold", "airec-https emulator: an emulated Alibaba Cloud, on this machine only."),
		`  ${emulator.api === "guide" ? "CAS            " : "every API      "}${emulator.endpoint}`,
		`  ${DEMO_INSTANCE}   ${addresses.join(", ")}`,
		`  configuration  ${configFile}`,
		paint("bold", "Try in another terminal:"),
		...variables,
		`  node ${process.argv[1] ?? "dist/cli.js"} deploy --config ${configFile}`,
		`Break it by hand: ${path.join(path.dirname(configFile), "console")} INSTANCE CHAIN.pem KEY.pem`,
		paint("dim", "Ctrl-C ends it.")
	].join("\n");
}
function toJson(emulator, { configFile, environment }) {
	const { endpoint } = emulator;
	return JSON.stringify({
		endpoint,
		edges: emulator.edges(DEMO_INSTANCE),
		configFile,
		environment
	});
}
function untilInterrupted() {
	return new Promise((resolve) => {
		for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => resolve());
	});
}
export { run };
