/** Pages whose ceiling is lower than this have gold that is worth a look. */
export const LOW_CEILING = 0.9;
