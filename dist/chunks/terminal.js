import { a as verdictLine, d as formatDuration, l as OUTCOME_WORDS, n as VERDICT_SIGNS, o as verdictOf, r as isBlocked } from "./deploy.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
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
const COLOURS = {
	healthy: "green",
	degraded: "yellow",
	broken: "red",
	unknown: "yellow",
	planned: "cyan"
};
/** The closing page of a run for a terminal: problems, the plan or the endpoints as a table, the verdict. */
function renderTerminal(report, paint) {
	const problems = report.endpoints.flatMap((endpoint) => renderProblems(endpoint, paint));
	const table = report.dryRun ? renderPlan(report) : renderEndpoints(report, paint);
	const verdict = verdictOf(report);
	const closing = `${paint(COLOURS[verdict], `${VERDICT_SIGNS[verdict]} ${verdictLine(report)}`)}\n${paint("dim", `${report.changed ? "changes were made" : "nothing was changed"} · ${formatDuration(report.durationMs)}`)}`;
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
	for (const each of problemsOf(endpoint)) {
		const mark = each.severity === "error" ? paint("red", "✗") : paint("yellow", "!");
		lines.push(`${mark} ${name}${placeOf(each)}: ${each.problem} [${each.id}]`);
		for (const words of each.clientWords ?? []) lines.push(`    ${paint("dim", words)}`);
		lines.push(`  → ${each.help}`);
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
		`${VERDICT_SIGNS[endpoint.status]} ${endpoint.status}`,
		endpoint.certificateId ?? "–",
		endpoint.intendedLeaf?.slice(0, 12) ?? "–",
		`${endpoint.addresses.filter(isAsIntended).length}/${endpoint.addresses.length}`,
		endpoint.rolledBack ? "rolled back" : endpoint.changed ? "yes" : "no"
	])], (text, { row, column }) => {
		const status = endpoints[row - 1]?.status;
		return column === 1 && status ? paint(COLOURS[status], text) : text;
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
		OUTCOME_WORDS[outcome],
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
	], ...endpoints.flatMap((endpoint) => {
		const name = `${endpoint.domain}:${endpoint.port}`;
		if (isBlocked(endpoint)) return [[
			name,
			"  –",
			"–",
			"blocked",
			"see above"
		]];
		return endpoint.plan.map(({ step, subject, decision, reason }) => [
			name,
			decision === "do" ? `+ ${step}` : `  ${step}`,
			subject,
			decision,
			reason
		]);
	})]);
}
export { renderTerminal as n, renderSteps as t };
