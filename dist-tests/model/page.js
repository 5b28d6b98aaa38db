/** The name of the corpus that comes with Assay, in configurations and on the command line. */
export const BUILT_IN = 'builtin';
