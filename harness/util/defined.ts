type Defined<T> = {
  [Key in keyof T as undefined extends T[Key] ? never : Key]: T[Key];
} & {
  [Key in keyof T as undefined extends T[Key] ? Key : never]?: Exclude<T[Key], undefined>;
};

/** The object without the keys whose value is undefined: what is not known is absent, not undefined. */
export function defined<T extends object>(values: T): Defined<T> {
  // oxlint-disable-next-line no-unsafe-type-assertion -- the types of single values are lost on the way
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Defined<T>;
}
