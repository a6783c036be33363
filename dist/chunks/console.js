import { t as appError } from "./catalogue.js";
import path from "node:path";
import { readFile } from "node:fs/promises";
// src/emulator/console-client.ts
const TIMEOUT_MS = 1e4;
/**
* Delivers what the emulated web console was asked for.
*
* @param endpoint `consoleEndpoint` of the emulator
* @returns also when the emulator cannot be reached: that is a problem like any other.
*/
async function postPlacement(endpoint, placement) {
	try {
		return await (await fetch(endpoint, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(placement),
			signal: AbortSignal.timeout(TIMEOUT_MS)
		})).json();
	} catch (error) {
		return {
			ok: false,
			problem: `no answer from the emulated console at ${endpoint}: ${error instanceof Error ? error.message : String(error)}`
		};
	}
}
// src/commands/emulate/console.ts
/**
* The emulated web console, `console INSTANCE CHAIN.pem KEY.pem`: has the instance serve these certificates as they
* are, as somebody does by hand. Nothing is checked. Exit code 0 when it does, else 1.
*/
async function run(argv, terminal) {
	const { endpoint, instanceId, chain, key } = parseCall(argv);
	const [chainPem, keyPem] = await Promise.all([readText(chain), readText(key)]);
	const result = await postPlacement(endpoint, {
		instanceId,
		chainPem,
		keyPem
	});
	if (!result.ok) {
		terminal.error(`console (emulator): ${result.problem}`);
		return 1;
	}
	const count = chainPem.split("-----BEGIN CERTIFICATE-----").length - 1;
	terminal.out(`console (emulator): ${instanceId} serves ${count} certificate${count === 1 ? "" : "s"} from ${chain}`);
	return 0;
}
/** The script that stands for the console puts the endpoint before the user's words, separated by `--`. */
function parseCall([option, endpoint, separator, instanceId, chain, key, ...rest]) {
	if (option === "--console-endpoint" && separator === "--" && rest.length === 0 && endpoint && instanceId && chain && key) return {
		endpoint,
		instanceId,
		chain,
		key
	};
	throw appError("USAGE", {
		problem: "The emulated console was called with other arguments than it knows",
		help: "console INSTANCE CHAIN.pem KEY.pem"
	});
}
async function readText(file) {
	try {
		return await readFile(path.resolve(file), "utf8");
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw appError("USAGE", {
			problem: `${file} cannot be read: ${reason}`,
			help: "Name a file of PEM text."
		});
	}
}
export { run };
