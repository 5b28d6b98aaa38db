/** An extractor that people choose between and that is not in the catalogue. */
export interface Unavailable {
  readonly name: string;
  readonly homepage: string;
  /** Why it could not be had. */
  readonly reason: string;
}

/** Extractors that were looked for and could not be had. */
export const UNAVAILABLE: readonly Unavailable[] = [
  {
    name: 'magic-html',
    homepage: 'https://github.com/opendatalab/magic-html',
    reason: 'not on PyPI; its releases are files to download from GitHub (November 2026)',
  },
];
