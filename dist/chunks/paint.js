import { styleText } from "node:util";
// src/reports/paint.ts
/** Colours for a terminal; none when `enabled` is false. */
function createPaint(enabled) {
	const terms = { validateStream: false };
	return enabled ? (colour, text) => styleText(colour, text, terms) : (_colour, text) => text;
}
/**
* Whether to colour: on a terminal only, unless NO_COLOR is set (https://no-color.org) or the user said
* `--no-color`.
*/
function wantsColour(stream, environment, refused) {
	return stream.isTTY === true && !environment["NO_COLOR"] && environment["TERM"] !== "dumb" && !refused;
}
export { wantsColour as n, createPaint as t };
