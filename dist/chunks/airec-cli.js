import { n as readMapping } from "./mapping-file.js";
import { t as appError } from "./catalogue.js";
import { parseArgs } from "node:util";
import path from "node:path";
// src/emulator/airec-client.ts
const TIMEOUT_MS = 1e4;
/**
* Delivers the rows of a mapping to the emulated AIRec, as the emulated airec-cli does.
*
* @param airecEndpoint `airecEndpoint` of the emulator
* @returns also when the emulator cannot be reached: that is a problem like any other.
*/
async function postDomainUpdate(airecEndpoint, update) {
	try {
		return await (await fetch(airecEndpoint, {
			method: "POST",
			headers: { "content-type": "application/json" },
			body: JSON.stringify(update),
			signal: AbortSignal.timeout(TIMEOUT_MS)
		})).json();
	} catch (error) {
		return {
			ok: false,
			problems: [`no answer from the emulated AIRec at ${airecEndpoint}: ${error instanceof Error ? error.message : String(error)}`]
		};
	}
}
// src/commands/emulate/airec-cli.ts
/**
* The emulated `airec-cli domain update --instance-id … --config-file … --region …`: reads the workbook and
* has the emulated AIRec bind its rows. Exit code 0 when all were bound, else 1.
*/
async function run(argv, terminal) {
	const { endpoint, instanceId, file, region } = parseCall(argv);
	const mapping = await readMapping(path.resolve(file));
	if (!mapping) throw appError("USAGE", {
		problem: `There is no ${file}`,
		help: "Write the mapping file first."
	});
	const result = await postDomainUpdate(endpoint, {
		instanceId,
		region,
		domains: mapping.rows.map(({ domain, certificateId, protocol, port }) => ({
			domain,
			certificateId,
			protocol,
			port
		}))
	});
	if (!result.ok) {
		for (const problem of result.problems) terminal.error(`airec-cli (emulator): ${problem}`);
		return 1;
	}
	for (const { domain, port, certificateId } of result.bound) terminal.out(`airec-cli (emulator): bound ${domain}:${port} to ${certificateId}`);
	return 0;
}
function parseCall(argv) {
	const separator = argv.indexOf("--");
	const own = parseArgs({
		args: argv.slice(0, Math.max(0, separator)),
		options: { "airec-endpoint": { type: "string" } },
		allowPositionals: true,
		strict: false
	});
	const users = parseArgs({
		args: argv.slice(separator + 1),
		options: {
			"instance-id": { type: "string" },
			"config-file": { type: "string" },
			region: { type: "string" }
		},
		allowPositionals: true,
		strict: false
	});
	const { "instance-id": instanceId, "config-file": file, region } = users.values;
	const endpoint = own.values["airec-endpoint"];
	if (users.positionals.join(" ") === "domain update" && isText(endpoint) && isText(instanceId) && isText(file) && isText(region)) return {
		endpoint,
		instanceId,
		file,
		region
	};
	throw appError("USAGE", {
		problem: "The emulated airec-cli was called with other arguments than it knows",
		help: "airec-cli domain update --instance-id ID --config-file FILE --region REGION"
	});
}
function isText(value) {
	return typeof value === "string" && value !== "";
}
export { run };
