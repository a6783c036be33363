import { t as findNearest } from "./find-nearest.js";
import { t as appError } from "./catalogue.js";
import { parseArgs } from "node:util";
// src/commands/arguments.ts
/**
* The options of a command as `node:util` parses them; nothing but options is taken.
*
* @throws USAGE naming the option that is unknown, or lacks its value
*/
function parseOptions(command, argv, options) {
	return refusing(command, options, () => parseArgs({
		args: [...argv],
		options,
		strict: true,
		allowPositionals: false
	})).values;
}
/**
* The options of a command, and the words between them.
*
* @throws USAGE as `parseOptions`
*/
function parseWords(command, argv, options) {
	return refusing(command, options, () => parseArgs({
		args: [...argv],
		options,
		strict: true,
		allowPositionals: true
	}));
}
function refusing(command, options, parse) {
	try {
		return parse();
	} catch (error) {
		const problem = (error instanceof Error ? error.message : String(error)).split(/\. |\n/)[0] ?? "";
		const [, word = ""] = /^Unknown option '--([^']+)'/.exec(problem) ?? [];
		const nearest = findNearest(word, Object.keys(options));
		const help = `${nearest ? `Did you mean --${nearest}? ` : ""}Run "airec-https ${command} --help" for its options.`;
		throw appError("USAGE", {
			problem,
			help
		}, { cause: error });
	}
}
/**
* One of `choices`.
*
* @throws USAGE naming them
*/
function parseChoice(name, value, choices) {
	const choice = choices.find((each) => each === value);
	if (choice !== void 0) return choice;
	const nearest = findNearest(value, choices);
	const help = `${nearest === void 0 ? "" : `Did you mean ${nearest}? `}Use ${choices.join(", ")}.`;
	throw appError("USAGE", {
		problem: `${name} is "${value}"`,
		help
	});
}
export { parseOptions as n, parseWords as r, parseChoice as t };
