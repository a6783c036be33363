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
export { escapeHtml as n, escapeMarkdown as r, codeSpan as t };
