import { a as judgeFor, i as findSmallestBundle, n as searchAia, r as describeHelp, t as mendBundle } from "./mend-bundle.js";
import { z as judgeEndpoint } from "./observe-endpoint.js";
// src/endpoints/repair/describe-repair.ts
/** The repair that a bundle is, told where it comes from. Clients are those of the bundle when there are no proofs. */
function describeRepair({ bundle, anchor, satisfies, leaves }, places, proofs) {
	const fails = new Set(proofs.flatMap(({ client, after }) => after ? [] : [client]));
	const sources = bundle.map((each) => sourceOf(each, places));
	return {
		bundle,
		anchor,
		satisfies: satisfies.filter((client) => !fails.has(client)),
		leaves: [...leaves, ...satisfies.filter((client) => fails.has(client))],
		sources,
		fetched: [...new Set(sources.flatMap((source) => source.kind === "aia" ? [source.url] : []))],
		proofs
	};
}
/** The nearest place: what is served comes before what is on disk, and both before what was fetched. */
function sourceOf(certificate, { served, disk, otherEndpoints, search }) {
	const isIn = (certificates) => certificates.some(({ fingerprint }) => fingerprint === certificate.fingerprint);
	if (isIn(served)) return { kind: "served" };
	if (isIn(disk)) return { kind: "disk" };
	const answer = search?.answers.find(({ certificates }) => isIn(certificates));
	if (answer && !isIn(otherEndpoints)) return {
		kind: "aia",
		url: answer.url
	};
	return { kind: "other-endpoint" };
}
// src/endpoints/repair/is-better.ts
/** Whether more clients would accept the bundle than what is served, or as many with less to say about it; none fewer. */
function isBetter({ addresses }, bundle, expectation) {
	const withBundle = addresses.map(({ observation }) => {
		const { tls } = observation;
		return {
			...observation,
			tls: {
				...tls,
				receivedChain: bundle,
				witness: { kind: "none" }
			}
		};
	});
	const after = judgeEndpoint(withBundle, expectation).addresses;
	const pairs = addresses.flatMap(({ verdict }, index) => {
		const later = after[index];
		return later ? [{
			now: verdict,
			later
		}] : [];
	});
	if (addresses.every(({ observation }) => isServed(bundle, observation.tls))) return false;
	if (pairs.some(({ now, later }) => losesClient(now, later))) return false;
	const gained = pairs.some(({ now, later }) => countAccepting(later) > countAccepting(now));
	const hasMore = pairs.some(({ now, later }) => later.findings.length > now.findings.length);
	return gained || !hasMore && pairs.some(({ now, later }) => later.findings.length < now.findings.length);
}
function isServed(bundle, { receivedChain }) {
	return receivedChain.length === bundle.length && receivedChain.every(({ fingerprint }, index) => fingerprint === bundle[index]?.fingerprint);
}
function losesClient(now, later) {
	return now.clients.some(({ client, judgement }) => {
		const then = later.clients.find((each) => each.client === client);
		return judgement.accepts && !then?.judgement.accepts;
	});
}
function countAccepting({ clients }) {
	return clients.filter(({ judgement }) => judgement.accepts).length;
}
// src/endpoints/repair/leaf-group.ts
/** Leaves of addresses where there is something to mend or to tidy. */
function groupByLeaf({ observed, served }) {
	const groups = /* @__PURE__ */ new Map();
	for (const [index, observation] of observed.entries()) {
		const { tls } = observation;
		const verdict = served.addresses[index];
		if (tls.kind === "failure" || !verdict) continue;
		const [leaf] = tls.receivedChain;
		if (!leaf) continue;
		const address = {
			observation: {
				...observation,
				tls
			},
			verdict
		};
		const group = groups.get(leaf.fingerprint);
		groups.set(leaf.fingerprint, {
			leaf,
			addresses: group ? [...group.addresses, address] : [address]
		});
	}
	return [...groups.values()].filter(({ addresses }) => addresses.some(({ verdict }) => verdict.findings.length > 0));
}
// src/endpoints/repair/prove-bundle.ts
/**
* Proves a bundle without the key: a live handshake with every address shows that the server holds the key of the leaf,
* and OpenSSL, given the proposed intermediates as helpers, has to find the way from that leaf to a root. They are no
* trust anchors, for partial chains are off. Undefined when it does not, or when no address shows the leaf any more.
*/
async function proveBundle({ group, bundle, seen }, means) {
	const { endpoint, expectation } = seen;
	const helpers = helpersOfOpenssl(bundle, means.trust);
	const observed = await means.observeWith(helpers ?? [])({
		...endpoint,
		health: void 0
	});
	if ("kind" in observed) return void 0;
	const withBundle = [];
	for (const observation of observed) {
		const { tls } = observation;
		if (tls.kind === "failure" || tls.receivedChain[0]?.fingerprint !== bundle[0].fingerprint) continue;
		if (helpers && tls.witness.kind !== "accepts") return void 0;
		withBundle.push({
			...observation,
			tls: {
				...tls,
				receivedChain: bundle,
				witness: { kind: "none" }
			}
		});
	}
	if (withBundle.length === 0) return void 0;
	return judgeEndpoint(withBundle, expectation).addresses.flatMap(({ address, clients }) => {
		const before = group.addresses.find(({ verdict }) => verdict.address === address)?.verdict.clients ?? [];
		return clients.map(({ client, judgement }) => ({
			address,
			client,
			before: before.some((each) => each.client === client && each.judgement.accepts),
			after: judgement.accepts
		}));
	});
}
/**
* The intermediates of the path that OpenSSL is expected to find: it has the trust that clients have in common, judges by
* the clock of the machine, and of two helpers with the same name takes one and never looks back. Undefined when it
* cannot be a witness, for only clients with a store of their own accept the bundle.
*/
function helpersOfOpenssl(bundle, trust) {
	const terms = {
		trust: {
			...trust,
			storeOf: () => trust.common
		},
		time: /* @__PURE__ */ new Date()
	};
	const { accepts, path } = judgeFor("openssl", bundle, {
		domain: void 0,
		terms
	});
	return accepts ? path.slice(1, -1) : void 0;
}
// src/endpoints/repair/find-repair.ts
/** Leaves of one endpoint; in a rollout there are two. */
const MAX_LEAVES = 8;
/**
* Looks for the bundle of every leaf that is served which more clients accept, or about which there is less to say when
* all of them accept both, and proves it. No client is worse off with it at any address.
*/
async function findRepairs(seen, means) {
	const groups = groupByLeaf(seen).slice(0, MAX_LEAVES);
	const found = await Promise.all(groups.map((group) => findRepair(group, seen, means)));
	return {
		repairs: found.flatMap(({ repair }) => repair ?? []),
		help: mergeHelp(found.flatMap(({ help }) => help ?? []))
	};
}
/**
* What clients that fetch issuers by themselves come by, starting from what is served: who accepts by luck is told with it.
* Undefined when nothing had to be looked for.
*/
async function findHelp(seen, fetchIssuers) {
	const { endpoint, expectation } = seen;
	const groups = groupByLeaf(seen).slice(0, MAX_LEAVES);
	return mergeHelp((await Promise.all(groups.map(async ({ leaf, addresses: [{ observation }] }) => {
		const { tls: transport } = observation;
		const query = {
			leaf,
			...endpoint,
			candidates: transport.receivedChain,
			transport,
			terms: expectation
		};
		return (await mendBundle(query, fetchIssuers)).help;
	}))).flatMap((help) => help ?? []));
}
async function findRepair(group, seen, means) {
	const { endpoint, observed, expectation } = seen;
	const { leaf, addresses } = group;
	const { domain, clients } = endpoint;
	const { tls: transport } = (addresses.find(({ verdict }) => !verdict.accepted) ?? addresses[0]).observation;
	const query = {
		leaf,
		clients,
		domain,
		transport,
		terms: expectation
	};
	const start = {
		...query,
		candidates: transport.receivedChain
	};
	const search = await searchAia(start, means.fetchIssuers);
	const fetched = search?.certificates ?? [];
	const byAia = search && findSmallestBundle({
		...query,
		candidates: [...start.candidates, ...fetched]
	});
	const help = search && describeHelp(start, search, byAia);
	const served = observed.flatMap(({ tls }) => tls.kind === "handshake" ? tls.receivedChain : []);
	const disk = means.bundleOnDisk?.(endpoint) ?? [];
	const otherEndpoints = means.pool?.above(leaf) ?? [];
	const candidates = [
		...served,
		...disk,
		...otherEndpoints,
		...fetched
	];
	const smallest = findSmallestBundle({
		...query,
		candidates
	});
	if (!smallest || !isBetter(group, smallest.bundle, expectation)) return {
		repair: void 0,
		help
	};
	const proofs = await proveBundle({
		group,
		bundle: smallest.bundle,
		seen
	}, means);
	if (!proofs) return {
		repair: void 0,
		help
	};
	return {
		repair: describeRepair(smallest, {
			served,
			disk,
			otherEndpoints,
			search
		}, proofs),
		help
	};
}
function mergeHelp(helps) {
	if (helps.length < 2) return helps[0];
	return {
		intermediates: helps.flatMap(({ intermediates }) => intermediates),
		fetched: [...new Set(helps.flatMap(({ fetched }) => fetched))],
		problems: [...new Set(helps.flatMap(({ problems }) => problems))]
	};
}
export { findRepairs as n, describeRepair as r, findHelp as t };
