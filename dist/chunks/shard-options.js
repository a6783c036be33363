import { t as appError } from "./catalogue.js";
import { t as parseShard } from "./shard.js";
// src/commands/shard-options.ts
/**
* `shard` and `shards` as they are given, where an empty text is none.
*
* @throws USAGE when both are given, or `shard` is not such as 3/8
*/
function parseShardOptions({ shard = "", shards = "" }) {
	if (shard !== "" && shards !== "") throw appError("USAGE", {
		problem: "shard and shards are both given",
		help: "Give shard to the jobs that look, and shards to the one that merges what they saw."
	});
	return {
		shard: shard === "" ? void 0 : parseShard(shard),
		shards: shards === "" ? void 0 : shards
	};
}
export { parseShardOptions as t };
