/** A page with its site, unless it is called by that. */
export function pageName(page: string, site: string): string {
  return page.startsWith(site) ? page : `${site} ${shortPage(page)}`;
}

/** A page that is called by a digest is told by its beginning, which `assay explain` takes, too. */
function shortPage(page: string): string {
  return /^[\da-f]{32,}$/u.test(page) ? `${page.slice(0, 8)}…` : page;
}
