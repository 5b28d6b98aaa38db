/** How far an extractor was kept from the network. */
export type NetworkAccess =
  /** It ran in a network namespace of its own, without any interface: nothing in it, nor what it starts, gets out. */
  | 'refused by namespace'
  /** The system grants no namespace: sockets, UDP, DNS and fetch of its own process throw; what it starts is free. */
  | 'refused by hooks'
  /** It was to be kept away, and nothing on this machine could do it. */
  | 'not refused'
  /** It asks for the network, and was given it. */
  | 'allowed'
  /** Nothing was run. */
  | 'not used';
