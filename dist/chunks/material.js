import { a as relocate, i as AppErrors, n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { n as toAppErrors } from "./render.js";
import { t as Secret } from "./secret.js";
import { $ as parseBundle, G as runRules, H as servedLeaves, P as addressesNotServing, R as judgeBundle, nt as readMaterial, rt as keyMatches, tt as describeHeld } from "./observe-endpoint.js";
import { t as shortFingerprint } from "./short-fingerprint.js";
import { t as mendBundle } from "./mend-bundle.js";
import { n as findLeaf, t as keyMismatch } from "./key-mismatch.js";
import { c as nameOf, i as describeAddress, o as judgeNow } from "./rehearse.js";
import { readFile } from "node:fs/promises";
// src/deployment/check-material.ts
/**
* What is wrong with material before anything is uploaded, completed where that could be done. An `error` means that
* deploying it would break clients, or cannot work at all. Pure.
*/
function checkMaterial(material, { smallest, help }, terms) {
	const location = {
		file: material.file,
		line: 1
	};
	const findings = [...judgeKey(material, terms.endpoint)];
	const notes = (help?.problems ?? []).map((problem) => ` (${problem})`).join("");
	for (const finding of judgeBundle(smallest?.bundle ?? leafFirst(material), terms)) {
		const problem = finding.id === "missing-intermediate" ? `${finding.problem}${notes}` : finding.problem;
		findings.push({
			...finding,
			problem,
			location
		});
	}
	const held = new Set(material.certificates.map(({ fingerprint }) => fingerprint));
	const missing = smallest?.bundle.filter(({ fingerprint }) => !held.has(fingerprint)) ?? [];
	if (help && missing.length > 0) findings.push({
		id: "incomplete-chain",
		severity: "warning",
		problem: `the bundle lacks ${count(missing.length)}; taken from ${help.fetched.join(", ")}`,
		help: "Add the missing certificates to the file, so that deploying does not depend on that address.",
		location
	});
	return findings;
}
function judgeKey({ leaf, certificates, key }, { locations }) {
	return runRules([keyMismatch], {
		bundle: { certificates: certificates.map(placed) },
		leaf: placed(leaf),
		keys: key ? [{
			key,
			location: locations.certificate
		}] : []
	});
}
function placed(certificate) {
	return {
		certificate,
		line: void 0
	};
}
function leafFirst({ leaf, certificates }) {
	return [leaf, ...certificates.filter((each) => each !== leaf)];
}
function count(missing) {
	return missing === 1 ? "an intermediate" : `${missing} intermediates`;
}
// src/deployment/read-cloud.ts
/** A requested certificate is renewed when less than this part of its lifetime is left. */
const RENEWAL_FRACTION = 1 / 3;
/**
* The present binding of every target. One that cannot be read ends the work on the endpoint before anything is written.
*
* @throws TARGET_NEEDS_KEY and what `IngressTarget.read` throws
*/
async function readTargets({ endpoint, material }, stored, cloud) {
	const targets = [];
	for (const target of cloud.targetsOf(endpoint)) {
		if (target.needsMaterial && !material) throw appError("TARGET_NEEDS_KEY", { target: target.name }, { location: endpoint.locations.certificate });
		targets.push({
			target,
			before: await target.read(stored)
		});
	}
	return targets;
}
/** What CAS holds of the certificate this endpoint should serve; undefined when it must be made. */
async function findStored({ endpoint, material, mapped, bundle, served, time }, store) {
	const { certificate, domain } = endpoint;
	if (certificate.kind === "cas-id") return store.read(certificate.casId);
	const known = mapped && (certificate.kind === "request" || !store.isListed) ? await readKnown(mapped.certificateId, store) : void 0;
	if (certificate.kind === "request") {
		const newest = await store.findIssued(domain) ?? known;
		return newest && isDueForRenewal(newest, served, time) ? void 0 : newest;
	}
	const leafFingerprint = material?.leaf.fingerprint ?? "";
	if (known?.leafFingerprint === leafFingerprint) return known;
	const listed = material?.leaf.dnsNames[0] ?? domain;
	const found = await store.find({
		domain: listed,
		leafFingerprint,
		bundle
	});
	if (found) return found;
	return known && known.leafFingerprint === void 0 && addressesNotServing(served).length === 0 ? known : void 0;
}
async function readKnown(id, store) {
	try {
		return await store.read(id);
	} catch (error) {
		if (hasCode(error, "CLOUD_NOT_FOUND")) return void 0;
		throw error;
	}
}
function isDueForRenewal(stored, served, now) {
	const leaf = servedLeaves(served).find(({ fingerprint }) => fingerprint === stored.leafFingerprint);
	if (!leaf) return false;
	const lifetimeMs = leaf.notAfter.getTime() - leaf.notBefore.getTime();
	return leaf.notAfter.getTime() - now.getTime() < lifetimeMs * RENEWAL_FRACTION;
}
// src/deployment/inspect.ts
/** Reads the present state of one endpoint: its material, CAS, and every address. Changes nothing. */
async function inspect(subject, world) {
	const { endpoint, material } = subject;
	const heading = {
		name: "inspect",
		title: "Read the present state",
		endpoint: nameOf(endpoint)
	};
	return world.steps.run(heading, async (step) => {
		const terms = {
			endpoint,
			trust: world.trust,
			time: world.clock.now()
		};
		const search = material && await searchBundle(material, terms, world.fetchIssuers);
		const findings = material && search ? checkMaterial(material, search, terms) : [];
		for (const { problem } of findings) step.found(problem);
		const blocked = findings.some(({ severity }) => severity === "error");
		const observed = await world.observe(endpoint);
		const judge = (intendedLeaf) => judgeNow(endpoint, observed, {
			intendedLeaf,
			world
		});
		const knownLeaf = material?.leaf.fingerprint;
		const query = {
			...subject,
			bundle: search?.smallest?.bundle,
			served: judge(knownLeaf),
			time: terms.time
		};
		const stored = blocked ? void 0 : await findStored(query, world.cloud.store);
		const targets = blocked ? [] : await readTargets(subject, stored, world.cloud);
		const intendedLeaf = knownLeaf ?? stored?.leafFingerprint;
		const served = judge(intendedLeaf);
		if (!blocked) step.observed(stored ? `CAS holds ${stored.id}, ${stored.status}` : "CAS holds no certificate for it");
		for (const { target, before } of targets) if (before.binding) step.observed(`${target.name}: ${before.said}`);
		describe$1(step, {
			intendedLeaf,
			served
		});
		return {
			...subject,
			search,
			findings,
			stored,
			targets,
			intendedLeaf,
			served
		};
	});
}
function describe$1(step, { intendedLeaf, served }) {
	if (intendedLeaf) step.observed(`intended leaf ${shortFingerprint(intendedLeaf)}`);
	for (const address of served.addresses) step.observed(describeAddress(address));
	if (served.addresses.length === 0) for (const { problem } of served.findings) step.observed(problem);
}
/** Names are left to `checkMaterial`: material for another name is to be judged with all its issuers. */
async function searchBundle({ leaf, certificates }, { endpoint: { clients }, ...terms }, fetchIssuers) {
	return mendBundle({
		leaf,
		candidates: certificates,
		clients,
		domain: void 0,
		terms
	}, fetchIssuers);
}
// src/deployment/rehearse.ts
/** Shakes hands as every client with a server that presents what is to be deployed, before anything is uploaded. */
async function rehearseDeployment({ endpoint, bundle, key }, { rehearse, clock, steps }) {
	const heading = {
		name: "rehearse",
		title: "Rehearse the handshake with every client",
		endpoint: nameOf(endpoint)
	};
	return steps.run(heading, async (step) => {
		const { domain, clients } = endpoint;
		step.asked(`TLS 1.2 and 1.3 handshakes with SNI ${domain} on this machine`);
		const rehearsal = await rehearse({
			domain,
			clients,
			bundle,
			key: key.pem
		}, clock.now());
		for (const { client, accepts, error } of rehearsal.clients) if (accepts) step.observed(`${client} accepts it`);
		else step.found(`${client} refuses it: ${error}`);
		if (rehearsal.refusal !== void 0) step.found(`no server can present it: ${rehearsal.refusal}`);
		return rehearsal;
	});
}
/** What forbids deploying; undefined when every client accepts. */
function describeRehearsal({ refusal, clients }, { locations }) {
	const refused = clients.filter(({ accepts }) => !accepts);
	if (refusal === void 0 && refused.length === 0) return void 0;
	const names = refused.map(({ client }) => client).join(", ");
	return {
		id: "rehearsal-failed",
		severity: "error",
		problem: refusal === void 0 ? `in a rehearsed handshake with this bundle and key ${names} ${refused.length === 1 ? "refuses" : "refuse"}` : `no TLS server can present this bundle with this key: ${refusal}`,
		help: "Nothing of it is uploaded. `airec-https check --bundle FILE --key FILE --host NAME` says what is wrong with it.",
		clientWords: refused.map(({ client, error }) => `${client}: ${error}`),
		location: locations.certificate
	};
}
// src/certificates/keys/parse-private-key.ts
/** RSA with 16384 bits, the largest that OpenSSL verifies, has 13 KiB. */
const MAX_KEY_LENGTH = 65536;
/**
* The one private key in `pem`. What secrets suffer on their way through forms and variables is mended: CRLF,
* line breaks turned into `\n`, spaces or nothing at all. Other blocks, such as EC PARAMETERS, are skipped.
* `source` names where it came from in errors, `location` what a person must edit, by default its line in the
* file `source`; no error shows any of its text.
*
* @throws KEY_MALFORMED, KEY_ENCRYPTED, PEM_WRONG_FORMAT
*/
function parsePrivateKey(pem, source, location) {
	const malformed = (reason) => appError("KEY_MALFORMED", {
		source,
		reason
	}, { location: location ?? { file: source } });
	const text = pem.reveal();
	if (text.length > MAX_KEY_LENGTH) throw malformed(`it has ${text.length} characters, more than ${MAX_KEY_LENGTH}`);
	const material = readMaterial(Buffer.from(text), source);
	const count = material.contents.filter(({ kind }) => kind === "private key").length;
	if (count > 1) throw malformed(`it holds ${count} private keys`);
	const [placed] = material.keys;
	if (placed) return placed.key;
	const problems = material.problems.filter(({ isRecovered }) => !isRecovered);
	const problem = problems.find(({ error }) => error.code.startsWith("KEY_")) ?? problems[0];
	if (!problem || count === 0) throw malformed(`it holds ${describeHeld(material)}`);
	throw location ? relocate(problem.error, location) : problem.error;
}
// src/deployment/material.ts
/**
* The bundle and key of every endpoint that has them. Keys are read, and thereby masked, before anything else.
*
* @throws AppErrors with every problem of every endpoint at once
*/
async function loadMaterials(config, environment) {
	const problems = [];
	const collect = (error) => void problems.push(...toAppErrors(error));
	const keys = /* @__PURE__ */ new Map();
	for (const endpoint of config.endpoints) {
		const { certificate } = endpoint;
		if (certificate.kind !== "bundle") continue;
		await loadKey(certificate.key, endpoint, environment).then((key) => keys.set(endpoint, key), collect);
	}
	const materials = /* @__PURE__ */ new Map();
	for (const endpoint of config.endpoints) {
		const { certificate } = endpoint;
		if (certificate.kind !== "bundle") continue;
		const certificates = await loadCertificates(certificate, endpoint).catch(collect);
		const key = keys.get(endpoint);
		if (certificates && key) materials.set(endpoint, describe(certificate.bundle, certificates, key));
	}
	if (problems.length > 0) throw new AppErrors(problems);
	return materials;
}
/** The bundle of one endpoint, and its key unless nobody supplied it. */
async function loadMaterialAtHand(endpoint, environment) {
	const { certificate } = endpoint;
	if (certificate.kind !== "bundle") return {
		material: void 0,
		errors: []
	};
	const errors = [];
	const collect = (error) => void errors.push(...toAppErrors(error));
	const key = await loadKey(certificate.key, endpoint, environment).catch((error) => {
		if (!isNotAtHand(error)) collect(error);
	});
	const certificates = await loadCertificates(certificate, endpoint).catch(collect);
	if (!certificates) return {
		material: void 0,
		errors
	};
	const { bundle: file } = certificate;
	return {
		material: key ? describe(file, certificates, key) : withoutKey(file, certificates),
		errors
	};
}
/** A key that is supplied to the deployment alone is no mistake. */
function isNotAtHand(error) {
	if (hasCode(error, "KEY_VARIABLE_MISSING")) return true;
	return error instanceof AppError && error.cause?.code === "ENOENT";
}
function describe(file, certificates, key) {
	return {
		file,
		leaf: certificates.find((certificate) => keyMatches(certificate, key)) ?? certificates[0],
		certificates,
		key
	};
}
function withoutKey(file, certificates) {
	return {
		file,
		leaf: certificates[findLeaf(certificates, []) ?? 0] ?? certificates[0],
		certificates,
		key: void 0
	};
}
async function loadKey(source, { locations }, environment) {
	if ("env" in source) {
		const value = environment[source.env];
		if (!value?.trim()) throw appError("KEY_VARIABLE_MISSING", { name: source.env }, { location: locations.certificate });
		return parsePrivateKey(new Secret(value), `variable ${source.env}`, locations.certificate);
	}
	return parsePrivateKey(new Secret(await readText(source.file, locations.certificate)), source.file);
}
async function loadCertificates({ bundle }, { locations }) {
	return parseBundle(await readText(bundle, locations.certificate), bundle);
}
async function readText(file, location) {
	try {
		return await readFile(file, "utf8");
	} catch (cause) {
		throw appError("FILE_UNREADABLE", {
			file,
			reason: cause.code ?? "error"
		}, {
			location,
			cause
		});
	}
}
export { inspect as a, readTargets as c, rehearseDeployment as i, checkMaterial as l, loadMaterials as n, searchBundle as o, describeRehearsal as r, findStored as s, loadMaterialAtHand as t };
