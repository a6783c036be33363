import { t as shellWords } from "./shell-words.js";
// src/reports/check/check-commands.ts
/** The call that prints the bundle of a repair and nothing else. */
function pemCommand({ domain, port, addresses }, { options }) {
	const [first] = addresses;
	const subject = port === null ? [
		"--bundle",
		first?.address ?? "",
		...domain === null ? [] : ["--host", domain]
	] : [domain?.includes(":") ? `[${domain}]:${port}` : `${domain}:${port}`];
	return shellWords([
		"airec-https",
		"check",
		...subject,
		...options,
		"--pem"
	]);
}
/** The command that shows with OpenSSL what an address serves that is not accepted; undefined when all is well. */
function reproduction(endpoint, { anchors }) {
	const { domain, port, addresses, findings, verdict } = endpoint;
	if (verdict === "healthy") return void 0;
	if (addresses.length === 0) return shellWords(["nslookup", domain ?? ""]);
	const [anchor] = anchors;
	const trust = anchor === void 0 ? [] : ["-CAfile", anchor];
	const troubled = addresses.find((each) => each.findings.length > 0) ?? addresses[0];
	const at = findings.find(({ severity, address }) => severity === "error" && address)?.address;
	if (port === null) {
		const file = troubled?.address ?? "";
		const name = domain === null ? [] : ["-verify_hostname", domain];
		return shellWords([
			"openssl",
			"verify",
			...trust,
			...name,
			"-untrusted",
			file,
			file
		]);
	}
	return handshakeCommand({
		domain: domain ?? "",
		address: at ?? troubled?.address ?? "",
		anchor
	});
}
/** The command that shows with OpenSSL what an address serves. `anchor`: a file with roots that are trusted too. */
function handshakeCommand({ domain, address, anchor }) {
	const connect = [
		"openssl",
		"s_client",
		"-connect",
		address
	];
	const trust = anchor === void 0 ? [] : ["-CAfile", anchor];
	const flags = ["-verify_return_error", "-showcerts"];
	return `${shellWords([
		...connect,
		...nameOptions(domain),
		...trust,
		...flags
	])} </dev/null`;
}
/** An IP address is no server name (RFC 6066 §3). */
function nameOptions(domain) {
	if (/^[\d.]+$/.test(domain) || domain.includes(":")) return [
		"-noservername",
		"-verify_ip",
		domain
	];
	return [
		"-servername",
		domain,
		"-verify_hostname",
		domain
	];
}
export { pemCommand as n, reproduction as r, handshakeCommand as t };
