/** A JSON Schema, or a part of one. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The words of a closed vocabulary, each with its meaning, so that an editor completes and explains them. */
export function wordSchema(vocabulary: Readonly<Record<string, string>>): JsonSchema {
  return { oneOf: Object.entries(vocabulary).map(([word, description]) => ({ const: word, description })) };
}

/** A map with closed keys. */
export function mapSchema(
  properties: Readonly<Record<string, JsonSchema>>,
  required: readonly string[] = [],
): JsonSchema {
  return {
    type: 'object',
    properties,
    ...(required.length > 0 && { required }),
    additionalProperties: false,
  };
}

export function listSchema(items: JsonSchema, rules: JsonSchema = {}): JsonSchema {
  return { type: 'array', items, ...rules };
}

/** A definition of the same schema, by its name. */
export function reference(name: string): JsonSchema {
  return { $ref: `#/$defs/${name}` };
}
