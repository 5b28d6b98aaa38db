/** The package clients by which peers are set up, named for what they install from. */
export const PEER_LANGUAGES = ['npm', 'python', 'go', 'rust'];
/** The entry and its variants, each as what can be named. */
export function namesOf({ variants = [], ...entry }) {
    const own = { ...entry, entry: entry.name };
    return [own, ...variants.map((variant) => ({ ...own, ...variant }))];
}
