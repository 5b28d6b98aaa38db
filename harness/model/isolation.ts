/** How far an extractor was kept from the machine, its network aside. */
export type Isolation =
  /** Its processes saw no others; gold, cache, runs and the home directory were covered. */
  | 'by namespaces'
  /** The same, but what it needs holds one of these folders, which was not covered. */
  | 'by namespaces, in part'
  /** It had a home and a temporary folder of its own; nothing else was kept from it. */
  | 'not isolated'
  /** Nothing was run. */
  | 'not used';
