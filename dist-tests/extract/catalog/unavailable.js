/** Extractors that were looked for and could not be had. */
export const UNAVAILABLE = [
    {
        name: 'magic-html',
        homepage: 'https://github.com/opendatalab/magic-html',
        reason: 'not on PyPI; its releases are files to download from GitHub (November 2026)',
    },
];
