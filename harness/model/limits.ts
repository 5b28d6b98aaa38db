/**
 * Limits of what comes from outside, each far beyond anything real: the largest of 1,772 files of four public benchmarks
 * has 5.3 MB, their page with the most tags 22,000. They are counts, not times, so that what is over them is so everywhere.
 */

/** Most bytes of a page, unpacked: what `corpus add` takes from an address, too. */
export const MOST_PAGE_BYTES = 20_000_000;

/** Most tags of a page or of the HTML of an extraction. */
export const MOST_TAGS = 2 ** 18;

/** Most characters of text (UTF-16 code units) outside of tags, comments, scripts and styles: more than any novel has. */
export const MOST_CHARACTERS = 2 ** 21;

/** Most bytes of what else people write in YAML: a configuration, `corpus.yaml`, exceptions, acknowledgements. */
export const MOST_YAML_BYTES = 2 ** 22;

/** Most bytes of one `gold.yaml`. */
export const MOST_GOLD_BYTES = 2 ** 22;

/** Most bytes of recorded output in one file, unpacked. A folder with a file a page may hold any number of them. */
export const MOST_RECORDED_BYTES = 2 ** 28;

/** Most bytes of a file with the labels of a public dataset. */
export const MOST_LABEL_BYTES = 2 ** 28;
