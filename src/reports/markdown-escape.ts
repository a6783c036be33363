/**
 * Text from anywhere as literal text in GitHub's Markdown, inside a paragraph or a table cell: nothing in it
 * becomes markup, HTML, a link, a mention or a new cell.
 */
export function escapeMarkdown(text: string): string {
  return (
    text
      .replaceAll(/\s+/g, ' ')
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_{}[\]()#+!|~-]/g, String.raw`\$&`)
      .replaceAll('@', '&#64;')
      // Bare addresses become links: an entity within breaks them up, and shows the same.
      .replaceAll('://', ':&#8203;//')
      .replaceAll(/\bwww\./gi, (start) => `${start.slice(0, 3)}&#46;`)
  );
}

/** Text as a code span, which holds anything but a line break; a backtick inside gets a longer fence. */
export function codeSpan(text: string): string {
  const content = text.replaceAll(/\s+/g, ' ').replaceAll('|', String.raw`\|`);
  const longest = Math.max(0, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = content.startsWith('`') || content.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${content}${pad}${fence}`;
}
