import { t as appError } from "./catalogue.js";
import { t as resultOf } from "./sweep-messages.js";
import { Worker } from "node:worker_threads";
import { availableParallelism } from "node:os";
// src/endpoints/sweep-size.ts
/** With fewer endpoints each, threads take longer to start than they save. */
const ENDPOINTS_PER_THREAD = 150;
const MAX_THREADS = 8;
/** How many threads beside the main one to sweep `count` endpoints with on this machine. */
function threadsFor(count) {
	return Math.max(1, Math.min(availableParallelism(), MAX_THREADS, Math.floor(count / ENDPOINTS_PER_THREAD))) - 1;
}
// src/endpoints/sweep-delivery.ts
/** A function that takes outcomes in any order and delivers them in order; it keeps those that came too early. */
function createDelivery(deliver, onProgress) {
	const early = /* @__PURE__ */ new Map();
	let delivered = 0;
	return (index, outcome) => {
		early.set(index, outcome);
		onProgress?.(delivered + early.size);
		for (let next = early.get(delivered); early.has(delivered); next = early.get(delivered)) {
			early.delete(delivered);
			delivered += 1;
			deliver(next);
		}
	};
}
// src/endpoints/sweep.ts
/** What most endpoints leave behind is garbage at once; V8 would let it grow to several times as much first. */
const MAX_YOUNG_MIB = 12;
/**
* Looks at many endpoints, several at a time. Resolves when every outcome has been delivered. When a thread dies,
* another takes its place and gets the endpoints that were on it one by one: the one to blame is found, and costs no
* other its outcome.
*
* @throws SWEEP_THREAD_FAILED when a thread dies before it takes endpoints
* @throws the signal's abort reason, or what `deliver` throws; nothing is delivered after that
*/
async function sweep(endpoints, plan, terms) {
	const { signal } = terms;
	signal?.throwIfAborted();
	if (endpoints.length === 0) return;
	const run = new SweepRun(endpoints, plan, terms);
	const abort = () => run.fail(signal?.reason);
	signal?.addEventListener("abort", abort, { once: true });
	try {
		await run.start();
	} finally {
		signal?.removeEventListener("abort", abort);
		await run.end();
	}
}
var SweepRun = class {
	#plan;
	/** What nobody has taken yet, the next one last. */
	#queue;
	#endpoints;
	/** What was on a thread when it died. */
	#suspects = [];
	#threads = /* @__PURE__ */ new Set();
	#deliver;
	#left;
	#isOver = false;
	#succeed = () => void 0;
	#reject = () => void 0;
	constructor(endpoints, plan, { deliver, onProgress }) {
		this.#plan = plan;
		this.#endpoints = endpoints;
		this.#queue = endpoints.map((endpoint, index) => ({
			index,
			endpoint
		})).toReversed();
		this.#left = endpoints.length;
		this.#deliver = createDelivery(deliver, onProgress);
	}
	start() {
		return new Promise((resolve, reject) => {
			this.#succeed = resolve;
			this.#reject = reject;
			const { concurrency, threads } = this.#plan;
			if (threads) for (let count = 0; count < threads.count; count += 1) this.#startThread(threads);
			for (let lane = 0; lane < concurrency; lane += 1) this.#workHere();
		});
	}
	/** Nothing is delivered from here on. */
	fail(error) {
		this.#isOver = true;
		this.#reject(error);
	}
	async end() {
		this.#isOver = true;
		await Promise.all([...this.#threads].map(({ worker }) => worker.terminate()));
	}
	async #workHere() {
		for (let task = this.#queue.pop(); task && !this.#isOver; task = this.#queue.pop()) this.#settle(await resultOf(this.#plan.check, task));
	}
	#startThread(threads) {
		const worker = new Worker(threads.file, {
			workerData: threads.data,
			resourceLimits: { maxYoungGenerationSizeMb: MAX_YOUNG_MIB }
		});
		const thread = {
			worker,
			tasks: /* @__PURE__ */ new Map(),
			isReady: false,
			isAlone: false,
			error: void 0
		};
		this.#threads.add(thread);
		worker.on("message", (message) => this.#hear(thread, message));
		worker.on("error", (error) => thread.error = error);
		worker.on("exit", (code) => {
			this.#threads.delete(thread);
			if (!this.#isOver) this.#replace(thread, {
				threads,
				error: thread.error ?? exitError(code)
			});
		});
	}
	#hear(thread, message) {
		if (message.kind === "ready") thread.isReady = true;
		else for (const result of message.results) {
			thread.tasks.delete(result.index);
			this.#settle(result);
		}
		this.#feed(thread);
	}
	#feed(thread) {
		if (thread.tasks.size === 0) {
			const suspect = this.#suspects.pop();
			thread.isAlone = suspect !== void 0;
			if (suspect) this.#give(thread, [suspect]);
		}
		if (thread.isAlone) return;
		const room = this.#plan.concurrency - thread.tasks.size;
		const tasks = this.#queue.splice(-room, room).toReversed();
		if (tasks.length > 0) this.#give(thread, tasks);
	}
	#give(thread, tasks) {
		for (const task of tasks) thread.tasks.set(task.index, task);
		thread.worker.postMessage(tasks);
	}
	#replace(thread, { threads, error }) {
		if (!thread.isReady) {
			this.fail(appError("SWEEP_THREAD_FAILED", { why: error.message }, { cause: error }));
			return;
		}
		const tasks = [...thread.tasks.values()];
		if (!thread.isAlone) this.#suspects.push(...tasks);
		else for (const { index } of tasks) this.#settle({
			index,
			error
		});
		if (this.#queue.length + this.#suspects.length > 0) this.#startThread(threads);
	}
	#settle(result) {
		if (this.#isOver) return;
		const { index } = result;
		try {
			const outcome = "outcome" in result ? result.outcome : this.#plan.lost(this.#endpoints[index], result.error);
			this.#deliver(index, outcome);
		} catch (error) {
			this.fail(error);
		}
		this.#left -= 1;
		if (this.#left === 0) this.#succeed();
	}
};
function exitError(code) {
	return /* @__PURE__ */ new Error(`the thread ended with exit code ${code}`);
}
// src/commands/check-thread.ts
/** The entry of the threads of a sweep: beside the other entries, which src/commands/ and dist/chunks/ are one level below. */
const CHECK_THREAD = new URL(import.meta.url.endsWith(".ts") ? "../check-worker.ts" : "../check-worker.js", import.meta.url);
export { sweep as n, threadsFor as r, CHECK_THREAD as t };
