import { n as createCheckMeans, r as checkEndpoint, t as resultOf } from "./chunks/sweep-messages.js";
import { t as toSweptEndpoint } from "./chunks/to-swept-endpoint.js";
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
/**
* A thread of a sweep: its `workerData` are CheckTerms. It answers with CheckedEndpoints or, when they have a vantage,
* with the SweptEndpoints of the monitor.
*/
if (!parentPort) throw new Error("This is the module of a worker thread");
const { vantage, ...terms } = workerData;
const means = createCheckMeans(terms);
serveSweep(parentPort, async (endpoint) => {
	const check = await checkEndpoint(endpoint, means);
	if (vantage === void 0) return toCheckedEndpoint(check);
	return toSweptEndpoint(check, {
		vantage,
		at: means.now(),
		trust: means.trust
	});
});
export {};
