import { type Markup, markup, renderMarkup } from './markup.ts';

/** Files of this folder and nothing else: no script, no style in the page, no other host, no form. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/** What every page has around what it says. */
export interface PageShell {
  /** Of the window. */
  readonly title: string;
  /** Of the whole site, shown at the top. */
  readonly site: string;
  /** From this page to the folder of the site: empty, or `../`. */
  readonly root: '' | '../';
  /** What stands at the end: when and from where. */
  readonly footer: Markup;
}

/** A whole page, from the doctype on. `main` begins with the only `h1`. */
export function renderDocument({ title, site, root, footer }: PageShell, main: Markup): string {
  return `${renderMarkup(markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${CONTENT_SECURITY_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${root}style.css">
<link rel="icon" type="image/svg+xml" href="${root}icon.svg">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><div class="wide"><a class="site" href="${root}index.html">${site}</a></div></header>
<main id="main" tabindex="-1"><div class="wide">
${main}
</div></main>
<footer><div class="wide">${footer}</div></footer>
</body>
</html>`)}\n`;
}
