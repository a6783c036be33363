#!/usr/bin/env node
import { r as exitCodeOfErrors } from "./chunks/exit-code.js";
import { t as processTerminal } from "./chunks/terminal.js";
import { n as renderHelp, t as COMMANDS } from "./chunks/usage.js";
import { t as VERSION } from "./chunks/version.js";
import { t as findNearest } from "./chunks/find-nearest.js";
import { t as appError } from "./chunks/catalogue.js";
import { n as toAppErrors, t as renderError } from "./chunks/render.js";
// src/cli.ts
/** Loaded when they are run: a command costs no more to start than it needs. */
const RUNNERS = {
	deploy: () => import("./chunks/cli.js"),
	plan: () => import("./chunks/cli3.js"),
	rollback: () => import("./chunks/rollback.js"),
	check: () => import("./chunks/check.js"),
	monitor: () => import("./chunks/cli2.js"),
	page: () => import("./chunks/page.js"),
	bot: () => import("./chunks/bot2.js"),
	demo: () => import("./chunks/demo.js"),
	emulate: () => import("./chunks/emulate.js")
};
const terminal = processTerminal();
async function main([name, ...argv]) {
	if (name === "--version") {
		terminal.out(VERSION);
		return 0;
	}
	if (name === void 0 || name === "--help" || name === "help") {
		terminal.out(renderHelp());
		return 0;
	}
	if (!isCommand(name)) {
		const nearest = findNearest(name, Object.keys(COMMANDS));
		const help = `${nearest ? `Did you mean ${nearest}? ` : ""}"airec-https --help" lists the commands.`;
		throw appError("USAGE", {
			problem: `There is no command "${name}"`,
			help
		});
	}
	if (argv.includes("--help")) {
		terminal.out(renderHelp(name));
		return 0;
	}
	return (await RUNNERS[name]()).run(argv, terminal);
}
function isCommand(name) {
	return Object.hasOwn(COMMANDS, name);
}
try {
	process.exitCode = await main(process.argv.slice(2));
} catch (error) {
	const errors = toAppErrors(error);
	for (const each of errors) terminal.error(renderError(each));
	process.exitCode = exitCodeOfErrors(errors);
}
export {};
