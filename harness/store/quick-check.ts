import type { z } from 'zod';
import { isRecord } from '../util/is-record.ts';

type JsonSchema = z.core.JSONSchema.JSONSchema;
type Check = (value: unknown) => boolean;

/**
 * A check made from a JSON Schema that says yes or no, and no more. It is there for files of many lines: zod itself takes
 * 19 µs for a line of a journal with seven metrics, this 2 µs, and reading and parsing the line 25 µs. Where it says no,
 * zod says why. Members that the schema does not name are accepted.
 *
 * It knows the keywords that formats of run folders need; a test holds it to what zod says.
 */
export function quickCheck(schema: JsonSchema | boolean): Check {
  if (typeof schema === 'boolean') return () => schema;
  const { type, enum: words, const: word, anyOf, oneOf = anyOf, required } = schema;
  const checks: Check[] = [];
  if (word !== undefined) checks.push((value) => value === word);
  if (words !== undefined) checks.push((value) => words.some((each) => each === value));
  if (oneOf !== undefined) checks.push(alternatives(oneOf.map(quickCheck)));
  if (type === 'string') checks.push(textCheck(schema));
  if (type === 'boolean') checks.push((value) => typeof value === 'boolean');
  if (type === 'number' || type === 'integer') checks.push(numberCheck(schema));
  if (type === 'array') checks.push(listCheck(schema));
  if (type === 'object' || required !== undefined) checks.push(mapCheck(schema));
  const [only = (): boolean => true] = checks;
  return checks.length <= 1 ? only : (value) => checks.every((check) => check(value));
}

function alternatives(checks: readonly Check[]): Check {
  return (value) => checks.some((check) => check(value));
}

function textCheck({ minLength = 0, pattern, format }: JsonSchema): Check {
  const isLong: Check = (value) => typeof value === 'string' && value.length >= minLength;
  if (format === 'date-time') return (value) => isLong(value) && isTime(String(value));
  const expected = pattern === undefined ? undefined : new RegExp(pattern, 'u');
  return expected === undefined ? isLong : (value) => isLong(value) && expected.test(String(value));
}

/** A time as Assay writes it; zod knows the other forms. */
function isTime(text: string): boolean {
  const time = new Date(text);
  return !Number.isNaN(time.getTime()) && time.toISOString() === text;
}

function numberCheck({ type, minimum = -Number.MAX_VALUE, maximum = Number.MAX_VALUE }: JsonSchema): Check {
  const isWhole = type === 'integer';
  return (value) =>
    typeof value === 'number' &&
    value >= minimum &&
    value <= maximum &&
    (!isWhole || Number.isSafeInteger(value));
}

function listCheck({ items = true, minItems = 0, maxItems = Infinity }: JsonSchema): Check {
  const check = Array.isArray(items) ? alternatives(items.map(quickCheck)) : quickCheck(items);
  return (value) =>
    Array.isArray(value) && value.length >= minItems && value.length <= maxItems && value.every(check);
}

function mapCheck({ properties = {}, required = [], additionalProperties = {} }: JsonSchema): Check {
  const members = Object.entries(properties).map(([name, schema]) => ({ name, check: quickCheck(schema) }));
  const checkOther = typeof additionalProperties === 'object' ? quickCheck(additionalProperties) : undefined;
  return (value) => {
    if (!isRecord(value)) return false;
    for (const name of required) if (value[name] === undefined) return false;
    for (const { name, check } of members) {
      const member = value[name];
      if (member !== undefined && !check(member)) return false;
    }
    if (checkOther === undefined) return true;
    for (const name in value) {
      if (!Object.hasOwn(properties, name) && (name === '' || !checkOther(value[name]))) return false;
    }
    return true;
  };
}
