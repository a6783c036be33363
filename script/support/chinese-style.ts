import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown, type Place } from './markdown-facts.ts';

/** How Chinese and Latin text stand beside one another in Alibaba Cloud's own documents, and what is wrong otherwise. */
const RULES: readonly (readonly [pattern: RegExp, remedy: string])[] = [
  [/\p{Script=Han}[A-Za-z0-9`]|[A-Za-z0-9`]\p{Script=Han}/u, 'put a space between'],
  [/\p{Script=Han} ?[,;:?!()]|[,;:?!()] ?\p{Script=Han}/u, 'take full-width punctuation'],
  [/[，。；：、？！（）] | [，。；：、？！（）]/u, 'leave out the space beside full-width punctuation'],
  // What others say, and what Alibaba Cloud's documents or ours do.
  [/叶子?证书/u, 'write 服务器证书'],
  [/证书包(?![含括])/u, 'write 证书链文件'],
  [/签发者/u, 'write 颁发者'],
  [/监听器/u, 'write 监听'],
  [/帐[号户]/u, 'write 账号'],
  [/大陆/u, 'write 中国内地'],
  [/拉取请求/u, 'write Pull Request'],
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
