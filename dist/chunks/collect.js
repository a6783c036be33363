import { n as hasCode, r as AppError, t as appError } from "./catalogue.js";
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
export { composeBody as _, readFix as a, extendBranch as c, holdsFiles as d, lookAtBranch as f, blobId as g, readTextFile as h, findOpenFixes as i, fixBranchName as l, checkPath as m, findFixes as n, beginBranch as o, topicOfBranch as p, findMergedFixes as r, deleteBranch as s, collect as t, holdsExactly as u, digestOf as v, withMark as y };
