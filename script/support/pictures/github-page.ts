import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Marked } from 'marked';
import { escapeHtml, htmlPage } from './html.ts';

const require = createRequire(import.meta.url);
const MARKDOWN_CSS = readFileSync(require.resolve('github-markdown-css/github-markdown-light.css'), 'utf8');

export interface Label {
  readonly name: string;
  /** `d73a4a`, as GitHub keeps colours. */
  readonly colour: string;
}

export interface PullRequest {
  readonly title: string;
  readonly number: number;
  /** Who opened it. */
  readonly author: string;
  readonly base: string;
  readonly head: string;
  readonly labels: readonly Label[];
  readonly body: string;
}

/** A pull request as GitHub shows it in its light theme, drawn with Mermaid once `drawMermaid` has run. */
export function pullRequestPage(pull: PullRequest): string {
  const labels = pull.labels.map(
    ({ name, colour }) => `<span class="label" style="--colour:#${colour}">${escapeHtml(name)}</span>`,
  );
  return htmlPage(
    pull.title,
    MARKDOWN_CSS + CSS,
    `<h1>${escapeHtml(pull.title)} <span class="number">#${pull.number}</span></h1>
<p class="state"><span class="open">⊙ Open</span> <b>${escapeHtml(pull.author)}</b> wants to merge 1 commit into ${ref(pull.base)} from ${ref(pull.head)}</p>
<p class="labels">${labels.join(' ')}</p>
${comment(pull.author, pull.body)}`,
  );
}

/** A comment under a pull request. */
export function commentPage(author: string, body: string): string {
  return htmlPage('Comment', MARKDOWN_CSS + CSS, comment(author, body));
}

/** The summary of a job on the page of its run. */
export function jobSummaryPage(job: string, body: string): string {
  return htmlPage(
    job,
    MARKDOWN_CSS + CSS,
    `<section class="box"><p class="by"><b>${escapeHtml(job)}</b> summary</p><div class="markdown-body">${markdownHtml(body, false)}</div></section>`,
  );
}

function ref(name: string): string {
  return `<code class="ref">${escapeHtml(name)}</code>`;
}

function comment(author: string, body: string): string {
  return `<section class="box"><p class="by"><b>${escapeHtml(author)}</b> <span class="app">bot</span></p><div class="markdown-body">${markdownHtml(body, true)}</div></section>`;
}

/**
 * GitHub's Markdown as HTML; Mermaid's fences become what Mermaid draws. `breaks`: whether a line break is one, as in comments
 * and bodies. What is rendered is ours: nothing is sanitised, so that what GitHub would take out is seen.
 */
export function markdownHtml(text: string, breaks: boolean): string {
  const marked = new Marked({
    gfm: true,
    breaks,
    renderer: {
      code: ({ text: source, lang }) =>
        lang === 'mermaid' ? `<pre class="mermaid">${escapeHtml(source)}</pre>\n` : false,
    },
  });
  const html = marked.parse(text, { async: false });
  return html.replaceAll(
    /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\](?:<br>)?/g,
    (_match, kind: string) => {
      const [name, title] = [kind.toLowerCase(), kind.charAt(0) + kind.slice(1).toLowerCase()];
      return `<blockquote class="markdown-alert markdown-alert-${name}"><p class="markdown-alert-title">${title}</p><p>`;
    },
  );
}

const CSS = `
* { box-sizing: border-box; }
body { margin: 0; padding: 24px; background: #fff; color: #1f2328; font: 14px/1.5 Inter, sans-serif; }
h1 { font-size: 26px; line-height: 1.25; font-weight: 500; margin: 0 0 10px; }
.number { color: #59636e; font-weight: 300; }
.state { color: #59636e; margin: 0 0 12px; }
.state b { color: #1f2328; font-weight: 600; }
.open { display: inline-block; background: #1f883d; color: #fff; font-weight: 500; border-radius: 2em; padding: 4px 12px; margin-right: 6px; }
.ref { font: 12px "JetBrains Mono", monospace; color: #0969da; background: #ddf4ff; border-radius: 6px; padding: 2px 6px; }
.labels { margin: 0 0 16px; }
.label { display: inline-block; border-radius: 2em; font-size: 12px; font-weight: 500; padding: 0 8px; line-height: 20px; background: color-mix(in srgb, var(--colour) 22%, #fff); border: 1px solid color-mix(in srgb, var(--colour) 45%, #fff); }
.box { border: 1px solid #d1d9e0; border-radius: 6px; }
.by { margin: 0; padding: 8px 16px; background: #f6f8fa; border-bottom: 1px solid #d1d9e0; border-radius: 6px 6px 0 0; color: #59636e; }
.by b { color: #1f2328; font-weight: 600; }
.app { font-size: 12px; border: 1px solid #d1d9e0; border-radius: 2em; padding: 0 6px; }
.markdown-body { padding: 16px; font-family: Inter, "Noto Color Emoji", sans-serif; font-size: 14px; }
.markdown-body code, .markdown-body pre code { font-family: "JetBrains Mono", monospace; }
.markdown-body table { width: max-content; max-width: 100%; }
.markdown-body pre.mermaid { background: none; text-align: center; padding: 0; }
`;
