import { i as redact } from "./render.js";
// src/reports/redact-texts.ts
/**
* A copy of plain JSON data with every secret blanked, text by text: over the whole, what a peer sends could make the
* blanking run into what follows.
*/
function redactTexts(data) {
	return copy(data);
}
/** What JSON has no word for is left out, as JSON.stringify does; through JSON itself it takes several times as long. */
function copy(value) {
	if (typeof value === "string") return redact(value);
	if (typeof value !== "object" || value === null) return value;
	if (Array.isArray(value)) return value.map(copy);
	const entries = Object.entries(value).filter(([, each]) => each !== void 0);
	return Object.fromEntries(entries.map(([key, each]) => [key, copy(each)]));
}
export { redactTexts as t };
