import { i as AppErrors, r as AppError } from "./catalogue.js";
// src/errors/redaction.ts
/** Shorter pieces would blank out ordinary words. */
const SHORTEST_SECRET_LENGTH = 8;
const PEM_PRIVATE_KEY = /-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY-----|$)/g;
const secrets = /* @__PURE__ */ new Set();
const observers = /* @__PURE__ */ new Set();
/**
* Has every later `redact` blank out `value`: as a whole, line by line (a PEM is printed in lines),
* and in the forms it takes in a URL or a JSON string.
*/
function registerSecret(value) {
	for (const piece of [value, ...value.split(/\r?\n/)]) {
		const trimmed = piece.trim();
		if (trimmed.length < SHORTEST_SECRET_LENGTH || /^-----(BEGIN|END) [A-Z0-9 ]+-----$/.test(trimmed)) continue;
		for (const form of [
			trimmed,
			encodeURIComponent(trimmed.toWellFormed()),
			JSON.stringify(trimmed).slice(1, -1)
		]) {
			if (secrets.has(form)) continue;
			secrets.add(form);
			for (const observer of observers) observer(form);
		}
	}
}
/** Tells `observer` every piece that is, or will be, a secret; the Action masks them in the runner's log. */
function onSecret(observer) {
	observers.add(observer);
	for (const piece of secrets) observer(piece);
}
/** `text` with every registered secret, and anything shaped like a PEM private key, replaced by `***`. */
function redact(text) {
	let result = text.includes("PRIVATE KEY") ? text.replace(PEM_PRIVATE_KEY, "***") : text;
	if (secrets.size === 0) return result;
	for (const secret of [...secrets].toSorted((a, b) => b.length - a.length)) result = result.replaceAll(secret, "***");
	return result;
}
// src/errors/render.ts
/** `file:line:column`, as editors and terminals link it. */
function formatLocation(location) {
	return [
		location.file,
		location.line,
		location.column
	].filter((part) => part !== void 0).join(":");
}
/** All problems in `error`, ours or foreign, as catalogue errors are; a foreign one counts as internal. */
function toAppErrors(error) {
	if (error instanceof AppErrors) return error.errors;
	if (error instanceof AppError) return [error];
	return [new AppError({
		code: "INTERNAL",
		category: "internal",
		problem: redact(error instanceof Error ? error.message : String(error)),
		help: "This is a defect of airec-https. Please report it with the stack below.",
		cause: error
	})];
}
/**
* An error as a person reads it, secrets blanked: where, what is wrong, what to do, the request id, and
* for a defect of our own its stack.
*/
function renderError(error) {
	const lines = [`${error.location ? `${formatLocation(error.location)}: ` : ""}${error.message} [${error.code}]`, `  → ${error.help}`];
	if (error.requestId) lines.push(`  RequestId ${error.requestId}`);
	if (error.category === "internal" && error.cause instanceof Error && error.cause.stack) lines.push(error.cause.stack);
	return redact(lines.join("\n"));
}
export { registerSecret as a, redact as i, toAppErrors as n, onSecret as r, renderError as t };
