/** Things without their order: how often each is there, and how many there are. */
export interface Bag<Thing> {
  readonly counts: ReadonlyMap<Thing, number>;
  readonly total: number;
}

export function toBag<Thing>(things: Iterable<Thing> & { readonly length: number }): Bag<Thing> {
  const counts = new Map<Thing, number>();
  for (const thing of things) counts.set(thing, (counts.get(thing) ?? 0) + 1);
  return { counts, total: things.length };
}

/** How many things two bags share: of each as many as the one has that has fewer. */
export function sharedCount<Thing>(one: Bag<Thing>, other: Bag<Thing>): number {
  let shared = 0;
  for (const [thing, count] of one.counts) shared += Math.min(count, other.counts.get(thing) ?? 0);
  return shared;
}
