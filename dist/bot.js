#!/usr/bin/env node
import { t as run } from "./chunks/bot.js";
import { r as exitCodeOfErrors } from "./chunks/exit-code.js";
import { t as processTerminal } from "./chunks/terminal.js";
import { n as renderHelp } from "./chunks/usage.js";
import { n as toAppErrors, t as renderError } from "./chunks/render.js";
// src/bot.ts
const terminal = processTerminal();
const argv = process.argv.slice(2);
try {
	if (argv.includes("--help")) terminal.out(renderHelp("bot"));
	else process.exitCode = await run(argv, terminal);
} catch (error) {
	const errors = toAppErrors(error);
	for (const each of errors) terminal.error(renderError(each));
	process.exitCode = exitCodeOfErrors(errors);
}
export {};
