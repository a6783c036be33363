import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown, type Place } from './markdown-facts.ts';

/** How Chinese and Latin text stand beside one another in Alibaba Cloud's own documents, and what is wrong otherwise. */
const RULES: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u, 'put a space between'],
  [/\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}/u, 'take full-width punctuation'],
  [/[，。；：、？！（）] | [，。；：、？！（）]/u, 'leave out the space beside full-width punctuation'],
];

/** Where Chinese prose departs from that, each with what to do. Code stands for one Latin letter. */
export function findStyleProblems(text: string): Place<string>[] {
  const problems: Place<string>[] = [];
  visit(parseMarkdown(text), (node) => {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') return;
    const prose = proseOf(node);
    for (const [pattern, remedy] of RULES) {
      const found = pattern.exec(prose)?.[0];
      if (found === undefined) continue;
      problems.push({ line: node.position?.start.line ?? 1, value: `has “${found}”: ${remedy}` });
    }
  });
  return problems;
}

function proseOf(node: Nodes): string {
  if (node.type === 'inlineCode') return '`';
  // Bold text that ends with punctuation closes only before a space (CommonMark §6.2).
  if (node.type === 'strong') return `${node.children.map(proseOf).join('')}*`;
  if ('children' in node) return node.children.map(proseOf).join('');
  return node.type === 'text' ? node.value : '';
}
