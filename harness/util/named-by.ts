/** Those that a name may stand for: the one that is called so, else all that begin with it, else all that hold it. */
export function namedBy<T>(all: readonly T[], name: string, idOf: (one: T) => string): readonly T[] {
  const fits = [
    (id: string): boolean => id === name,
    (id: string): boolean => id.startsWith(name),
    (id: string): boolean => id.includes(name),
  ];
  return fits.map((fit) => all.filter((one) => fit(idOf(one)))).find((some) => some.length > 0) ?? [];
}
