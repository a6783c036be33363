import { t as appError } from "./catalogue.js";
import path from "node:path";
import { appendFile, mkdir, writeFile } from "node:fs/promises";
// src/commands/report-file.ts
/**
* That a report can be written to `file`: known before the work rather than after it.
*
* @throws REPORT_NOT_WRITABLE
*/
async function assertWritable(file) {
	try {
		await appendFile(file, "");
	} catch (cause) {
		const reason = cause.code ?? "error";
		throw appError("REPORT_NOT_WRITABLE", {
			file,
			reason
		}, { cause });
	}
}
async function writeReportFile(file, json) {
	await writeFile(file, `${json}\n`);
}
/** Writes a report beside the runner's other temporary files, so that it is not committed by accident; returns its path. */
async function writeRunnerReport(name, report) {
	const folder = path.resolve(process.env["RUNNER_TEMP"] ?? ".");
	await mkdir(folder, { recursive: true });
	const file = path.join(folder, name);
	await writeReportFile(file, JSON.stringify(report, void 0, 2));
	return file;
}
export { writeReportFile as n, writeRunnerReport as r, assertWritable as t };
