import { getDomain } from 'tldts';
import { siteOf } from '../../corpus/sources/dataset-gold.ts';
import type { PageFinding, PageRule } from '../rule.ts';
import type { CheckedPage } from '../checked-page.ts';

/** A page among those of another site. */
export const siteMismatch: PageRule = {
  name: 'site-mismatch',
  description:
    'The page lies in the folder of a site that its address does not belong to: splits and intervals count sites.',
  check({ page, gold }: CheckedPage): PageFinding[] {
    const url = gold.about.url;
    if (url === undefined) return [];
    const host = URL.canParse(url) ? new URL(url).hostname : '';
    if (
      host === page.site ||
      host.endsWith(`.${page.site}`) ||
      [siteOf(url), hostedSiteOf(url)].includes(page.site)
    )
      return [];
    return [
      {
        path: 'url',
        found: `the address ${url} under "${page.site}"`,
        expected: `a page of ${page.site}`,
        fix: `correct the address, or move the page to ${sitesOf(url)}`,
      },
    ];
  },
};

/** Where a page may belong: not every service whose names are blogs of their own is known for it. */
function sitesOf(url: string): string {
  const site = hostedSiteOf(url);
  const host = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : site;
  if (host === site || siteOf(url) !== site) return `"${site}"`;
  return `"${site}", or to "${host}" if that is a site of its own, as a blog at a hosting service is`;
}

/** The site of an address; of a blog at a hosting service its own name there (`herald.blogspot.com`), not the service. */
function hostedSiteOf(url: string): string {
  return getDomain(url, { allowPrivateDomains: true }) ?? siteOf(url);
}
