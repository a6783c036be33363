/** A fenced block of a Markdown document. */
export interface Block {
  /** `sh`, `text`, `yaml`, … */
  readonly language: string;
  /** With its last newline. */
  readonly text: string;
  /** The heading of the second level that it is below; empty above the first. */
  readonly part: string;
  /** Of its first line, from 1. */
  readonly line: number;
}

/** Every fenced block, in order. */
export function readBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let part = '';
  let open: { language: string; lines: string[]; line: number } | undefined;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open && line === '```') {
      const { language, lines, line: first } = open;
      blocks.push({ language, text: lines.map((each) => `${each}\n`).join(''), part, line: first });
      open = undefined;
    } else if (open) {
      open.lines.push(line);
    } else if (line.startsWith('```')) {
      open = { language: line.slice(3), lines: [], line: index + 2 };
    } else if (line.startsWith('## ')) {
      part = line.slice(3);
    }
  }
  return blocks;
}
