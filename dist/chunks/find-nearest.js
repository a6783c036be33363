// src/config/find-nearest.ts
/**
* The candidate that `word` most likely meant: equal but for case and separators, or at most one edit in
* three characters away, where two neighbours swapped are one edit (optimal string alignment distance);
* undefined when none is that near.
*/
function findNearest(word, candidates) {
	const simple = simplify(word);
	let nearest;
	let least = Math.floor(simple.length / 3) + 1;
	for (const candidate of candidates) {
		const other = simplify(candidate);
		if (Math.abs(other.length - simple.length) >= least) continue;
		const distance = editDistance(simple, other);
		if (distance < least) [nearest, least] = [candidate, distance];
	}
	return nearest;
}
function simplify(text) {
	return text.toLowerCase().replaceAll(/[\s_-]/g, "");
}
function editDistance(from, to) {
	let beforePrevious = [];
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 0; row < from.length; row += 1) {
		const current = [row + 1];
		for (let column = 0; column < to.length; column += 1) {
			const substitution = (previous[column] ?? 0) + (from[row] === to[column] ? 0 : 1);
			const swap = from[row] === to[column - 1] && from[row - 1] === to[column] ? (beforePrevious[column - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
			const edit = Math.min((previous[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1);
			current.push(Math.min(substitution, swap, edit));
		}
		[beforePrevious, previous] = [previous, current];
	}
	return previous.at(-1) ?? 0;
}
export { findNearest as t };
