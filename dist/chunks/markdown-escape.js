import { t as appError } from "./catalogue.js";
import { i as redact } from "./render.js";
import { nt as readMaterial } from "./observe-endpoint.js";
import { v as ZipFault, y as readZip } from "./mapping-file.js";
// src/github/identity.ts
const JOB_LOGIN = "github-actions[bot]";
/** Tokens of installations, the one of a job among them. They may not ask for the user, but for the viewer. */
const INSTALLATION_TOKEN = /^ghs_/;
const identities = /* @__PURE__ */ new WeakMap();
/** Asked once for each opened repository: one call. */
function identify(github) {
	const known = identities.get(github);
	if (known) return known;
	const identity = readLogin(github).then((login) => ({
		login,
		startsWorkflows: login !== JOB_LOGIN
	}));
	identities.set(github, identity);
	identity.catch(() => identities.delete(github));
	return identity;
}
function readLogin(github) {
	return github.call({
		does: "Asking GitHub whose the token is",
		needs: "contents: read"
	}, async (octokit) => {
		if (!INSTALLATION_TOKEN.test(github.token.reveal())) return (await octokit.rest.users.getAuthenticated()).data.login;
		const { viewer } = await octokit.graphql("query { viewer { login } }");
		return viewer.login;
	});
}
// src/github/key-material.ts
const ZIP_MAGIC = Buffer.from("504b0304", "hex");
/** As much of a workbook as is ever written by us, and more. */
const ZIP_LIMITS = {
	entries: 1e3,
	bytes: 67108864
};
/** Also as a mention: nothing that we write speaks of keys in these words. */
const KEY_BOUNDARY = /BEGIN [A-Z0-9 ]*PRIVATE KEY|PuTTY-User-Key-File-/;
/**
* The last look at whatever leaves for GitHub: a private key in any form that is known (PEM, DER, PKCS#12, base64 of
* one, a part of a workbook) or a registered secret, also in UTF-16. `where` names it in the error.
*
* @throws GITHUB_KEY_MATERIAL; a workbook that cannot be looked into counts as one
*/
function refuseKeyMaterial(where, content) {
	if (holdsSecret(typeof content === "string" ? Buffer.from(content) : Buffer.from(content), where)) throw appError("GITHUB_KEY_MATERIAL", { where });
}
function holdsSecret(bytes, where) {
	if (bytes.subarray(0, ZIP_MAGIC.length).equals(ZIP_MAGIC)) return zipHoldsSecret(bytes, where);
	if ([
		bytes.toString("utf8"),
		bytes.toString("latin1"),
		bytes.toString("utf16le")
	].some((text) => KEY_BOUNDARY.test(text) || redact(text) !== text)) return true;
	return readMaterial(bytes, where).contents.some(({ kind }) => kind === "private key" || kind === "PKCS#12 file");
}
function zipHoldsSecret(bytes, where) {
	try {
		return readZip(bytes, ZIP_LIMITS).some(({ data }) => holdsSecret(data, where));
	} catch (error) {
		if (error instanceof ZipFault) return true;
		throw error;
	}
}
// src/github/sticky-comment.ts
/**
* Writes a comment, or makes the one of this name say `body`: found again by a marker that people do not see, and only
* among comments of our own. A call whose answer was lost is not repeated: the next run finds what came of it.
*
* @throws GITHUB_KEY_MATERIAL
*/
async function writeStickyComment(github, { number, name, body, isNew = true }) {
	refuseKeyMaterial(`The comment on #${number}`, body);
	const marker = `<!-- airec-https:comment ${name} -->`;
	const text = `${body.trimEnd()}\n\n${marker}\n`;
	const found = await findComment(github, number, marker);
	if (found ? found.body.trimEnd() === text.trimEnd() : !isNew) return "none";
	const step = {
		does: `Commenting on #${number} of ${github.fullName}`,
		needs: "pull-requests: write"
	};
	await github.call(step, async ({ rest: { issues } }) => {
		const content = {
			...github.repository,
			body: text,
			request: { retries: 0 }
		};
		await (found ? issues.updateComment({
			...content,
			comment_id: found.id
		}) : issues.createComment({
			...content,
			issue_number: number
		}));
	});
	return found ? "updated" : "created";
}
async function findComment(github, number, marker) {
	const { login } = await identify(github);
	const step = {
		does: `Reading the comments on #${number} of ${github.fullName}`,
		needs: "pull-requests: read"
	};
	return github.call(step, async (octokit) => {
		const query = {
			...github.repository,
			issue_number: number,
			per_page: 100
		};
		for await (const { data } of octokit.paginate.iterator(octokit.rest.issues.listComments, query)) {
			const own = data.find(({ user, body }) => user?.login === login && body?.includes(marker));
			if (own) return {
				id: own.id,
				body: own.body ?? ""
			};
		}
	});
}
// src/reports/markdown-escape.ts
/**
* Text from anywhere as literal text in GitHub's Markdown, inside a paragraph or a table cell: nothing in it
* becomes markup, HTML, a link, a mention, a reference or a new cell.
*/
function escapeMarkdown(text) {
	return text.replaceAll(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll(/[\\`*_{}[\]()#+!|~-]/g, String.raw`\$&`).replaceAll(/@|#(?=\w)/g, "$&&#8203;").replaceAll("://", ":&#8203;//").replaceAll(/\bwww(?=\.)/gi, "$&&#8203;");
}
/**
* Text as code on one line, in a paragraph or a table cell. A code span does not survive backticks, and in a
* table neither pipes nor backslashes: text with one of them is escaped within an element instead.
*/
function codeSpan(text) {
	const content = text.replaceAll(/\s+/g, " ");
	return content !== "" && content === content.trim() && !/[`|\\]/.test(content) ? `\`${content}\`` : `<code>${escapeMarkdown(content)}</code>`;
}
/** Text as literal text on one line of HTML in GitHub's Markdown: an entity for everything that could be markup. */
function escapeHtml(text) {
	return text.replaceAll(/\s+/g, " ").replaceAll(/@|#(?=\w)|:(?=\/\/)|\bwww(?=\.)/gi, "$&​").replaceAll(/[&<>"'`*_~[\]|\\]/g, (character) => `&#${character.charCodeAt(0)};`);
}
export { refuseKeyMaterial as a, writeStickyComment as i, escapeHtml as n, identify as o, escapeMarkdown as r, codeSpan as t };
