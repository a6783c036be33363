import { n as STATUS_SIGNS, r as verdictLine, s as formatDuration } from "./deploy.js";
// src/reports/table.ts
/**
* Rows as aligned columns, two spaces apart, the first row as heading with a rule below it. Cells are plain
* printable text; `paintCell` may colour a cell after it has been padded.
*/
function formatTable(rows, paintCell = (text) => text) {
	const widths = [];
	for (const row of rows) for (const [column, cell] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, cell.length);
	const lines = rows.map((cells, row) => cells.map((cell, column) => paintCell(cell.padEnd(widths[column] ?? 0), {
		row,
		column
	})).join("  ").trimEnd());
	const rule = widths.map((width) => "─".repeat(width)).join("  ");
	return lines.toSpliced(1, 0, rule);
}
// src/reports/terminal.ts
const STATUS_COLOURS = {
	healthy: "green",
	degraded: "yellow",
	broken: "red",
	unknown: "yellow"
};
/** The closing page of a run for a terminal: problems, the plan or the endpoints as a table, the verdict. */
function renderTerminal(report, paint) {
	const problems = report.endpoints.flatMap((endpoint) => renderProblems(endpoint, paint));
	const table = report.dryRun ? renderPlan(report) : renderEndpoints(report, paint);
	const closing = `${paint(STATUS_COLOURS[report.status], `${STATUS_SIGNS[report.status]} ${verdictLine(report)}`)}\n${paint("dim", `${report.changed ? "changes were made" : "nothing was changed"} · ${formatDuration(report.durationMs)}`)}`;
	return [
		...problems,
		...problems.length > 0 ? [""] : [],
		...table,
		"",
		closing
	].join("\n");
}
function renderProblems(endpoint, paint) {
	const name = `${endpoint.domain}:${endpoint.port}`;
	const lines = [];
	for (const { severity, id, problem, help, address, clientWords = [] } of endpoint.findings) {
		if (severity === "info") continue;
		const mark = severity === "error" ? paint("red", "✗") : paint("yellow", "!");
		lines.push(`${mark} ${name}${address ? ` at ${address}` : ""}: ${problem} [${id}]`);
		for (const words of clientWords) lines.push(`    ${paint("dim", words)}`);
		lines.push(`  → ${help}`);
	}
	const { error } = endpoint;
	if (error) {
		lines.push(`${paint("red", "✗")} ${name}: ${error.problem} [${error.code}]`, `  → ${error.help}`);
		if (error.requestId) lines.push(`  RequestId ${error.requestId}`);
	}
	return lines;
}
function renderEndpoints({ endpoints }, paint) {
	return formatTable([[
		"Endpoint",
		"Status",
		"Certificate",
		"Leaf",
		"Addresses",
		"Changed"
	], ...endpoints.map((endpoint) => [
		`${endpoint.domain}:${endpoint.port}`,
		`${STATUS_SIGNS[endpoint.status]} ${endpoint.status}`,
		endpoint.certificateId ?? "–",
		endpoint.intendedLeaf?.slice(0, 12) ?? "–",
		`${endpoint.addresses.filter(isAsIntended).length}/${endpoint.addresses.length}`,
		endpoint.rolledBack ? "rolled back" : endpoint.changed ? "yes" : "no"
	])], (text, { row, column }) => {
		const status = endpoints[row - 1]?.status;
		return column === 1 && status ? paint(STATUS_COLOURS[status], text) : text;
	});
}
/** The steps of a run as a table. */
function renderSteps({ steps }) {
	return formatTable([[
		"Step",
		"What",
		"Outcome",
		"Took"
	], ...steps.map(({ name, title, outcome, durationMs }) => [
		name,
		title,
		outcome,
		formatDuration(durationMs)
	])]);
}
function isAsIntended({ accepted, servesIntended }) {
	return accepted === true && servesIntended === true;
}
function renderPlan({ endpoints }) {
	return formatTable([[
		"Endpoint",
		"Step",
		"Subject",
		"Decision",
		"Reason"
	], ...endpoints.flatMap(({ domain, port, plan }) => plan.map(({ step, subject, decision, reason }) => [
		`${domain}:${port}`,
		decision === "do" ? `+ ${step}` : `  ${step}`,
		subject,
		decision,
		reason
	]))]);
}
export { renderTerminal as n, renderSteps as t };
