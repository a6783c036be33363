import { n as problemsOf, t as placeOf } from "./problems.js";
// src/reports/annotations.ts
/** GitHub shows ten annotations a level and step. */
const MOST_PER_LEVEL = 10;
/**
* What to mark for a report: the worst first, the same problem at several addresses once, where nothing else is
* named on the endpoint in the configuration. A dry run marks what
* forbids deploying, not what deploying will mend.
*/
function annotate({ endpoints, dryRun }) {
	return foldAnnotations(endpoints.flatMap((endpoint) => [...errorOf(endpoint), ...problemsAt(endpoint, dryRun)]));
}
/** What to mark for errors that ended a run before there was a report. */
function annotateErrors(errors) {
	return foldAnnotations(errors.map(({ code, message, help, location }) => ({
		level: "error",
		title: code,
		message: `${message}\n${help}`,
		location
	})));
}
function errorOf({ domain, port, error, location }) {
	if (!error) return [];
	const message = `${domain}:${port}: ${error.problem}\n${error.help}`;
	return [{
		level: "error",
		title: error.code,
		message,
		location: toLocation(error.location ?? location)
	}];
}
function problemsAt(endpoint, dryRun) {
	const { domain, port, plan, location: where } = endpoint;
	return problemsOf(endpoint).filter(({ location }) => location !== void 0 || !dryRun || plan.length === 0).map((problem) => ({
		level: problem.severity === "error" ? "error" : "warning",
		title: problem.id,
		message: `${domain}:${port}${placeOf(problem)}: ${problem.problem}\n${problem.help}`,
		location: toLocation(problem.location ?? where)
	}));
}
/** Zod's optional values may be undefined, those of a location may only be absent. */
function toLocation({ file, line, column }) {
	return {
		file,
		...line === void 0 ? {} : { line },
		...column === void 0 ? {} : { column }
	};
}
/** At most ten a level; the last one then says how many it stands for. */
function foldAnnotations(all) {
	return [
		"error",
		"warning",
		"notice"
	].flatMap((level) => {
		const ofLevel = all.filter((annotation) => annotation.level === level);
		if (ofLevel.length <= MOST_PER_LEVEL) return ofLevel;
		const message = `${ofLevel.length - 9} more; all of them are in the job summary and the report.`;
		return [...ofLevel.slice(0, 9), {
			level,
			title: "More problems",
			message,
			location: void 0
		}];
	});
}
export { annotateErrors as n, foldAnnotations as r, annotate as t };
