import { S as createProgress } from "./rehearse.js";
import { t as renderText } from "./text.js";
import { t as parseChoice } from "./arguments.js";
import { t as FAIL_ON } from "./exit-code.js";
import { n as writeReportFile, t as assertWritable } from "./report-file.js";
import { n as progressPlace } from "./terminal.js";
// src/commands/report-output.ts
/** Options of every command that comes to a report. */
const REPORT_OPTIONS = {
	config: {
		type: "string",
		default: "airec-https.yml"
	},
	json: {
		type: "boolean",
		default: false
	},
	report: { type: "string" },
	"fail-on": {
		type: "string",
		default: "error"
	},
	"no-color": {
		type: "boolean",
		default: false
	}
};
/**
* The output of a command, from its options. That a report can be written is known before the work.
*
* @throws USAGE, REPORT_NOT_WRITABLE
*/
async function openReportOutput(options, terminal) {
	const { json, report: file } = options;
	const failOn = parseChoice("--fail-on", options["fail-on"], FAIL_ON);
	if (file !== void 0) await assertWritable(file);
	const stream = json ? "error" : "out";
	const paint = terminal.paint(stream, options["no-color"]);
	return {
		failOn,
		listener: createProgress(terminal[stream], paint, progressPlace(terminal)),
		async tell(report, summary) {
			const text = JSON.stringify(report, void 0, 2);
			if (file !== void 0) await writeReportFile(file, text);
			terminal.out(json ? text : `\n${renderText(summary, {
				paint,
				width: terminal.width
			})}`);
		}
	};
}
export { openReportOutput as n, REPORT_OPTIONS as t };
