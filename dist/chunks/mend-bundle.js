import { K as judgeClient, N as withTimeLimit, Z as PROFILES, q as isSignedBy } from "./observe-endpoint.js";
import { t as printable } from "./printable.js";
import { n as toAppErrors } from "./render.js";
// src/certificates/paths/issuing-paths.ts
/** Intermediates of one path; real hierarchies have three at most, cross-signs included. */
const MAX_DEPTH = 6;
/** Signature checks: a candidate that falsely claims to come from an anchor costs one, so hundreds of them do no harm. */
const MAX_CHECKS$1 = 2e3;
/** Paths of one length that are looked at, and paths given. */
const MAX_PATHS = 64;
/**
* Every path from `leaf` to an anchor of any store, shorter ones first; an empty one for a leaf that an anchor issued,
* or that is one. Signatures alone are looked at, no dates and no other rules. The order of the candidates does not
* matter.
*/
function findIssuingPaths(query) {
	const { leaf, stores } = query;
	const signatures = {
		verify: createVerifier(),
		anchorsFor: ({ issuerName }) => stores.flatMap((store) => store.findBySubject(issuerName))
	};
	const paths = climb(leaf, groupBySubject(proveDownwards(findRelated(query), signatures)), signatures);
	return stores.some((store) => store.has(leaf)) && !paths.some(({ length }) => length === 0) ? [[], ...paths] : paths;
}
function createVerifier() {
	const verdicts = /* @__PURE__ */ new Map();
	return (certificate, issuer) => {
		const pair = `${certificate.fingerprint} ${issuer.fingerprint}`;
		const known = verdicts.get(pair);
		if (known !== void 0) return known;
		if (verdicts.size >= MAX_CHECKS$1) return false;
		const verdict = isSignedBy(certificate, issuer);
		verdicts.set(pair, verdict);
		return verdict;
	};
}
/** Candidates that the names lead to from the leaf, in an order of their own. No signature is looked at yet. */
function findRelated({ leaf, candidates }) {
	const distinct = new Map(candidates.map((each) => [each.fingerprint, each]));
	distinct.delete(leaf.fingerprint);
	const named = groupBySubject([...distinct.values()].toSorted(byPreference));
	const related = [];
	let names = [leaf.issuerName.key];
	const known = /* @__PURE__ */ new Set();
	for (let depth = 0; depth < MAX_DEPTH && names.length > 0; depth += 1) {
		const level = [...new Set(names)].filter((name) => !known.has(name)).flatMap((name) => named.get(name) ?? []);
		for (const name of names) known.add(name);
		related.push(...level);
		names = level.map(({ issuerName }) => issuerName.key);
	}
	return related;
}
/** Those of `related` whose signatures lead to an anchor: whoever has no authority's key cannot add to them. */
function proveDownwards(related, { verify, anchorsFor }) {
	const byIssuer = groupBy(related, ({ issuerName }) => issuerName.key);
	const proven = /* @__PURE__ */ new Set();
	let issuers = distinctAuthorities(related.flatMap(anchorsFor));
	while (issuers.length > 0) {
		const next = [];
		for (const issuer of issuers) for (const below of byIssuer.get(issuer.subjectName.key) ?? []) {
			if (proven.has(below) || isSameAuthority(below, issuer) || !verify(below, issuer)) continue;
			proven.add(below);
			next.push(below);
		}
		issuers = distinctAuthorities(next);
	}
	return [...proven].toSorted(byPreference);
}
function climb(leaf, issuers, { verify, anchorsFor }) {
	const found = [];
	let frontier = [[]];
	for (let depth = 0; depth <= MAX_DEPTH && frontier.length > 0; depth += 1) {
		const longer = [];
		for (const path of frontier) {
			const top = path.at(-1) ?? leaf;
			if (anchorsFor(top).some((anchor) => verify(top, anchor))) found.push(path);
			for (const issuer of issuers.get(top.issuerName.key) ?? []) if (![leaf, ...path].some((each) => isSameAuthority(each, issuer)) && verify(top, issuer)) longer.push([...path, issuer]);
		}
		frontier = longer.slice(0, MAX_PATHS);
	}
	return found.slice(0, MAX_PATHS);
}
/** One for each name with its key: another certificate for both proves the same signatures. */
function distinctAuthorities(certificates) {
	const distinct = /* @__PURE__ */ new Map();
	for (const each of certificates) {
		const key = `${each.subjectName.key} ${each.publicKeyDer.toString("base64")}`;
		if (!distinct.has(key)) distinct.set(key, each);
	}
	return [...distinct.values()];
}
function isSameAuthority(a, b) {
	return a.subjectName.key === b.subjectName.key && a.publicKeyDer.equals(b.publicKeyDer);
}
function groupBySubject(certificates) {
	return groupBy(certificates, ({ subjectName }) => subjectName.key);
}
function groupBy(certificates, keyOf) {
	const groups = /* @__PURE__ */ new Map();
	for (const each of certificates) {
		const group = groups.get(keyOf(each));
		if (group) group.push(each);
		else groups.set(keyOf(each), [each]);
	}
	return groups;
}
/** Valid longest first, then by fingerprint. */
function byPreference(a, b) {
	return b.notAfter.getTime() - a.notAfter.getTime() || (a.fingerprint < b.fingerprint ? -1 : 1);
}
// src/certificates/paths/smallest-bundle.ts
/** Of two certificates that are sent for one name it takes the first, even when that leads nowhere (x509_vfy.c). */
const NEVER_LOOKS_BACK = "openssl";
/** Sets of paths that are compared; where clients agree there are a few. */
const MAX_VISITS = 5e3;
/**
* The smallest bundle for `leaf` that satisfies the most clients: all of them, unless the candidates do not do. Of those of
* the same size one path for all rather than the union of several, then the one whose shortest-lived intermediate is
* valid longest, then the one with the first fingerprints. Pure, and the same for any order of the candidates; undefined
* when no client can be satisfied.
*/
function findSmallestBundle(query) {
	const { leaf, candidates, clients, terms } = query;
	const bundle = [leaf, ...distinctOf(chooseWays(findIssuingPaths({
		leaf,
		candidates,
		stores: [...new Set(clients.map((client) => terms.trust.storeOf(client)))]
	}).map((path) => ({
		path,
		by: clients.filter((client) => judgeFor(client, [leaf, ...path], query).accepts)
	})).filter(({ by }) => by.length > 0)))];
	const satisfied = clients.map((client) => ({
		client,
		...judgeFor(client, bundle, query)
	})).filter(({ accepts }) => accepts);
	const [first] = satisfied;
	if (!first) return void 0;
	const satisfies = satisfied.map(({ client }) => client);
	const leaves = clients.filter((client) => !satisfies.includes(client));
	return {
		bundle,
		anchor: first.path.at(-1) ?? leaf,
		satisfies,
		leaves
	};
}
/** What `client` makes of the chain of a query, or of another for the same leaf. */
function judgeFor(client, chain, { domain, transport, terms }) {
	return judgeClient(PROFILES[client], {
		chain,
		domain,
		transport
	}, terms);
}
/**
* The ways that together satisfy every client that has one, with the fewest certificates: the one first that a client
* needs which never looks back, then the most accepted.
*/
function chooseWays(ways) {
	const candidates = withoutDominated(ways);
	const clients = [...new Set(candidates.flatMap(({ by }) => by))];
	let best;
	let visits = 0;
	const visit = (chosen) => {
		visits += 1;
		if (best && (visits > MAX_VISITS || distinctOf(chosen).length > distinctOf(best).length)) return;
		const open = clients.find((client) => !chosen.some(({ by }) => by.includes(client)));
		if (open === void 0) {
			if (!best || compareWays(chosen, best) < 0) best = chosen;
			return;
		}
		for (const way of candidates) if (way.by.includes(open)) visit([...chosen, way]);
	};
	visit([]);
	const rank = ({ by }) => (by.includes(NEVER_LOOKS_BACK) ? clients.length : 0) + by.length;
	return (best ?? []).toSorted((a, b) => rank(b) - rank(a) || compareWays([a], [b]));
}
/** Without ways that need more certificates than another that satisfies the same clients, so that few are left. */
function withoutDominated(ways) {
	return ways.filter((way) => !ways.some((other) => other.path.length < way.path.length && other.path.every((each) => way.path.includes(each)) && way.by.every((client) => other.by.includes(client))));
}
/** Negative when `a` makes the better bundle. */
function compareWays(a, b) {
	const [ofA, ofB] = [distinctOf(a), distinctOf(b)];
	return ofA.length - ofB.length || a.length - b.length || Math.min(endOf(ofB), FOREVER) - Math.min(endOf(ofA), FOREVER) || compareText(textOf(ofA), textOf(ofB));
}
const FOREVER = Number.MAX_SAFE_INTEGER;
/** When the first of them expires; infinite without any. */
function endOf(certificates) {
	return Math.min(...certificates.map(({ notAfter }) => notAfter.getTime()));
}
function textOf(certificates) {
	return certificates.map(({ fingerprint }) => fingerprint).join(" ");
}
function compareText(a, b) {
	return a === b ? 0 : a < b ? -1 : 1;
}
function distinctOf(ways) {
	return [...new Set(ways.flatMap(({ path }) => path))];
}
// src/endpoints/repair/describe-help.ts
/** Signature checks: what was answered may be a mesh. */
const MAX_CHECKS = 200;
/**
* What a client that fetches by itself comes by, starting from the candidates of `query`: the intermediates of the bundle
* that can be made so, then what else was fetched that signed something at hand, such as a root that nobody trusts.
*/
function describeHelp(query, search, smallest) {
	const intermediates = [...smallest?.bundle.slice(1) ?? [], ...findLinked(query, search)];
	return {
		intermediates: [...new Map(intermediates.map((each) => [each.fingerprint, each])).values()],
		fetched: [...new Set(search.answers.map(({ url }) => url))],
		problems: search.problems
	};
}
/** Of what was fetched, whatever signed the leaf, a candidate, or another of these; the lower ones first. */
function findLinked({ leaf, candidates }, { certificates }) {
	const linked = /* @__PURE__ */ new Set();
	const queue = [leaf, ...candidates];
	let checks = 0;
	for (let below = queue.shift(); below; below = queue.shift()) for (const issuer of certificates) {
		if (linked.has(issuer) || issuer.subjectName.key !== below.issuerName.key) continue;
		checks += 1;
		if (checks > MAX_CHECKS) return [...linked];
		if (!isSignedBy(below, issuer)) continue;
		linked.add(issuer);
		queue.push(issuer);
	}
	return [...linked];
}
// src/endpoints/repair/fetch-issuer-of.ts
const MAX_URLS = 3;
/** How long an address may keep us waiting before the next one is asked as well. */
const HEAD_START_MS = 1e3;
/**
* The issuer of a certificate from the addresses it names, at most three: the next one is asked when one fails, has
* something else, or is silent for a second. Fetches do not throw here.
*/
async function fetchIssuerOf(question) {
	const urls = question.certificate.caIssuersUrls.slice(0, MAX_URLS);
	const problems = [];
	const attempts = [];
	if (urls.length === 0) problems.push("the certificate names no place to fetch its issuer from");
	for (const url of urls) {
		attempts.push(attempt(url, question, problems));
		const answer = await firstFound(attempts, attempts.length < urls.length ? HEAD_START_MS : void 0);
		if (answer) return {
			answer,
			problems: [...problems]
		};
	}
	return {
		answer: void 0,
		problems
	};
}
async function attempt(url, { certificate, fetchIssuers, signal }, problems) {
	try {
		const certificates = await fetchIssuers(url, signal);
		if (certificates.some((each) => isSignedBy(certificate, each))) return {
			url: printable(url),
			certificates
		};
		problems.push(`${printable(url)} does not hold the issuer`);
	} catch (error) {
		problems.push(...toAppErrors(error).map(({ message }) => message));
	}
}
/** The first that is found; undefined when all fail, or none has come within `patienceMs`. */
function firstFound(attempts, patienceMs) {
	return new Promise((resolve) => {
		const timer = patienceMs === void 0 ? void 0 : setTimeout(() => resolve(void 0), patienceMs);
		const settle = (found) => {
			clearTimeout(timer);
			resolve(found);
		};
		for (const each of attempts) each.then((found) => found && settle(found));
		Promise.all(attempts).then(() => settle(void 0));
	});
}
// src/endpoints/repair/places-to-ask.ts
/** What is said of a leaf because of the path above it: another path may do. */
const OF_THE_PATH = /* @__PURE__ */ new Set([
	"unknown-issuer",
	"bad-signature",
	"name-not-permitted",
	"chain-too-long",
	"path-length-exceeded",
	"policy-not-acceptable",
	"budget-exceeded",
	"validity-too-long",
	"missing-scts"
]);
/** Whether it is held against the leaf itself or the connection, so that no bundle helps. */
function isPastMending(refusal, leaf) {
	if (!("certificate" in refusal)) return true;
	return refusal.certificate.fingerprint === leaf.fingerprint && !OF_THE_PATH.has(refusal.code);
}
/**
* The certificates whose caIssuers may lead a client on, in groups, the likeliest first: the one whose issuer is missing,
* else the one below what is at fault, for its issuer may have been renewed; then all below, from which another
* path may begin.
*/
function placesToAsk({ refusals, path }) {
	return refusals.flatMap((refusal) => {
		if (!("certificate" in refusal)) return [];
		const place = path.findIndex(({ fingerprint }) => fingerprint === refusal.certificate.fingerprint);
		if (refusal.code === "unknown-issuer" || refusal.code === "bad-signature") return [[refusal.certificate], path.slice(0, Math.max(place, 0)).filter(namesPlaces)];
		return place > 0 ? [path.slice(place - 1, place), path.slice(0, place - 1).filter(namesPlaces)] : [path];
	});
}
function namesPlaces({ caIssuersUrls }) {
	return caIssuersUrls.length > 0;
}
// src/endpoints/repair/search-aia.ts
/** Intermediates between a leaf and its root; real hierarchies have one or two. */
const MAX_LEVELS = 4;
/** Certificates of one search whose addresses are asked. */
const MAX_QUESTIONS = 8;
/** For one search, whatever the servers do. */
const MAX_SEARCH_MS = 3500;
/**
* Follows caIssuers upwards from wherever the paths of clients stop that no bundle of the candidates satisfies, until
* one does or nothing is left to ask, at most four levels and 3.5 s. Undefined when no client lacks anything
* that could be had so. What is fetched is only believed by those who then look for a path with it.
*/
async function searchAia(query, fetchIssuers) {
	const asked = /* @__PURE__ */ new Set();
	const answers = [];
	const problems = [];
	await withTimeLimit({ timeoutMs: MAX_SEARCH_MS }, async ({ signal }) => {
		for (let level = 0; level < MAX_LEVELS && !signal.aborted; level += 1) {
			const candidates = [...query.candidates, ...answers.flatMap(({ certificates }) => certificates)];
			const stops = findStops({
				...query,
				candidates
			}, asked).slice(0, MAX_QUESTIONS - asked.size);
			if (stops.length === 0) break;
			for (const { fingerprint } of stops) asked.add(fingerprint);
			const found = await Promise.all(stops.map((certificate) => fetchIssuerOf({
				certificate,
				fetchIssuers,
				signal
			})));
			for (const each of found) {
				problems.push(...each.problems);
				if (each.answer) answers.push(each.answer);
			}
		}
	});
	if (asked.size === 0) return void 0;
	return {
		answers,
		certificates: answers.flatMap(({ certificates }) => certificates),
		problems
	};
}
/** Certificates, not asked yet, of which another issuer could satisfy somebody whom no bundle of the candidates satisfies. */
function findStops(query, asked) {
	const smallest = findSmallestBundle(query);
	const unsatisfied = smallest ? smallest.leaves : query.clients;
	const chain = [query.leaf, ...query.candidates];
	const stops = unsatisfied.map((client) => judgeFor(client, chain, query)).filter(({ refusals }) => !refusals.some((refusal) => isPastMending(refusal, query.leaf))).flatMap((judgement) => {
		return placesToAsk(judgement).map((group) => group.filter(({ fingerprint }) => !asked.has(fingerprint))).find((group) => group.length > 0) ?? [];
	});
	return [...new Map(stops.map((each) => [each.fingerprint, each])).values()];
}
// src/endpoints/repair/mend-bundle.ts
/** The smallest bundle that satisfies the most clients: of the candidates at hand, and of what AIA has when they do not do. */
async function mendBundle(query, fetchIssuers) {
	const search = await searchAia(query, fetchIssuers);
	const candidates = [...query.candidates, ...search?.certificates ?? []];
	const smallest = findSmallestBundle({
		...query,
		candidates
	});
	return {
		smallest,
		help: search && describeHelp(query, search, smallest),
		search
	};
}
export { judgeFor as a, findSmallestBundle as i, searchAia as n, describeHelp as r, mendBundle as t };
