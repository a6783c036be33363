import { t as appError } from "./catalogue.js";
import { createHash } from "node:crypto";
/**
* `3/8`.
*
* @throws USAGE when it is something else
*/
function parseShard(value) {
	const [, number = 0, count = 0] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(value)?.map(Number) ?? [];
	if (number < 1 || number > count || count > 256) throw appError("USAGE", {
		problem: `shard is "${value}"`,
		help: `Use the number of the part and how many there are, such as 3/8; at most 256.`
	});
	return {
		number,
		count
	};
}
/** The part, from 1 to `count`, that looks at an endpoint. It goes by the name alone: others do not move it. */
function shardOf(name, count) {
	return createHash("sha256").update(name).digest().readUIntBE(0, 6) % count + 1;
}
/** `airec-https-shard-3-of-8.json` */
function shardFileName({ number, count }) {
	return `airec-https-shard-${number}-of-${count}.json`;
}
export { shardFileName as n, shardOf as r, parseShard as t };
