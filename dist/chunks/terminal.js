import { i as redact } from "./render.js";
import { t as cutDisplay } from "./display-width.js";
import { n as wantsColour, t as createPaint } from "./paint.js";
// src/commands/terminal.ts
const MIN_WIDTH = 40;
/** To the first column, and nothing behind it (ECMA-48 EL). */
const CLEAR_LINE = "\r\x1B[2K";
/** Where progress of long work is shown on it. */
function progressPlace(terminal) {
	return {
		width: terminal.width,
		transient: (line) => terminal.progress(line)
	};
}
/** The terminal of this process. */
function processTerminal() {
	const streams = {
		out: process.stdout,
		error: process.stderr
	};
	const showsProgress = process.stderr.isTTY && process.env["TERM"] !== "dumb";
	let shown = false;
	const clear = () => {
		if (shown) process.stderr.write(CLEAR_LINE);
		shown = false;
	};
	const write = (stream, line) => {
		clear();
		stream.write(`${redact(line)}\n`);
	};
	return {
		environment: process.env,
		width: widthOf(process.stdout, process.env["COLUMNS"]),
		showsProgress,
		out: (line) => write(process.stdout, line),
		error: (line) => write(process.stderr, line),
		progress: (line) => {
			if (!showsProgress) return;
			clear();
			if (line === void 0) return;
			process.stderr.write(cutDisplay(redact(line), (process.stderr.columns || MIN_WIDTH) - 1));
			shown = true;
		},
		paint: (stream, noColour) => createPaint(wantsColour(streams[stream], process.env, noColour))
	};
}
/** What the user says stands (POSIX `COLUMNS`); without a terminal nobody has a width. */
function widthOf(stream, said) {
	if (!stream.isTTY) return 1e400;
	const columns = said !== void 0 && /^\d{1,4}$/.test(said) ? Number(said) : stream.columns;
	return columns > 0 ? Math.max(columns, MIN_WIDTH) : 1e400;
}
export { progressPlace as n, processTerminal as t };
