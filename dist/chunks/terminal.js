import { n as formatDuration } from "./format.js";
import { b as OUTCOME_WORDS } from "./rehearse.js";
import { n as problemsOf, t as placeOf } from "./problems.js";
import { t as formatTable } from "./table.js";
import { _ as verdictOf, g as verdictLine, m as isBlocked, p as VERDICT_SIGNS } from "./open-world.js";
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
	const rows = endpoints.map((endpoint) => [
		`${endpoint.domain}:${endpoint.port}`,
		`${VERDICT_SIGNS[endpoint.status]} ${endpoint.status}`,
		endpoint.certificateId ?? "–",
		endpoint.intendedLeaf?.slice(0, 12) ?? "–",
		`${endpoint.addresses.filter(isAsIntended).length}/${endpoint.addresses.length}`,
		endpoint.rolledBack ? "rolled back" : endpoint.changed ? "yes" : "no"
	]);
	return formatTable([[
		"Endpoint",
		"Status",
		"Certificate",
		"Leaf",
		"Addresses",
		"Changed"
	], ...rows], (text, { row, column }) => {
		const status = endpoints[row - 1]?.status;
		return column === 1 && status ? paint(COLOURS[status], text) : text;
	});
}
/** The steps of a run as a table. */
function renderSteps({ steps }) {
	const rows = steps.map(({ name, title, outcome, durationMs }) => [
		name,
		title,
		OUTCOME_WORDS[outcome],
		formatDuration(durationMs)
	]);
	return formatTable([[
		"Step",
		"What",
		"Outcome",
		"Took"
	], ...rows]);
}
function isAsIntended({ accepted, servesIntended }) {
	return accepted === true && servesIntended === true;
}
function renderPlan({ endpoints }) {
	const rows = endpoints.flatMap((endpoint) => {
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
	});
	return formatTable([[
		"Endpoint",
		"Step",
		"Subject",
		"Decision",
		"Reason"
	], ...rows]);
}
export { renderTerminal as n, renderSteps as t };
