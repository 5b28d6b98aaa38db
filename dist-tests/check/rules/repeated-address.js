/** Two pages of one address: the same article at two times, or one of the addresses is wrong. */
export const repeatedAddress = {
    name: 'repeated-address',
    description: 'Two pages have the same address: they are the same article at two times, or one of the addresses is wrong.',
    begin() {
        const seen = new Map();
        const findings = [];
        return {
            addPage({ page, gold }) {
                const url = page.url ?? gold.about.url;
                if (url === undefined)
                    return;
                const address = plainAddress(url);
                const other = seen.get(address);
                if (other === undefined)
                    seen.set(address, page.id);
                else
                    findings.push(toFinding(page.id, other, url));
            },
            finish: () => findings,
        };
    },
};
/** Without the protocol, a slash at the end and what only the browser reads, behind `#` (behind `#!` old sites have the name of the page). */
function plainAddress(url) {
    return url.replace(/^https?:\/\//iu, '').replace(/#(?!!).*$/u, '').replace(/\/$/u, ''); // prettier-ignore
}
function toFinding(page, other, url) {
    return {
        page,
        found: `the address ${url}, which ${other} has too`,
        expected: 'an address of its own for each page',
        mend: 'correct one of them, or take one of the two pages out of the corpus',
    };
}
