/** What can be wrong with a corpus, as data: problems are collected and shown all at once, never thrown. */
export {};
