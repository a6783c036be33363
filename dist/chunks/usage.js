import { t as FAULT_NAMES } from "./fault-names.js";
// src/commands/usage.ts
/** What the terminal shows for `--help`; kept beside the commands, one entry each. */
const COMMANDS = {
	plan: {
		summary: "Say before a merge what deploying would do, and whether every client would accept it",
		usage: "plan [--config FILE] [--offline] [--json] [--report FILE] [--fail-on LEVEL] [--no-color]",
		options: [
			["--config FILE", "the configuration (default airec-https.yml)"],
			["--offline", "connect to nothing: files alone, and a rehearsal on this machine where the key is at hand"],
			["--json", "print the report as JSON on standard output; progress goes to standard error"],
			["--report FILE", "write the JSON report to a file too"],
			["--fail-on LEVEL", "the least severity that fails: error, warning or never (default error)"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		],
		exitCodes: `Exit codes of plan:
  0  nothing forbids deploying
  1  something does: the material, the mapping file, a rehearsed handshake, a quota
  2  a configuration, call or credentials that cannot be used
  3  it could not be determined: the cloud or the network did not answer`
	},
	deploy: {
		summary: "Bring every endpoint to its configured certificate, and verify it by handshake",
		usage: "deploy [--config FILE] [--dry-run] [--json] [--report FILE] [--fail-on LEVEL] [--no-color]",
		options: [
			["--config FILE", "the configuration (default airec-https.yml)"],
			["--dry-run", "read the present state, print the plan, change nothing"],
			["--json", "print the report as JSON on standard output; progress goes to standard error"],
			["--report FILE", "write the JSON report to a file too"],
			["--fail-on LEVEL", "the least severity that fails: error, warning or never (default error)"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		]
	},
	rollback: {
		summary: "Undo a past deployment as its report tells it, and prove by handshake that it is undone",
		usage: "rollback --report FILE [--config FILE] [--dry-run] [--force] [--json] [--no-color]",
		options: [
			["--report FILE", "the report of that deployment"],
			["--config FILE", "the configuration (default airec-https.yml)"],
			["--dry-run", "show what each target has and would get back, and change nothing"],
			["--force", "also where something else has been deployed since"],
			["--json", "print the report as JSON on standard output; progress goes to standard error"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		],
		exitCodes: `Exit codes of rollback:
  0  what was served before is served again
  1  it is not, or not everywhere
  2  a report, configuration, call or credentials that cannot be used; nothing was changed
  3  it could not be determined: the cloud or the network did not answer`
	},
	check: {
		summary: "Look at endpoints: what every address serves, which clients accept it, what mends it",
		usage: "check [HOST[:PORT]]… [--config FILE] [--resolve HOST:PORT:ADDR[,ADDR]]… [--ca FILE]… [--client NAME]…\n                         [--allow-private] [--bundle FILE] [--key FILE] [--host NAME] [--at DATE]\n                         [--concurrency N] [--timeout SECONDS] [--json] [--pem] [--no-color]",
		options: [
			["--config FILE", "check the endpoints of a configuration too"],
			["--resolve HOST:PORT:ADDR[,ADDR]", "use these addresses instead of DNS; may be repeated"],
			["--ca FILE", "trust the roots in this PEM file too; may be repeated"],
			["--client NAME", "a client that counts: chrome, firefox, java, android, openssl; may be repeated (default: all, or those of the configuration)"],
			["--allow-private", "allow loopback and private addresses"],
			["--bundle FILE", "check the certificates in this file instead of an endpoint"],
			["--key FILE", "with --bundle: the private key that should belong to the leaf"],
			["--host NAME", "with --bundle: the name that clients ask for (default: names are not looked at)"],
			["--at DATE", "judge as if it were 2026-12-01, 2026-12-01T12:00:00Z or, in 30 days, +30d"],
			["--concurrency N", "how many endpoints at a time, 1 to 1000 (default 64)"],
			["--timeout SECONDS", "for one address, as 10 or 500ms (default 10, or deadlines.connection of the configuration)"],
			["--json", "print the result as JSON"],
			["--pem", "print the bundle that mends the chain, and nothing else"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		],
		exitCodes: `Exit codes of check:
  0  every endpoint is healthy or degraded
  1  one is repairable, broken or unreachable
  2  a call, configuration or file that cannot be used; nothing was looked at
  3  one is unknown: it could not be determined from here`
	},
	monitor: {
		summary: "Look at every endpoint of a configuration, and say what is new since the last run",
		usage: "monitor [--config FILE] [--state FILE] [--shard N/COUNT | --shards DIR] [--json] [--fail-on LEVEL]\n                         [--no-color]",
		options: [
			["--config FILE", "the configuration (default airec-https.yml)"],
			["--state FILE", "remember in this file what is open (default: nothing is remembered)"],
			["--shard N/COUNT", "look at one part alone, such as 3/8, and write airec-https-shard-3-of-8.json"],
			["--shards DIR", "look at nothing, and go on with the files of all shards in this folder"],
			["--json", "print the report as JSON on standard output; progress goes to standard error"],
			["--fail-on LEVEL", "the least severity that fails: error, warning or never (default error)"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		],
		exitCodes: `Exit codes of monitor:
  0  every endpoint is healthy or, without --fail-on warning, degraded
  1  clients refuse an endpoint
  2  a configuration, call or token that cannot be used
  3  it could not be determined, or a service that is needed did not answer`
	},
	page: {
		summary: "Write a status page, a folder of static files, from what the monitor saw",
		usage: "page --report FILE [--state FILE] [--out DIR] [--title TEXT] [--json] [--no-color]",
		options: [
			["--report FILE", "the JSON report of monitor"],
			["--state FILE", "what the monitor remembers, for history and incidents (default: none)"],
			["--out DIR", "the folder: empty, new, or written by this command before (default site)"],
			["--title TEXT", "what the page is called (default \"TLS status\")"],
			["--json", "print what was written as JSON"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		],
		exitCodes: `Exit codes of page:
  0  the page is written, whatever it tells
  2  a call, report, state or folder that cannot be used`
	},
	bot: {
		summary: "Answer people in Slack, and look on a schedule of its own, until told to stop",
		usage: "bot [--config FILE] [--state FILE] [--every DURATION] [--port N] [--branch NAME]",
		options: [
			["--config FILE", "the configuration (default airec-https.yml)"],
			["--state FILE", "remember in this file (default: the branch airec-https-state)"],
			["--every DURATION", "look this often, from 10s to 24h (default: only when asked)"],
			["--port N", "serve /healthz and /metrics here, and /slack/events with a signing secret (default then: 3000)"],
			["--branch NAME", "open pull requests for this branch (default: none)"]
		],
		exitCodes: `The environment holds SLACK_BOT_TOKEN, SLACK_CHANNEL, and SLACK_APP_TOKEN (Socket Mode) or
SLACK_SIGNING_SECRET (HTTP); GITHUB_TOKEN and GITHUB_REPOSITORY for the state branch and pull requests.

Exit codes of bot:
  0  it was told to stop
  2  a configuration, call or token that cannot be used
  3  Slack did not answer at the start`
	},
	demo: {
		summary: "Run the whole guide against an emulated Alibaba Cloud on this machine",
		usage: "demo [--cas API] [--keep] [--no-color]",
		options: [
			["--cas API", "the dialect: 2020-04-07, the published API (default), or guide"],
			["--keep", "keep the folder with the configuration, the mapping file and the report"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		]
	},
	emulate: {
		summary: "Run the emulated Alibaba Cloud alone, until interrupted",
		usage: "emulate [--cas API] [--workspace DIR] [--edges N] [--fault NAME]… [--json] [--no-color]",
		options: [
			["--cas API", "the dialect: 2020-04-07, the published API (default), or guide"],
			["--workspace DIR", "where to write a configuration, the root, airec-cli and a console that breaks things (default: a new temporary folder)"],
			["--edges N", "addresses behind the emulated SLB, 1 to 16 (default 2)"],
			["--fault NAME", `have it misbehave; may be repeated: ${FAULT_NAMES.join(", ")}`],
			["--json", "print what it serves as one line of JSON"],
			["--no-color", "no colours; NO_COLOR=1 does the same"]
		]
	}
};
const EXIT_CODES = `Exit codes:
  0  healthy
  1  a finding: an endpoint does not serve what it should, or its material must not be deployed
  2  a configuration, call or credentials that cannot be used; nothing was changed
  3  it could not be determined: the cloud or the network did not answer`;
/** The help of one command, with the other commands below it. */
function renderHelp(command) {
	const commands = `Commands:\n${Object.keys(COMMANDS).map((name) => `  ${name.padEnd(10)}${COMMANDS[name].summary}`).join("\n")}\n\nOptions of all: --help, --version`;
	const all = `${commands}\n\n${EXIT_CODES}`;
	if (!command) return `Usage: airec-https COMMAND [OPTIONS]\n\n${all}`;
	const { usage, summary, options, exitCodes = EXIT_CODES } = COMMANDS[command];
	const width = Math.max(...options.map(([option]) => option.length)) + 2;
	return `${summary}.\n\nUsage: airec-https ${usage}\n\n${options.map(([option, meaning]) => `  ${option.padEnd(width)}${meaning}`).join("\n")}\n\n${commands}\n\n${exitCodes}`;
}
export { renderHelp as n, COMMANDS as t };
