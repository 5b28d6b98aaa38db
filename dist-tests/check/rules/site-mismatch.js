import { siteOf } from "../../corpus/sources/dataset-gold.js";
/** A page among those of another site. */
export const siteMismatch = {
    name: 'site-mismatch',
    description: 'The page lies in the folder of a site that its address does not belong to: splits and intervals count sites.',
    check({ page, gold }) {
        const url = gold.about.url;
        if (url === undefined)
            return [];
        const host = URL.canParse(url) ? new URL(url).hostname : '';
        if (host === page.site || host.endsWith(`.${page.site}`) || siteOf(url) === page.site)
            return [];
        return [
            {
                place: { section: 'url' },
                found: `the address ${url} under "${page.site}"`,
                expected: `a page of ${page.site}`,
                mend: `correct the address, or move the page to "${siteOf(url)}"`,
            },
        ];
    },
};
