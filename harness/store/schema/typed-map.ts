import { mapSchema } from '../../gold/json-schema.ts';
import type { JsonSchema } from '../../gold/json-schema.ts';

type OptionalKey<T> = { [K in keyof T]-?: undefined extends T[K] ? K : never }[keyof T] & string;
type RequiredKey<T> = Exclude<keyof T & string, OptionalKey<T>>;

/**
 * The schema of a type's objects: the compiler sees to it that no key of the type is missing here, that none stands
 * here that the type has not, and that each is as required as there.
 */
export function typedMap<T>(
  required: Readonly<Record<RequiredKey<T>, JsonSchema>>,
  optional: Readonly<Record<OptionalKey<T>, JsonSchema>>,
): JsonSchema {
  return mapSchema({ ...required, ...optional }, Object.keys(required));
}

/** Values by names that are not known beforehand. */
export function byName(values: JsonSchema, names: JsonSchema = {}): JsonSchema {
  return { type: 'object', propertyNames: { minLength: 1, ...names }, additionalProperties: values };
}

/** The same schema with what it means. */
export function described(description: string, schema: JsonSchema): JsonSchema {
  return { description, ...schema };
}

export const TEXT: JsonSchema = { type: 'string' };
export const FLAG: JsonSchema = { type: 'boolean' };
/** A number of things. */
export const COUNT: JsonSchema = { type: 'integer', minimum: 0 };
/** At least one of them. */
export const SOME: JsonSchema = { type: 'integer', minimum: 1 };
/** A length of time or an amount. */
export const AMOUNT: JsonSchema = { type: 'number', minimum: 0 };
/** A share of something. */
export const SHARE: JsonSchema = { type: 'number', minimum: 0, maximum: 1 };
/** A difference of two shares. */
export const DIFFERENCE: JsonSchema = { type: 'number', minimum: -1, maximum: 1 };
export const SHA256: JsonSchema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
