import { n as hasCode, r as AppError, t as appError } from "./catalogue.js";
import { i as redact } from "./render.js";
import { Z as readMaterial } from "./observe-endpoint.js";
import { _ as ZipFault, v as readZip } from "./mapping-file.js";
import { createHash } from "node:crypto";
// src/github/fix-body.ts
const MARKER = /<!-- airec-https:fix (\{[^<>]*\}) -->/;
const NO_CHECKS = "> [!NOTE]\n> Checks do not start by themselves here, for this pull request was opened with the token of a workflow. Close and reopen it to start them, or give the monitor the token of a GitHub App.";
/** A body as it is sent: the text, a note when checks will not run, and the mark. */
function composeBody(text, mark, { startsWorkflows }) {
	return withMark((startsWorkflows ? [text] : [text, NO_CHECKS]).map((part) => part.trimEnd()).join("\n\n"), mark);
}
/** `body` with `mark` instead of the one it has. */
function withMark(body, mark) {
	const { key, digest, isResolved } = mark;
	const json = JSON.stringify({
		v: 1,
		key,
		digest,
		...isResolved ? { resolved: true } : {}
	});
	return `${body.replace(MARKER, "").trimEnd()}\n\n<!-- airec-https:fix ${json} -->\n`;
}
/** The mark in `body`; undefined: there is none, or it is damaged. The last one counts: the text may quote others. */
function readMark(body) {
	const json = [...(body ?? "").matchAll(new RegExp(MARKER, "g"))].at(-1)?.[1];
	if (json === void 0) return void 0;
	try {
		const { key, digest, resolved } = JSON.parse(json);
		if (typeof key !== "string" || typeof digest !== "string") return void 0;
		return {
			key,
			digest,
			isResolved: resolved === true
		};
	} catch {
		return;
	}
}
/** SHA-256 of a title and a body, lower-case hex. */
function digestOf(title, body) {
	return createHash("sha256").update(JSON.stringify([title, body])).digest("hex");
}
// src/github/blob-id.ts
/** The object id Git gives a file with this content: SHA-1 of `blob`, its length in octets and the octets; lower-case hex. */
function blobId(bytes) {
	return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
// src/github/repository-files.ts
/**
* A file of the repository; undefined: there is none, or no such branch. One call, two above 1 MB, and two when it is
* not there: a repository that the token cannot see is no missing file.
*
* @throws GITHUB_NOT_FOUND when the repository is not to be seen
*/
async function readFile(github, place, step) {
	return unlessAbsent(github, step, async (octokit) => {
		const { data } = await octokit.rest.repos.getContent({
			...github.repository,
			...place,
			mediaType: { format: "object" }
		});
		if (Array.isArray(data) || data.type !== "file") return void 0;
		if (data.encoding === "base64") return {
			id: data.sha,
			bytes: Buffer.from(data.content, "base64")
		};
		const blob = await octokit.rest.git.getBlob({
			...github.repository,
			file_sha: data.sha
		});
		return {
			id: data.sha,
			bytes: Buffer.from(blob.data.content, "base64")
		};
	});
}
/**
* The same for a file of text: one call up to 100 MB. What is no UTF-8 takes the calls of `readFile` as well.
*
* @throws GITHUB_NOT_FOUND when the repository is not to be seen
*/
async function readTextFile(github, place, step) {
	const raw = await unlessAbsent(github, step, async (octokit) => {
		const options = {
			...github.repository,
			...place,
			mediaType: { format: "raw" }
		};
		const { data } = await octokit.rest.repos.getContent(options);
		return { data };
	});
	if (!raw) return void 0;
	const bytes = bytesOf(raw.data);
	return bytes ? {
		id: blobId(bytes),
		bytes
	} : readFile(github, place, step);
}
/** Undefined: it is not what is stored, octet for octet. */
function bytesOf(data) {
	if (data instanceof ArrayBuffer) return Buffer.from(data);
	return typeof data === "string" && !data.includes("�") ? Buffer.from(data) : void 0;
}
async function unlessAbsent(github, step, read) {
	try {
		return await github.call(step, read);
	} catch (error) {
		if (!hasCode(error, "GITHUB_NOT_FOUND")) throw error;
	}
	await github.call(step, (octokit) => octokit.rest.repos.get(github.repository));
}
/**
* `path`, relative to the root of the repository, with `/` between its parts.
*
* @throws GITHUB_PATH_OUTSIDE for an absolute one, one that leads out of it, and one into `.git`
*/
function checkPath(path) {
	const parts = path.split("/");
	if (parts.some((part) => [
		"",
		".",
		".."
	].includes(part)) || path.includes("\\") || path.includes("\0") || parts[0]?.toLowerCase() === ".git") throw appError("GITHUB_PATH_OUTSIDE", { path: JSON.stringify(path) });
	return path;
}
// src/github/fix-branch.ts
const PREFIX = "airec-https/fix-";
const NAME_LENGTH = 60;
const KEY_DIGITS = 8;
/** In the message of every commit of ours. */
const TRAILER = "Airec-Https-Fix";
/** The committer of what GitHub signs. */
const SIGNERS = /* @__PURE__ */ new Set(["web-flow", "GitHub"]);
/** GitHub lists no more commits of a comparison. */
const MOST_COMMITS = 250;
/** `airec-https/fix-<what>-<key8>`, whatever `what` holds. */
function fixBranchName({ what, key }) {
	const parts = [what.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").slice(0, NAME_LENGTH).replaceAll(/^-|-$/g, ""), key.slice(0, KEY_DIGITS)];
	return `${PREFIX}${parts.filter(Boolean).join("-")}`;
}
/** The topic with which a branch of ours was named, as far as its name tells. */
function topicOfBranch(name, key) {
	const rest = name.slice(16);
	const end = key.slice(0, KEY_DIGITS);
	return {
		what: rest.endsWith(end) ? rest.slice(0, -end.length) : rest,
		key
	};
}
function isFixBranch(name) {
	return name.startsWith(PREFIX);
}
/** The branch of `topic` as it is now; undefined: there is none. `login` is who we are. */
async function lookAtBranch(github, topic, login) {
	const branch = fixBranchName(topic);
	const step = {
		does: `Comparing ${branch} with ${topic.base}`,
		needs: "contents: read"
	};
	try {
		return await github.call(step, async ({ rest }) => {
			const basehead = `${topic.base}...${branch}`;
			const { data } = await rest.repos.compareCommitsWithBasehead({
				...github.repository,
				basehead
			});
			return {
				head: data.commits.at(-1)?.sha ?? data.merge_base_commit.sha,
				isOurs: data.total_commits <= MOST_COMMITS && data.commits.every((commit) => isCommitOf(commit, login, topic)),
				behind: data.behind_by,
				base: {
					commit: data.base_commit.sha,
					tree: data.base_commit.commit.tree.sha
				},
				changes: new Map(data.files?.map(({ filename, status, sha }) => [filename, status === "removed" ? void 0 : sha ?? void 0]))
			};
		});
	} catch (error) {
		if (hasCode(error, "GITHUB_NOT_FOUND")) return void 0;
		throw error;
	}
}
/** Whoever amends or rebases a commit of ours leaves its author and message as they are, but becomes its committer. */
function isCommitOf({ author, committer, commit }, login, { key }) {
	const from = author?.login ?? commit.author?.name;
	const by = committer?.login ?? commit.committer?.name;
	return from === login && (by === login || SIGNERS.has(by)) && commit.message.split("\n").includes(`${TRAILER}: ${key}`);
}
/** Whether every file has these bytes at `ref`. One call each. */
async function holdsFiles(github, files, ref) {
	const step = {
		does: `Reading the files of ${ref} in ${github.fullName}`,
		needs: "contents: read"
	};
	const same = files.map(async ({ path, bytes }) => {
		return (await readFile(github, {
			path,
			ref
		}, step))?.id === blobId(bytes);
	});
	return (await Promise.all(same)).every(Boolean);
}
/** Whether `branch` differs from its base in `files` alone, and holds their bytes. */
async function holdsExactly(github, branch, files) {
	const others = new Set(branch.changes.keys());
	for (const { path } of files) others.delete(path);
	if (others.size > 0) return false;
	if (files.filter(({ path }) => branch.changes.has(path)).some(({ path, bytes }) => branch.changes.get(path) !== blobId(bytes))) return false;
	return holdsFiles(github, files.filter(({ path }) => !branch.changes.has(path)), branch.head);
}
/**
* Makes the commit, which belongs to no branch yet, and returns its id. Author and date are left to GitHub, which
* then signs it.
*/
async function commitFiles(github, commit) {
	const { topic, title, files, baseTree, parents } = commit;
	const branch = fixBranchName(topic);
	return github.call({
		does: `Committing to ${branch}`,
		needs: "contents: write"
	}, async ({ rest: { git } }) => {
		const { repository } = github;
		const tree = [];
		for (const { path, bytes } of files) {
			const content = Buffer.from(bytes).toString("base64");
			const blob = await git.createBlob({
				...repository,
				content,
				encoding: "base64"
			});
			tree.push({
				path,
				mode: "100644",
				type: "blob",
				sha: blob.data.sha
			});
		}
		const made = await git.createTree({
			...repository,
			base_tree: baseTree,
			tree
		});
		const message = `${title}\n\n${TRAILER}: ${topic.key}\n`;
		const { data } = await git.createCommit({
			...repository,
			message,
			tree: made.data.sha,
			parents: [...parents]
		});
		return data.sha;
	});
}
/** Begins the branch at the head of its base with one commit. False: somebody else has begun it at this moment. */
async function beginBranch(github, topic, change) {
	const branch = fixBranchName(topic);
	const step = {
		does: `Reading the branch ${topic.base} of ${github.fullName}`,
		needs: "contents: read"
	};
	const { data: base } = await github.call(step, ({ rest }) => rest.repos.getCommit({
		...github.repository,
		ref: topic.base
	}));
	const sha = await commitFiles(github, {
		...change,
		topic,
		baseTree: base.commit.tree.sha,
		parents: [base.sha]
	});
	return isFirst(github.call({
		does: `Creating the branch ${branch}`,
		needs: "contents: write"
	}, ({ rest }) => rest.git.createRef({
		...github.repository,
		ref: `refs/heads/${branch}`,
		sha
	})));
}
/**
* Puts one commit on top of the branch, which makes it its base with `files` alone; a base that has moved on is merged.
* False: somebody else has pushed since `branch` was looked at; nothing of theirs is overwritten.
*/
async function extendBranch(github, change, branch) {
	const parents = branch.behind > 0 ? [branch.head, branch.base.commit] : [branch.head];
	const sha = await commitFiles(github, {
		...change,
		baseTree: branch.base.tree,
		parents
	});
	const name = fixBranchName(change.topic);
	return isFirst(github.call({
		does: `Pushing to ${name}`,
		needs: "contents: write"
	}, ({ rest }) => rest.git.updateRef({
		...github.repository,
		ref: `heads/${name}`,
		sha,
		force: false
	})));
}
/** Removes the branch; one that is gone already is fine. */
async function deleteBranch(github, topic) {
	const name = fixBranchName(topic);
	try {
		await github.call({
			does: `Deleting the branch ${name}`,
			needs: "contents: write"
		}, ({ rest }) => rest.git.deleteRef({
			...github.repository,
			ref: `heads/${name}`
		}));
	} catch (error) {
		if (!hasCode(error, "GITHUB_NOT_FOUND", "GITHUB_CONFLICT")) throw error;
	}
}
async function isFirst(write) {
	try {
		await write;
		return true;
	} catch (error) {
		if (hasCode(error, "GITHUB_CONFLICT")) return false;
		throw error;
	}
}
// src/github/find-fixes.ts
/** Those of one incident, whatever became of them; the newest first. One call. */
async function findFixes(github, topic) {
	const { owner } = github.repository;
	const query = {
		head: `${owner}:${fixBranchName(topic)}`,
		state: "all",
		sort: "created"
	};
	const { data } = await github.call(listing(github), ({ rest }) => rest.pulls.list({
		...github.repository,
		...query,
		direction: "desc",
		per_page: 100
	}));
	return data.flatMap((pull) => readPull(github, pull)).filter(({ branch }) => branch === fixBranchName(topic)).toSorted((a, b) => b.number - a.number);
}
/** The one with this number; undefined: there is none, or it is none of ours by its branch. One call. */
async function readFix(github, number) {
	try {
		const { data } = await github.call(listing(github), ({ rest }) => rest.pulls.get({
			...github.repository,
			pull_number: number
		}));
		return readPull(github, data)[0];
	} catch (error) {
		if (hasCode(error, "GITHUB_NOT_FOUND")) return void 0;
		throw error;
	}
}
/** All that are open. One call for each hundred open pull requests of the repository. */
async function findOpenFixes(github) {
	return (await github.call(listing(github), (octokit) => octokit.paginate(octokit.rest.pulls.list, {
		...github.repository,
		state: "open",
		per_page: 100
	}))).flatMap((pull) => readPull(github, pull));
}
/** Those that brought `commit` to its branch, for whoever deploys it and has the proof to tell. One call. */
async function findMergedFixes(github, commit) {
	const { data } = await github.call(listing(github), ({ rest }) => rest.repos.listPullRequestsAssociatedWithCommit({
		...github.repository,
		commit_sha: commit
	}));
	return data.flatMap((pull) => readPull(github, pull)).filter(({ state }) => state === "merged");
}
function readPull(github, pull) {
	const { head, body } = pull;
	if (head.repo?.full_name.toLowerCase() !== github.fullName.toLowerCase()) return [];
	if (!isFixBranch(head.ref)) return [];
	return [{
		number: pull.number,
		url: pull.html_url,
		state: pull.state === "open" ? "open" : pull.merged_at === null ? "closed" : "merged",
		author: pull.user?.login ?? null,
		branch: head.ref,
		base: pull.base.ref,
		body: body ?? "",
		labels: pull.labels.map(({ name }) => name),
		mark: readMark(body)
	}];
}
function listing({ fullName }) {
	return {
		does: `Listing the pull requests of ${fullName}`,
		needs: "pull-requests: read"
	};
}
// src/commands/collect.ts
/** What `work` gives; undefined when it failed with an error of ours, which `onProblem` hears: the run goes on. */
async function collect(onProblem, work) {
	try {
		return await work();
	} catch (error) {
		if (!(error instanceof AppError)) throw error;
		onProblem(error);
		return;
	}
}
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
async function writeStickyComment(github, { number, name, body }) {
	refuseKeyMaterial(`The comment on #${number}`, body);
	const marker = `<!-- airec-https:comment ${name} -->`;
	const text = `${body.trimEnd()}\n\n${marker}\n`;
	const found = await findComment(github, number, marker);
	if (found?.body.trimEnd() === text.trimEnd()) return "none";
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
export { composeBody as C, blobId as S, withMark as T, holdsFiles as _, refuseKeyMaterial as a, checkPath as b, findFixes as c, readFix as d, beginBranch as f, holdsExactly as g, fixBranchName as h, writeStickyComment as i, findMergedFixes as l, extendBranch as m, escapeHtml as n, identify as o, deleteBranch as p, escapeMarkdown as r, collect as s, codeSpan as t, findOpenFixes as u, lookAtBranch as v, digestOf as w, readTextFile as x, topicOfBranch as y };
