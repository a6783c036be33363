import { n as createCheckMeans, r as checkEndpoint, t as resultOf } from "./chunks/sweep-messages.js";
import { t as toCheckedEndpoint } from "./chunks/to-check-report.js";
import { parentPort, workerData } from "node:worker_threads";
// src/endpoints/sweep-worker.ts
/**
* The inside of a thread of `createSweep`: looks at the endpoints that come by `port`, all at once, for whoever sends
* them bounds their number.
*/
function serveSweep(port, check) {
	const say = (message) => port.postMessage(message);
	let results = [];
	const flush = () => {
		say({
			kind: "results",
			results
		});
		results = [];
	};
	const work = async (task) => {
		const result = await resultOf(check, task);
		if (results.length === 0) setImmediate(flush);
		results.push(result);
	};
	port.on("message", (tasks) => {
		for (const task of tasks) work(task);
	});
	say({ kind: "ready" });
}
// src/check-worker.ts
/** A thread of `checkEndpoints`: its `workerData` are CheckTerms, it answers with CheckedEndpoints. */
if (!parentPort) throw new Error("This is the module of a worker thread");
const means = createCheckMeans(workerData);
serveSweep(parentPort, async (endpoint) => toCheckedEndpoint(await checkEndpoint(endpoint, means)));
export {};
