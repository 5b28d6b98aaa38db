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
    name: 'defuddle-go',
    homepage: 'https://github.com/kaptinlin/defuddle-go',
    reason: 'the module proxy has none of its versions (November 2026)',
  },
];
