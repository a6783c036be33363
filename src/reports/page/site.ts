import { renderBadge, renderIcon } from './badge.ts';
import { renderEndpoint } from './endpoint-page.ts';
import { headlineOf } from './headline.ts';
import { renderIndex } from './index-page.ts';
import type { PageFacts } from './page-facts.ts';
import { toPageModel } from './page-model.ts';
import { STYLE_SHEET } from './style-sheet.ts';

/** A file of the site: `/` between folders. */
export interface SiteFile {
  readonly path: string;
  readonly text: string;
}

export interface Site {
  /** The whole in one line. */
  readonly headline: string;
  /** One after the other, so that of many endpoints one page is in memory. The index is the last: what it links to is there. */
  readonly files: Iterable<SiteFile>;
}

/** The status page, the same bytes for the same facts. */
export function renderSite(facts: PageFacts): Site {
  const model = toPageModel(facts);
  const headline = headlineOf(model);
  return {
    headline: headline.text,
    files: (function* files(): Generator<SiteFile> {
      yield { path: 'style.css', text: STYLE_SHEET };
      yield { path: 'icon.svg', text: renderIcon(headline) };
      yield { path: 'badge.svg', text: renderBadge(headline) };
      for (const endpoint of model.endpoints)
        yield { path: `endpoints/${endpoint.file}`, text: renderEndpoint(endpoint, model) };
      yield { path: 'index.html', text: renderIndex(model) };
    })(),
  };
}
