import { r as exitCodeOfErrors, t as FAIL_ON } from "./chunks/exit-code.js";
import { t as appError } from "./chunks/catalogue.js";
import { t as printable } from "./chunks/printable.js";
import { a as registerSecret, n as toAppErrors, t as renderError } from "./chunks/render.js";
import { t as parseChoice } from "./chunks/arguments.js";
import { t as parseShardOptions } from "./chunks/shard-options.js";
import { t as VERSION } from "./chunks/version.js";
import { a as log, l as showAnnotations, o as maskSecrets, t as annotateErrors } from "./chunks/annotations.js";
// src/commands/inputs.ts
const COMMANDS = [
	"deploy",
	"plan",
	"monitor"
];
/**
* Reads the inputs as the runner passes them: `INPUT_` and the name in upper case. Tokens become secrets,
* and thereby masked, before anything else is looked at.
*
* @throws USAGE for a value that is not one of those action.yml names
*/
function readInputs(environment) {
	const input = (name, fallback) => environment[`INPUT_${name.toUpperCase()}`]?.trim() || fallback;
	for (const name of [
		"github-token",
		"slack-bot-token",
		"slack-webhook"
	]) registerSecret(input(name, ""));
	return {
		command: parseChoice("command", input("command", "deploy"), COMMANDS),
		configFile: input("config", "airec-https.yml"),
		dryRun: parseBoolean("dry-run", input("dry-run", "false")),
		failOn: parseChoice("fail-on", input("fail-on", "error"), FAIL_ON),
		...parseShardOptions({
			shard: input("shard", ""),
			shards: input("shards", "")
		}),
		role: readRole(input)
	};
}
function readRole(input) {
	const roleArn = input("role-to-assume", "");
	const providerArn = input("oidc-provider-arn", "");
	const audience = input("oidc-audience", "sts.aliyuncs.com");
	const sessionName = input("role-session-name", "") || void 0;
	if (roleArn === "" && providerArn === "") return void 0;
	assertArn("role-to-assume", roleArn, "role");
	assertArn("oidc-provider-arn", providerArn, "oidc-provider");
	if (sessionName !== void 0 && !/^[\w.@-]{2,64}$/.test(sessionName)) throw appError("USAGE", {
		problem: `role-session-name is "${printable(sessionName, 80)}"`,
		help: "Use 2 to 64 letters, digits and . @ - _."
	});
	return {
		roleArn,
		providerArn,
		audience,
		sessionName
	};
}
function assertArn(name, arn, kind) {
	if (new RegExp(`^acs:ram::\\d+:${kind}/[\\w.@-]+$`).test(arn)) return;
	const problem = arn === "" ? `${name} is missing` : `${name} is "${printable(arn, 120)}"`;
	const help = `Set role-to-assume and oidc-provider-arn both; ${name} looks like acs:ram::1234567890123456:${kind}/NAME.`;
	throw appError("USAGE", {
		problem,
		help
	});
}
/** YAML 1.2 core schema, as @actions/core reads booleans. */
function parseBoolean(name, value) {
	if (/^(true|True|TRUE)$/.test(value)) return true;
	if (/^(false|False|FALSE)$/.test(value)) return false;
	throw appError("USAGE", {
		problem: `${name} is "${value}"`,
		help: "Use true or false."
	});
}
// src/action.ts
/** Loaded when it is run: the first line appears at once. */
const RUNNERS = {
	deploy: () => import("./chunks/action.js"),
	plan: () => import("./chunks/action3.js"),
	monitor: () => import("./chunks/action2.js")
};
try {
	maskSecrets();
	const inputs = readInputs(process.env);
	log(`airec-https ${VERSION}: ${inputs.command} with ${inputs.configFile}`);
	const { run } = await RUNNERS[inputs.command]();
	process.exitCode = await run(inputs);
} catch (error) {
	const errors = toAppErrors(error);
	for (const each of errors) log(renderError(each));
	showAnnotations(annotateErrors(errors));
	process.exitCode = exitCodeOfErrors(errors);
}
export {};
