/**
 * Text from anywhere as literal text in GitHub's Markdown, inside a paragraph or a table cell: nothing in it
 * becomes markup, HTML, a link, a mention, a reference or a new cell.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_{}[\]()#+!|~-]/g, String.raw`\$&`)
      // GitHub looks for mentions, references and bare addresses in what an entity or a backslash has become
      // already: only a character in between, here one without width, keeps them from becoming links.
      .replaceAll(/@|#(?=\w)/g, '$&&#8203;')
      .replaceAll('://', ':&#8203;//')
      .replaceAll(/\bwww(?=\.)/gi, '$&&#8203;')
  );
}

/**
 * Text as code on one line, in a paragraph or a table cell. A code span does not survive backticks, and in a
 * table neither pipes nor backslashes: text with one of them is escaped within an element instead.
 */
export function codeSpan(text: string): string {
  const content = text.replaceAll(/\s+/g, ' ');
  const isPlain = content !== '' && content === content.trim() && !/[`|\\]/.test(content);
  return isPlain ? `\`${content}\`` : `<code>${escapeMarkdown(content)}</code>`;
}

/** Text as literal text on one line of HTML in GitHub's Markdown: an entity for everything that could be markup. */
export function escapeHtml(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      // As above: what GitHub would turn into a link in the finished page. Before the entities, which have a #.
      .replaceAll(/@|#(?=\w)|:(?=\/\/)|\bwww(?=\.)/gi, '$&\u200B')
      .replaceAll(/[&<>"'`*_~[\]|\\]/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}
